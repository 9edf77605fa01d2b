"""Text written so that markdown shows it as it is, in every generator's flavour.

Backslashes are used where all flavours read them (Python-Markdown reads few), else character references. Marks of
templates (Liquid, Nunjucks, Hugo's shortcodes) are broken up, because templates are expanded before the markdown.
"""

from __future__ import annotations

import re
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
_BRACKET: Final = re.compile(r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))|\\(?:.|\Z)|[\[\]]", re.DOTALL)
_HASHES: Final = re.compile(r"(?<!\\)#+[ \t]*\Z")


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
    return _BRACKET.sub(lambda match: match[0] if match["code"] else _escaped(match), markdown)


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
