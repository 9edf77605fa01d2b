"""Carries an export out on a thread, step by step, with what git says in sight and a way to stop."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressDialog, QWidget

from editor.export.exporting import Exporting
from editor.export.git import GitProblem, Watch
from editor.export.push import ClashedError
from editor.header import Refused
from editor.post.files import FileError
from editor.text.white_space import ASCII_SPACE
from editor.ui.jobs import Asked, Jobs, call_in_window
from editor.ui.plain_text import one_line

SHOWN_AFTER_MS = 300
"""Quicker steps show no progress."""

Problem = Refused | FileError | GitProblem | ClashedError


class ExportRun(QObject):
    """Does one step at a time."""

    def __init__(self, export: Exporting, window: QWidget) -> None:
        super().__init__(window)
        self.export, self._window = export, window
        self._then: Callable[[], None] = lambda: None
        self._failed: Callable[[Problem], None] = lambda _: None
        self._progress: QProgressDialog | None = None
        self._jobs = Jobs(self)

    def do(
        self, text: str, step: Callable[[], object], then: Callable[[], None], failed: Callable[[Problem], None]
    ) -> None:
        """Begin a step.

        Args:
            text: what is said meanwhile.
            then: what follows when it succeeded. failed: gets the problem.

        """
        self._then, self._failed = then, failed
        self.export.watch = watch = Watch(lambda said: call_in_window(self, self._show, said))
        progress = self._progress = QProgressDialog(text, self.tr("Stop"), 0, 0, self._window)
        progress.setMinimumDuration(SHOWN_AFTER_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.canceled.connect(watch.stop)
        self._jobs.ask(self._run, step)

    def _run(self, asked: Asked, step: Callable[[], object]) -> None:
        """On a thread."""
        problem: Problem | None = None
        try:
            step()
        except (Refused, FileError, GitProblem, ClashedError) as error:
            problem = error
        except BaseException:  # what nobody foresaw is told elsewhere
            asked.answer(self._close_progress)
            raise
        asked.answer(self._end, problem)

    def _show(self, said: str) -> None:
        """The last line of what git says."""
        lines = [line.strip(ASCII_SPACE) for line in said.replace("\r", "\n").split("\n") if line.strip(ASCII_SPACE)]
        if self._progress is not None and lines:
            text = self._progress.labelText().partition("\n")[0]
            self._progress.setLabelText(f"{text}\n{one_line(lines[-1][:80])}")

    def _end(self, problem: Problem | None) -> None:
        self._close_progress()
        if problem is None:
            self._then()
        else:
            self._failed(problem)

    def _close_progress(self) -> None:
        if self._progress is not None:
            with contextlib.suppress(RuntimeError):
                self._progress.canceled.disconnect()
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
