"""Text written so that markdown shows it as it is, in every generator's flavour.

Backslashes are used where all flavours read them (Python-Markdown reads few), else character references. Marks of
templates (Liquid, Nunjucks, Hugo's shortcodes) are broken up, because templates are expanded before the markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from editor.text.white_space import ASCII_SPACE

_INLINE: Final = re.compile(
    r"(?P<entity>\](?=:)|\{(?=[{%#])|"
    r"&(?=#?[0-9A-Za-z]{1,31};)|<(?=[A-Za-z/!?<$])|(?<=\$)\$|~|(?<=[=+^])[=+^])"
    r"|(?P<slash>[\\`*\[\]{])"
    r"|(?P<low>(?<![^\W_])_|_(?![^\W_]))"
)
_LINE: Final = re.compile(
    r"^(?P<space>[ \t]*)(?:(?P<slash>#|>|[-+](?=[ \t]|$)|-(?=[ \t]*-))|(?P<number>[0-9]{1,9})(?P<dot>[.)](?=[ \t]|$))"
    r"|(?P<entity>=(?=[ \t=]*$)|[:~](?=[ \t]|$)))",
    re.MULTILINE,
)
_RULE: Final = re.compile(r"[ \t\n]*+[-=+:][ \t\n:=+-]*+")
_RULE_MARK: Final = re.compile("[-=+:]")
_BAR: Final = re.compile(r"\\(?:.|\Z)|\|", re.DOTALL)
_BRACKET: Final = re.compile(r"`++|\\(?:.|\Z)|[\[\]]", re.DOTALL)
_HASHES: Final = re.compile(r"(?:(?<![\\#])|(?<=\\#))#++[ \t]*+\Z")


def inline(text: str) -> str:
    """Return running text with its marks escaped; bars too, because a line with one is a table in kramdown."""
    tilde = text.count("~") > 1

    def written(match: re.Match[str]) -> str:
        if match["entity"] == "~" and not tilde:
            return "~"
        return f"&#{ord(match[0])};" if match["entity"] else f"\\{match[0]}"

    return _INLINE.sub(written, text).replace("|", "&#124;")


def cell(text: str) -> str:
    """Return text for a table's cell; a row of lines would be taken for the rule below a head."""
    if _RULE.fullmatch(text):
        return _RULE_MARK.sub(lambda match: f"&#{ord(match[0])};", text, count=1)
    return bars(inline(text).replace("&#124;", "|"))


def in_code_tag(text: str) -> str:
    """Return text for between `<code>` and `</code>`: kramdown reads no backslashes there, others read all marks."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda match: f"&#{ord(match[0])};", text)


def line_starts(text: str) -> str:
    """Return text that `inline` gave without the marks that begin a block at the beginning of a line."""

    def written(match: re.Match[str]) -> str:
        if match["number"]:
            return f"{match['space']}{match['number']}\\{match['dot']}"
        mark = match["slash"] or match["entity"]
        return match["space"] + (f"\\{mark}" if match["slash"] else f"&#{ord(mark)};")

    return _LINE.sub(written, text)


def bars(markdown: str) -> str:
    """Return markdown for a table's cell: bars that are not escaped yet get a backslash."""
    return _BAR.sub(_escaped, markdown)


def brackets(markdown: str) -> str:
    """Return markdown for a link's text: brackets that are not escaped yet get a backslash."""
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`++", markdown):
        runs.setdefault(len(run[0]), []).append(run.start())
    written, at = list[str](), 0
    while (match := _BRACKET.search(markdown, at)) is not None:
        end = match.end() if match[0][0] != "`" else _code_end(runs, match)
        written += (
            markdown[at : match.start()],
            _escaped(match) if match[0][0] != "`" else markdown[match.start() : end],
        )
        at = end
    return "".join(written) + markdown[at:]


def _code_end(runs: Mapping[int, Sequence[int]], ticks: re.Match[str]) -> int:
    """Return where the code span ends that some backticks open, or the last ones of them; else where they end.

    Args:
        runs: where the runs of backticks begin, by their lengths.

    """
    for size in range(len(ticks[0]), 0, -1):
        starts = runs.get(size, ())
        closing = bisect_right(starts, ticks.start())
        if closing < len(starts):
            return starts[closing] + size
    return ticks.end()


def _escaped(match: re.Match[str]) -> str:
    """A mark with a backslash; a pair stays, and a last backslash escapes nothing that comes after it."""
    return match[0] if len(match[0]) == 2 else f"\\{match[0]}"


def closing_hashes(markdown: str) -> str:
    """Return markdown for the end of a heading, where `#` would be taken for marks that close it."""
    return _HASHES.sub(lambda match: match[0].replace("#", "\\#"), markdown)


def one_line(markdown: str) -> str:
    """Return markdown without line ends, for a cell, a heading or a link's text."""
    return re.sub(r"(?:(?<![ \t])[ \t]++)?\n[ \t\n]*+", " ", markdown.strip("\n"))


def code_fence(code: str) -> str:
    """Return a fence that no line of the code closes."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    return "`" * (longest + 1)


def address(written: str) -> str:
    """Return an address for a link's parentheses; what would end it, or a template, is percent-encoded."""
    # Unicode: all white space is encoded in an address
    unsafe = re.compile(r"[\s()<>|\\{}\"`*]")
    return unsafe.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), written.strip(ASCII_SPACE))
