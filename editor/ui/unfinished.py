"""Changes of many posts that a crash stopped half-way: found at the start, offered to be finished or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.ui.jobs import Asked, Jobs
from editor.ui.messages import Choice, MessageBar
from editor.ui.modal_work import wait_for
from editor.ui.tabs import Tabs

if TYPE_CHECKING:
    from editor.blog.operation_record import State
    from editor.blog.operations import Operation, Settled
    from editor.ui.unfinished_window import UnfinishedWindow

TOPIC = "unfinished"


class Unfinished(QObject):
    """Offers what was stopped, without a question that blocks."""

    def __init__(self, tabs: Tabs, bar: MessageBar, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._tabs, self._bar, self._folder, self._window = tabs, bar, folder, window
        self._found: list[Operation] = []
        self._jobs = Jobs(self)
        self.window: UnfinishedWindow | None = None

    def look(self) -> None:
        """Look on a thread for what was stopped."""
        if self._folder.is_dir():
            self._jobs.ask(self._look)

    def settle(self, operation: Operation, wanted: State) -> Settled:
        """Finish an operation or take it back; open posts follow."""
        from editor.blog.operations import settle

        work = partial(settle, operation, wanted, self._tabs.unsaved())
        settled = wait_for(self._window, len(operation.files), work, may_stop=False)
        self._tabs.follow(settled.place, frozenset(settled.written))
        return settled

    def close(self) -> None:
        """The window closes: what was not decided is offered again."""
        for operation in self._found:
            operation.let_go()

    def _look(self, asked: Asked) -> None:
        """On a thread."""
        from editor.blog.operations import unfinished

        found = unfinished(self._folder)
        if found:
            asked.answer(self._offer, found)

    def _offer(self, found: Sequence[Operation]) -> None:
        self._found = list(found)
        text = self.tr("A change of several posts was stopped half-way. It can be finished or taken back.")
        self._bar.say(text, [Choice(self.tr("Show it"), self._show)], topic=TOPIC, stays=True)

    def _show(self) -> None:
        from editor.ui.unfinished_window import UnfinishedWindow

        self.window = UnfinishedWindow(self._found, self, self._window)
        self.window.show()
