"""Every configuration file name of every generator: the folder is recognised, and its settings are read."""

import ast
import json
from zoneinfo import ZoneInfo

import pytest

from editor.blog.configuration_files import CONFIGURATION_FILES
from editor.blog.detection import generator_of, is_site
from editor.blog.folder import BlogFolder
from editor.blog.reading import post_at
from editor.blog.settings import configuration, markdown_settings, settings_of
from editor.blog.site import Blog, blog_of, sites_below
from editor.header import Generator
from tests.conftest import ROOT
from tests.files import write

TOKYO = ZoneInfo("Asia/Tokyo")
POSTS = {
    Generator.HUGO: "content/posts/a.md",
    Generator.ZOLA: "content/a.md",
    Generator.JEKYLL: "_posts/2026-01-07-a.md",
    Generator.HEXO: "source/_posts/a.md",
    Generator.ASTRO: "src/content/blog/a.md",
    Generator.ELEVENTY: "src/content/blog/a.md",
    Generator.PELICAN: "content/a.md",
}
HUGO_DATA = {
    "baseURL": "https://ex.org/b/",
    "timeZone": "Asia/Tokyo",
    "permalinks": {"posts": "/p/:slug/"},
    "markup": {"goldmark": {"renderer": {"unsafe": True, "hardWraps": True}}},
}
DATA = {
    Generator.HUGO: HUGO_DATA,
    Generator.ZOLA: {"base_url": "https://ex.org/b"},
    Generator.JEKYLL: {"timezone": "Asia/Tokyo", "permalink": "/p/:title/", "kramdown": {"hard_wrap": True}},
    Generator.HEXO: {"timezone": "Asia/Tokyo", "permalink": "p/:title/"},
}
MARKDOWN = {
    Generator.HUGO: {"goldmark": {"html": True, "breaks": True}},
    Generator.JEKYLL: {"kramdown": {"hard_wrap": True}},
}
ADDRESS = {Generator.HUGO: "/p/x/", Generator.JEKYLL: "/p/x/", Generator.HEXO: "/p/a/"}
NAMES = [(generator, name) for generator, names in CONFIGURATION_FILES.items() for name in names]
HUGO_PLACES = ["hugo", "config", "config/_default/hugo", "config/_default/config", "config/production/hugo"]


def as_toml(data, path=()):
    """Plain values first, then a table for each map."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in data.items() if not isinstance(value, dict)]
    for key, value in data.items():
        if isinstance(value, dict):
            inner = (*path, key)
            lines += [f"[{'.'.join(inner)}]", as_toml(value, inner)]
    return "\n".join(lines)


def written(name, data):
    """The data in the syntax of a file; JSON is YAML too."""
    if name.endswith(".toml"):
        return as_toml(data)
    if name.endswith((".json", ".yml", ".yaml")):
        return json.dumps(data, indent=1)
    return ""


def made(folder, generator, name, data):
    text = "TIMEZONE = 'Asia/Tokyo'\n" if generator is Generator.PELICAN else written(name, data)
    write(folder, {name: text, POSTS[generator]: "---\ntitle: a\nslug: x\ndate: 2026-01-07\n---\nB\n"})
    if name.startswith("config.") and generator is Generator.HUGO:
        (folder / "layouts").mkdir()
    return blog_of(folder / POSTS[generator])


@pytest.mark.parametrize(("generator", "name"), NAMES)
def test_each_name_is_recognised_and_read(tmp_path, generator, name):
    blog = made(tmp_path, generator, name, DATA.get(generator, {}))
    assert blog == Blog(tmp_path.resolve(), generator)
    assert [one.generator for one in sites_below(tmp_path)] == [generator]
    has_zone = generator in (Generator.HUGO, Generator.JEKYLL, Generator.HEXO, Generator.PELICAN)
    assert settings_of(blog).zone == (TOKYO if has_zone else None)
    assert markdown_settings(blog) == MARKDOWN.get(generator, {})
    folder = BlogFolder(blog)
    if generator in (Generator.HUGO, Generator.ZOLA):
        assert folder.base == "/b"
    if generator in ADDRESS:
        header = post_at(tmp_path / POSTS[generator]).header
        assert folder.address_of(POSTS[generator], header) == ADDRESS[generator]


@pytest.mark.parametrize("suffix", ["toml", "yaml", "yml", "json"])
@pytest.mark.parametrize("stem", HUGO_PLACES)
def test_hugo_is_configured_in_its_root_or_its_folders(tmp_path, stem, suffix):
    blog = made(tmp_path, Generator.HUGO, f"{stem}.{suffix}", HUGO_DATA)
    assert blog == Blog(tmp_path.resolve(), Generator.HUGO)
    assert settings_of(blog).zone == TOKYO
    assert markdown_settings(blog) == MARKDOWN[Generator.HUGO]


@pytest.mark.parametrize("suffix", ["toml", "yaml", "json"])
def test_hugos_files_are_merged(tmp_path, suffix):
    """What `hugo config` (0.168) prints for the same files."""
    parts = {
        "hugo": {"title": "root", "params": {"a": 1, "b": {"c": 1, "d": 1}}, "markup": {"goldmark": {"X": {"y": 1}}}},
        "config/_default/hugo": {"Title": "folder", "timeZone": "Asia/Tokyo"},
        "config/_default/markup": {"goldmark": {"renderer": {"unsafe": True}}},
        "config/_default/params": {"B": {"d": 2}, "e": 3},
        "config/_default/more/params": {"f": 4},
        "config/_default/permalinks": {"posts": "/p/:slug/"},
        "config/_default/languages": {"en": {"weight": 2}, "ja": {"weight": 1}},
        "config/_default/params.ja": {"g": 5},
        "config/_default/menus.ja": {"main": []},
        "config/production/config": {"title": "production"},
        "config/staging/config": {"title": "staging"},
    }
    write(tmp_path, {f"{name}.{suffix}": written(f".{suffix}", data) for name, data in parts.items()})
    assert configuration(Blog(tmp_path, Generator.HUGO)) == {
        "title": "production",
        "params": {"a": 1, "b": {"c": 1, "d": 2}, "e": 3, "f": 4},
        "markup": {"goldmark": {"X": {"y": 1}, "renderer": {"unsafe": True}}},
        "timeZone": "Asia/Tokyo",
        "permalinks": {"posts": "/p/:slug/"},
        "languages": {
            "en": {"weight": 2},
            "ja": {"weight": 1, "params": {"g": 5}, "menus": {"main": []}},
        },
    }


@pytest.mark.parametrize(("default", "html"), [("", {"xhtml": True}), ("ja", {"html": False}), ("fr", {"xhtml": True})])
def test_a_languages_markup_replaces_the_sites(tmp_path, default, html):
    data = {
        "markup": {"goldmark": {"renderer": {"unsafe": True}}},
        "languages": {
            "en": {"markup": {"goldmark": {"renderer": {"xhtml": True}}}},
            "ja": {"weight": 3, "markup": {"goldmark": {"renderer": {"unsafe": False}}}},
            "fr": {"weight": 2, "markup": {"goldmark": {"renderer": {"xhtml": True}}}},
        },
    }
    write(tmp_path, {"hugo.json": json.dumps({"defaultContentLanguage": default, **data} if default else data)})
    assert markdown_settings(Blog(tmp_path, Generator.HUGO)) == {"goldmark": html}


def test_hugo_prefers_the_new_name_and_toml(tmp_path):
    for name in reversed(CONFIGURATION_FILES[Generator.HUGO]):
        write(tmp_path, {name: written(name, {"title": name})})
        assert configuration(Blog(tmp_path, Generator.HUGO)) == {"title": name}


@pytest.mark.parametrize(
    ("files", "generator"),
    [
        ({"config.toml": 'title = "a"\n\n[extra]\nbase_url = "x"\n', "content/a.md": ""}, Generator.HUGO),
        ({"config.toml": ' "base_url" = "https://a.example"\n[extra]\n', "content/a.md": ""}, Generator.ZOLA),
        ({"config.toml": 'base_url = "https://a.example\nbroken [', "content/a.md": ""}, Generator.ZOLA),
        ({"config.yml": "baseurl: /\n", "content/a.md": ""}, Generator.HUGO),
        ({"config.yml": "title: x\n", "content/a.md": "", "archetypes/default.md": ""}, Generator.HUGO),
        ({"config.json": '{"languageCode": "ja"}', "content/a.md": ""}, Generator.HUGO),
        ({"config.yml": "baseURL: /\ncontentDir: docs\n", "docs/a.md": ""}, Generator.HUGO),
        ({"config.yml": "title: x\n", "content/a.md": ""}, None),
        ({"config.json": "{}", "content/a.md": ""}, None),
        ({"config.yml": "baseURL: https://api.example\n"}, None),
        ({"config.yml": "backend: {}\ncollections: []\n", "content/a.md": "", "static/a": ""}, None),
        ({"config.toml": "[build]\n"}, None),
        ({"config/application.rb": "", "config/routes.toml": ""}, None),
        ({"_config.yml": "source: source\nplugins: []\n", "source/_posts/a.md": ""}, Generator.JEKYLL),
        ({"_config.yml": "title: x\n", "Gemfile": 'gem "jekyll"\n', "source/_posts/a.md": ""}, Generator.JEKYLL),
        ({"_config.yml": "title: x\n", "source/_posts/a.md": ""}, Generator.HEXO),
        ({"_config.yml": "source_dir: src\nnew_post_name: :title.md\n", "src/_posts/a.md": ""}, Generator.HEXO),
        ({"_config.yaml": "title: x\n", "package.json": '{"dependencies": {"hexo": "^7"}}'}, Generator.HEXO),
        ({"_config.yml": "title: x\n", "package.json": '{"name": "x"}', "_posts/a.md": ""}, Generator.JEKYLL),
        ({"_config.json": "{}", "scaffolds/post.md": ""}, Generator.HEXO),
        ({"_config.json": "{}"}, None),
        ({"package.json": '{"hexo": {"version": "8"}}', "source/_posts/a.md": ""}, Generator.HEXO),
        ({"package.json": '{"hexo": {"version": "8"}}'}, None),
        ({"package.json": '{"dependencies": {"astro": "^5"}}', "src/content/blog/a.md": ""}, Generator.ASTRO),
        ({"package.json": '{"dependencies": {"astro": "^5"}}'}, None),
        ({"package.json": '{"devDependencies": {"@11ty/eleventy": "^3"}}'}, Generator.ELEVENTY),
        ({"package.json": '{"devDependencies": {"prettier": "3"}}', "src/content/a.md": ""}, None),
        (
            {
                "_config.yml": "title: x\n",
                "package.json": '{"dependencies": {"hexo": "^7"}}',
                "Gemfile": 'gem "jekyll"\n',
                "_posts/2024-01-01-a.md": "",
            },
            Generator.JEKYLL,
        ),
        ({"astro.config.mts": "", "_config.yml": "title: x\n"}, Generator.ASTRO),
    ],
)
def test_shared_names_are_decided_by_evidence(tmp_path, files, generator):
    write(tmp_path, files)
    assert generator_of(tmp_path) is generator
    assert is_site(tmp_path, [path.name for path in tmp_path.iterdir()]) is (generator is not None)


def test_no_other_module_names_a_configuration_file():
    """A second table would forget a name that the first one has."""
    names = {name for names in CONFIGURATION_FILES.values() for name in names}
    for path in (ROOT / "editor").rglob("*.py"):
        if path.name == "configuration_files.py":
            continue
        words = {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
        allowed = {"config.toml", "config.yaml"} if path.name == "detection.py" else set()
        assert not (words & names) - allowed, path.name
