"""What was typed and not saved yet, written down while it is typed: after a crash it comes back with its undo steps.

A journal is a file of lines, each a checksum and a JSON object: first what the post was when it was opened or saved
last, then each edit, and each text of a form field that the post does not have. Lines are only added, so that a journal
which was cut or damaged still gives what stands before that.

Postwright 1.0 takes the lines of a field text and of a moved file for the end of an undo step, and so reads all edits
of such a journal.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from editor.disk import open_private, private_folder, read_regular
from editor.post.atomic import sync_folder
from editor.post.days_of_use import DaysOfUse
from editor.post.field_texts import FieldText
from editor.text.edit import Edit, EditError, apply
from editor.text.source import Source, UndecodableError, UnencodableError, decode, encode

if TYPE_CHECKING:
    from editor.header import Path as KeyPath

VERSION: Final = 1
SUFFIX: Final = ".journal"
KEPT: Final = "kept"
"""The folder of journals that were put aside; they stay for `KEPT_DAYS`."""
KEPT_DAYS: Final = 30
MAX_JOURNAL: Final = 512 * 2**20
"""A post has 20 MB at most; its journal holds that, and each edit."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a post.

    Attributes:
        edit: how the text changed; None where a step of the undo history ends.
        depth: how many steps can be taken back afterwards; edits with the same depth are one step.
        turn: -1 for what an undo did, 1 for a redo, 0 for an edit.
        joined: the edit belongs to the step before it, whatever the depth.

    """

    edit: Edit | None
    depth: int
    turn: int = 0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """The post before the steps.

    Attributes:
        path: its file; None for a post without one.
        source: its text and spelling, as in the file.
        digest: of the file's bytes; "" without a file.
        pictures: the folder that a post without a file keeps its pictures in; "" without one.
        never_saved: a new post, which is lost without this journal even if nothing was changed in it.
        planned: where a new post will be saved; None where that is not decided.

    """

    path: Path | None
    source: Source
    digest: str = ""
    pictures: str = ""
    never_saved: bool = False
    planned: Path | None = None

    @property
    def place(self) -> Path | None:
        """The post's file, or the one that it will have."""
        return self.path or self.planned


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a journal gives back.

    Attributes:
        text: the post as it was when the last step was written.
        damaged: some of the journal could not be read; what stands before that is here.
        when: the time of the last writing, in seconds since 1970.
        fields: texts of form fields that the post did not have.

    """

    journal: Path
    beginning: Beginning
    steps: tuple[Step, ...]
    text: str
    damaged: bool
    when: float
    fields: tuple[FieldText, ...] = ()

    @property
    def has_unsaved(self) -> bool:
        """Whether anything in it differs from what was opened or saved last."""
        changed = self.text != self.beginning.source.text
        return changed or bool(self.fields) or self.beginning.never_saved


class Journal:
    """Writes one journal. Its methods may take as long as the disk does: they are for a thread.

    What the disk refuses is kept and written with what comes next: a journal without some of its steps would give
    another text than the writer's.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: list[bytes] = []
        self._begun = False
        self._size = 0  # of what is surely written

    @property
    def is_waiting(self) -> bool:
        """Whether there is something that is not on the disk."""
        return bool(self._waiting)

    def add(self, beginning: Beginning, steps: Sequence[Step]) -> None:
        """Have steps written next, and the beginning before the first ones."""
        if not self._begun:
            self._waiting.append(_line(_record_of(beginning)))
            self._begun = True
        self._waiting += [_line(_record_of_step(step)) for step in steps]

    def add_fields(self, fields: Mapping[KeyPath, FieldText | None], depth: int) -> None:
        """Have field texts written next, after `add`; None for one that is gone.

        Args:
            depth: how many steps can be undone now.

        """
        self._waiting += [_line(_record_of_field(path, text, depth)) for path, text in fields.items()]

    def add_pictures(self, folder: str) -> None:
        """Have it written where a post without a file has its pictures from now on; it is, with the beginning."""
        if self._begun:
            self._waiting.append(_line({"pictures": folder}))

    def add_path(self, path: Path, depth: int) -> None:
        """Have it written that the post's file was moved, with what is not saved; it is, with the beginning.

        Args:
            depth: how many steps can be undone now.

        """
        if self._begun:
            self._waiting.append(_line({"e": None, "d": depth, "t": 0, "p": str(path)}))

    def write(self) -> None:
        """Write what was added; it is on the disk afterwards. Raises `OSError`: then it waits for the next time."""
        if not self._waiting:
            return
        data = b"".join(self._waiting)
        flags = os.O_WRONLY if self._size else os.O_WRONLY | os.O_CREAT  # one that is gone is no place for its end
        with os.fdopen(open_private(self.path, flags), "wb") as file:
            file.seek(self._size)  # over what an attempt that failed has left: what waits only grows
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not self._size:
            sync_folder(self.path.parent)
        self._size += len(data)
        self._waiting.clear()

    def remove(self) -> None:
        """The post was saved."""
        self._begin_anew()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def put_aside(self, kept: Path) -> None:
        """The writer gave the changes up: they stay for a while."""
        self._begin_anew()
        put_aside(self.path, kept)

    def _begin_anew(self) -> None:
        self._begun, self._size = False, 0
        self._waiting.clear()


def read_journal(path: Path) -> Recovered | None:
    """What a journal holds; None when not even its first line can be read. Raises nothing."""
    try:
        data, when = read_regular(path, MAX_JOURNAL), path.stat().st_mtime
    except OSError:
        return None
    *whole, rest = data.split(b"\n")
    records, damaged = list[dict[str, Any]](), bool(rest)
    for line in whole:
        record = _record(line)
        if record is None:
            damaged = True
            break
        records.append(record)
    beginning = _beginning(records[0]) if records else None
    if beginning is None:
        return None
    text, steps = beginning.source.text, list[Step]()
    fields: dict[KeyPath, FieldText] = {}
    for record in records[1:]:
        if "pictures" in record:
            beginning = replace(beginning, pictures=str(record["pictures"]))
            continue
        if "p" in record:
            beginning = replace(beginning, path=Path(str(record["p"])))
            continue
        if "f" in record:
            damaged |= not _follow_field(record["f"], fields)  # the edits after it can be read all the same
            continue
        try:
            step = _step(record)
            text = apply(text, step.edit) if step.edit is not None else text
        except (EditError, KeyError, TypeError, ValueError):
            damaged = True
            break
        steps.append(step)
    return Recovered(path, beginning, tuple(steps), text, damaged, when, tuple(fields.values()))


def may_be_read_later(path: Path) -> bool:
    """Whether a journal that gives nothing now may do so later: the disk refuses it, or a newer version wrote it."""
    try:
        with path.open("rb") as file:
            record = _record(file.readline().rstrip(b"\n"))
    except OSError:
        return True
    version = record.get("version") if record is not None else None
    return isinstance(version, int) and version > VERSION


def put_aside(path: Path, kept: Path) -> None:
    """Move a journal to those that are kept for a while."""
    with contextlib.suppress(OSError):
        private_folder(kept)
        os.replace(path, kept / path.name)
        os.utime(kept / path.name)  # the time that it is kept begins now


def forget_old(kept: Path, now: float, days: DaysOfUse) -> None:
    """Delete the journals that were put aside long ago: by the clock, and by the days of use since."""
    with contextlib.suppress(OSError):
        for path in kept.iterdir():
            written = path.stat().st_mtime
            old = written < now - KEPT_DAYS * 86_400 and days.since(written) >= KEPT_DAYS
            if path.suffix == SUFFIX and old:
                path.unlink()


# -- lines


def _line(record: dict[str, Any]) -> bytes:
    data = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _record(line: bytes) -> dict[str, Any] | None:
    checksum, _, data = line.partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(data):
            return None
        record = json.loads(data)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _record_of(beginning: Beginning) -> dict[str, Any]:
    source = beginning.source
    try:
        data, encoding = encode(source), source.encoding
    except UnencodableError:  # what was typed does not fit the file's encoding: it fits this one
        data, encoding = encode(Source(source.text, "utf-8", False, source.line_ends)), "utf-8"
    new = {"new": 1, "planned": str(beginning.planned or "")} if beginning.never_saved else {}
    return {
        "version": VERSION,
        **new,
        "path": str(beginning.path) if beginning.path is not None else None,
        "encoding": encoding,
        "digest": beginning.digest,
        "pictures": beginning.pictures,
        "data": base64.b64encode(zlib.compress(data, 1)).decode("ascii"),  # other threads run meanwhile
    }


def _beginning(record: dict[str, Any]) -> Beginning | None:
    try:
        if record["version"] != VERSION:
            return None
        source = decode(zlib.decompress(base64.b64decode(record["data"], validate=True)))
        path = Path(record["path"]) if record["path"] is not None else None
        planned = Path(str(record["planned"])) if record.get("planned") else None
        new = bool(record.get("new"))
        return Beginning(path, source, str(record["digest"]), str(record["pictures"]), new, planned)
    except (KeyError, TypeError, ValueError, binascii.Error, zlib.error, UndecodableError):
        return None


def _record_of_step(step: Step) -> dict[str, Any]:
    edit = step.edit
    record = {"e": [edit.start, edit.end, edit.new] if edit is not None else None, "d": step.depth, "t": step.turn}
    return {**record, "j": 1} if step.joined else record


def _step(record: dict[str, Any]) -> Step:
    edit = record["e"]
    made = Edit(int(edit[0]), int(edit[1]), str(edit[2])) if edit is not None else None
    return Step(made, int(record["d"]), int(record["t"]), bool(record.get("j")))


def _record_of_field(path: KeyPath, text: FieldText | None, depth: int) -> dict[str, Any]:
    said = [list(path), text.text, text.reason, text.kind] if text is not None else [list(path), None, "", ""]
    return {"e": None, "d": depth, "t": 0, "f": said}


def _follow_field(said: Any, fields: dict[KeyPath, FieldText]) -> bool:
    """Take the record of a field text into account; False when it can't be read."""
    match said:
        case [[_, *_] as parts, text, str() as reason, str() as kind] if isinstance(text, str | None):
            if not all(isinstance(part, (str, int)) for part in parts):
                return False
            fields.pop(tuple(parts), None)
            if text is not None:
                fields[tuple(parts)] = FieldText(tuple(parts), text, reason, kind)
            return True
    return False


def folders_named(journals: Path) -> set[str]:
    """The folders that any journal names for the pictures of its post, those that were put aside included."""
    found = set[str]()
    with contextlib.suppress(OSError):
        for folder in journals.iterdir():
            for path in journals_in(folder):
                recovered = read_journal(path)
                if recovered is not None and recovered.beginning.pictures:
                    found.add(recovered.beginning.pictures)
    return found


def journals_in(folder: Path) -> Iterable[Path]:
    """The journals of a folder, the oldest first."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return []
