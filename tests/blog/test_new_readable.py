"""A new post in blogs of every kind of front matter: its own generator reads it, its body is empty, or it is refused."""

import itertools
from pathlib import Path

import pytest

from editor.blog.rules import RulesBook
from editor.blog.sites import site_in
from editor.blog.style import compose, house
from editor.blog.style.house import HouseStyle
from editor.blog.style.readable import require_readable
from editor.cli import main
from editor.header import DateText, Generator, HeaderKind, Refused, Rules, read_header
from editor.header.dates import read_date
from tests.files import write

MOMENT = read_date("2026-04-12 07:40:00 +0900")
HEXO = {"_config.yml": "theme: x\n", "scaffolds/x.md": "", "package.json": '{"dependencies": {"hexo": "8"}}'}
HUGO, ELEVENTY, PELICAN = {"hugo.toml": ""}, {".eleventy.js": ""}, {"pelicanconf.py": ""}
SHAPES = {
    "yaml": (HUGO, "content/{}.md", "---\ntitle: {}\ndate: 2024-01-02\ntags: [a]\n---\nbody\n"),
    "toml": (
        HUGO,
        "content/{}.md",
        "+++\ntitle = '{}'\ndate = 2024-01-02\ntags = ['a']\n\n[params]\nx = 1\n+++\n\nbody\n",
    ),
    "json": (HUGO, "content/{}.md", '{{\n"title": "{}",\n"date": "2024-01-02",\n"tags": ["a"]\n}}\nbody\n'),
    "json in one line": (HUGO, "content/{}.md", '{{"title": "{}", "date": "2024-01-02"}}\nbody\n'),
    "json, text right behind": (HUGO, "content/{}.md", '{{"title": "{}", "date": "2024-01-02"}} body\n'),
    "json, nested": (
        HUGO,
        "content/{}.md",
        '{{\n  "title": "{}",\n  "params": {{\n    "a": [\n      1\n    ]\n  }}\n}}\n\nbody\n',
    ),
    "blank line before": (HUGO, "content/{}.md", "\n---\ntitle: {}\ndate: 2024-01-02\n---\nbody\n"),
    "comment behind the fence": (HUGO, "content/{}.md", "--- # note\ntitle: {}\ndate: 2024-01-02\n---\nbody\n"),
    "long closing fence": (HUGO, "content/{}.md", "---\ntitle: {}\ndate: 2024-01-02\n-----\n\nbody\n"),
    "text behind the fence": (HUGO, "content/{}.md", "---\ntitle: {}\ndate: 2024-01-02\n--- body\nmore\n"),
    "json named": (
        ELEVENTY,
        "posts/{}.md",
        '---json\n{{\n  "title": "{}",\n  "tags": [\n    "a"\n  ]\n}}\n---\nbody\n',
    ),
    "never closed": (ELEVENTY, "posts/{}.md", "---\ntitle: {}\ndate: 2024-01-02\n"),
    "semicolons": (HEXO, "source/_posts/{}.md", ';;;\n"title": "{}",\n"date": "2024-01-02 10:00:00"\n;;;\nbody\n'),
    "semicolons below": (HEXO, "source/_posts/{}.md", '"title": "{}",\n"date": "2024-01-02 10:00:00"\n;;;\nbody\n'),
    "no first fence": (HEXO, "source/_posts/{}.md", "title: {}\ndate: 2024-01-02 10:00:00\ntags: [a]\n---\nbody\n"),
    "five dashes": (HEXO, "source/_posts/{}.md", "-----\ntitle: {}\ndate: 2024-01-02\n-----\nbody\n"),
    "pelican": (PELICAN, "content/{}.md", "Title: {}\nDate: 2024-01-02 10:00\nTags: a, b\n\nbody\n"),
    "pelican, fenced": (PELICAN, "content/{}.md", "---\nTitle: {}\nDate: 2024-01-02 10:00\n---\nbody\n"),
    "zola": ({"zola.toml": ""}, "content/{}.md", '+++\ntitle = "{}"\ndate = 2024-01-02\n+++\nbody\n'),
    "astro": (
        {"astro.config.mjs": ""},
        "src/content/blog/{}.md",
        "+++\ntitle = '{}'\npubDate = 2024-01-02\n+++\nbody\n",
    ),
}
TITLES = ["Fresh", 'A "q": #1, {x} [y]', "日本語: 新しい", "-----", "no", "C:\\x"]


@pytest.fixture(params=SHAPES)
def shape(request, tmp_path):
    configuration, place, text = SHAPES[request.param]
    write(tmp_path, configuration | {place.format(f"p{number}"): text.format(f"P{number}") for number in range(3)})
    return site_in(tmp_path), tmp_path / place.format("p0")


@pytest.mark.parametrize("draft", [False, True])
def test_a_new_post_is_read_as_it_was_meant(shape, draft):
    blog, neighbour = shape
    style = HouseStyle.of(blog)
    old = read_header(neighbour.read_text(), Rules(blog.generator))
    assert len(style.samples) == 3
    for title, like in itertools.product(TITLES, [None, style.samples[0]]):
        post = style.new_post(title, MOMENT, {"description": title}, slug="fresh", like=like, draft=draft)
        for body in ("", "Text.\n\n---\n\nmore\n"):
            if not body or old.kind is not HeaderKind.PELICAN:  # there, lines after metadata need the blank line
                header = read_header(post.head + body, Rules(blog.generator))
                assert header.error is None
                assert header.kind is old.kind
                assert header.field("title").value == title
                assert header.field("description").value == title
                assert (post.head + body)[header.body_start :].strip() == body.strip()


def test_the_command_writes_it_as_the_neighbours_are(shape, capsys):
    blog, neighbour = shape
    assert main(["new", "Fresh", "--blog", str(blog.root), "--slug", "fresh"]) == 0
    path = Path(capsys.readouterr().out.strip())
    made = read_header(path.read_text(), RulesBook().rules_of(neighbour))
    assert made.error is None
    assert made.kind is read_header(neighbour.read_text(), Rules(blog.generator)).kind
    assert made.field("title").value == "Fresh"


def test_what_would_be_read_otherwise_is_refused_and_not_written(shape, capsys, monkeypatch):
    blog, _ = shape
    before = sorted(blog.root.rglob("*"))
    real = compose.compose
    monkeypatch.setattr(house, "compose", lambda *arguments: real(*arguments) + "a line of another post\n")
    assert main(["new", "Fresh", "--blog", str(blog.root)]) == 1
    assert "can’t be written as this blog’s posts are" in capsys.readouterr().err
    assert sorted(blog.root.rglob("*")) == before


@pytest.mark.parametrize(
    ("text", "generator", "values", "body", "kind"),
    [
        ("---\ntitle: a\n", Generator.HUGO, {}, "", None),
        ("title: a\n", Generator.HUGO, {}, "", None),
        ("---\ntitle: a\n---\nb\n", Generator.HUGO, {}, "", None),
        ("---\ntitle: a\n---\n", Generator.HUGO, {"title": "b"}, "", None),
        ("---\ntitle: a\n---\n", Generator.HUGO, {"other": "b"}, "", None),
        ("---\ndate: soon\n---\n", Generator.HUGO, {"date": MOMENT}, "", None),
        ("---\ntitle: a\n---\n", Generator.HUGO, {}, "", HeaderKind.TOML),
        ("\n---\ntitle: a\n---\n", Generator.JEKYLL, {}, "", None),
        ("---\ntitle: a\n-----\n", Generator.HEXO, {}, "", None),
    ],
)
def test_each_way_to_be_read_otherwise_is_refused(text, generator, values, body, kind):
    with pytest.raises(Refused):
        require_readable(text, generator, values, body=body, kind=kind)


def test_what_is_read_as_meant_is_not_refused():
    text = "---\ntitle: a\ndate: 2020-01-02\ntags: []\nx:\n---\n\nb\n"
    values = {"title": "a", "date": DateText("2020-01-02"), "tags": [], "x": None, "y": None}
    require_readable(text, Generator.HUGO, values, body="b\n", kind=HeaderKind.YAML)
