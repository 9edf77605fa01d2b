"""Where a front matter starts and ends, and of which kind it is, by the generators' own rules.

YAML as Jekyll finds it (lib/jekyll/document.rb, YAML_FRONT_MATTER_REGEXP): a first line `---`, then everything up
to a line `---` or `...`, white space allowed after both; blank lines after it are not part of the body. TOML and
JSON as Hugo does (first line `+++`; first character `{`), and Eleventy's `---json` and `---js`. Hexo's three shapes
(hexo-front-matter, lib/front_matter.ts): a fence of three or more dashes closed by the very same, `;;;` around or
below JSON without braces, and lines without a first fence. Pelican's `Key: value` lines (Python-Markdown,
extensions/meta.py), up to a blank line, `---` or `...`.

What only one generator reads as a front matter counts where that generator builds the blog. In a folder that no
generator owns, it counts when it has the keys of a post, so that a note's first line `Warning: x` stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.header.generator import Generator
from editor.header.model import HeaderError, HeaderKind, Span, Syntax
from editor.header.scalar_rules import YAML_1_1, ScalarRules
from editor.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN = re.compile(r"(?P<fence>---|\+\+\+)(?P<language>[A-Za-z]*)[ \t\f\v]*(?:\n|\Z)")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t\f\v]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_LANGUAGES = {
    "": (HeaderKind.YAML, Syntax.YAML),
    "yaml": (HeaderKind.YAML, Syntax.YAML),
    "toml": (HeaderKind.TOML, Syntax.TOML),
    "json": (HeaderKind.JSON, Syntax.JSON),
    "js": (HeaderKind.SCRIPT, Syntax.TEXT),
    "javascript": (HeaderKind.SCRIPT, Syntax.TEXT),
}
_AFTER = re.compile(r"[ \t\n\f\v]*$\n?", re.MULTILINE)
_JSON_END = re.compile(r"^\}[ \t]*$", re.MULTILINE)
_HEXO_FENCED = re.compile(r"(?P<fence>-{3,}|;{3,})\n(?P<data>.+?\n)(?P=fence)(?:\Z|\n)", re.DOTALL)
_HEXO_BARE = re.compile(r"(?P<data>(?:\w[\w-]*:(?:[ \t\n])|\").*?\n)(?P<fence>-{3,}|;{3,})(?:\Z|\n)", re.DOTALL)
_META = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_META_MORE = re.compile(r" {4,}(?P<value>.*)")
_META_BEGIN = re.compile(r"-{3}(?:\s.*)?")
_META_END = re.compile(r"(?:-{3}|\.{3})(?:\s.*)?")
_EVERY_POST_HAS = frozenset({"title", "date"})
_POSTS_HAVE = _EVERY_POST_HAS | {
    "author",
    "authors",
    "category",
    "categories",
    "tags",
    "slug",
    "modified",
    "lang",
    "layout",
}
MAX_SIZE = 1_000_000
"""How many characters a front matter may have; what is longer is never read, so that it costs nothing."""


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


NOWHERE = Place(HeaderKind.NONE, Syntax.NONE, Span(0, 0), Span(0, 0), 0)


def places(text: str, generator: Generator) -> Iterator[Place]:
    """The places where the front matter of a post's text (with "\\n" line ends, without BOM) may be, as that generator
    looks: the likeliest first; the last one is surely right.

    Hexo takes any text up to a `---` for a front matter if it is a YAML map, so only reading it can tell.
    """
    if generator is Generator.PELICAN:
        place = _pelican(text)
        if place is not NOWHERE:
            yield place
    lines = _pelican(text) if generator is Generator.PLAIN and not text.startswith("---") else NOWHERE
    if lines is not NOWHERE and not (_is_a_posts(text, lines) and _ends_plainly(text, lines)):
        lines = NOWHERE
    if lines is not NOWHERE and lines.span.end == lines.content.end:
        yield lines  # they end with a blank line, so no `---` further down is theirs
    elif generator in (Generator.HEXO, Generator.PLAIN):
        place = _hexo(text)
        if place is not NOWHERE and (generator is Generator.HEXO or _is_a_posts(text, place)):
            yield place
        if lines is not NOWHERE:
            yield lines
    yield _fenced(text)


def _fenced(text: str) -> Place:
    """The kinds that tell themselves by their first characters, whoever builds the blog."""
    opening = _OPEN.match(text)
    if opening is None:
        return _bare_json(text) if text.startswith("{") else NOWHERE
    found = _LANGUAGES.get(opening["language"].lower())
    if opening["fence"] == "+++":
        found = None if opening["language"] else (HeaderKind.TOML, Syntax.TOML)
    if found is None:
        return NOWHERE
    closing = _CLOSE[opening["fence"]].search(text, opening.end())
    if closing is None:
        fence = opening["fence"]
        problem = tr("the front matter opened here is never closed: put a line {0} after its last key").format(fence)
        return _unclosed(*found, problem)
    return _place(text, *found, Span(opening.end(), closing.start()), closing.end())


def _place(text: str, kind: HeaderKind, syntax: Syntax, content: Span, fence_end: int) -> Place:
    """The rest follows from where the last fence's characters end."""
    after = _AFTER.match(text, fence_end)
    body = after.end() if after is not None else fence_end
    return Place(kind, syntax, Span(0, min(fence_end + 1, len(text))), content, body)


def _unclosed(kind: HeaderKind, syntax: Syntax, problem: str) -> Place:
    return Place(kind, syntax, Span(0, 0), Span(0, 0), 0, HeaderError(problem, 1))


def _bare_json(text: str) -> Place:
    """Hugo's JSON: the object itself is the front matter, from the first brace to the line of its last one."""
    if not re.match(r'\{\s*(?:"|\})', text):
        return NOWHERE  # a post may start with {% liquid %} or {{< a shortcode >}}
    closing = _JSON_END.search(text)
    first_line = text.partition("\n")[0].rstrip()
    if first_line.endswith("}") and first_line.count("{") == first_line.count("}"):
        end = len(first_line)
    elif closing is not None:
        end = closing.end()
    else:
        problem = tr("the front matter opened here is never closed: put a line } after its last key")
        return _unclosed(HeaderKind.JSON, Syntax.JSON, problem)
    return _place(text, HeaderKind.JSON, Syntax.JSON, Span(0, end), end)


def _hexo(text: str) -> Place:
    """The shapes that only Hexo reads: longer fences, `;;;`, no first fence; NOWHERE for the common one."""
    match = _HEXO_FENCED.match(text)
    if match is None and not re.match(r"-{3,}|;{3,}", text):
        match = _HEXO_BARE.match(text)
        if match is not None and (match["fence"][0] == ";") != (match["data"][0] == '"'):
            return NOWHERE
    if match is None or (match["fence"] == "---" and match.start("data") > 0):
        return NOWHERE
    json = match["fence"].startswith(";")
    content = Span(match.start("data"), match.end("data"))
    return Place(HeaderKind.HEXO, Syntax.JSON if json else Syntax.YAML, Span(0, match.end()), content, match.end())


def _pelican(text: str) -> Place:
    """Lines `Key: value`; NOWHERE for a fenced header that has lines of another form (a plugin reads those)."""
    lines = text.splitlines(keepends=True) if len(text) < MAX_SIZE else text[:MAX_SIZE].splitlines(keepends=True)
    fenced = bool(lines) and _META_BEGIN.fullmatch(lines[0].rstrip("\n")) is not None
    at = len(lines[0]) if fenced else 0
    start, seen = at, False
    for line in lines[1 if fenced else 0 :]:
        bare = line.rstrip("\n")
        if not bare.strip() or _META_END.fullmatch(bare):
            if not (seen or fenced) or (fenced and not bare.strip()):
                return NOWHERE
            end = at if not bare.strip() else at + len(line)
            return Place(HeaderKind.PELICAN, Syntax.PELICAN, Span(0, end), Span(start, at), at + len(line))
        if _META.match(bare) is None and not (seen and _META_MORE.match(bare)):
            return NOWHERE if fenced or not seen else _pelican_end(start, at)
        seen = True
        at += len(line)
    return _pelican_end(start, at) if seen and not fenced else NOWHERE


def _pelican_end(start: int, at: int) -> Place:
    return Place(HeaderKind.PELICAN, Syntax.PELICAN, Span(0, at), Span(start, at), at)


def _ends_plainly(text: str, place: Place) -> bool:
    """Whether metadata ends with a blank line or a fence, not with a line that is something else."""
    if place.span.end > place.content.end:
        return True
    return not text[place.content.end :].partition("\n")[0].strip()


def _is_a_posts(text: str, place: Place) -> bool:
    """Whether lines without a generator that says so have the keys of a post: title or date, and a second one."""
    keys = re.findall(r'^"?(\w+)"?\s*:', place.content.of(text)[:MAX_SIZE], re.MULTILINE)
    known = {key.lower() for key in keys} & _POSTS_HAVE
    return len(known) > 1 and bool(known & _EVERY_POST_HAS)


def meta_lines(text: str, content: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """Pelican's lines: the match of each, and whether it starts a key (else it goes on with the last one)."""
    at = content.start
    while at < content.end:
        stop = text.find("\n", at, content.end)
        stop = content.end if stop < 0 else stop
        start = _META.match(text, at, stop)
        if start is not None:
            yield start, True
        elif (more := _META_MORE.match(text, at, stop)) is not None:
            yield more, False
        at = stop + 1
