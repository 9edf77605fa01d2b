"""A post being edited: its text, and the header and body seen in it.

`Post` is what gets saved. Everything that changes it is an `Edit`; it keeps its line ends, encoding and BOM, and
reads its header again only when an edit may have touched it. Text is put together lazily, so that a key press in a
large post costs nothing here.
"""

from __future__ import annotations

from dataclasses import replace

from editor.header import (
    Generator,
    Header,
    HeaderKind,
    Path,
    Rules,
    Value,
    add_item,
    read_in_file,
    remove_item,
    rename,
    set_value,
    set_written,
    unset,
)
from editor.header.generator import ANY
from editor.text.edit import Edit, apply_all, compose
from editor.text.line_ends import LineEnds
from editor.text.source import Source, decode, encode

_MAY_OPEN = 1_000
"""Within how many characters an edit may make the beginning of a text into a front matter."""


class Post:
    """The text of one post, and how its file spells it."""

    def __init__(self, source: Source, rules: Rules = ANY) -> None:
        self._source, self._rules = source, rules
        self._length = len(source.text)
        self._pending: list[Edit] = []
        self._header: Header | None = None

    @classmethod
    def from_bytes(cls, data: bytes, rules: Rules = ANY) -> Post:
        """Read a post's file.

        Args:
            rules: what its blog says about front matter.

        Raises:
            UndecodableError: the bytes are no text that could be written back unchanged.

        """
        return cls(decode(data), rules)

    def to_bytes(self) -> bytes:
        """The post's file.

        Raises:
            UnencodableError: a character that the file's encoding does not have.

        """
        return encode(self.source)

    def copy(self) -> Post:
        """The same post once more, to change."""
        return Post(self.source, self._rules)

    @property
    def source(self) -> Source:
        """Text, encoding and line ends as they are now."""
        if self._pending:
            self._source = replace(self._source, text=apply_all(self._source.text, self._pending))
            self._pending.clear()
        return self._source

    @property
    def text(self) -> str:
        """The whole text with "\\n" line ends."""
        return self.source.text

    @property
    def length(self) -> int:
        """How many code points the text has."""
        return self._length

    @property
    def line_ends(self) -> LineEnds:
        """What each line ends with in the file."""
        return self._source.line_ends

    @property
    def header(self) -> Header:
        """The front matter as it is now."""
        if self._header is None:
            self._header = read_in_file(self.text, self.line_ends, self._rules)
        return self._header

    @property
    def body(self) -> str:
        """The text after the front matter, as the generator cuts it."""
        return self.text[self.header.body_start :]

    def apply(self, edit: Edit, line_ends: LineEnds | None = None) -> None:
        """Change the text.

        Args:
            line_ends: what the lines end with afterwards, when an undo brings former lines back; else new lines
                end as their neighbours do.

        """
        if line_ends is None and self._source.line_ends.lines:
            line_ends = self.source.line_ends.after(self.text, edit)
        if line_ends is not None and line_ends is not self._source.line_ends:
            self._source = replace(self._source, line_ends=line_ends)
        if self._header is not None and self._touches_header(self._header, edit):
            self._header = None
        self._length += edit.growth
        joined = compose(self._pending[-1], edit) if self._pending else None
        if joined is None:
            self._pending.append(edit)
        else:
            self._pending[-1] = joined

    def follow_rules(self, rules: Rules) -> None:
        """From now on the post belongs to another blog: it was saved there."""
        self._rules, self._header = rules, None

    def write_as(self, encoding: str) -> None:
        """Save in another encoding from now on; with a BOM only where UTF-16 needs one."""
        self._source = replace(self.source, encoding=encoding, bom=encoding.startswith("utf-16"))

    def set_value(self, key: str | Path, value: Value) -> Edit:
        """The edit that gives a key a value. Raises `Refused`; changes nothing by itself, like the next five."""
        return set_value(self.text, self.header, key, value)

    def add_item(self, key: str | Path, item: Value) -> Edit:
        """The edit that adds an item to a list."""
        return add_item(self.text, self.header, key, item)

    def remove_item(self, key: str | Path, item: Value) -> Edit:
        """The edit that takes an item out of a list."""
        return remove_item(self.text, self.header, key, item)

    def unset(self, key: str | Path, *, index: int | None = None) -> Edit:
        """The edit that removes a key; of a repeated one, the occurrence at a position among all keys."""
        return unset(self.text, self.header, key, index=index)

    def set_written(self, key: str | Path, written: str) -> Edit:
        """The edit that puts other characters where a value stands."""
        return set_written(self.text, self.header, key, written)

    def rename(self, key: str | Path, name: str) -> Edit:
        """The edit that gives a key another name."""
        return rename(self.text, self.header, key, name)

    def _touches_header(self, header: Header, edit: Edit) -> bool:
        if header.kind is HeaderKind.NONE:
            return edit.start <= _MAY_OPEN or self._rules.generator is Generator.HEXO
        if header.kind in (HeaderKind.HEXO, HeaderKind.PELICAN, HeaderKind.JSON):
            return edit.start <= header.body_start + 1  # the line after it may become part of it
        return header.error is not None or edit.start <= header.body_start
