"""The messages between the window and its workers: JSON objects, each after its length in four bytes.

Long texts go beside the JSON as they are: as JSON's escapes, a megabyte of Japanese keeps Python busy for 20 ms, during
which the window answers no key; as UTF-8 for 3 ms.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Final

_LENGTH: Final = struct.Struct(">I")
MAX_MESSAGE: Final = 1 << 30
LONG_TEXT: Final = 10_000
"""Texts of more characters, directly in a message, are sent beside its JSON."""
_BESIDE: Final = "\0beside"
"""The key of the list of these texts: their keys and lengths in bytes."""


def send(stream: BinaryIO, message: dict[str, Any]) -> None:
    """Write one message. Raises OSError when the other side is gone."""
    texts = {
        key: value.encode("utf-8", "surrogatepass")
        for key, value in message.items()
        if isinstance(value, str) and len(value) > LONG_TEXT
    }
    if texts:
        message = {key: value for key, value in message.items() if key not in texts}
        message[_BESIDE] = [[key, len(data)] for key, data in texts.items()]
    data = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.writelines(texts.values())
    stream.flush()


def receive(stream: BinaryIO) -> dict[str, Any] | None:
    """Read one message; None at the end of the stream or after a torn message."""
    head = _read(stream, _LENGTH.size)
    if head is None:
        return None
    data = _read(stream, _LENGTH.unpack(head)[0])
    if data is None:
        return None
    message: dict[str, Any] = json.loads(data)
    for key, length in message.pop(_BESIDE, ()):
        text = _read(stream, length)
        if text is None:
            return None
        message[key] = text.decode("utf-8", "surrogatepass")
    return message


def _read(stream: BinaryIO, length: int) -> bytes | None:
    """Return so many bytes; None where there are fewer, or where that is too much for a message."""
    data = stream.read(length) if length <= MAX_MESSAGE else b""
    return data if len(data) == length else None
