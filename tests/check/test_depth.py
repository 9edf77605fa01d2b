"""Checks of values look at every depth: inside of maps, of lists, and of maps in lists."""

import pytest

from tests.check.test_readings import plain, posts, problems  # noqa: F401  a fixture

FRAMES = (
    "{key}: {value}",
    "image:\n  {key}: {value}",
    "image:\n  inner:\n    {key}: {value}\n    b: c",
    "gallery:\n  - src: a.png\n    {key}: {value}\n  - src: b.png",
    "gallery:\n  - {key}: {value}\n    src: a.png",
    "gallery:\n- inner:\n  - {key}: {value}",
)
LINES = (
    ("comment-in-value", "title: A #1", "title: 'A #1'"),
    ("comment-in-value", "caption: Photo #12 of many", "caption: 'Photo #12 of many'"),
    ("comment-in-value", "seo_title: A #b", "seo_title: 'A #b'"),
    ("comment-in-value", "fixed: by #12", "fixed: 'by #12'"),
    ("comment-in-value", "colour: #fff", "colour: '#fff'"),
    ("text-without-quotes", "title: 1.10", 'title: "1.10"'),
    ("text-without-quotes", "tags: [no]", None),
    ("odd-value", "layout: post\u3000", "layout: post"),
    ("odd-key", "caption\u200b: x", "caption: x"),
    ("wide-comma", "tags: [a，b]", "tags: [a, b]"),
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("code", "line", "mended"), LINES)
def test_a_slip_is_told_and_mended_at_every_depth(posts, frame, code, line, mended):  # noqa: F811
    key, _, value = line.partition(": ")
    lines = frame.format(key=key, value=value)
    text = f"---\nheadline: x\n{lines}\nlast: y\n---\nx\n"
    post, found = problems(posts, "Jekyll", text)
    assert [one.code for one in found] == [code], [one.message for one in found]
    at = next(number for number, one in enumerate(text.split("\n"), 1) if value in one and key in one)
    assert found[0].line == at
    post.apply(found[0].fix.make())
    if mended is not None:
        assert mended in post.text
    assert problems(posts, "Jekyll", post.text)[1] == []


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    "line", ["layout: post # the layout", "count: 3 #4", "draft: true #todo", "note: x # 1", "src: a.png #main"]
)
def test_comments_stay_comments(posts, frame, line):  # noqa: F811
    key, _, value = line.partition(": ")
    text = f"---\nheadline: x\n{frame.format(key=key, value=value)}\nlast: y\n---\nx\n"
    assert [one.code for one in problems(posts, "Hugo", text)[1] if one.code == "comment-in-value"] == []


@pytest.mark.parametrize("generator", ["Jekyll", "Hugo", "Hexo", "Astro", "Eleventy", "Zola"])
@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("layout: post\u3000", "layout: post"),
        ("layout: \u00a0post", "layout: post"),
        ('layout: "post "', 'layout: "post"'),
        ("layout: po\u200bst", "layout: post"),
        ("lang: 'ja\u3000'", "lang: 'ja'"),
        ("slug: a-b\u200b", "slug: a-b"),
        ("author: 山田\u3000", "author: 山田"),
    ],
)
def test_a_name_with_an_unseen_character_is_another_one(posts, generator, line, mended):  # noqa: F811
    post, found = problems(posts, generator, f"---\ntitle: x\n{line}\n---\nx\n")
    assert [one.code for one in found] == ["odd-value"]
    post.apply(found[0].fix.make())
    assert post.text == f"---\ntitle: x\n{mended}\n---\nx\n"


@pytest.mark.parametrize(
    "line",
    ["title: 題\u3000名", "description: あ\u3000", "author: 山田\u3000太郎", "tag: 👩\u200d💻", "layout: |\n  post"],
)
def test_white_space_that_is_meant_is_left_alone(posts, line):  # noqa: F811
    assert problems(posts, "Jekyll", f"---\n{line}\n---\nx\n")[1] == []


@pytest.mark.parametrize(
    ("lines", "fixed"),
    [
        ("draft: yes", "draft: true"),
        ("draft: no", "draft: false"),
        ('draft: "true"', "draft: true"),
        ("draft: 0", None),
        ("draft:", None),
        ("render: off", "render: false"),
        ("title: 2024", 'title: "2024"'),
        ("title: true", 'title: "true"'),
        ("slug: 1.5", 'slug: "1.5"'),
        ("weight: -1", None),
        ("weight: 1.5", None),
        ('weight: "3"', None),
        ("authors: Ada", None),
        ("taxonomies: [a]", None),
        ("taxonomies:\n  tags: a", None),
        ("taxonomies:\n  tags: [a, 2024]", 'taxonomies:\n  tags: [a, "2024"]'),
        ("authors: [true]", 'authors: ["true"]'),
    ],
)
def test_zola_stops_at_a_value_of_another_type(posts, lines, fixed):  # noqa: F811
    text = f"---\n{lines}\n---\nx\n"
    post, found = problems(posts, "Zola", text)
    assert [(str(one.severity), one.code) for one in found] == [("error", "wrong-type")], [one.message for one in found]
    assert (found[0].fix is None) is (fixed is None)
    if fixed is not None:
        post.apply(found[0].fix.make())
        assert post.text == f"---\n{fixed}\n---\nx\n"
        assert problems(posts, "Zola", post.text)[1] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("draft = true", False),
        ('draft = "yes"', True),
        ("draft = 1", True),
        ('title = "A"', False),
        ("title = 5", True),
        ("weight = 3", False),
        ("weight = -3", True),
        ("weight = 3.0", True),
        ("date = 2020-01-02", False),
        ('aliases = ["a"]', False),
        ('aliases = "a"', True),
        ("[taxonomies]\ntags = ['a']", False),
        ("[extra]\ndraft = 'yes'\ntitle = 5", False),
    ],
)
def test_zolas_types_in_toml(posts, line, wrong):  # noqa: F811
    found = problems(posts, "Zola", f"+++\n{line}\n+++\nx\n")[1]
    assert [one.code for one in found] == (["wrong-type"] if wrong else [])


@pytest.mark.parametrize(
    "lines", ["title: a", "draft: false", "weight: 0", "description: no", "title: 2024-01-02", "title:"]
)
def test_what_zola_reads_is_fine(posts, lines):  # noqa: F811
    assert problems(posts, "Zola", f"---\n{lines}\n---\nx\n")[1] == []
