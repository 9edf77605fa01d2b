"""Paths of keys as a user writes them: `a`, `a.b`, `a[0].c`, and `"a.b"` for a key with a dot in its name."""

from __future__ import annotations

import re
from typing import Final

from editor.header.model import Field, Header, Path, Refused, Syntax
from editor.language import tr

_NAME: Final = re.compile(r'[^.\[\]="]+')
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\["\\])*)"')
_INDEX: Final = re.compile(r"\[([0-9]{1,6})\]")
_POSITION: Final = re.compile(r"[0-9]{1,6}")
_SPECIAL: Final = re.compile(r'[.\[\]="]')


def split_path(text: str) -> tuple[Path, str]:
    """Return the path at the beginning of a text and what follows it: "" or a text that begins with "=" or ":=".

    Raises:
        ValueError: there is no such path.

    """
    path: list[str | int] = []
    at = 0
    while True:
        quoted = _QUOTED.match(text, at)
        match = quoted or _NAME.match(text, at)
        if match is None:
            raise ValueError(_no_path(text))
        name = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted is not None else match[0]
        at = match.end()
        if text[at : at + 1] == "=" and quoted is None and name.endswith(":"):
            name, at = name[:-1], at - 1
        if not name:
            raise ValueError(_no_path(text))
        path.append(name)
        while (index := _INDEX.match(text, at)) is not None:
            path.append(int(index[1]))
            at = index.end()
        if text[at : at + 1] != ".":
            break
        at += 1
    rest = text[at:]
    if rest and not rest.startswith(("=", ":=")):
        raise ValueError(_no_path(text))
    return tuple(path), rest


def parse_path(text: str) -> Path:
    """Return the path that a text is.

    Raises:
        ValueError: it is none.

    """
    path, rest = split_path(text)
    if rest:
        raise ValueError(_no_path(text))
    return path


def written_path(path: Path) -> str:
    """Return a path as a user writes it."""
    found = ""
    for name in path:
        if isinstance(name, int):
            found += f"[{name}]"
            continue
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        found += ("." if found else "") + (f'"{escaped}"' if _SPECIAL.search(name) or not name else name)
    return found


def find_path(header: Header, path: Path) -> Path:
    """Return a user's path as the header has it: a number behind a list is a position, `resources.0.name`.

    Raises:
        Refused: the path leads into a value that has no keys or items, or to an item that is not there; or the name
            of a key has a dot, and no quotes say so.

    """
    path = header.resolved(path)
    found: list[str | int] = []
    field: Field | None = None
    for depth, name in enumerate(path):
        if field is not None and field.node is not None and field.node.kind == "list" and isinstance(name, str):
            if not _POSITION.fullmatch(name):
                raise Refused(
                    tr("“{0}” is a list: name one of its items, as {0}[0].{1}").format(
                        written_path(tuple(found)), written_path((name,))
                    ),
                    field.line,
                )
            name = int(name)
        above, field = field, header.field((*found, name)) if depth == 0 or field is not None else None
        found.append(name)
        if field is None:
            _require_room(header, above, tuple(found), path)
    return tuple(found)


def _require_room(header: Header, above: Field | None, missing: Path, path: Path) -> None:
    """Refuse a path to something that is not there and can't be made."""
    line = above.line if above is not None else None
    if isinstance(missing[-1], int):
        if above is None or above.node is None or above.node.kind != "list":
            raise Refused(tr("“{0}” is no list").format(written_path(missing[:-1])), line)
        raise Refused(tr("“{0}” has no item {1}").format(written_path(missing[:-1]), missing[-1]), line)
    if above is not None and above.value is not None and not isinstance(above.value, dict):
        raise Refused(tr("“{0}” is a single value: it has no keys").format(written_path(missing[:-1])), line)
    later = next((name for name in path[len(missing) :] if isinstance(name, int)), None)
    if later is not None:
        raise Refused(tr("“{0}” is no list").format(written_path(path[: path.index(later)])), line)
    if len(path) > 1 and header.syntax is Syntax.PELICAN:
        raise Refused(tr("Pelican’s front matter has no keys inside of keys: “{0}”").format(written_path(path)))
    if len(path) > 1 and above is None and header.field(literal := ".".join(map(str, path))) is not None:
        raise Refused(tr('the key “{0}” has a dot in its name: write it in quotes, as "{0}"').format(literal))


def _no_path(text: str) -> str:
    return tr('“{0}” is no key: write a, a.b, a[0].c, or "a.b" for a name with a dot').format(text)
