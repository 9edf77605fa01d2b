"""Find the front matter of a text exactly as one generator's own reader does: one function for each of them.

The rules are those of the readers' sources, and `benchmarks/fences.py` compares them with the readers themselves
(`tests/cases/fences/measured.json` holds what they said):

- Jekyll: lib/jekyll/document.rb, YAML_FRONT_MATTER_REGEXP. Ruby's `\\s` is ASCII.
- Hugo 0.168: parser/pageparser/pagelexer_intro.go. Blanks and blank lines may stand before the fence, anything behind
  it; three characters at a line's start close, whatever follows them.
- Hexo 8: hexo-front-matter, lib/front_matter.ts, `split`. The closing fence begins with the opening one.
- Astro: internal-helpers/frontmatter.ts. Lines of white space (JavaScript's `\\s`) may stand before the fence.
- Eleventy: gray-matter, index.js. What is never closed is front matter to its end.
- Zola: components/content/src/front_matter/split.rs. Nothing but white space may follow the closing fence, which
  need not stand at a line's start.

Texts have "\\n" line ends and no BOM.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from editor.header.generator import Generator
from editor.header.model import HeaderError, HeaderKind, Span, Syntax
from editor.header.scalar_rules import YAML_1_1, ScalarRules
from editor.language import tr


@dataclass(frozen=True, slots=True)
class Place:
    """Where a front matter is: see `Header` for the attributes.

    `error` when its end is missing; `tabs` when its reader takes a tab of indentation for two spaces; `scalars` says
    how its reader reads plain YAML scalars.
    """

    kind: HeaderKind
    syntax: Syntax
    span: Span
    content: Span
    body_start: int
    error: HeaderError | None = None
    tabs: bool = False
    scalars: ScalarRules = YAML_1_1


NOWHERE: Final = Place(HeaderKind.NONE, Syntax.NONE, Span(0, 0), Span(0, 0), 0)

_SPACE: Final = r"[ \t\n\v\f\r]"
"""White space of Ruby and of Rust's `[[:space:]]`."""
_JS_SPACE: Final = r"[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
"""White space of JavaScript's `\\s` and `trim()`."""
_REST: Final = re.compile(r"[ \t\n\f\v]*$\n?", re.MULTILINE)
"""Blank lines after a fence."""
_HIDDEN_REST: Final = re.compile(r"[-+;. \t]*$\n?", re.MULTILINE)
_LINE_AFTER_FENCE: Final = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")

_JEKYLL_OPEN: Final = re.compile(rf"---(?P<rest>{_SPACE}*(?:\n|\Z))")
_JEKYLL_CLOSE: Final = re.compile(r"^(?:---|\.\.\.)[ \t\f\v]*$", re.MULTILINE)
_HUGO_OPEN: Final = re.compile(r"[ \t\n]*(?P<fence>---|\+\+\+)")
_HUGO_CLOSE: Final = {
    "---": re.compile("^---", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+", re.MULTILINE),
}
_HUGO_JSON: Final = re.compile(r'[ \t\n]*(?P<brace>\{)[ \t\n\r]*(?:"|\})')
_JSON_PARTS: Final = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|\\.|[{}]', re.DOTALL)
_HEXO_FENCED: Final = re.compile(r"(?P<fence>-{3,}|;{3,})\n(?P<data>.+?\n)(?P=fence)(?P<rest>\n?)", re.DOTALL)
_HEXO_BARE: Final = re.compile(r"(?P<data>.+?\n)(?P<fence>-{3,}|;{3,})(?P<rest>\n?)", re.DOTALL)
_HEXO_FENCE: Final = re.compile(r"-{3,}|;{3,}")
_DOCUMENT_MARK: Final = re.compile(r"\n---[ \t]*(?:#[^\n]*)?\n")
_ASTRO: Final = re.compile(
    rf"(?:{_JS_SPACE}*\n)?(?P<fence>---|\+\+\+)(?P<data>.*?\n)(?P<closing>---|\+\+\+)", re.DOTALL
)
_ASTRO_OPEN: Final = re.compile(rf"(?:{_JS_SPACE}*\n)?(?P<fence>---|\+\+\+)")
_GRAY_OPEN: Final = re.compile(r"---(?!-)(?P<language>[^\n]*)")
_GRAY_LANGUAGES: Final = {
    "": (HeaderKind.YAML, Syntax.YAML),
    "yaml": (HeaderKind.YAML, Syntax.YAML),
    "yml": (HeaderKind.YAML, Syntax.YAML),
    "toml": (HeaderKind.TOML, Syntax.TOML),  # with an engine in the blog's configuration
    "json": (HeaderKind.JSON, Syntax.JSON),
    "js": (HeaderKind.SCRIPT, Syntax.TEXT),
    "javascript": (HeaderKind.SCRIPT, Syntax.TEXT),
}
_ZOLA: Final = tuple(
    (re.compile(rf"{_SPACE}*{fence}\n(?P<data>.*?){fence}(?={_SPACE}*\Z|{_SPACE}*\n)", re.DOTALL), fence)
    for fence in (r"\+\+\+", "---")
)
_ZOLA_OPEN: Final = re.compile(rf"{_SPACE}*(?P<fence>---|\+\+\+)\n")
_KINDS: Final = {"---": (HeaderKind.YAML, Syntax.YAML), "+++": (HeaderKind.TOML, Syntax.TOML)}


def jekyll(text: str) -> Place:
    """`---` alone on the first line, up to a line `---` or `...`."""
    opening = _JEKYLL_OPEN.match(text)
    if opening is None:
        return NOWHERE
    closing = _JEKYLL_CLOSE.search(text, opening.end())
    if closing is None:
        return unclosed(HeaderKind.YAML, Syntax.YAML, text, opening.start("rest"), "---")
    content = Span(_content_start(text, 3), closing.start())
    return place(text, HeaderKind.YAML, Syntax.YAML, content, closing.end())


def hugo(text: str) -> Place:
    """`---`, `+++` or `{` after blanks and blank lines."""
    opening = _HUGO_OPEN.match(text)
    if opening is None:
        return bare_json(text)
    fence = opening["fence"]
    closing = _HUGO_CLOSE[fence].search(text, opening.end())
    if closing is None:
        return unclosed(*_KINDS[fence], text, opening.end(), fence)
    return place(text, *_KINDS[fence], Span(_content_start(text, opening.end()), closing.start()), closing.end())


def bare_json(text: str) -> Place:
    """Hugo's JSON: the object itself is the front matter, up to the brace that closes the first one."""
    opening = _HUGO_JSON.match(text)
    if opening is None:
        return NOWHERE  # a post may start with {% liquid %} or {{< a shortcode >}}
    level = 0
    for part in _JSON_PARTS.finditer(text, opening.start("brace")):
        level += {"{": 1, "}": -1}.get(part[0], 0)
        if level == 0:
            content = Span(opening.start("brace"), part.end())
            return place(text, HeaderKind.JSON, Syntax.JSON, content, part.end())
    return unclosed(HeaderKind.JSON, Syntax.JSON, text, opening.start("brace"), "}")


def hexo(text: str) -> Place:
    """The same fence of three or more dashes or semicolons before and after; or one after the lines alone.

    Lines without a first fence may be any text up to a rule: only reading them can tell.
    """
    match = _HEXO_FENCED.match(text)
    if match is None:
        empty = jekyll(text)  # no front matter to Hexo until it has a key
        if empty is not NOWHERE and empty.error is None and not empty.content.of(text).strip("\n"):
            return empty
        if re.match(r"---(?:\n|\Z)", text):
            return unclosed(HeaderKind.YAML, Syntax.YAML, text, 3, "---")
        if _HEXO_FENCE.match(text) is not None:
            return NOWHERE
        match = _HEXO_BARE.match(text)
    if match is None:
        return NOWHERE
    start = match.start("data")
    if start == 0 and (mark := _DOCUMENT_MARK.match(match["data"])) is not None:
        start = mark.end()  # a blank line before a usual header: YAML's own mark of a document
    json = match["fence"].startswith(";")
    usual = match["fence"] == "---" and start > 0
    kind = HeaderKind.YAML if usual else HeaderKind.HEXO
    return place(text, kind, Syntax.JSON if json else Syntax.YAML, Span(start, match.end("data")), match.start("rest"))


def astro(text: str) -> Place:
    """`---` or `+++` on the first line or after lines of white space, up to either at a line's start."""
    match = _ASTRO.match(text)
    if match is None:
        opening = _ASTRO_OPEN.match(text)
        if opening is None:
            return NOWHERE
        return unclosed(*_KINDS[opening["fence"]], text, opening.end(), opening["fence"])
    if match["closing"] != match["fence"]:  # read, but not taken out of the page
        return unclosed(*_KINDS[match["fence"]], text, match.end("fence"), match["fence"])
    content = Span(_content_start(text, match.start("data")), match.end("data"))
    return place(text, *_KINDS[match["fence"]], content, match.end())


def eleventy(text: str) -> Place:
    """`---` with the name of a language behind it, up to `---` at a line's start, or to the end of the text."""
    opening = _GRAY_OPEN.match(text)
    if opening is None:
        return NOWHERE
    name = re.sub(rf"\A{_JS_SPACE}+|{_JS_SPACE}+\Z", "", opening["language"])
    found = _GRAY_LANGUAGES.get(name.lower())
    if found is None:
        problem = tr("Eleventy knows no front matter called “{0}”: write --- alone on this line").format(name)
        return Place(HeaderKind.YAML, Syntax.YAML, Span(0, 0), Span(0, 0), 0, HeaderError(problem, 1))
    start = min(opening.end() + 1, len(text)) if name else _content_start(text, 3)
    closing = text.find("\n---", opening.start("language"))
    if closing < 0:
        return place(text, *found, Span(start, len(text)), len(text))
    return place(text, *found, Span(start, max(start, closing + 1)), closing + 4)


def zola(text: str) -> Place:
    """`+++` or `---` alone on its line after white space, up to the same with nothing but white space behind it."""
    for pattern, fence in _ZOLA:
        match = pattern.match(text)
        if match is not None:
            return place(text, *_KINDS[fence.replace("\\", "")], Span(*match.span("data")), match.end())
    opening = _ZOLA_OPEN.match(text)
    if opening is None:
        return NOWHERE
    return unclosed(*_KINDS[opening["fence"]], text, opening.end("fence"), opening["fence"])


FINDERS: Final[dict[Generator, Callable[[str], Place]]] = {
    Generator.JEKYLL: jekyll,
    Generator.HUGO: hugo,
    Generator.HEXO: hexo,
    Generator.ASTRO: astro,
    Generator.ELEVENTY: eleventy,
    Generator.ZOLA: zola,
}
"""Who finds front matter between fences, and how. Pelican's has none: see `locate`."""


def place(text: str, kind: HeaderKind, syntax: Syntax, content: Span, fence_end: int) -> Place:
    """Return the place of a front matter whose last fence's characters end at `fence_end`.

    What else stands on the last fence's line is the body's first line for the generators that allow it. Its line
    belongs to the header's span where it is only a longer fence (`-----`).
    """
    rest = _REST.match(text, fence_end)
    hidden = _HIDDEN_REST.match(text, fence_end)
    body = rest.end() if rest is not None else fence_end
    return Place(kind, syntax, Span(0, hidden.end() if hidden is not None else fence_end), content, body)


def unclosed(kind: HeaderKind, syntax: Syntax, text: str, at: int, fence: str) -> Place:
    """Return the place of a front matter without an end; `at` is behind its first fence's characters."""
    key = tr("the front matter opened here is never closed: put a line {0} after its last key").format(fence)
    return Place(kind, syntax, Span(0, 0), Span(0, 0), 0, HeaderError(key, text.count("\n", 0, at) + 1))


def _content_start(text: str, fence_end: int) -> int:
    """Return where the data starts: on the line after the fence, or right behind it where more than a comment is."""
    line = _LINE_AFTER_FENCE.match(text, fence_end)
    return line.end() if line is not None else fence_end
