"""Addresses of pages, collections and redirects, by the rules of the real generators (measured, Jekyll 4.3.1, Hexo 8.1.2,
Hugo 0.168.0), and sites whose source lies below the folder.
"""

from zoneinfo import ZoneInfo

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.links.survey import redirects_of, survey
from editor.blog.moves.carry import carry_out
from editor.blog.moves.place import Wish
from editor.blog.permalink import url_of
from editor.blog.site import Blog, blog_of
from editor.blog.style.house import HouseStyle
from editor.header import Generator, Rules, read_header
from editor.header.dates import read_date
from tests.blog.real_sites import build_with_jekyll, needs
from tests.blog.test_moves import plan
from tests.files import write

PAGES = {
    "index.md": "/",
    "about.md": "/about{}",
    "sub/index.md": "/sub/",
    "sub/page.md": "/sub/page{}",
    "2024-05-06-dated.md": "/2024-05-06-dated{}",
    "_work/w.md": "/work/w{}",
    "_work/deep/q.md": "/work/deep/q{}",
    "_work/index.md": "/work/index{}",
}
STYLES = [
    ("date", ".html"),
    ("none", ".html"),
    ("pretty", "/"),
    ("/:categories/:title/", "/"),
    ("/x/:title:output_ext", ".html"),
    ("/x/:title", ""),
]


@pytest.mark.parametrize(("style", "end"), STYLES)
def test_a_style_for_posts_ends_the_addresses_of_pages_and_collections(style, end):
    settings = {"permalink": style, "collections": {"work": {"output": True}}}
    header = read_header("---\ntitle: x\n---\n", Rules(Generator.JEKYLL))
    found = {path: url_of(Generator.JEKYLL, settings, path, header, None) for path in PAGES}
    assert found == {path: address.format(end) for path, address in PAGES.items()}


@needs("jekyll")
@pytest.mark.parametrize(("style", "end"), STYLES)
def test_jekyll_builds_pages_and_collections_there(tmp_path, style, end):
    root = tmp_path / "site"
    write(root, {"_config.yml": f"permalink: {style}\ncollections: {{work: {{output: true}}}}\n"})
    write(root, dict.fromkeys(PAGES, "---\ntitle: x\n---\n"))
    built = build_with_jekyll(root)
    assert {path: built[path] for path in PAGES} == {path: address.format(end) for path, address in PAGES.items()}


@pytest.mark.parametrize(
    ("path", "header", "address"),
    [
        ("source/docs/index.md", "title: T", "/docs/"),
        ("source/docs/intro/index.md", "title: T", "/docs/intro/"),
        ("source/about.md", "title: T", "/about.html"),
        ("source/docs/日本.md", "title: T", "/docs/%E6%97%A5%E6%9C%AC.html"),
        ("source/a.md", "permalink: /custom/x/", "/custom/x/"),
        ("source/a.md", "permalink: own/", "/own/"),
        ("source/index.md", "title: T", "/"),
        ("source/_posts/p.md", "date: 2024-01-02", "/2024/01/p/"),
    ],
)
def test_a_page_of_hexo_has_the_address_of_its_file(path, header, address):
    read = read_header(f"---\n{header}\n---\n", Rules(Generator.HEXO))
    assert url_of(Generator.HEXO, {"permalink": ":year/:month/:title/"}, path, read, None) == address


def test_pages_of_hexo_with_the_same_name_share_no_address(tmp_path):
    post = "---\ntitle: T\n---\n"
    write(tmp_path, {"_config.yml": "permalink: /:year/:month/:title/\n", "source/_posts/p.md": post})
    write(tmp_path, {"source/docs/index.md": post, "source/docs/intro/index.md": post})
    folder = BlogFolder(Blog(tmp_path, Generator.HEXO))
    header = read_header(post, Rules(Generator.HEXO))
    found = [folder.address_of(f"source/docs/{name}", header) for name in ("index.md", "intro/index.md")]
    assert found == ["/docs/", "/docs/intro/"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-02-08T02:00:00+09:00", "08"),
        ("2024-02-08 19:07:00 -0500", "08"),
        ('"2024-02-08T23:59:00-11:00"', "08"),
        ("2024-02-08 02:00:00", "08"),
        ("Thu, 08 Feb 2024 19:07:00 -0500", "08"),
        ("08 Feb 2024", "08"),
        ("1707433200", "08"),  # 23:00 UTC
    ],
)
def test_hugo_takes_the_day_in_the_offset_that_is_written(written, day):
    header = read_header(f"---\nslug: a\ndate: {written}\n---\n", Rules(Generator.HUGO))
    settings = {"permalinks": {"posts": "/:year/:month/:day/:slug/"}}
    address = url_of(Generator.HUGO, settings, "content/posts/a.md", header, ZoneInfo("Asia/Tokyo"))
    assert address == f"/2024/02/{day}/a/"


@pytest.mark.parametrize(
    ("generator", "header", "address", "former"),
    [
        (Generator.JEKYLL, "redirect_from: /old.html", "/new.html", ("/old.html",)),
        (Generator.JEKYLL, "redirect_from: [/a/, /b c/]", "/new.html", ("/a/", "/b c/")),
        (
            Generator.HUGO,
            "aliases: [/posts/old/, beside, ../up]",
            "/posts/new/",
            ("/posts/old/", "/posts/beside", "/up"),
        ),
        (Generator.HUGO, "Aliases: [/x/]", "/posts/new/", ("/x/",)),
        (Generator.ZOLA, "aliases: [old/page]", "/posts/new/", ("/posts/old/page",)),
        (Generator.HEXO, "alias: /x/", "/y/", ("/x/",)),
        (Generator.JEKYLL, "title: x", "/new.html", ()),
        (Generator.JEKYLL, "redirect_from:", "/new.html", ()),
    ],
)
def test_redirects_are_former_addresses(generator, header, address, former):
    assert redirects_of(generator, read_header(f"---\n{header}\n---\n", Rules(generator)), address) == former


def test_a_link_to_a_redirected_address_is_not_broken(tmp_path):
    write(
        tmp_path,
        {
            "_config.yml": "url: https://ex.org\n",
            "_posts/2024-01-02-a.md": "---\ntitle: A\nredirect_from: [/2020/01/02/old.html]\n---\nx\n",
            "_posts/2024-01-03-b.md": "---\ntitle: B\n---\n[x](/2020/01/02/old.html) [y](/2020/01/02/older.html)\n",
        },
    )
    found = survey(BlogFolder(blog_of(tmp_path / "_posts/2024-01-02-a.md")))
    assert [(one.kind.value, one.name) for one in found if one.name] == [("broken link", "/2020/01/02/older.html")]


SOURCE = {
    "_config.yml": "url: https://ex.org\nsource: ./src/\npermalink: /:categories/:title/\ncollections: {work: {output: true}}\n",
    "src/_posts/2024-01-02-a.md": "---\ntitle: A\n---\n[x]({% link _work/w.md %}) ![p](/p.png) [b]({% link _posts/2024-01-03-b.md %})\n",
    "src/_posts/2024-01-03-b.md": "---\ntitle: B\n---\n[a](/a/) [w](/work/w/) [about](/about/)\n",
    "src/_work/w.md": "---\ntitle: w\n---\n[b](/b/) [a](/a/)\n",
    "src/about.md": "---\ntitle: about\n---\n[b](/b/)\n",
    "src/p.png": "png",
}


def test_a_site_whose_source_lies_below_the_folder_has_no_broken_links(tmp_path):
    write(tmp_path, SOURCE)
    folder = BlogFolder(blog_of(tmp_path / "src/_posts/2024-01-02-a.md"))
    assert folder.blog.root == tmp_path
    assert survey(folder) == []
    header = read_header(SOURCE["src/_posts/2024-01-02-a.md"], Rules(Generator.JEKYLL))
    assert folder.address_of("src/_posts/2024-01-02-a.md", header) == "/a/"


def test_a_rename_in_a_source_below_the_folder_follows_the_link_tags(tmp_path):
    write(tmp_path, SOURCE)
    carry_out(plan(tmp_path, "src/_posts/2024-01-03-b.md", Wish(slug="new")))
    assert "{% link _posts/2024-01-03-new.md %}" in (tmp_path / "src/_posts/2024-01-02-a.md").read_text()
    assert "[b](/new/)" in (tmp_path / "src/_work/w.md").read_text()


@pytest.mark.parametrize("source", ["..", "../other", "/etc", "C:/x", "src/../.."])
def test_a_source_outside_of_the_folder_is_not_followed(tmp_path, source):
    write(tmp_path, {"_config.yml": f"source: {source}\n", "_posts/2024-01-02-a.md": "---\ntitle: A\n---\n"})
    assert BlogFolder(Blog(tmp_path, Generator.JEKYLL)).source == ""


def test_the_first_post_of_a_site_with_a_source_lies_below_it(tmp_path):
    write(tmp_path, {"_config.yml": "source: src\ncollections_dir: all\n"})
    post = HouseStyle.of(Blog(tmp_path, Generator.JEKYLL)).new_post("A", read_date("2026-01-02"), {}, slug="a")
    assert post.relative.as_posix() == "src/all/_posts/2026-01-02-a.md"
