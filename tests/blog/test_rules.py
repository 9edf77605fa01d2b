"""What the posts beside a post teach about its front matter, and what the site's configuration says."""

from zoneinfo import ZoneInfo

import pytest

from editor.blog.posts import posts_of_site
from editor.blog.rules import RulesBook
from editor.blog.settings import SiteSettings, settings_of
from editor.blog.site import Blog
from editor.cli import main
from editor.header import FieldType, Generator
from editor.header.generator import usually_before


@pytest.fixture
def folder(tmp_path):
    """Writes posts and gives the path of one more beside them."""

    def write(*posts, site="_config.yml", text=""):
        (tmp_path / site).write_text(text, encoding="utf-8")
        inside = tmp_path / "posts"
        inside.mkdir()
        for number, post in enumerate(posts):
            (inside / f"{number}.md").write_text(post, encoding="utf-8")
        return inside / "new.md"

    return write


@pytest.mark.parametrize(
    ("posts", "site", "generator", "first_line"),
    [
        (["---\ntitle: x\n---\n"], "hugo.toml", Generator.HUGO, "---"),
        (["+++\ntitle = 'x'\n+++\n"] * 2 + ["---\ntitle: x\n---\n"], "hugo.toml", Generator.HUGO, "+++"),
        (['{\n"title": "x"\n}\n'], "hugo.toml", Generator.HUGO, "{"),
        (['---json\n{"title": "x"}\n---\n'], ".eleventy.js", Generator.ELEVENTY, "---json"),
        (["Title: x\nDate: 2026-01-02\n\nB"], "pelicanconf.py", Generator.PELICAN, ""),
        ([], "hugo.toml", Generator.HUGO, None),
        (["no header", "---\nbroken: '\n---\n"], "_config.yml", Generator.JEKYLL, None),
    ],
)
def test_a_new_header_is_of_the_kind_that_most_posts_have(folder, posts, site, generator, first_line):
    rules = RulesBook().rules_of(folder(*posts, site=site))
    assert rules.generator is generator
    assert rules.new_header() == first_line


def test_a_key_goes_where_most_posts_have_it(folder):
    path = folder("---\nmine: 1\ntags: [a]\ntitle: x\n---\n", "---\ntags: [b]\ntitle: x\n---\n")
    rules = RulesBook().rules_of(path)
    assert set(rules.before("title")) == {"tags", "mine"}
    assert set(rules.before("tags")) == {"mine"}
    assert rules.before("date") == usually_before("date")
    path.write_bytes(b"---\nlayout: y\ntags: [a]\nother: z\n---\n")
    assert main(["set", "title=x", "--", str(path)]) == 0
    assert path.read_bytes() == b"---\nlayout: y\ntags: [a]\ntitle: x\nother: z\n---\n"


def test_a_post_without_header_gets_one_of_the_blogs_kind(folder):
    path = folder("+++\ntitle = 'x'\n+++\n", site="hugo.toml")
    path.write_bytes(b"Body\n")
    assert main(["set", "title=new", "--", str(path)]) == 0
    assert path.read_bytes() == b'+++\ntitle = "new"\n+++\n\nBody\n'


@pytest.mark.parametrize(
    ("generator", "site", "text", "settings"),
    [
        (Generator.JEKYLL, "_config.yml", "timezone: Asia/Tokyo\n", SiteSettings(ZoneInfo("Asia/Tokyo"), None)),
        (Generator.JEKYLL, "_config.yml", "future: true\n", SiteSettings(None, True)),
        (Generator.JEKYLL, "_config.yml", "timezone: Nowhere/At all\n", SiteSettings()),
        (Generator.JEKYLL, "_config.yml", "broken: '\n", SiteSettings()),
        (Generator.JEKYLL, "_config.yml", "- a list\n", SiteSettings()),
        (Generator.HUGO, "hugo.toml", 'timeZone = "Europe/Paris"\n', SiteSettings(ZoneInfo("Europe/Paris"), False)),
        (Generator.HUGO, "config.yaml", "buildFuture: true\n", SiteSettings(None, True)),
        (Generator.HEXO, "_config.yml", "timezone: ''\n", SiteSettings(None, True)),
        (Generator.PELICAN, "pelicanconf.py", "TIMEZONE = 'Asia/Tokyo'\n", SiteSettings(ZoneInfo("Asia/Tokyo"), True)),
        (Generator.PELICAN, "pelicanconf.py", "TIMEZONE = run()\n", SiteSettings(None, True)),
        (Generator.PLAIN, "x", "", SiteSettings()),
    ],
)
def test_a_sites_time_zone_and_future(tmp_path, generator, site, text, settings):
    (tmp_path / site).write_text(text, encoding="utf-8")
    assert settings_of(Blog(tmp_path, generator)) == settings


def test_a_site_without_configuration_says_nothing(tmp_path):
    assert settings_of(Blog(tmp_path, Generator.JEKYLL)) == SiteSettings()


def test_a_blog_is_read_once_for_all_its_folders(tmp_path, monkeypatch):
    """Hugo's bundles have a folder each: what the whole blog shows must not be read again for each of them."""
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    for number in range(5):
        path = tmp_path / f"content/p{number}/index.md"
        path.parent.mkdir(parents=True)
        path.write_text("---\ntitle: A\nmine: true\n---\n" if number else "---\ntitle: A\n---\n", encoding="utf-8")
    walks = []
    monkeypatch.setattr("editor.blog.rules.posts_of_site", lambda root: walks.append(root) or posts_of_site(root))
    book = RulesBook()
    for number in range(5):
        rules = book.rules_of(tmp_path / f"content/p{number}/index.md")
        assert rules.kind("mine") is FieldType.BOOLEAN
        assert rules.kind("none") is None
    assert len(walks) == 1
