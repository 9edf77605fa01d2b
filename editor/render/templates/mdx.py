"""MDX (mdxjs.com/docs/what-is-mdx): markdown with JSX. Nothing of it is run.

`import` and `export` and comments are left out, as on the site. What would have to be run, `{expression}`, is a label;
text and numbers stand for themselves, and `{frontmatter.key}` for the post's field. A component is a tag with its name,
which the preview shows as a box (`finish`), and what stands inside of it is markdown. Tags and expressions that stand
alone in their lines are marks between lines of their own, which `mdx_blocks` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from editor.header import Header
from editor.post.values import shown
from editor.render.templates.expanded import CLOSES, OPENS, Expanded, Marks, Rewriting

_SKIPPED: Final = re.compile(
    # Unicode: JavaScript's \s
    r"^[ \t]*(?:>[ \t]*|[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)*(?P<fence>`{3,}+|~{3,}+)[^\n]*\n?"
    r"(?:.*?^[ \t>]*(?P=fence)[`~]*[ \t]*$|.*\Z)"
    r"|(?<![`\\])(?P<ticks>`++)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)"
    r"|\\."
    r"|^(?P<module>import[ \t]*(?:[\"'{*]|[\w$]+(?:[ \t]*,|\s+from\s*[\"']))"
    r"|export(?:[ \t]+(?:default|const|let|var|function|async|class)\b|[ \t]*[{*]))"
    r"|^(?P<lead>[ \t]*(?:(?:>|[-*+]|[0-9]{1,9}[.)])[ \t]+)*)(?=[<{])"
    r"|(?P<start>[<{])",
    re.DOTALL | re.MULTILINE,
)
_SCRIPT: Final = re.compile(
    r"'(?:\\.|[^'\\\n]){0,5000}'|\"(?:\\.|[^\"\\\n]){0,5000}\"|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|(?P<sign>[`{}()\[\]])",
    re.DOTALL,
)
_NAME: Final = re.compile(r"<(?P<closing>/?)[ \t\n]*(?P<name>[A-Za-z_$][\w$.:-]*)?", re.ASCII)
_ATTRIBUTE: Final = re.compile(
    r"[ \t\r\n]*+(?:(?P<end>/?[ \t\r\n]*+>)|(?P<spread>\{)"
    r"|(?P<key>[A-Za-z_$][\w$.:-]*)(?:[ \t\r\n]*=[ \t\r\n]*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<script>\{)))?)",
    re.ASCII,
)
_TEMPLATE: Final = re.compile(r"(?:\\.|[^`\\$]|\$(?!\{))*+\$?", re.DOTALL)
# Unicode: JavaScript's \s
_COMMENTS: Final = re.compile(r"(?:\s++|/\*(?:[^*]|\*(?!/))*+\*/|//[^\n]*+(?=\n|\Z))*+\Z", re.DOTALL)
_LITERAL: Final = re.compile(r"\s*(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)'|`([^`\\$]*)`|(-?\d+(?:\.\d+)?))\s*\Z", re.ASCII)
_FIELD: Final = re.compile(r"\s*frontmatter\.(\w+)\s*\Z", re.ASCII)
_BLANK: Final = re.compile(r"[ \t]*(?:\n|\Z)")
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*(?:\n|\Z)|\Z")
_OF_HTML: Final = {"className": "class", "htmlFor": "for"}
_CLOSERS: Final = {"}": "{", ")": "(", "]": "["}
BUDGET: Final = 400_000
"""So many characters are read in vain at most for brackets that nothing closes."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A tag or an expression: where it ends, and what stands in its place."""

    end: int
    html: str
    prefix: str = ""  # OPENS or CLOSES for a tag
    literal: bool = False  # text that needs no mark
    plain: str = ""


class Mdx:
    """Expands the posts of a site that are MDX."""

    def expand(self, body: str, header: Header) -> Expanded:
        """Return the text with its JSX as marks."""
        return _Text(body, header).expand()


class _Text:
    def __init__(self, body: str, header: Header) -> None:
        self._body, self._header = body, header
        self._budget = BUDGET
        self._marks, self._text = Marks(literal_in_code=True), Rewriting(body)

    def expand(self) -> Expanded:
        at, text, body = 0, self._text, self._body
        while (match := _SKIPPED.search(body, at)) is not None:
            at = max(match.end(), at + 1)
            if match["module"] is not None:
                if self._begins_block(match.start()) and (end := self._module_end(match.start())) > 0:
                    text.copy(match.start())
                    text.replace(end, "")
                    at = end
            elif match["lead"] is not None:
                at = self._line(match.end(), match["lead"])
            elif match["start"] is not None:
                at = self._inline(match.start())
        return text.finish(self._marks)

    def _begins_block(self, at: int) -> bool:
        """Whether a line follows a blank one or another module's."""
        line = self._body.rfind("\n", 0, max(0, at - 1)) + 1
        return self._text.at == at or not self._body[line:at].strip(" \t\n")

    def _module_end(self, start: int) -> int:
        """Return where a block of `import` and `export` ends: at a blank line outside of all brackets."""
        end = self._script_end(start, module=True)
        if end < 0:
            match = _EMPTY_LINE.search(self._body, start)
            end = match.start() if match is not None else len(self._body)
        return min(end + 1, len(self._body))

    def _script_end(self, start: int, *, module: bool = False) -> int:
        """Return where the bracket that was opened before a place closes; a module ends at a blank line. -1: never."""
        body, depth, at, open_texts = self._body, list[str](), start, list[int]()
        limit = min(len(body), start + self._budget)
        blank = _EMPTY_LINE.search(body, start) if module else None
        while (match := _SCRIPT.search(body, at, limit)) is not None:
            if blank is not None and not depth and not open_texts and match.start() >= blank.start():
                return blank.start()
            at, sign = match.end(), match["sign"]
            if module and blank is not None and blank.start() < at:
                blank = _EMPTY_LINE.search(body, at)
            if sign == "`":
                if open_texts and open_texts[-1] == len(depth):
                    open_texts.pop()
                    continue
                open_texts.append(len(depth))
            elif sign is None:
                continue
            elif sign in "{([":
                depth.append(sign)
            elif depth and depth[-1] == _CLOSERS[sign]:
                depth.pop()
            elif not module and sign == "}":
                return at
            if open_texts and open_texts[-1] == len(depth):
                at = self._template_end(at, limit)
        if module and not depth and not open_texts:
            return blank.start() if blank is not None else len(body)
        self._budget -= limit - start
        return -1

    def _template_end(self, at: int, limit: int) -> int:
        """Return where a template's text meets its end or an expression: before the sign."""
        match = _TEMPLATE.match(self._body, at, limit)
        return match.end() if match is not None else at

    def _line(self, at: int, lead: str) -> int:
        """Take what begins a line; tags and expressions that fill it are blocks. Return where to go on."""
        pieces, end = list[_Piece](), at
        while (piece := self._piece(end)) is not None:
            pieces.append(piece)
            end = piece.end
            while self._body[end : end + 1] in (" ", "\t") and self._body[end : end + 1]:
                end += 1
            if _BLANK.match(self._body, end):
                break
            if self._body[end : end + 1] not in ("<", "{"):
                break
        if not pieces:
            return at + 1
        if not _BLANK.match(self._body, end) or any(piece.literal and piece.html for piece in pieces):
            self._take(at, pieces)
            return self._text.at
        again = re.sub(r"[^> \t\n]", " ", lead)
        self._text.copy(at)
        shown = [piece for piece in pieces if piece.html]
        for piece in shown[:-1]:  # each in a line of its own, which is still this one
            self._text.replace(piece.end, f"{self._mark(piece)}\n")
            if again:
                self._text.replace(piece.end, again)
        self._text.replace(end, self._mark(shown[-1]) if shown else "")
        return end

    def _inline(self, at: int) -> int:
        piece = self._piece(at)
        if piece is None:
            return at + 1
        self._take(at, [piece])
        return piece.end

    def _take(self, start: int, pieces: list[_Piece]) -> None:
        """Put pieces that stand in a paragraph into their places; what stands between them stays."""
        at = start
        for piece in pieces:
            while self._body[at] in " \t":
                at += 1
            self._text.copy(at)
            self._text.replace(piece.end, piece.html if piece.literal or not piece.html else self._mark(piece))
            at = piece.end

    def _mark(self, piece: _Piece) -> str:
        return f"{piece.prefix}{self._marks.put(piece.html, piece.plain)}"

    def _piece(self, at: int) -> _Piece | None:
        if self._budget <= 0:
            return None
        return self._tag(at) if self._body[at : at + 1] == "<" else self._expression(at)

    def _expression(self, at: int) -> _Piece | None:
        end = self._script_end(at + 1)
        if end < 0:
            return None
        source = self._body[at + 1 : end - 1]
        if _COMMENTS.match(source):
            return _Piece(end, "")
        literal = _LITERAL.match(source)
        if literal is not None:
            value = next(one for one in literal.groups() if one is not None)
            return _Piece(end, escape(value, quote=False) if value.strip(" ") else value, literal=True)
        name = _FIELD.match(source)
        field = self._header.field(name[1]) if name is not None else None
        if field is not None:
            return _Piece(end, escape(shown(field.value)), plain=shown(field.value))
        whole = self._body[at:end]
        return _Piece(end, Marks().label(whole), plain=whole)

    def _tag(self, at: int) -> _Piece | None:
        """Return a tag; None where `<` is a sign of the text."""
        match = _NAME.match(self._body, at)
        if match is None:
            return None
        name, attributes, place = match["name"] or "", list[str](), match.end()
        while (one := _ATTRIBUTE.match(self._body, place)) is not None:
            place = one.end()
            if one["end"] is not None:
                return _Piece(place, *self._written(name, attributes, bool(match["closing"]), "/" in one["end"]))
            if one["spread"] or one["script"]:
                place = self._script_end(place)
                if place < 0:
                    return None
            elif name and one["key"]:
                value = one["double"] if one["double"] is not None else one["single"]
                key = _OF_HTML.get(one["key"], one["key"])
                attributes.append(f" {key}" if value is None else f' {key}="{escape(value)}"')
        return None

    @staticmethod
    def _written(name: str, attributes: list[str], closing: bool, empty: bool) -> tuple[str, str]:
        """Return a tag's HTML, and whether it opens or closes something."""
        if not name:
            return ("<!---->", CLOSES if closing else OPENS)
        if closing:
            return f"</{name}>", CLOSES
        tag = f"<{name}{''.join(attributes)}>"
        if not empty:
            return tag, OPENS
        return (f"{tag}</{name}>" if name[0].isupper() or "." in name else tag), ""
