"""New posts beside posts whose switches are words that the generator takes for texts."""

import pytest

from editor.blog.site import Blog
from editor.blog.style.house import HouseStyle
from editor.header import Generator
from editor.header.dates import read_date


@pytest.mark.parametrize(
    ("words", "draft", "line"),
    [
        (("no", "no", "no"), False, "draft: false"),
        (("yes", "no", "no"), False, "draft: false"),
        (("yes", "yes", "yes"), False, "draft: true"),
        (('"false"', '"false"', '"false"'), False, "draft: false"),
        (("yes", "no", "no"), True, "draft: true"),
        (("false", "false", "false"), False, "draft: false"),
    ],
)
@pytest.mark.parametrize(
    ("generator", "folder"), [(Generator.HUGO, "content/posts"), (Generator.ASTRO, "src/content/blog")]
)
def test_a_new_post_has_a_boolean_where_the_others_have_a_word(tmp_path, generator, folder, words, draft, line):
    (tmp_path / folder).mkdir(parents=True)
    for number, word in enumerate(words, 1):
        text = f"---\ntitle: T{number}\ndate: 2024-0{number}-02\ndraft: {word}\n---\nx\n"
        (tmp_path / folder / f"p{number}.md").write_text(text)
    house = HouseStyle.of(Blog(tmp_path, generator))
    moment = read_date("2026-01-02 10:00:00 +0000")
    assert line in house.new_post("New", moment, draft=draft).head.split("\n")
