"""Commands that put something in: links, pictures, footnotes, the excerpt's end."""

from __future__ import annotations

import re

from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE, TYPED_SPACE
from editor.writing.change import Change, line_end

_ADDRESS = re.compile(r"(?:https?://|mailto:|ftp://)[^\s<>\"]+")  # Unicode: U+3000 ends an address in a sentence
_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]*)\]\((?P<address>[^()\s]*)(?:\s+\"[^\"]*\")?\)", re.ASCII)
_NOTE = re.compile(r"\[\^(\d{1,6})\]", re.ASCII)


def is_address(text: str) -> bool:
    """Whether a text is an address of the web and nothing else."""
    return _ADDRESS.fullmatch(text.strip(TYPED_SPACE)) is not None


def link(text: str, start: int, end: int, address: str = "") -> Change:
    """Make the selection a link, or a link that is selected its text again. The caret goes where something is missing.

    Args:
        address: where the link leads; "" to type it.

    """
    selected = text[start:end]
    whole = _LINK.fullmatch(selected)
    if whole is not None and not address:
        return Change(Edit(start, end, whole["text"]), start, start + len(whole["text"]))
    if is_address(selected) and not address:
        return Change.at(Edit(start, end, f"[]({selected.strip(TYPED_SPACE)})"), start + 1)
    new = f"[{_escaped(selected)}]({angled(address)})"
    if not selected:
        return Change.at(Edit(start, end, new), start + 1)
    caret = start + len(new) - (0 if address else 1)
    return Change.at(Edit(start, end, new), caret)


def image(text: str, start: int, end: int, address: str = "") -> Change:
    """A picture with the selection as its alternative text."""
    selected = text[start:end]
    new = f"![{_escaped(selected)}]({angled(address)})"
    return Change.at(Edit(start, end, new), start + (2 if address or not selected else len(new) - 1))


def footnote(text: str, at: int) -> Change:
    """A footnote with the next free number, its text at the end, where the caret goes; back from there to the mark."""
    here = _definition_at(text, at)
    if here is not None:
        mark = next((one for one in re.finditer(re.escape(here), text) if text[one.end() : one.end() + 1] != ":"), None)
        if mark is not None:
            return Change.at(Edit(at, at, ""), mark.end())
    taken = {int(match[1]) for match in _NOTE.finditer(text)}
    number = next(candidate for candidate in range(1, len(taken) + 2) if candidate not in taken)
    mark_text = f"[^{number}]"
    last = len(text.rstrip("\n"))
    gap = "\n" if re.match(r"\[\^[^\]\s]+\]:", text[text.rfind("\n", 0, last) + 1 : last], flags=re.ASCII) else "\n\n"
    if at > last:
        last, gap = len(text), "\n\n" if text[at - 1 : at] != "\n" else "\n"
    new = f"{mark_text}{text[at:last]}{gap}{mark_text}: "
    return Change.at(Edit(at, last, new), at + len(new))


def _definition_at(text: str, at: int) -> str | None:
    """The mark of the footnote whose text a place is in."""
    start = text.rfind("\n", 0, at) + 1
    match = re.match(r"\[\^[^\]\s]+\](?=:)", text[start : line_end(text, at)], flags=re.ASCII)
    return match[0] if match is not None else None


def more_mark(text: str, at: int, mark: str = "<!--more-->") -> Change:
    """The mark that ends the excerpt, in a paragraph of its own below the caret's."""
    end = line_end(text, at)
    before = "" if end == 0 else "\n\n"
    if end and not text[text.rfind("\n", 0, end) + 1 : end].strip(ASCII_SPACE):
        before = "" if text[max(0, end - 2) : end] in ("\n", "\n\n") else "\n"
    after = "" if text[end : end + 2] == "\n\n" or end == len(text) else "\n"
    new = f"{before}{mark}{after}"
    return Change.at(Edit(end, end, new), end + len(before) + len(mark))


def _escaped(text: str) -> str:
    return re.sub(r"([\[\]])", r"\\\1", text.replace("\n", " "))


def angled(address: str) -> str:
    """An address as markdown takes it: white space or brackets need angles around it, template marks keep theirs."""
    return f"<{address}>" if re.search(r"[\s()]", address) and "{{" not in address else address  # Unicode: any space
