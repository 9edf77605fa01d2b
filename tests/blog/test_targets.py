"""What a post may refer to, and how its blog's posts write it."""

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.picture_habit import habit_of
from editor.blog.site import blog_of
from editor.blog.targets import link_to, picture_address, picture_files, post_targets
from editor.header import read_header

HEAD = "---\ntitle: {0}\ndate: 2026-05-0{1}\n---\n\n"


def make(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def folder_of(root, post):
    return BlogFolder(blog_of(root / post))


JEKYLL = {"_config.yml": "url: https://e.org\nbaseurl: /site\n"}
A, B = "_posts/2026-05-01-a.md", "_posts/2026-05-02-b.md"
GIVEN = {"_config.yml": "defaults:\n- {scope: {path: _posts}, values: {permalink: /p/:title/}}\n"}
FORMS = [
    (GIVEN, A, B, "[a](/p/a/)", "/p/a/"),
    (JEKYLL, A, B, "no links", "{% post_url 2026-05-01-a %}"),
    (
        JEKYLL,
        A,
        B,
        "[a]({{ site.baseurl }}{% post_url 2026-01-01-z %})",
        "{{ site.baseurl }}{% post_url 2026-05-01-a %}",
    ),
    (JEKYLL, A, B, "[a]({% link _posts/2026-05-01-a.md %})", "{% link _posts/2026-05-01-a.md %}"),
    (JEKYLL, A, B, "[a](/site/2026/05/01/a.html)", "/site/2026/05/01/a.html"),
    (JEKYLL, A, B, "[a]({{site.baseurl}}/2026/05/01/a.html)", "{{ site.baseurl }}/2026/05/01/a.html"),
    (JEKYLL, A, B, "[a](https://e.org/site/2026/05/01/a.html)", "https://e.org/site/2026/05/01/a.html"),
    (JEKYLL, A, B, "[a](/elsewhere/) [b](https://other.org/x)", "{% post_url 2026-05-01-a %}"),
    (JEKYLL, "about.md", B, "no links", "{% link about.md %}"),
    ({"hugo.toml": ""}, "content/posts/a.md", "content/posts/b.md", "none", '{{< relref "/posts/a.md" >}}'),
    ({"hugo.toml": ""}, "content/posts/a/index.md", "content/posts/b.md", "none", '{{< relref "/posts/a" >}}'),
    (
        {"hugo.toml": ""},
        "content/posts/a.md",
        "content/posts/b.md",
        '[x]({{< ref "c.md" >}})',
        '{{< ref "/posts/a.md" >}}',
    ),
    ({"hugo.toml": ""}, "content/posts/a.md", "content/posts/b.md", "[x](/posts/a/)", "/posts/a/"),
    (
        {"_config.yml": "permalink: :title/\n", "source/_posts/z.md": ""},
        "source/_posts/a.md",
        "source/_posts/b.md",
        "none",
        "{% post_path a %}",
    ),
    ({"pelicanconf.py": ""}, "content/a.md", "content/b.md", "none", "{filename}/a.md"),
    ({}, "notes/a.md", "b.md", "none", "notes/a.md"),
    ({}, "a.md", "b.md", "[x](../x.md)", "a.md"),
]


@pytest.mark.parametrize(
    ("site", "there", "here", "body", "written"), FORMS, ids=[f"{row[4]} {row[3]}" for row in FORMS]
)
def test_links_are_written_as_the_blog_writes_them(tmp_path, site, there, here, body, written):
    make(tmp_path, {**site, there: HEAD.format("Ａ海", 1), here: HEAD.format("B", 2) + body})
    folder = folder_of(tmp_path, here)
    targets = post_targets(folder)
    target = next(one for one in targets.posts if one.title == "Ａ海")
    assert link_to(target, targets.form, folder, here) == written


def test_the_newest_posts_come_first_and_drafts_are_no_targets(tmp_path):
    make(tmp_path, {**JEKYLL, A: HEAD.format("A", 1), B: HEAD.format("B", 2), "_drafts/c.md": HEAD.format("C", 3)})
    make(tmp_path, {"README.md": "no front matter\n", "_posts/2026-05-03-bad.md": "---\ntitle: [\n---\n"})
    titles = [one.title for one in post_targets(folder_of(tmp_path, A)).posts]
    assert titles == ["2026-05-03-bad", "B", "A"]


PICTURES = [
    (JEKYLL, A, "assets/x.png", "", "/site/assets/x.png"),
    (JEKYLL, A, "assets/x.png", "![z]({{ site.baseurl }}/img/z.png)", "{{ site.baseurl }}/assets/x.png"),
    (JEKYLL, A, "img/x.png", "![z](/site/img/z.png)", "/site/img/x.png"),
    (JEKYLL, A, "_posts/x.png", "", "/site/_posts/x.png"),
    ({"hugo.toml": ""}, "content/posts/a.md", "static/i/x.png", "", "/i/x.png"),
    ({"hugo.toml": ""}, "content/posts/a/index.md", "content/posts/a/x.png", "", "x.png"),
    ({"astro.config.mjs": ""}, "src/content/blog/a.md", "public/x.png", "", "/x.png"),
    ({"pelicanconf.py": ""}, "content/a.md", "content/images/x.png", "", "{static}/images/x.png"),
    ({}, "notes/a.md", "pictures/x.png", "", "../pictures/x.png"),
]


@pytest.mark.parametrize(
    ("site", "here", "picture", "body", "written"), PICTURES, ids=[f"{row[1]} {row[4]}" for row in PICTURES]
)
def test_pictures_are_written_as_the_blog_finds_them(tmp_path, site, here, picture, body, written):
    other = here.replace("a", "b") if "_posts" not in here else B
    make(tmp_path, {**site, here: HEAD.format("A", 1), other: HEAD.format("B", 2) + body, picture: "", "img/z.png": ""})
    folder = folder_of(tmp_path, here) if site else BlogFolder(blog_of(tmp_path / "x.md"))
    path = tmp_path / here
    assert picture in picture_files(folder.blog)
    habit = habit_of(folder, path)
    header = read_header(path.read_text(encoding="utf-8"))
    assert picture_address(folder, picture, here, header, habit) == written
