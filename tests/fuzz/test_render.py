"""Damaged posts through every renderer: HTML comes, also after each of some edits, and in time."""

import random
import sys

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.header import Generator
from editor.post.post import Post
from editor.render.document import RenderedDocument
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.render.worker import RECURSION
from editor.text.edit import Edit
from editor.text.source import UndecodableError
from tests.fuzz.finds import FINDS
from tests.fuzz.mutator import no_hang

GENERATORS = (Generator.JEKYLL, Generator.HUGO, Generator.HEXO, Generator.PELICAN, Generator.ASTRO)


@pytest.fixture(autouse=True)
def _as_in_the_worker():
    former = sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION)
    yield
    sys.setrecursionlimit(former)


def go_through(generator, folder, data, seed):
    """Render a post, and again after edits; whether it was a text."""
    try:
        text = Post.from_bytes(data).text
    except UndecodableError:
        return False
    blog = Blog(folder, generator)
    dice = random.Random(seed)
    document = RenderedDocument(
        make_flavour(generator, markdown_settings(blog), live=True), Site(generator, BlogFolder(blog), "")
    )
    with no_hang(f"mutant {seed}"):
        document.edit([Edit(0, 0, text)])
        document.render()
    for _ in range(2):
        at = dice.randint(0, len(text))
        edit = Edit(at, min(len(text), at + dice.randrange(3)), dice.choice(("x", "\n", "\n\n", "`", "", "# ")))
        text = text[: edit.start] + edit.new + text[edit.end :]
        with no_hang(f"mutant {seed}, edited"):
            document.edit([edit])
            document.render()
    return True


@pytest.mark.parametrize("generator", GENERATORS, ids=str)
def test_any_text_is_rendered(mutator, cases, tell, tmp_path, generator):
    numbers = range(cases(120, share=1 / 5))
    count = sum(go_through(generator, tmp_path, mutator.mutant(number), number) for number in numbers)
    assert count > len(numbers) / 2
    tell(f"{count} damaged posts rendered as {generator} does, three times each")


@pytest.mark.parametrize("generator", GENERATORS, ids=str)
@pytest.mark.parametrize("find", FINDS, ids=lambda path: path.name)
def test_what_was_found_before(tmp_path, generator, find):
    assert go_through(generator, tmp_path, find.read_bytes(), 0)
