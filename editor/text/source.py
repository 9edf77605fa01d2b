"""Bytes to text and back with nothing lost: `encode(decode(data)) == data` for all data that is accepted.

Accepted are UTF-8 with or without BOM, UTF-16 with BOM, and, when UTF-8 fails, Shift_JIS, EUC-JP, Latin-1 and
Windows-1252 as recognised by charset-normalizer and proven by encoding the text again. Everything else raises
`UndecodableError`: a file is never opened with replacement characters.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from editor.language import tr
from editor.text.edit import Edit, apply
from editor.text.line_ends import LF_ONLY, LineEnds, join, split

LEGACY = ("cp932", "euc_jp", "latin_1", "cp1252")
"""Encodings tried when UTF-8 fails: Japanese ones as Windows and Unix write them, Latin-1, and Windows' form of it."""

NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little endian)",
    "utf-16-be": "UTF-16 (big endian)",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "latin_1": "Latin-1",
    "cp1252": "Windows-1252",
}

_STRAY = 8
"""Text has less than one zero byte in so many."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class UndecodableError(ValueError):
    """The bytes are no text that could be written back unchanged. The message says why, in plain words."""


class UnencodableError(ValueError):
    """A character that the file's encoding does not have.

    Attributes:
        character, line, column: what it is and where, counted from 1.
        encoding: the encoding's name for people.

    """

    def __init__(self, character: str, line: int, column: int, encoding: str) -> None:
        super().__init__(
            tr("line {0}, column {1}: {2} has no “{3}” (U+{4:04X})").format(
                line, column, encoding, character, ord(character)
            )
        )
        self.character, self.line, self.column, self.encoding = character, line, column, encoding


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with what is needed to write it back byte for byte.

    Attributes:
        text: the text with "\\n" line ends and without BOM.
        encoding: Python's name of the encoding, without BOM.
        bom: whether the file starts with a byte order mark.
        line_ends: what each line really ends with.

    """

    text: str
    encoding: str = "utf-8"
    bom: bool = False
    line_ends: LineEnds = LF_ONLY

    @property
    def encoding_name(self) -> str:
        """The encoding as people call it, e.g. "UTF-8 with BOM"."""
        name = NAMES.get(self.encoding, self.encoding)
        return tr("{0} with BOM").format(name) if self.bom and self.encoding == "utf-8" else name

    def edited(self, edit: Edit) -> Source:
        """The source after an edit of its text; new lines end as their neighbours do."""
        return replace(self, text=apply(self.text, edit), line_ends=self.line_ends.after(self.text, edit))


def decode(data: bytes) -> Source:
    """Read a file's bytes.

    Raises:
        UndecodableError: no encoding gives a text that would be written back as the same bytes.

    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, bom=True)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text, line = None, data.count(b"\n", 0, error.start) + 1
    zero = data.find(b"\0")
    if zero >= 0 and (text is None or _is_binary(data)):
        line = data.count(b"\n", 0, zero) + 1
        raise UndecodableError(tr("line {0} holds a zero byte: this is not a text file").format(line))
    return _source(text, "utf-8", bom=False) if text is not None else _legacy(data, line)


def _is_binary(data: bytes) -> bool:
    """Return whether data with zero bytes is no text: more than stray ones, or UTF-16 without a byte order mark.

    A single zero byte in a post (left by a crash or a paste) is built by Jekyll, and so must be editable.
    """
    if data.count(b"\0") * _STRAY > len(data):
        return True
    lines = data.count(b"\n")
    return lines > 2 and len(data) % 2 == 0 and lines in (data.count(b"\n\0"), data.count(b"\0\n"))


def encode(source: Source) -> bytes:
    """The bytes of a file.

    Raises:
        UnencodableError: the encoding has no such character.

    """
    mark = next((mark for mark, name in _BOMS if source.bom and name == source.encoding), b"")
    raw = join(source.text, source.line_ends)
    try:
        return mark + raw.encode(source.encoding)
    except UnicodeEncodeError as error:
        character = raw[error.start]
        at = source.text.index(character)
        line_start = source.text.rfind("\n", 0, at) + 1
        line = source.text.count("\n", 0, at) + 1
        raise UnencodableError(character, line, at - line_start + 1, source.encoding_name) from None


def _source(raw: str, encoding: str, *, bom: bool) -> Source:
    text, line_ends = split(raw)
    return Source(text, encoding, bom, line_ends)


def _strict(data: bytes, encoding: str, *, bom: bool) -> Source:
    """Decode by the encoding that the byte order mark states, and no other."""
    try:
        raw = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = NAMES[encoding]
        raise UndecodableError(tr("byte {0} is not {1}, which the file says it is").format(error.start, name)) from None
    return _source(raw, encoding, bom=bom)


def _legacy(data: bytes, line: int) -> Source:
    """Recognise an older encoding; of those that charset-normalizer holds likely, the first that is lossless."""
    from charset_normalizer import from_bytes  # takes 60 ms to import: only for files that need it

    likely = [match.encoding for match in from_bytes(data, cp_isolation=list(LEGACY), enable_fallback=False)]
    for encoding in likely:
        raw = data.decode(encoding)
        if raw.encode(encoding) == data and not _has_controls(raw):
            return _source(raw, encoding, bom=False)
    raise UndecodableError(
        tr("line {0} is not UTF-8, and no other encoding ({1}) fits").format(
            line, ", ".join(NAMES[name] for name in LEGACY)
        )
    )


def _has_controls(raw: str) -> bool:
    """C1 controls never stand in real text: Latin-1 would accept every byte string otherwise."""
    return any("\x7f" <= character <= "\x9f" for character in raw)
