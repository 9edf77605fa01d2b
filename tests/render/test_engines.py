"""What Hexo, Astro, Eleventy and Zola make of small texts, as the real ones do (see benchmarks/engine_cases.py)."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

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
