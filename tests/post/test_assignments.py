"""Changes as the command line asks for them: paths, types of new keys, lists, keys that ignore case."""

from itertools import product

import pytest

from editor.header import FieldType, Generator, Refused, Rules
from editor.header.key_path import parse_path, split_path, written_path
from editor.post.assignments import (
    Assignment,
    adding,
    make,
    parse_renaming,
    removing,
    setting,
    unsetting,
)
from editor.post.post import Post

OPENINGS = {"---": "---\n", "+++": "+++\n"}


def changed(text, *changes, generator=Generator.JEKYLL, **rules):
    post = Post.from_bytes(text.encode(), Rules(generator, **rules))
    notes = make(post, changes)
    return post.text, notes


def set_in(text, *assignments, **options):
    return changed(text, *(setting(Assignment.parse(one)) for one in assignments), **options)[0]


def yaml(*lines):
    return "\n".join(("---", *lines, "---", "x", ""))


# -- types of keys that are not there yet


@pytest.mark.parametrize(
    ("generator", "assignment", "line"),
    [
        (Generator.JEKYLL, "published=false", "published: false"),
        (Generator.JEKYLL, "draft=true", "draft: true"),
        (Generator.JEKYLL, "sitemap=no", "sitemap: false"),
        (Generator.HUGO, "draft=yes", "draft: true"),
        (Generator.HUGO, "weight=3", "weight: 3"),
        (Generator.HUGO, "isCJKLanguage=true", "isCJKLanguage: true"),
        (Generator.HUGO, "headless=false", "headless: false"),
        (Generator.HEXO, "comments=false", "comments: false"),
        (Generator.HEXO, "published=false", "published: false"),
        (Generator.HEXO, "layout=false", "layout: false"),
        (Generator.HEXO, "sticky=100", "sticky: 100"),
        (Generator.HEXO, "top=true", "top: true"),
        (Generator.HEXO, "top=10", "top: 10"),
        (Generator.ELEVENTY, "permalink=false", "permalink: false"),
        (Generator.ELEVENTY, "eleventyExcludeFromCollections=true", "eleventyExcludeFromCollections: true"),
        (Generator.ASTRO, "draft=false", "draft: false"),
        (Generator.JEKYLL, "math=true", "math: true"),
        (Generator.JEKYLL, "toc=false", "toc: false"),
        (Generator.JEKYLL, "toc=left", "toc: left"),
        (Generator.JEKYLL, "pin=true", "pin: true"),
        (Generator.JEKYLL, "permalink=false", 'permalink: "false"'),
        (Generator.JEKYLL, "title=2024", 'title: "2024"'),
        (Generator.JEKYLL, "nobody_knows=false", 'nobody_knows: "false"'),
        (Generator.JEKYLL, "nobody_knows=3", 'nobody_knows: "3"'),
        (Generator.JEKYLL, "nobody_knows:=3", "nobody_knows: 3"),
        (Generator.JEKYLL, 'published:="false"', 'published: "false"'),
        (Generator.JEKYLL, "date=2020-01-02", "date: 2020-01-02"),
        (Generator.HUGO, "date=2020/01/02", "date: 2020-01-02"),
        (Generator.HUGO, "date=2020-1-2", "date: 2020-01-02"),
        (Generator.HUGO, "date=2020-01-02 10:00", "date: 2020-01-02T10:00:00+00:00"),
        (Generator.ELEVENTY, "date=2020/01/02", "date: 2020-01-02"),
        (Generator.ELEVENTY, "date=2025-11-02 21:54:50 +0900", "date: 2025-11-02T21:54:50+09:00"),
        (Generator.ELEVENTY, "date=Last Modified", "date: Last Modified"),
    ],
)
def test_a_new_key_gets_the_type_that_the_generator_documents(generator, assignment, line):
    assert f"\n{line}\n" in set_in(yaml("foo: 1"), assignment, generator=generator)


@pytest.mark.parametrize(
    ("kind", "line"),
    [(FieldType.BOOLEAN, "mine: true"), (FieldType.TEXT, 'mine: "true"'), (None, 'mine: "true"')],
)
def test_the_blogs_posts_show_the_type_of_a_key_that_nobody_documents(kind, line):
    assert f"\n{line}\n" in set_in(yaml("title: A"), "mine=true", kind=lambda _: kind)


OLD_TEXTS = ("2024", "no", "2020-01-01", "12:30", "true", "1.5", "~", "'x'", "0x1F", "2020-01-01 10:00", "")
NEW_TEXTS = ("Hello", "2025", "no", "12:30", "2020-01-02", "[a]", "a: b", "true")


@pytest.mark.parametrize("generator", list(Generator))
def test_a_key_that_holds_text_takes_any_text(generator):
    for key, old, new in product(("title", "description", "author", "slug"), OLD_TEXTS, NEW_TEXTS):
        text = f"{key}: {old}\n\nx\n" if generator is Generator.PELICAN else yaml(f"{key}: {old}", "n: 1")
        after = set_in(text, f"{key}={new}", generator=generator)
        node = Post.from_bytes(after.encode(), Rules(generator)).header.field(key).node
        assert (node.tag, node.text) == ("str", new), (key, old, new)


@pytest.mark.parametrize(
    "assignment", ["draft=perhaps", "weight=heavy", "date=soon", "date=２０２０-01-02", "published=false"]
)
def test_what_hugo_would_misread_is_refused(assignment):
    with pytest.raises(Refused):
        set_in(yaml("title: A"), assignment, generator=Generator.HUGO)


# -- paths


@pytest.mark.parametrize(
    ("text", "path", "rest"),
    [
        ("a=b", ("a",), "=b"),
        ("a:=1", ("a",), ":=1"),
        ("og:title=x", ("og:title",), "=x"),
        ("a.b[0].c=x=y", ("a", "b", 0, "c"), "=x=y"),
        ('"a.b"=1', ("a.b",), "=1"),
        ('x."a[0]".b:=1', ("x", "a[0]", "b"), ":=1"),
        ('"a\\"b"=1', ('a"b',), "=1"),
        ('"a=b"=1', ("a=b",), "=1"),
        ("a[0][1]=", ("a", 0, 1), "="),
        ("日本 語=x", ("日本 語",), "=x"),
    ],
)
def test_a_path_is_read(text, path, rest):
    assert split_path(text) == (path, rest)
    assert parse_path(written_path(path)) == path


@pytest.mark.parametrize(
    "text", ["", "=x", ".a", "a.", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a[０]", "a]b", "a[0]b", '"a', ":=1", "a b[0"]
)
def test_what_is_no_path_is_wrong_usage(text):
    with pytest.raises(ValueError, match="no key"):
        parse_path(text)


BLOCKS = {
    "yaml": yaml(
        "title: A", "image: x.png", "authors:", "- name: a", "  url: u", "tags: [a, b]", "params:", "  x: 1", "empty:"
    ),
    "toml": (
        '+++\ntitle = "A"\nimage = "x.png"\nauthors = [{ name = "a", url = "u" }]\ntags = ["a", "b"]\n'
        "[params]\nx = 1\n+++\nx\n"
    ),
    "json": '{\n  "title": "A",\n  "image": "x.png",\n  "authors": [{"name": "a", "url": "u"}],\n  "tags": ["a", "b"],\n'
    '  "params": {"x": 1}\n}\nx\n',
}


def values(text, generator=Generator.HUGO):
    header = Post.from_bytes(text.encode(), Rules(generator)).header
    assert header.error is None
    return header.values()


@pytest.mark.parametrize("form", BLOCKS)
@pytest.mark.parametrize(
    ("assignment", "at", "value"),
    [
        ("authors[0].name=b", ("authors", 0, "name"), "b"),
        ("authors.0.name=b", ("authors", 0, "name"), "b"),
        ("tags[1]=c", ("tags", 1), "c"),
        ("params.x=2", ("params", "x"), 2),
        ("params.y=z", ("params", "y"), "z"),
        ("params.math=true", ("params", "math"), True),
        ("menu.main.weight=3", ("menu", "main", "weight"), 3),
        ('"a.b"=c', ("a.b",), "c"),
        ("Title=B", ("title",), "B"),
    ],
)
def test_a_path_changes_that_value_and_nothing_else(form, assignment, at, value):
    before, after = values(BLOCKS[form]), values(set_in(BLOCKS[form], assignment, generator=Generator.HUGO))
    found = after
    for name in at:
        found = found[name]
    assert found == value
    assert type(found) is type(value)
    assert {key: one for key, one in after.items() if key != at[0]} == {
        key: one for key, one in before.items() if key != at[0]
    }


@pytest.mark.parametrize("form", BLOCKS)
@pytest.mark.parametrize(
    "assignment",
    [
        "image.path=y",
        "title[0]=y",
        "authors[1].name=y",
        "authors.name=y",
        "tags.5=y",
        "none[0]=y",
        "none[0].a=y",
        "tags[0].a=y",
        "params.x.y=1",
        "none.a[0]=1",
    ],
)
def test_a_path_into_something_else_is_refused(form, assignment):
    with pytest.raises(Refused):
        set_in(BLOCKS[form], assignment, generator=Generator.HUGO)


@pytest.mark.parametrize("assignment", ["a.b=c", "title.x=y", "tags[0]=x"])
def test_nothing_is_nested_in_pelicans_lines(assignment):
    with pytest.raises(Refused):
        set_in("Title: A\n\nx\n", assignment, generator=Generator.PELICAN)


def test_a_key_with_a_dot_in_its_name_is_found_in_quotes_only():
    text = yaml("title: A", "a.b: old")
    assert set_in(text, '"a.b"=new') == yaml("title: A", "a.b: new")
    with pytest.raises(Refused, match="in quotes"):
        set_in(text, "a.b=new")


# -- lists


@pytest.mark.parametrize(
    ("change", "before", "after", "note"),
    [
        (removing, "tags: [2024]", None, None),
        (removing, 'tags: [2024, "2024", a]', "tags: [a]", None),
        (removing, "tags: [1.10, a]", "tags: [a]", None),
        (removing, "tags: [2024-01-02, a]", "tags: [a]", None),
        (removing, "tags: [b]", "tags: [b]", "no item"),
        (removing, "foo: [b]", "foo: [b]", "no item"),
        (adding, "tags: [2024]", "tags: [2024]", "already"),
        (adding, 'tags: ["2024"]', 'tags: ["2024"]', "already"),
        (adding, "tags: [a]", None, None),
        (adding, "foo: 1", None, None),
    ],
)
def test_items_are_found_however_they_are_written(change, before, after, note):
    item = {"1.10": "1.10", "2024-01-02": "2024-01-02"}.get(before[7:].split(",")[0], "2024")
    text, notes = changed(yaml(before), change(Assignment.parse(f"tags={item}")))
    if after is not None:
        assert text == yaml(after)
    else:
        assert text != yaml(before)
    assert (note is None and not notes) or note in notes[0].text
    if notes:
        assert notes[0].failed is (change is removing)


def test_a_key_that_is_not_there_can_not_be_removed():
    text, notes = changed(yaml("title: A"), unsetting(parse_path("draft")), setting(Assignment.parse("title=B")))
    assert text == yaml("title: B")
    assert [note.failed for note in notes] == [True]


def test_items_are_removed_added_and_renamed_by_path():
    text = yaml("title: A", "a:", "- x: 1", "- x: 2")
    assert changed(text, unsetting(parse_path("a[0]")))[0] == yaml("title: A", "a:", "- x: 2")
    assert values(changed(text, adding(Assignment.parse('a:={"x": 3}')))[0])["a"] == [{"x": 1}, {"x": 2}, {"x": 3}]
    assert changed(text, parse_renaming("a[1].x=z"))[0] == yaml("title: A", "a:", "- x: 1", "- z: 2")
    with pytest.raises(Refused):
        changed(text, adding(Assignment.parse("title=x")))
    with pytest.raises(Refused, match="can’t become a list"):
        changed(text, adding(Assignment.parse("published=x")))


# -- where a generator looks for a key


@pytest.mark.parametrize(
    ("before", "assignment", "after"),
    [
        (["Draft: true"], "draft=false", ["Draft: false"]),
        (["DRAFT: true", "title: A"], "Draft=false", ["DRAFT: false", "title: A"]),
        (["Draft: true", "draft: true"], "draft=false", ["Draft: false", "draft: true"]),
        (["draft: true", "Draft: true"], "draft=false", ["draft: true", "Draft: false"]),
        (["Params:", "  Foo: a"], "params.foo=b", ["Params:", "  Foo: b"]),
        (["resources:", "- Name: a"], "resources[0].name=b", ["resources:", "- Name: b"]),
        (["Tags: [a]"], "tags=b", ["Tags: [b]"]),
    ],
)
def test_hugos_keys_ignore_case(before, assignment, after):
    assert set_in(yaml(*before), assignment, generator=Generator.HUGO) == yaml(*after)
    with_other = (
        set_in(yaml(*before), assignment, generator=Generator.JEKYLL)
        if "." not in assignment and "[" not in assignment
        else ""
    )
    assert with_other != yaml(*after) or before[0].startswith("draft")


def test_all_spellings_of_a_hugo_key_are_removed():
    text = yaml("Draft: true", "title: A", "draft: false")
    assert changed(text, unsetting(parse_path("draft")), generator=Generator.HUGO)[0] == yaml("title: A")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('title = "A"\n[taxonomies]\ntags = ["a"]\n', 'title = "A"\n[taxonomies]\ntags = ["a", "b"]\n'),
        ('title = "A"\n[taxonomies]\n', 'title = "A"\n[taxonomies]\ntags = ["b"]\n'),
        ('title = "A"\n', 'title = "A"\n\n[taxonomies]\ntags = ["b"]\n'),
        ('title = "A"\n[extra]\nx = 1\n', 'title = "A"\n[extra]\nx = 1\n\n[taxonomies]\ntags = ["b"]\n'),
        ('title = "A"\ntaxonomies = { tags = ["a"] }\n', 'title = "A"\ntaxonomies = { tags = ["a", "b"] }\n'),
        ('title = "A"\ntaxonomies.tags = ["a"]\n', 'title = "A"\ntaxonomies.tags = ["a", "b"]\n'),
    ],
)
def test_zolas_tags_go_under_taxonomies(before, after):
    text, notes = changed(f"+++\n{before}+++\nx\n", adding(Assignment.parse("tags=b")), generator=Generator.ZOLA)
    assert text == f"+++\n{after}+++\nx\n"
    assert not notes


@pytest.mark.parametrize("change", [adding, removing, setting])
def test_tags_that_zola_takes_no_notice_of_are_not_changed(change):
    with pytest.raises(Refused, match=r"taxonomies\.tags"):
        changed('+++\ntags = ["a"]\n+++\nx\n', change(Assignment.parse("tags=a")), generator=Generator.ZOLA)
