"""A new post is written as the blog's posts are: front matter to the byte, place, name and slug."""

from datetime import date, time
from pathlib import Path

import pytest

from editor.blog.detection import generator_of
from editor.blog.folder import BlogFolder
from editor.blog.site import Blog
from editor.blog.style.forms import header_form
from editor.blog.style.house import HouseStyle
from editor.blog.style.names import SLUG_RULES, pattern_of
from editor.blog.style.samples import read_samples
from editor.blog.style.slugs import romanised
from editor.blog.version import generator_version
from editor.header import Generator, Refused, read_header
from editor.header.dates import Moment

NOW = Moment(date(2026, 11, 25), time(9, 5), 540)


def make(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def style_of(root, files):
    make(root, files)
    return HouseStyle.of(Blog(root.resolve(), generator_of(root) or Generator.PLAIN))


def three(pattern, head):
    """Three posts alike: `%d` is the number in the name, `#` in the head."""
    return {pattern % number: head.replace("#", str(number)) + "text\n" for number in (1, 2, 3)}


JEKYLL = {"_config.yml": "timezone: Asia/Tokyo\n"}
HUGO = {"hugo.toml": ""}
CASES = [
    (
        "double quotes, brackets, offset",
        JEKYLL,
        three(
            "_posts/2026-01-0%d-post-#.md".replace("#", "x"),
            '---\nlayout: post\ntitle: "第#回"\ndate: 2026-01-0# 08:00:00 +0900\ntags: ["a#", "b"]\n---\n\n',
        ),
        ("New: one", {"tags": ["海", "c"]}),
        '---\nlayout: post\ntitle: "New: one"\ndate: 2026-11-25 09:05:00 +0900\ntags: ["海", "c"]\n---\n\n',
    ),
    (
        "plain, block list, no time, no blank line",
        JEKYLL,
        three("_posts/2026-01-0%d-x.md", "---\ntitle: Post #\ndate:   2026-01-0#\ncategories:\n- a#\n---\n"),
        ("Next", {"categories": ["b", "c"]}),
        "---\ntitle: Next\ndate:   2026-11-25\ncategories:\n- b\n- c\n---\n",
    ),
    (
        "plain unless quotes are needed, then single ones",
        JEKYLL,
        {
            **three("_posts/2026-01-0%d-x.md", "---\ntitle: Post #\ndate: 2026-01-0#\n---\n\n"),
            "_posts/2026-01-09-y.md": "---\ntitle: 'One: two'\ndate: 2026-01-09\n---\n\n",
        },
        ("Three: four", {}),
        "---\ntitle: 'Three: four'\ndate: 2026-11-25\n---\n\n",
    ),
    (
        "TOML with a table, in bundles",
        HUGO,
        three(
            "content/posts/post-%d/index.md",
            '+++\ntitle = "Post #"\ndate = 2026-01-0#T08:00:00+09:00\n\n[extra]\nteam = "t"\n+++\n\n',
        ),
        ("Next one", {}),
        '+++\ntitle = "Next one"\ndate = 2026-11-25T09:05:00+09:00\n\n[extra]\nteam = "t"\n+++\n\n',
    ),
    (
        "Pelican",
        {"pelicanconf.py": "TIMEZONE = 'Asia/Tokyo'\n"},
        three("content/post-%d.md", "Title: Post #\nDate: 2026-01-0# 08:00\nCategory: Sea\n\n"),
        ("Next", {}),
        "Title: Next\nDate: 2026-11-25 09:05\nCategory: Sea\n\n",
    ),
    (
        "a constant stays, what differs is empty, a key of few is left out",
        JEKYLL,
        {
            **three("_posts/2026-01-0%d-x.md", "---\ntitle: Post #\nexcerpt: All about #\ncomments: true\n---\n\n"),
            "_posts/2026-01-05-y.md": "---\ntitle: Post 5\nexcerpt: Of 5\nrare: x\ncomments: true\n---\n\n",
        },
        ("Next", {}),
        "---\ntitle: Next\nexcerpt:\ncomments: true\n---\n\n",
    ),
    (
        "long lists are broken where PyYAML breaks them",
        JEKYLL,
        three(
            "_posts/2026-01-0%d-x.md",
            "---\ntitle: Post #\nkeywords: [" + ", ".join(["keyword"] * 8) + ",\n  other, more]\n---\n\n",
        ),
        ("Next", {"keywords": ["a-long-keyword"] * 7}),
        "---\ntitle: Next\nkeywords: ["
        + ", ".join(["a-long-keyword"] * 5)
        + ",\n  a-long-keyword, a-long-keyword]\n---\n\n",
    ),
]


@pytest.mark.parametrize(
    ("site", "posts", "new", "head"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_front_matter_is_as_the_posts_have_it(tmp_path, site, posts, new, head):
    title, values = new
    assert style_of(tmp_path, {**site, **posts}).new_post(title, NOW, values).head == head


def test_the_newest_ways_win(tmp_path):
    old = {
        f"_posts/2025-01-{n:02}-x.md": f"---\ntitle: 'Post {n}'\ndate: 2025-01-{n:02}\n---\n\n" for n in range(1, 25)
    }
    new = {
        f"_posts/2026-02-{n:02}-x.md": f'---\ndate: 2026-02-{n:02}\ntitle: "Post {n}"\n---\n\n' for n in range(1, 10)
    }
    head = style_of(tmp_path, {**JEKYLL, **old, **new}).new_post("Next", NOW).head
    assert head == '---\ndate: 2026-11-25\ntitle: "Next"\n---\n\n'


def test_each_author_has_a_way_of_their_own(tmp_path):
    posts = {}
    for n in range(1, 21):
        who, quote = ("ann", "'") if n % 2 else ("bob", '"')
        posts[f"_posts/2026-01-{n:02}-x.md"] = f"---\ntitle: {quote}Post {n}{quote}\nauthor: {who}\n---\n\n"
    style = style_of(tmp_path, {**JEKYLL, **posts})
    assert "title: 'Next'" in style.new_post("Next", NOW, {"author": "ann"}).head
    assert 'title: "Next"' in style.new_post("Next", NOW, {"author": "bob"}).head


@pytest.mark.parametrize(
    ("names", "title", "values", "path"),
    [
        (["_posts/2026-01-01-a.md", "_posts/2026-01-02-b.md"], "The Sea", {}, "_posts/2026-11-25-the-sea.md"),
        (["_posts/2026/2026-01-01-a.md"], "The Sea", {}, "_posts/2026/2026-11-25-the-sea.md"),
        (["_posts/sea/2026-01-01-a.markdown"], "X", {"categories": ["land"]}, "_posts/land/2026-11-25-x.markdown"),
        (["content/en/2026/01/a/index.md"], "X y", {"lang": "ja"}, "content/ja/2026/11/x-y/index.md"),
        (["content/posts/a.md"], "朝の海", {}, "content/posts/asa-no-umi.md"),
        (["content/posts/夜の海.md"], "朝の海", {}, "content/posts/朝の海.md"),
    ],
)
def test_place_and_name(tmp_path, names, title, values, path):
    titles = {"夜の海": "夜の海"}
    posts = {
        name: f"---\ntitle: {titles.get(Path(name).stem, '海のこと' if title == '朝の海' else 'Something else')}\ndate: 2026-01-01\ncategories: [sea]\nlang: en\n---\n"
        for name in names
    }
    site = JEKYLL if names[0].startswith("_posts") else HUGO
    assert str(style_of(tmp_path, {**site, **posts}).new_post(title, NOW, values).relative) == path


@pytest.mark.parametrize(
    ("name", "title", "values"),
    [
        ("_posts/sea/2026-01-01-a.md", "x", {"categories": ["../../up"]}),
        ("_posts/sea/2026-01-01-a.md", "x", {"categories": ["/etc"]}),
        ("content/sea/a/index.md", "..", {"categories": [".."]}),
    ],
)
def test_no_value_leads_out_of_the_blog(tmp_path, name, title, values):
    site = JEKYLL if name.startswith("_posts") else HUGO
    style = style_of(tmp_path, {**site, name: "---\ntitle: a\ndate: 2026-01-01\ncategories: [sea]\n---\n"})
    path = style.new_post(title, NOW, values).relative
    assert not path.is_absolute()
    assert ".." not in path.parts


def test_names_that_are_taken_get_a_number(tmp_path):
    files = three("_posts/2026-11-25-x%d.md", "---\ntitle: X#\ndate: 2026-11-25\n---\n\n")
    style = style_of(tmp_path, {**JEKYLL, **files})
    assert style.new_post("X1", NOW).relative.name == "2026-11-25-x1-2.md"
    make(tmp_path, {"_posts/2026-11-25-x1-2.md": ""})
    assert style.new_post("X1", NOW).relative.name == "2026-11-25-x1-3.md"


def test_the_spelling_of_the_file_is_the_blog_s(tmp_path):
    files = {f"_posts/2026-01-0{n}-x.md": b"\xef\xbb\xbf---\r\ntitle: X\r\n---\r\n\r\n" for n in (1, 2)}
    post = style_of(tmp_path, {**JEKYLL, **files}).new_post("海", NOW)
    assert post.to_bytes() == b"\xef\xbb\xbf---\r\ntitle: " + "海".encode() + b"\r\n---\r\n\r\n"


def test_like_another_post(tmp_path):
    files = three("_posts/2026-01-0%d-x.md", "---\ntitle: X#\n---\n\n")
    make(tmp_path, {"_posts/notes/2025-01-05-a.md": "---\ntitle: A\nkind: note\n---\n"})
    style = style_of(tmp_path, {**JEKYLL, **files})
    like = next(one for one in style.samples if one.relative.name == "2025-01-05-a.md")
    post = style.new_post("B", NOW, like=like)
    assert str(post.relative) == "_posts/notes/2026-11-25-b.md"
    assert post.head == "---\ntitle: B\nkind: note\n---\n"


SCAFFOLDS = [
    (
        JEKYLL,
        "_posts/2026-11-25-a-sea.md",
        '---\nlayout: post\ntitle: "A: sea"\ndate: 2026-11-25 09:05:00 +0900\n---\n\n',
    ),
    (
        {
            "_config.yml": "jekyll_compose:\n  default_front_matter:\n    posts:\n      layout: article\n      toc: true\n"
        },
        "_posts/2026-11-25-a-sea.md",
        '---\nlayout: article\ntitle: "A: sea"\ndate: 2026-11-25 09:05:00 +0900\ntoc: true\n---\n\n',
    ),
    (
        {
            **HUGO,
            "archetypes/default.md": '+++\ntitle = \'{{ replace .File.ContentBaseName "-" " " | title }}\'\ndate = {{ .Date }}\ndraft = true\n+++\n',
        },
        "content/posts/a-sea.md",
        "+++\ntitle = 'A: sea'\ndate = 2026-11-25T09:05:00+09:00\ndraft = true\n+++\n\n",
    ),
    (
        {
            "_config.yml": "new_post_name: :year-:month-:title.md\ntimezone: Asia/Tokyo\n",
            "source/_posts/.keep": "",
            "scaffolds/post.md": "---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n",
        },
        "source/_posts/2026-11-a-sea.md",
        '---\ntitle: "A: sea"\ndate: 2026-11-25 09:05:00\ntags:\n---\n\n',
    ),
    ({"pelicanconf.py": "TIMEZONE = 'Asia/Tokyo'\n"}, "content/a-sea.md", "Title: A: sea\nDate: 2026-11-25 09:05\n\n"),
]


@pytest.mark.parametrize(("files", "path", "head"), SCAFFOLDS, ids=[row[1] for row in SCAFFOLDS])
def test_the_first_post_of_a_blog(tmp_path, files, path, head):
    post = style_of(tmp_path, files).new_post("A: sea", NOW)
    assert (str(post.relative), post.head) == (path, head)


def test_what_the_front_matter_can_t_say_is_refused(tmp_path):
    files = three("content/post-%d.md", '+++\ntitle = "Post #"\n+++\n\n')
    with pytest.raises(Refused):
        style_of(tmp_path, {**HUGO, **files}).new_post("Next", NOW, {"empty": None})


def test_forms_leave_out_values_alone():
    text = "---\ntitle: 'x'\ndate: 2026-01-02 03:04 +0900\ntags: [a, \"b\"]\nok: no\nn: 12\nempty:\nlong: |\n  a\n  b\n---\n\n"
    assert header_form(text, read_header(text)) == (
        "---\ntitle: '·'\ndate: 0000-00-00 00:00 +0000\ntags: [·, \"·\"]\nok: yes\nn: 0\nempty:\nlong: |·\n---\n\n"
    )


@pytest.mark.parametrize(
    ("title", "rule", "slug"),
    [
        ("Hello, World!", "words", "hello-world"),
        ("It's a C++ thing", "ascii", "its-a-c-thing"),
        ("Café & Bar", "ascii", "cafe-bar"),
        ("朝の 海", "words", "朝の-海"),
        ("Hello World", "title's case", "Hello-World"),
    ],
)
def test_slug_rules(title, rule, slug):
    assert SLUG_RULES[rule](title) == slug


def test_long_titles_make_names_that_a_file_can_have(tmp_path):
    files = three("_posts/2026-01-0%d-海の話.md", "---\ntitle: 海の話\n---\n\n")
    style = style_of(tmp_path, {**JEKYLL, **files})
    name = style.new_post("長い題" * 60, NOW).relative.name
    assert 150 < len(name.encode()) < 255
    words = style.new_post("A long title " * 30, NOW).relative.stem
    assert words.endswith(("-long", "-title", "-a"))
    assert len(style.new_post("x", NOW, slug="y" * 400).relative.name) < 255


def test_japanese_is_romanised_by_words():
    assert romanised("朝の散歩と、港の三つの音") == "asa-no-sanpo-to-minato-no-mittsu-no-oto"
    assert romanised("A map") == "a-map"


def test_posts_made_anew_are_like_the_hidden_ones(shared):
    """The benchmark's question on one blog with one style."""
    from benchmarks.house_style import made

    samples = read_samples(Blog((shared / "corpus/yihui__yihui.org").resolve(), Generator.PLAIN))
    wanted = samples[:80]
    same = 0
    for sample in wanted:
        form, pattern, _ = made(sample, [one for one in samples if one is not sample], Generator.PLAIN)
        same += form == header_form(sample.head, sample.header) and pattern == pattern_of(sample)
    assert same >= 0.92 * len(wanted)


@pytest.mark.parametrize(
    ("site", "posts", "path", "line"),
    [
        ({"_config.yml": ""}, {"_posts/2026-01-02-a.md": "---\ntitle: a\n---\n"}, "_drafts/next.md", "title: Next"),
        ({"_config.yml": ""}, {}, "_drafts/next.md", "title: Next"),
        ({"hugo.toml": ""}, {"content/p/a.md": "+++\ntitle = 'a'\n+++\n"}, "content/p/next.md", "draft = true"),
        ({"pelicanconf.py": ""}, {"content/a.md": "Title: a\n\nx\n"}, "content/next.md", "Status: draft"),
        (
            {"_config.yml": "", "scaffolds/post.md": ""},
            {"source/_posts/a.md": "---\ntitle: a\n---\n"},
            "source/_drafts/next.md",
            "title: Next",
        ),
    ],
)
def test_a_new_draft_is_one_in_the_generators_way(tmp_path, site, posts, path, line):
    post = style_of(tmp_path, {**site, **posts}).new_post("Next", NOW, draft=True)
    assert str(post.relative) == path
    assert line in post.head.splitlines()


@pytest.mark.parametrize(
    ("files", "version"),
    [
        ({"_config.yml": "", "Gemfile.lock": "GEM\n  specs:\n    jekyll (4.3.2)\n      jekyll-x (1.0)\n"}, "4.3.2"),
        ({"_config.yml": "", "Gemfile": 'source "x"\ngem "jekyll", "~> 3.9"\n'}, "3.9"),
        ({"hugo.toml": "", ".github/workflows/hugo.yml": "env:\n  HUGO_VERSION: 0.128.0\n"}, "0.128.0"),
        ({"hugo.toml": "", "netlify.toml": '[build.environment]\nHUGO_VERSION = "0.111.3"\n'}, "0.111.3"),
        ({"astro.config.mjs": "", "package.json": '{"dependencies": {"astro": "^4.2.0"}}'}, "4.2.0"),
        ({".eleventy.js": "", "package.json": '{"devDependencies": {"@11ty/eleventy": "3.0.0"}}'}, "3.0.0"),
        ({"pelicanconf.py": "", "requirements.txt": "pelican[markdown]==4.9.1\n"}, "4.9.1"),
        ({"_config.yml": ""}, ""),
    ],
)
def test_the_version_is_what_the_files_say(tmp_path, files, version):
    assert generator_version(BlogFolder(style_of(tmp_path, files).blog)) == version
