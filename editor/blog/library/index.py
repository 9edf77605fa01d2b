"""The index of a blog's posts: an SQLite file with a row for each post, and its words.

It can always be made anew from the posts: one that is damaged, or of another version of the program, is thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor import language
from editor.blog.library.words import asked
from editor.disk import make_private, private_folder

VERSION: Final = 3
_COLUMNS: Final = (
    "path TEXT UNIQUE, changed INTEGER, size INTEGER, digest BLOB, title TEXT, day TEXT, state TEXT, reason TEXT,"
    " tags TEXT, categories TEXT, language TEXT, words INTEGER, characters INTEGER, address TEXT"
)
_SCHEMA: Final = f"""
CREATE TABLE posts (id INTEGER PRIMARY KEY, {_COLUMNS});
CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE progress (done INTEGER, whole INTEGER);
INSERT INTO progress VALUES (0, 0);
PRAGMA user_version = {VERSION};
"""  # noqa: S608  nothing of a post is in it
MAX_FOUND: Final = 1_000


class IndexFailed(Exception):  # noqa: N818  an answer: the index is made anew, or asked later
    """The index can't be read or written now.

    Attributes:
        damaged: it never can: throw it away.

    """

    def __init__(self, error: sqlite3.Error) -> None:
        super().__init__(str(error))
        self.damaged = not isinstance(error, sqlite3.OperationalError)


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a post.

    Attributes:
        path: from the blog's root.
        changed: when the file was changed, in nanoseconds since 1970.
        day: on the blog's calendar, as 2026-01-07; "" without a date.
        state: a value of `State`, or "broken" for a file that can't be read; `reason` says why.

    """

    path: str
    changed: int
    size: int
    digest: bytes
    title: str
    day: str
    state: str
    reason: str
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    language: str
    words: int
    characters: int
    address: str


def index_file(cache: Path, root: Path) -> Path:
    """Where the index of a blog is kept: one for each language, for it holds reasons in words."""
    name = hashlib.blake2b(str(root).encode(), digest_size=10).hexdigest()
    return cache / "library" / f"{name}-{language.spoken()}.sqlite"


class Index:
    """One blog's index, opened by one process to write and by others to read (WAL)."""

    def __init__(self, path: Path, *, patience: float = 10.0) -> None:
        """Open the index, or make it.

        Args:
            patience: for how many seconds another process is waited for that writes.

        Raises:
            IndexFailed: the file can't be opened or written. A damaged one is thrown away.

        """
        self._path, self._patience = path, patience
        try:
            private_folder(path.parent)
            make_private(path)  # SQLite gives its other files the same mode
            try:
                self._db = self._opened()
            except sqlite3.DatabaseError as error:
                if not IndexFailed(error).damaged:
                    raise
                throw_away(path)
                self._db = self._opened()
        except OSError as error:
            raise IndexFailed(sqlite3.OperationalError(str(error))) from None
        except sqlite3.Error as error:
            raise IndexFailed(error) from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # -- reading

    def rows(self) -> list[Row]:
        """All posts, the newest first. Raises `IndexFailed`."""
        with _told():
            found = self._db.execute(f"SELECT {_NAMES} FROM posts ORDER BY day DESC, path")  # noqa: S608
            return [_row(values) for values in found]

    def known(self) -> dict[str, tuple[int, int, bytes]]:
        """When each file was changed, its size and digest, by path."""
        return {
            path: (changed, size, digest)
            for path, changed, size, digest in self._db.execute("SELECT path, changed, size, digest FROM posts")
        }

    def search(self, text: str) -> list[str]:
        """The paths of the posts in which all words of a text stand, those that were read last first.

        Raises `IndexFailed`.
        """
        query = asked(text)
        if not query:
            return []
        with _told():
            found = self._db.execute(
                "SELECT posts.path FROM text JOIN posts ON posts.id = text.rowid WHERE text MATCH ?"
                " ORDER BY text.rowid DESC LIMIT ?",
                (query, MAX_FOUND),
            )
            return [path for (path,) in found]

    def progress(self) -> tuple[int, int]:
        """How many files of how many a scan that is under way has looked at. Raises `IndexFailed`."""
        with _told():
            done, whole = self._db.execute("SELECT done, whole FROM progress").fetchone()
            return int(done), int(whole)

    # -- writing

    def put(self, rows: Iterable[tuple[Row, str, str]]) -> None:
        """Keep posts with the words of their titles and bodies."""
        with self._db:
            for row, title, body in rows:
                self._remove(row.path)
                values = [getattr(row, name.strip(" ")) for name in _NAMES.split(",")]
                values = [json.dumps(one, ensure_ascii=False) if isinstance(one, tuple) else one for one in values]
                values = [_storable(one) if isinstance(one, str) else one for one in values]
                cursor = self._db.execute(f"INSERT INTO posts ({_NAMES}) VALUES ({_MARKS})", values)  # noqa: S608
                self._db.execute(
                    "INSERT INTO text (rowid, title, body) VALUES (?, ?, ?)",
                    (cursor.lastrowid, _storable(title), _storable(body)),
                )

    def touch(self, path: str, changed: int) -> None:
        """A file has another time and the same bytes."""
        with self._db:
            self._db.execute("UPDATE posts SET changed = ? WHERE path = ?", (changed, path))

    def remove(self, paths: Iterable[str]) -> None:
        """Forget posts."""
        with self._db:
            for path in paths:
                self._remove(path)

    def tell(self, done: int, whole: int) -> None:
        """Say how far a scan is."""
        with self._db:
            self._db.execute("UPDATE progress SET done = ?, whole = ?", (done, whole))

    def _remove(self, path: str) -> None:
        found = self._db.execute("SELECT id FROM posts WHERE path = ?", (path,)).fetchone()
        if found is not None:
            self._db.execute("DELETE FROM text WHERE rowid = ?", found)
            self._db.execute("DELETE FROM posts WHERE id = ?", found)

    def _opened(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=self._patience)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, VERSION):
                raise sqlite3.DatabaseError("made by another version")
            if version == 0:
                db.executescript(_SCHEMA)
            db.execute("SELECT count(*) FROM progress").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db


_NAMES: Final = ", ".join(one.split(" ")[0] for one in _COLUMNS.split(", "))
_MARKS: Final = ", ".join("?" for _ in _NAMES.split(","))


def _storable(text: str) -> str:
    """Return a text as SQLite can hold it: JSON's `"\\ud800"` is half a character, which UTF-8 does not have."""
    return text.encode("utf-8", "replace").decode()


def _row(values: Iterable[object]) -> Row:
    named = dict(zip((name.strip(" ") for name in _NAMES.split(",")), values, strict=True))
    for name in ("tags", "categories"):
        named[name] = tuple(json.loads(str(named[name])))
    return Row(**named)  # type: ignore[arg-type]


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise IndexFailed(error) from None


def throw_away(path: Path) -> None:
    """Remove an index; it is made anew from the posts."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
