"""Blogs, their posts and their words."""

from collections import Counter

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.links.find import links_in
from editor.blog.links.meaning import Meanings, Page
from editor.blog.posts import find_posts, is_post, posts_of_site
from editor.blog.site import Blog, blog_of, sites_below
from editor.blog.tags import uses
from editor.blog.targets import LinkForm, PostTarget, link_to
from editor.blog.vocabulary import vocabulary
from editor.header import Generator, read_header
from editor.post.post import Post
from editor.post.values import words_in
from tests.files import write


@pytest.mark.parametrize(
    ("files", "post", "root", "generator"),
    [
        (["_config.yml"], "_posts/a.md", ".", Generator.JEKYLL),
        (["site/_config.yml"], "site/_posts/deep/a.md", "site", Generator.JEKYLL),
        (["_config.yml", "source/_posts/x.md"], "source/_posts/a.md", ".", Generator.HEXO),
        (["hugo.toml"], "content/a.md", ".", Generator.HUGO),
        (["config.toml", "content/x.md"], "content/a.md", ".", Generator.HUGO),
        (["zola.toml"], "content/a.md", ".", Generator.ZOLA),
        (["astro.config.mjs"], "src/content/blog/a.md", ".", Generator.ASTRO),
        ([".eleventy.js"], "src/a.md", ".", Generator.ELEVENTY),
        (["pelicanconf.py"], "content/a.md", ".", Generator.PELICAN),
        ([], "drafts/a.md", "drafts", Generator.PLAIN),
        ([], "_posts/2026-01-07-a.md", ".", Generator.JEKYLL),
        ([], "_posts/deep/2026-01-07-a.md", ".", Generator.JEKYLL),
        ([], "_posts/a.md", "_posts", Generator.PLAIN),
    ],
)
def test_the_blog_of_a_post_is_found_by_walking_up(tmp_path, files, post, root, generator):
    for name in [*files, post]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    blog = blog_of(tmp_path / post)
    assert blog.root == (tmp_path / root).resolve()
    assert blog.generator is generator
    assert (blog.root / blog.relative(tmp_path / post)).samefile(tmp_path / post)


def test_posts_are_found_and_built_or_hidden_folders_are_not(tmp_path):
    for name in ("a.md", "sub/b.markdown", "_site/c.md", ".git/d.md", "node_modules/e.md", "f.txt", ".hidden.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in find_posts(tmp_path)] == ["a.md", "b.markdown"]
    assert is_post(tmp_path / "X.MD")


def test_a_zola_site_is_told_from_a_hugo_site_by_its_address(tmp_path):
    write(tmp_path, {"config.toml": 'title = "x"\nbase_url = "https://ex.org/b"\n', "content/a.md": "+++\n+++\n"})
    blog = blog_of(tmp_path / "content/a.md")
    assert blog.generator is Generator.ZOLA
    assert (BlogFolder(blog).url, BlogFolder(blog).base) == ("https://ex.org", "/b")
    write(tmp_path, {"config.toml": 'baseURL = "https://ex.org/b"\n'})
    assert blog_of(tmp_path / "content/a.md").generator is Generator.HUGO


def test_each_of_several_sites_has_its_own_posts(tmp_path):
    write(
        tmp_path,
        {
            "_config.yml": "title: outer\n",
            "_posts/2026-01-01-outer.md": "",
            "docs/_config.yml": "title: inner\n",
            "docs/_posts/2026-01-01-inner.md": "",
            "hugo/hugo.toml": "",
            "hugo/content/a.md": "",
            "hugo/themes/t/exampleSite/hugo.toml": "",
            "hugo/themes/t/exampleSite/content/example.md": "",
        },
    )
    names = {root: [path.name for path in posts_of_site(tmp_path / root)] for root in (".", "docs", "hugo")}
    assert names == {".": ["2026-01-01-outer.md"], "docs": ["2026-01-01-inner.md"], "hugo": ["a.md"]}
    assert len(list(find_posts(tmp_path))) == 4, "a check of a folder looks at all of them"


def test_sites_are_found_below_a_folder(tmp_path):
    write(
        tmp_path, {"www/hugo.toml": "", "www/themes/t/hugo.toml": "", "docs/deep/_config.yml": "", ".x/hugo.toml": ""}
    )
    assert [blog.root.name for blog in sites_below(tmp_path)] == ["deep", "www"]


@pytest.mark.parametrize(
    ("generator", "files", "content"),
    [
        (Generator.HUGO, {"hugo.toml": 'contentdir = "src/texts/"\n'}, "src/texts"),
        (Generator.HUGO, {"hugo.toml": ""}, "content"),
        (Generator.HEXO, {"_config.yml": "source_dir: quellen\n"}, "quellen"),
        (Generator.PELICAN, {"pelicanconf.py": "PATH = './texts'\n"}, "texts"),
        (Generator.PELICAN, {"pelicanconf.py": "PATH = '.'\n"}, ""),
        (Generator.JEKYLL, {"_config.yml": "collections_dir: my\n"}, "my"),
        (Generator.JEKYLL, {"_config.yml": ""}, ""),
        (Generator.ELEVENTY, {".eleventy.js": ""}, ""),
    ],
)
def test_where_posts_are_taken_from(tmp_path, generator, files, content):
    write(tmp_path, files)
    assert BlogFolder(Blog(tmp_path, generator)).content == content


@pytest.mark.parametrize(
    ("path", "front_matter", "address"),
    [
        ("content/blog/A post.md", "", "/blog/a-post/"),
        ("content/blog/2026-01-02-hello.md", "", "/blog/hello/"),
        ("content/blog/bundle/index.md", "", "/blog/bundle/"),
        ("content/blog/_index.md", "", "/blog/"),
        ("content/_index.md", "", "/"),
        ("content/blog/a.ja.md", "", "/ja/blog/a/"),
        ("content/blog/a.md", 'slug = "other"', "/blog/other/"),
        ("content/blog/a.md", 'path = "over/there"', "/over/there/"),
        ("content/blog/朝.md", "", ""),
    ],
)
def test_zola_addresses(tmp_path, path, front_matter, address):
    write(tmp_path, {"config.toml": 'base_url = "https://ex.org"\n', path: f"+++\n{front_matter}\n+++\n"})
    header = Post.from_bytes((tmp_path / path).read_bytes()).header
    assert BlogFolder(Blog(tmp_path, Generator.ZOLA)).address_of(path, header) == address


def test_links_of_zola_name_files(tmp_path):
    write(tmp_path, {"config.toml": 'base_url = "https://ex.org"\n'})
    folder = BlogFolder(Blog(tmp_path, Generator.ZOLA))
    target = PostTarget("content/blog/a.md", "A", "", "/blog/a/")
    assert link_to(target, LinkForm.AT, folder, "content/b.md") == "@/blog/a.md"
    meanings, (link,) = Meanings(folder, [Page("content/blog/a.md", "/blog/a/")]), links_in("[a](@/blog/a.md#x)")
    here = Page("content/b.md", "/b/")
    assert meanings.page(link, here).relative == "content/blog/a.md"
    assert meanings.respelled(link, here, here, Page("content/news/b.md", "/news/b/")) == "news/b.md#x"


def test_the_words_of_a_blog_are_counted(example_blog):
    (example_blog / "_posts" / "bad.md").write_bytes(b"---\ntags: [\n---\n")
    (example_blog / "_posts" / "binary.md").write_bytes(b"\0")
    words = vocabulary(example_blog)
    assert words["categories"] == Counter({"暮らし": 3, "tools": 1, "行事": 1, "places": 1, "考えごと": 1, "読書": 1})
    assert words["tags"]["港"] == 2
    assert words["author"]["港の編集室"] == 3


def test_words_are_read_as_the_blogs_generator_reads_them(tmp_path):
    for name, configuration, posts in (
        ("jekyll", "_config.yml", {"_posts/2025-01-01-a.md": "---\ntags: travel food\n---\n"}),
        ("pelican", "pelicanconf.py", {"content/a.md": "Title: A\nDate: 2025-01-01\nTags: travel, food\n\ntext\n"}),
        ("zola", "config.toml", {"content/a.md": '+++\ntitle = "A"\n[taxonomies]\ntags = ["travel", "food"]\n+++\n'}),
    ):
        root = tmp_path / name
        for post, text in posts.items():
            (root / post).parent.mkdir(parents=True)
            (root / post).write_text(text, encoding="utf-8")
        (root / configuration).write_text('base_url = "https://a.example"\n' if name == "zola" else "")
        assert vocabulary(root)["tags"] == Counter({"travel": 1, "food": 1}), name
        assert uses(root, "tags") == {"food": 1, "travel": 1}, name


def test_an_empty_list_has_no_words():
    header = read_header("---\ntags: []\ncategories:\nkeywords: [a, {b: c}, '']\n---\n")
    assert [words_in(header, field) for field in header.fields] == [[], [], ["a"]]
