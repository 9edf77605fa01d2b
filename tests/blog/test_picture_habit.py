"""Where a blog keeps its pictures: learnt from its posts, else the generator's usual place."""

from datetime import datetime

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.picture_habit import Habit, habit_of, picture_slug, variables
from editor.blog.site import blog_of
from editor.header import read_header

NOW = datetime(2026, 11, 25)


def make(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def learnt(root, post):
    """The folder and the address of a picture `new.png` in a post."""
    path = root / post
    if not path.exists():
        make(root, {post: "---\ntitle: x\n---\n\ntext\n"})
    blog = blog_of(path)
    habit = habit_of(BlogFolder(blog), path)
    names = variables(blog.relative(path), read_header(path.read_text(encoding="utf-8")), NOW)
    return habit.folder_for(names), habit.address_of("new.png", names)


OLD = "_posts/2026-03-01-first.md"
NEW = "_posts/2026-05-09-next.md"
CASES = [
    ("jekyll, one folder", {"assets/img/a.png": ""}, "![a](/assets/img/a.png)", "assets/img", "/assets/img/new.png"),
    (
        "jekyll, a folder a post",
        {"assets/first/a.png": ""},
        "![a](/assets/first/a.png)",
        "assets/next",
        "/assets/next/new.png",
    ),
    (
        "jekyll, by year and month",
        {"images/2026/03/a.png": ""},
        "![a](/images/2026/03/a.png)",
        "images/2026/05",
        "/images/2026/05/new.png",
    ),
    (
        "jekyll, by the file's name",
        {"assets/2026-03-01-first/a.png": ""},
        "![a](/assets/2026-03-01-first/a.png)",
        "assets/2026-05-09-next",
        "/assets/2026-05-09-next/new.png",
    ),
    (
        "baseurl by Liquid",
        {"assets/a.png": ""},
        "![a]({{ site.baseurl }}/assets/a.png)",
        "assets",
        "{{ site.baseurl }}/assets/new.png",
    ),
    (
        "relative_url",
        {"assets/a.png": ""},
        "![a]({{ '/assets/a.png' | relative_url }})",
        "assets",
        "{{ '/assets/new.png' | relative_url }}",
    ),
    ("a picture that is not there teaches nothing", {}, "![a](/img/a.png)", "assets/images", "/assets/images/new.png"),
]


@pytest.mark.parametrize(
    ("files", "text", "folder", "address"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_jekyll_blog_is_followed(tmp_path, files, text, folder, address):
    make(tmp_path, {"_config.yml": "title: x\n", OLD: f"---\ntitle: x\n---\n\n{text}\n", **files})
    assert learnt(tmp_path, NEW) == (folder, address)


def test_newer_posts_win(tmp_path):
    make(tmp_path, {"_config.yml": "title: x\n", "img/a.png": "", "media/a.png": ""})
    for number in range(1, 41):
        folder = "img" if number <= 21 else "media"
        make(
            tmp_path,
            {
                f"_posts/2025-01-01-p{number}.md".replace(
                    "01-01", f"{number // 28 + 1:02}-{number % 28 + 1:02}"
                ): f"![]( /{folder}/a.png)"
            },
        )
    assert learnt(tmp_path, NEW) == ("media", "/media/new.png")


@pytest.mark.parametrize(
    ("marker", "post", "folder", "address"),
    [
        ({"hugo.toml": ""}, "content/posts/umi/index.md", "content/posts/umi", "new.png"),
        (
            {"hugo.toml": "baseURL = 'https://example.org/blog/'\n"},
            "content/umi.md",
            "static/images",
            "/blog/images/new.png",
        ),
        (
            {"_config.yml": "post_asset_folder: true\n", "scaffolds/post.md": ""},
            "source/_posts/umi.md",
            "source/_posts/umi",
            "new.png",
        ),
        (
            {"_config.yml": "title: x\n", "scaffolds/post.md": ""},
            "source/_posts/umi.md",
            "source/images",
            "/images/new.png",
        ),
        ({"pelicanconf.py": ""}, "content/umi.md", "content/images", "{static}/images/new.png"),
        ({"astro.config.mjs": ""}, "src/content/umi.md", "src/content", "./new.png"),
        ({}, "notes/umi.md", "images", "images/new.png"),
    ],
)
def test_without_pictures_the_generator_s_place_counts(tmp_path, marker, post, folder, address):
    make(tmp_path, marker)
    assert learnt(tmp_path, post) == (folder, address)


def test_a_bundle_s_pictures_lie_beside_it(tmp_path):
    make(tmp_path, {"hugo.toml": "", "content/a/index.md": "![a](one.png)", "content/a/one.png": ""})
    assert learnt(tmp_path, "content/b/index.md") == ("content/b", "new.png")


def test_names_come_from_the_slug():
    header = read_header("---\ndate: 2026-01-07\n---\n")
    assert variables("_posts/2026-05-09-海と空.md", header, NOW)["name"] == "海と空"
    assert picture_slug(variables("_posts/2026-05-09-海と空.md", header, NOW)) == "海と空"
    assert picture_slug(variables("content/My post/index.md", header, NOW)) == "my-post"
    assert variables("content/a/index.md", header, NOW)["month"] == "01"


def test_a_folder_outside_is_never_named(tmp_path):
    assert Habit("{here}/x", "{file}").folder_for({"here": ""}) == "x"
