"""The posts that the library shows: filtered by what is typed, in the order that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.blog.gate import Gate
from editor.blog.state import MARKS, named
from editor.post.post import Post
from editor.ui.plain_text import one_line
from editor.ui.speaking import counted, moment

if TYPE_CHECKING:
    from editor.blog.library.index import Row

ROW: Final = Qt.ItemDataRole.UserRole
SECOND: Final = Qt.ItemDataRole.UserRole + 1
_SORTS: Final[dict[str, tuple[Callable[[Row], Any], bool]]] = {
    "date": (lambda row: row.day, True),
    "changed": (lambda row: row.changed, True),
    "title": (lambda row: (row.title or row.path).casefold(), False),
    "length": (lambda row: row.characters, True),
}
_GROUPS: Final[dict[str, Callable[[Row], str]]] = {
    "year": lambda row: row.day[:4],
    "month": lambda row: row.day[:7],
    "folder": lambda row: PurePosixPath(row.path).parent.as_posix(),
    "category": lambda row: row.categories[0] if row.categories else "",
    "state": lambda row: row.state,
    "language": lambda row: row.language,
}
_NEWEST_FIRST: Final = frozenset({"year", "month"})
UNCOMMITTED: Final = "uncommitted"
"""What is chosen among the states for the posts that the last commit does not have as they are."""
MAX_READ: Final = 200_000
"""How much of a file is looked through for the sentence that is shown."""


@dataclass(frozen=True, slots=True)
class Group:
    """A line between the posts: what those below it have in common, and how many they are."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Which posts are shown, and how.

    Attributes:
        sort: a name of the orders; group: one of the groups, "" for none.
        state: one of the states, or `UNCOMMITTED`; "" for all.
        days: the first and the last day, as 2026-01-07; None for all days.

    """

    sort: str = "date"
    group: str = ""
    state: str = ""
    days: tuple[str, str] | None = None


def plain_texts(rows: Sequence[Row]) -> dict[str, str]:
    """What of each post the filter looks at, by its path: on a thread, for there may be many."""
    from editor.writing.width import folded  # when the library is shown first

    return {row.path: folded(" ".join((row.title, *row.tags, *row.categories, row.path))) for row in rows}


class PostRows(QAbstractListModel):
    """The rows in sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._root = Path()
        self._rows: list[Row] = []
        self._sort = ""  # the order that they are in
        self._shown: list[Row | Group] = []
        self._plain: dict[str, str] = {}
        self._search = ""
        self._by_text: set[str] = set()
        self._sentences: dict[str, str] = {}
        self.uncommitted: frozenset[str] = frozenset()

    def set_rows(self, root: Path, rows: list[Row], plain: dict[str, str]) -> None:
        """Know a blog's posts, and what of each is filtered by its path (`plain_texts`)."""
        self._root, self._rows, self._sort, self._plain = root, rows, "", plain
        self._sentences.clear()

    def show(self, search: str, found: Sequence[str], choice: Choice) -> None:
        """Show the rows that what is typed may mean.

        Args:
            found: the paths of the posts whose text it stands in.

        """
        from editor.writing.width import folded

        # Unicode: what a user types
        words, plain = folded(search).split(), self._plain
        rows = [row for row in self._in_order(choice.sort) if self._is_chosen(row, choice)]
        self._by_text = set(found) if words else set()
        if words:
            named = [row for row in rows if all(word in plain[row.path] for word in words)]
            self._by_text.difference_update(row.path for row in named)
            rows = named + [row for row in rows if row.path in self._by_text]  # titles and tags before texts
        self.beginResetModel()
        # Unicode: what a user types
        self._search = search.strip()
        self._sentences.clear()
        self._shown = _grouped(rows, choice.group) if choice.group in _GROUPS and not words else list(rows)
        self.endResetModel()

    def _is_chosen(self, row: Row, choice: Choice) -> bool:
        if choice.days is not None and not choice.days[0] <= row.day <= choice.days[1]:
            return False
        if choice.state == UNCOMMITTED:
            return row.path in self.uncommitted
        return not choice.state or row.state == choice.state

    def _in_order(self, sort: str) -> list[Row]:
        """All rows in an order, which is made once."""
        if self._sort != sort:
            key, reverse = _SORTS[sort]
            self._rows.sort(key=key, reverse=reverse)
            self._sort = sort
        return self._rows

    @property
    def paths(self) -> list[str]:
        """The paths of the shown posts, by row; "" for a line between them."""
        return ["" if isinstance(row, Group) else row.path for row in self._shown]

    @property
    def all(self) -> list[Row]:
        """All posts of the blog."""
        return self._rows

    @property
    def number(self) -> int:
        """How many posts are shown."""
        return sum(not isinstance(row, Group) for row in self._shown)

    def counts(self) -> dict[str, int]:
        """How many posts there are in each state."""
        found: dict[str, int] = {}
        for row in self._rows:
            found[row.state] = found.get(row.state, 0) + 1
        return found

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, its second line, and what a tool tip tells."""
        row = self._shown[index.row()]
        if isinstance(row, Group):
            return {Qt.ItemDataRole.DisplayRole: one_line(row.label), SECOND: counted(row.number)}.get(role)
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.title or row.path)
        if role == ROW:
            return row
        if role == SECOND:
            return one_line(self._second(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            changed = datetime.fromtimestamp(row.changed / 1e9, UTC).astimezone()
            lines = [row.path, row.reason, self.tr("%Ln character(s)", "", row.characters)]
            lines += [self.tr("changed {0}").format(moment(changed)), ", ".join(row.tags)]
            return "\n".join(one_line(line) for line in lines if line)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A line between posts can't be chosen."""
        if index.isValid() and isinstance(self._shown[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _second(self, row: Row) -> str:
        """The day and what is not as usual; for a post that was found by its text, the sentence."""
        if self._search and row.path in self._by_text:
            return self._sentence(row)
        state = f"{MARKS.get(row.state, '')} {named(row.state)}" if row.state != "visible" else ""
        tags = ", ".join(row.tags or row.categories)
        commit = self.tr("± not committed") if row.path in self.uncommitted else ""
        return " · ".join(part for part in (row.day, state, commit, tags) if part)

    def _sentence(self, row: Row) -> str:
        if row.path not in self._sentences:
            from editor.blog.library.words import sentence_of

            self._sentences[row.path] = ""
            try:
                body = Post.from_bytes(Gate(self._root).head(self._root / row.path, MAX_READ)).body
                self._sentences[row.path] = sentence_of(body, self._search)
            except (OSError, ValueError):  # it changes at this moment, or is no text
                pass
        return self._sentences[row.path] or row.day


def _grouped(rows: Iterable[Row], name: str) -> list[Row | Group]:
    """The rows below lines that say what they have in common; those without come last."""
    label_of = _GROUPS[name]
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(label_of(row), []).append(row)
    labels = sorted(groups, key=str.casefold, reverse=name in _NEWEST_FIRST)
    labels.sort(key=lambda label: not label)
    shown: list[Row | Group] = []
    for label in labels:
        shown += [Group(label or "—", len(groups[label])), *groups[label]]
    return shown
