"""What Hexo, Astro, Eleventy and Zola make of small texts, as the real ones do (see benchmarks/engine_cases.py)."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.header import Generator
from editor.render.flavours import make_flavour

CASES = Path(__file__).parents[1] / "cases" / "engines"
SITE = {"url": "http://me.example", "root": "/sub/"}
_TAG = re.compile(r"<([a-z]\w*)((?:\s+[\w:-]+(?:=\"[^\"]*\")?)*)\s*/?>", re.ASCII)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?", re.ASCII)


def cases():
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=f"{path.stem}-{case['source'][:20]}-{case['options']}")


def normal(html):
    """HTML with sorted attributes, without entities and without white space that a page does not show."""
    html = re.sub(r"\s*<br ?/?>\s*", "<br>", html, flags=re.ASCII)
    html = re.sub(r"[ \t\n]+", " ", html)
    html = re.sub(
        r" ?(</?(?:p|h\d|ul|ol|li|table|thead|tbody|tr|t[hd]|pre|blockquote|div|section|dl|dt|dd|sup)\b[^>]*>) ?",
        r"\1",
        html,
    )
    html = re.sub(r" ?(<input[^>]*>) ?", r"\1", html)

    def tag(match):
        found = sorted((name, unescape(value or "")) for name, value in _ATTRIBUTE.findall(match[2]))
        kept = [(name, value) for name, value in found if value or name != "alt"]
        return f"<{match[1]}{''.join(f' {name}={value!r}' for name, value in kept)}>"

    return unescape(re.sub(r" ?(</code>)", r"\1", _TAG.sub(tag, html))).strip()


@pytest.mark.parametrize(("engine", "case"), list(cases()))
def test_engine_is_followed(engine, case):
    settings = {"hexo": {**SITE, "marked": case["options"]}} if engine == "hexo" else {}
    ours = "\n".join(make_flavour(Generator[engine.upper()], settings).blocks(case["source"]))
    wanted = case["html"]
    if engine == "zola":  # the library gives no ids, Zola does
        wanted, ours = (re.sub(r'(<h\d[^>]*?) id="[^"]*"', r"\1", html) for html in (wanted, ours))
    assert normal(ours) == normal(wanted)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('"a" b\'s -- --- ... a--b .... ----', "<p>“a” b’s – — … a–b …. ––</p>"),
        ('"日本"と"英語" *"q"* "`c`"', "<p>“日本“と“英語” <em>“q”</em> “<code>c</code>”</p>"),
        ("'90s -----  -------", "<p>’90s —–  —––</p>"),
    ],
)
def test_zola_with_smart_punctuation(text, html):
    """Measured with pulldown-cmark's own."""
    assert make_flavour(Generator.ZOLA, {"smart_punctuation": True}).blocks(text) == [html]
    assert "“" not in make_flavour(Generator.ZOLA, {}).blocks(text)[0]


@pytest.mark.parametrize(
    ("generator", "name", "text", "settings"),
    [
        (
            Generator.ASTRO,
            "astro.config.mjs",
            "export default { markdown: { smartypants: false, gfm: false } }",
            {"smartypants": False, "gfm": False},
        ),
        (Generator.ASTRO, "astro.config.ts", "// smartypants: false\nexport default {}", {}),
        (
            Generator.ZOLA,
            "config.toml",
            "base_url = '/'\n[markdown]\nsmart_punctuation = true\n",
            {"smart_punctuation": True},
        ),
        (
            Generator.HEXO,
            "_config.yml",
            "title: x\nroot: /b/\nmarked:\n  breaks: false\n",
            {"hexo": {"root": "/b/", "marked": {"breaks": False}}},
        ),
    ],
)
def test_configuration_says_how_markdown_is_written(tmp_path, generator, name, text, settings):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert markdown_settings(Blog(tmp_path, generator)) == settings


def test_astro_without_smartypants_and_gfm():
    text = '"a" -- www.a.example ~~b~~ x[^1]\n\n[^1]: n'
    assert make_flavour(Generator.ASTRO, {"smartypants": False}).blocks('"a" --') == ["<p>&quot;a&quot; --</p>"]
    plain = "".join(make_flavour(Generator.ASTRO, {"gfm": False, "smartypants": False}).blocks(text))
    assert not re.search("<a|<del|<section", plain.replace('<a href="n">', ""))
