"""Where a front matter starts and ends, and of which kind it is, by the generators' own rules.

YAML as Jekyll finds it (lib/jekyll/document.rb, YAML_FRONT_MATTER_REGEXP): a first line `---`, then everything up
to a line `---` or `...`, white space allowed after both; blank lines after it are not part of the body. TOML and
JSON as Hugo does (first line `+++`; first character `{`), and Eleventy's `---json` and `---js`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.header.model import HeaderError, HeaderKind, Span

_OPEN = re.compile(r"(?P<fence>---|\+\+\+)(?P<language>[A-Za-z]*)[ \t\f\v]*(?:\n|\Z)")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t\f\v]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_LANGUAGES = {"": HeaderKind.YAML, "yaml": HeaderKind.YAML, "json": HeaderKind.JSON, "js": HeaderKind.SCRIPT}
_AFTER = re.compile(r"[ \t\n\f\v]*$\n?", re.MULTILINE)
_JSON_END = re.compile(r"^\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a front matter is: see `Header` for the spans. `error` when its end is missing."""

    kind: HeaderKind
    span: Span
    content: Span
    body_start: int
    error: HeaderError | None = None


NOWHERE = Place(HeaderKind.NONE, Span(0, 0), Span(0, 0), 0)


def locate(text: str) -> Place:
    """Find the front matter of a post's text (with "\\n" line ends, without BOM)."""
    opening = _OPEN.match(text)
    if opening is None:
        return _bare_json(text) if text.startswith("{") else NOWHERE
    kind = HeaderKind.TOML if opening["fence"] == "+++" else _LANGUAGES.get(opening["language"].lower())
    if kind is None or (opening["fence"] == "+++" and opening["language"]):
        return NOWHERE
    closing = _CLOSE[opening["fence"]].search(text, opening.end())
    if closing is None:
        fence = opening["fence"]
        problem = f"the front matter opened here is never closed: put a line {fence} after its last key"
        return Place(kind, Span(0, 0), Span(0, 0), 0, HeaderError(problem, 1))
    return _place(text, kind, Span(opening.end(), closing.start()), closing.end())


def _place(text: str, kind: HeaderKind, content: Span, fence_end: int) -> Place:
    """The rest follows from where the last fence's characters end."""
    after = _AFTER.match(text, fence_end)
    return Place(kind, Span(0, min(fence_end + 1, len(text))), content, after.end() if after is not None else fence_end)


def _bare_json(text: str) -> Place:
    """Hugo's JSON: the object itself is the front matter, from the first brace to the line of its last one."""
    if not re.match(r'\{\s*(?:"|\})', text):
        return NOWHERE  # a post may start with {% liquid %} or {{< a shortcode >}}
    closing = _JSON_END.search(text)
    if closing is None:
        error = HeaderError("the front matter opened here is never closed: put a line } after its last key", 1)
        return Place(HeaderKind.JSON, Span(0, 0), Span(0, 0), 0, error)
    return _place(text, HeaderKind.JSON, Span(0, closing.end()), closing.end())
