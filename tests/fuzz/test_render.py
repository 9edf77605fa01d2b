"""Damaged posts through every renderer: HTML comes, also after each of some edits, and in time."""

import random

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.header import Generator
from editor.post.post import Post
from editor.render.document import RenderedDocument
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.text.edit import Edit
from editor.text.source import UndecodableError
from tests.fuzz.mutator import no_hang


@pytest.mark.parametrize(
    "generator", [Generator.JEKYLL, Generator.HUGO, Generator.HEXO, Generator.PELICAN, Generator.ASTRO], ids=str
)
def test_any_text_is_rendered(mutator, cases, tell, tmp_path, generator):
    blog = Blog(tmp_path, generator)
    site, settings = Site(generator, BlogFolder(blog), ""), markdown_settings(blog)
    count = 0
    for number in range(cases(120, share=1 / 5)):
        try:
            text = Post.from_bytes(mutator.mutant(number)).text
        except UndecodableError:
            continue
        count += 1
        dice = random.Random(number)
        with no_hang(f"mutant {number}"):
            document = RenderedDocument(make_flavour(generator, settings, live=True), site)
            document.edit([Edit(0, 0, text)])
            document.render()
        for _ in range(2):
            at = dice.randint(0, len(text))
            edit = Edit(at, min(len(text), at + dice.randrange(3)), dice.choice(("x", "\n", "\n\n", "`", "", "# ")))
            text = text[: edit.start] + edit.new + text[edit.end :]
            with no_hang(f"mutant {number}, edited"):
                document.edit([edit])
                patch = document.render()
        assert patch.head is not None
    tell(f"{count} damaged posts rendered as {generator} does, three times each")
