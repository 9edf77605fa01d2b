"""Each blog's own markdown, from its generator and its configuration."""

import json

import pytest

from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.cli import main
from editor.header import Generator
from editor.render.flavours import kramdown_options, make_flavour

STRONG = "これは**「重要」**です"


@pytest.mark.parametrize(
    ("generator", "settings", "markdown", "html"),
    [
        (Generator.JEKYLL, {}, STRONG, "<p>これは<strong>「重要」</strong>です</p>"),
        (Generator.PLAIN, {}, STRONG, "<p>これは<strong>「重要」</strong>です</p>"),
        (Generator.JEKYLL, {"markdown": "CommonMarkGhPages"}, STRONG, f"<p>{STRONG}</p>"),
        (Generator.HUGO, {}, STRONG, f"<p>{STRONG}</p>"),
        (Generator.HUGO, {}, "<b>x</b>", "<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>"),
        (Generator.HUGO, {"goldmark": {"html": True}}, "<b>x</b>", "<p><b>x</b></p>"),
        (
            Generator.HUGO,
            {},
            '## 海 `x` {#sea .wide data-n="1"}',
            '<h2 id="sea" class="wide" data-n="1">海 <code>x</code></h2>',
        ),
        (Generator.HUGO, {}, "# a {b}", '<h1 id="a-b">a {b}</h1>'),
        (Generator.HUGO, {"goldmark": {"ids": False}}, "# A b", "<h1>A b</h1>"),
        (Generator.HUGO, {"goldmark": {"footnotes": False}}, "a[^1]\n\n[^1]: b", '<p>a<a href="b">^1</a></p>'),
        (Generator.HUGO, {}, "# A b", '<h1 id="a-b">A b</h1>'),
        (Generator.HUGO, {}, "https://example.com", '<p><a href="https://example.com">https://example.com</a></p>'),
        (Generator.HUGO, {"goldmark": {"linkify": False}}, "https://example.com", "<p>https://example.com</p>"),
        (Generator.ELEVENTY, {}, "# A", "<h1>A</h1>"),
        (Generator.HEXO, {}, "a\nb", "<p>a<br />\nb</p>"),
        (Generator.PELICAN, {}, "term\n: def", "<dl>\n<dt>term</dt>\n<dd>def</dd>\n</dl>"),
        (Generator.PELICAN, {"extensions": {"nl2br": {}}}, "a\nb", "<p>a<br>\nb</p>"),
        (Generator.PELICAN, {"extensions": {"os": {}, "nl2br": {}}}, "a\nb", "<p>a<br>\nb</p>"),
        (Generator.PELICAN, {"extensions": {"toc": {"no such option": 1}}}, "a", "<p>a</p>"),
        (Generator.JEKYLL, {"kramdown": {"hard_wrap": True}}, "a\nb", "<p>a<br />\nb</p>"),
        (Generator.JEKYLL, {"kramdown": {"auto_ids": "no"}}, "# a", '<h1 id="a">a</h1>'),
    ],
)
def test_the_blogs_own_rules(generator, settings, markdown, html):
    assert make_flavour(generator, settings).blocks(markdown) == [html]


def test_kramdown_options_are_taken_from_the_configuration():
    options = kramdown_options(
        {
            "toc_levels": "2..3",
            "smart_quotes": "apos,apos,quot,quot",
            "gfm_quirks": [],
            "footnote_backlink": "^",
            "input": "GFM",
            "nonsense": 1,
        }
    )
    assert options.toc_levels == (2, 3)
    assert options.smart_quotes == ("apos", "apos", "quot", "quot")
    assert not options.paragraph_end
    assert options.footnote_backlink == "^"
    assert kramdown_options("text") == kramdown_options(None)


@pytest.mark.parametrize(
    ("generator", "name", "text", "settings"),
    [
        (
            Generator.JEKYLL,
            "_config.yml",
            "kramdown:\n  hard_wrap: true\nother: 1\n",
            {"kramdown": {"hard_wrap": True}},
        ),
        (Generator.JEKYLL, "_config.yml", "markdown: CommonMark\n", {"markdown": "CommonMark"}),
        (
            Generator.HUGO,
            "hugo.toml",
            "[markup.goldmark.renderer]\nunsafe = true\nhardWraps = true\n",
            {"goldmark": {"html": True, "breaks": True}},
        ),
        (Generator.HUGO, "hugo.toml", "broken = '", {}),
        (Generator.HEXO, "_config.yml", "kramdown: {}\n", {}),
        (
            Generator.PELICAN,
            "pelicanconf.py",
            "MARKDOWN = {'extension_configs': {'markdown.extensions.toc': {'permalink': True}}, 'extensions': ['nl2br']}",
            {"extensions": {"toc": {"permalink": True}, "nl2br": {}}},
        ),
        (Generator.PELICAN, "pelicanconf.py", "MARKDOWN = run()", {}),
        (Generator.PELICAN, "pelicanconf.py", "broken (", {}),
    ],
)
def test_what_a_configuration_says_of_its_markdown(tmp_path, generator, name, text, settings):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert markdown_settings(Blog(tmp_path, generator)) == settings


def test_render_follows_the_blog_of_each_post(tmp_path, capsys):
    for name, site in (("jekyll", "_config.yml"), ("hugo", "hugo.toml")):
        (tmp_path / name).mkdir()
        (tmp_path / name / site).write_text("", encoding="utf-8")
        (tmp_path / name / "a.md").write_text(f"---\ntitle: x\n---\n{STRONG}\n", encoding="utf-8")
    posts = [str(tmp_path / name / "a.md") for name in ("jekyll", "hugo")]
    assert main(["render", "--body", "--jsonl", *posts]) == 0
    html = [json.loads(line)["html"] for line in capsys.readouterr().out.splitlines()]
    assert ["<strong>" in one for one in html] == [True, False]
    assert main(["render", "--body", "--blog", str(tmp_path / "jekyll"), posts[1]]) == 0
    assert "<strong>" in capsys.readouterr().out
