"""Exports the open post: the dialog, the steps one after the other, and what can be done where one does not succeed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from editor.header import Generator
from editor.settings import Settings
from editor.text.white_space import ASCII_SPACE, TYPED_SPACE
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.messages import Choice, MessageBar
from editor.ui.plain_text import MessageBox
from editor.ui.tabs import Tabs
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

if TYPE_CHECKING:
    from editor.export.exporting import Exporting
    from editor.export.trust import Trust
    from editor.ui.export.run import ExportRun, Problem

MAX_LISTED = 8
"""More commits are counted."""


class ExportCommands(QObject):
    """What “Export to blog” and “Push again” do, in `do_…` methods."""

    exported = Signal()  # files of a blog were written, or are in a commit now

    def __init__(
        self,
        document: PostDocument,
        files: PostFiles,
        tabs: Tabs,
        pane: TextPane,
        settings: Settings,
        bar: MessageBar,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._files, self._tabs, self._pane = document, files, tabs, pane
        self._settings, self._bar, self._icons, self._window = settings, bar, icons, window
        self.running: ExportRun | None = None
        self._waiting: ExportRun | None = None  # a commit that was not pushed
        self._jobs = Jobs(self)

    def do_export(self) -> None:
        """To its place in a blog, with its pictures; committed and pushed when the writer says so."""
        path = self._files.path
        if path is None:
            self._bar.say(self.tr("Save this post first: it has no file that could be exported."))
        elif self._document.read_only:
            self._bar.say(self.tr("{0} was opened to look at only.").format(path.name))
        elif self._document.modified:
            save = Choice(self.tr("Save and export"), self._save_and_export)
            self._bar.say(self.tr("The post has changes that are not saved."), [save])
        else:
            self._ask(path)

    def do_push_again(self) -> None:
        """The last commit that did not arrive."""
        if self._waiting is None:
            self._bar.say(self.tr("There is no commit of an export that waits to be pushed."))
        else:
            self._look(self._waiting)

    # -- the dialog

    def _save_and_export(self) -> None:
        if self._files.save() and self._files.path is not None:
            self._ask(self._files.path)

    def _ask(self, path: Path) -> None:
        from editor.export.memory import ExportMemory
        from editor.ui.export.dialog import ExportDialog
        from editor.ui.export.places import BlogChoice

        blog = self._files.blog
        here = blog.root if blog is not None and blog.generator is not Generator.PLAIN else None
        blogs = BlogChoice([Path(name) for name in self._settings.get("blogs")], here)
        memory = ExportMemory(self._settings.exports)
        dialog = ExportDialog(
            path, blogs, memory, self._trust(), asking_program(), self._pane.look, self._icons.colours, self._window
        )
        dialog.commits.setChecked(bool(self._settings.get("export_commits")))
        dialog.push.setChecked(bool(self._settings.get("export_pushes")))
        agreed = dialog.exec() and dialog.export is not None
        export, pushes, aside = dialog.export, dialog.pushes, dialog.goes_aside
        if agreed:
            self._settings.set("export_commits", dialog.commits.isChecked())
            self._settings.set("export_pushes", dialog.push.isChecked())
        dialog.deleteLater()
        if agreed and export is not None:
            self._settings.add_blog(export.plan.blog.root)
            self.start(export, pushes=pushes, aside=aside)

    def _trust(self) -> Trust:
        from editor.export.trust import Trust

        kept = self._settings.get("trusted_repositories")
        return Trust(kept, lambda folders: self._settings.set("trusted_repositories", folders))

    # -- the steps

    def start(self, export: Exporting, *, pushes: bool, aside: bool = False) -> None:
        """Write, commit, push; where wanted onto a branch of its own, whose name is asked for."""
        from editor.ui.export.run import ExportRun

        self.running = run = ExportRun(export, self._window)
        then = self._ask_branch if aside else self._look if pushes else self._say_done
        run.do(self.tr("Writing…"), export.write, partial(self._written, run, then), self._say_problem)

    def _written(self, run: ExportRun, then: Callable[[ExportRun], None]) -> None:
        export = run.export
        if export.exported is not None:
            written = frozenset(change.path.resolve() for change in export.exported.written)
            self._tabs.reread(written)
        if export.repository is None:
            self._say_done(run)
            return
        run.do(self.tr("Committing…"), export.commit, partial(then, run), partial(self._not_committed, run, then))

    def _not_committed(self, run: ExportRun, then: Callable[[ExportRun], None], problem: Problem) -> None:
        again = Choice(self.tr("Commit again"), partial(self._written, run, then))
        back = [Choice(self.tr("Take the files back"), partial(self._take_back, run))] if _wrote(run) else []
        self._bar.say(str(problem), [again, *back, *self._told(problem)])

    def _look(self, run: ExportRun) -> None:
        self._waiting = run
        run.do(self.tr("Asking the other side…"), run.export.look, partial(self._looked, run), self._not_pushed)

    def _looked(self, run: ExportRun) -> None:
        """Tell what a push would do besides, before it is done."""
        stand = run.export.stand
        assert stand is not None
        others = stand.ahead[:-1]
        if others or stand.behind:
            lines = []
            if others:
                lines.append(self.tr("These earlier commits of yours go along:"))
                lines += [f"    {one.subject}" for one in others[-MAX_LISTED:]]
            if stand.behind:
                lines.append(self.tr("{0} has moved on:").format(stand.upstream))
                lines += [f"    {one.author}: {one.subject}" for one in stand.behind[-MAX_LISTED:]]
                lines.append(self.tr("Your commit is put on top of that; the files here follow."))
            if not self._agreed(self.tr("Push to {0}?").format(stand.upstream), "\n".join(lines)):
                again = Choice(self.tr("Push again"), self.do_push_again)
                self._bar.say(self.tr("The commit is kept, and was not pushed."), [again])
                return
        self._push(run, others=bool(others))

    def _push(self, run: ExportRun, *, others: bool = False, decided: dict[str, bytes | None] | None = None) -> None:
        step = partial(run.export.push, others=others, decided=decided)
        run.do(self.tr("Pushing…"), step, partial(self._pushed, run), self._not_pushed)

    def _pushed(self, run: ExportRun) -> None:
        self._waiting = None
        if run.export.pushed is not None and run.export.pushed.followed:
            unsaved = self._tabs.unsaved()
            paths = frozenset(path.resolve() for path in run.export.plan.belongs) - unsaved
            self._tabs.reread(paths)
        self._say_done(run)

    def _not_pushed(self, problem: Problem) -> None:
        from editor.export.git import GitProblem
        from editor.export.push import ClashedError

        run = self._waiting
        assert run is not None
        if isinstance(problem, ClashedError):
            self._decide(run, problem)
            return
        choices = [Choice(self.tr("Push again"), self.do_push_again)]
        if isinstance(problem, GitProblem) and problem.code in ("protected", "hook", "diverged", "password"):
            choices.append(Choice(self.tr("Onto a branch of its own…"), partial(self._ask_branch, run)))
        self._bar.say(str(problem), [*choices, *self._told(problem)])

    def _decide(self, run: ExportRun, problem: Problem) -> None:
        """Somebody changed the same places: both versions side by side."""
        from editor.export.merge import merged
        from editor.export.push import ClashedError
        from editor.ui.export.conflict_view import ConflictDialog, Question

        assert isinstance(problem, ClashedError)
        repository = run.export.repository
        assert repository is not None
        questions = []
        for clash in problem.clashes:
            sides = (clash.base if clash.base is not None else b"", clash.ours, clash.theirs)
            merge = merged(repository.git, *sides) if None not in sides else None  # type: ignore[arg-type]
            questions.append(Question(clash.path, merge, clash.ours, clash.theirs))
        dialog = ConflictDialog(questions, self._pane.look, self._icons.colours, self._window)
        if dialog.exec():
            self._push(run, others=True, decided=dialog.decided)
        else:
            again = Choice(self.tr("Decide and push"), self.do_push_again)
            self._bar.say(self.tr("The commit is kept, and was not pushed."), [again])
        dialog.deleteLater()

    def _ask_branch(self, run: ExportRun) -> None:
        from editor.blog.moves.place import named

        self._waiting = run
        slug = named(PurePosixPath(run.export.plan.path)).slug
        name, agreed = QInputDialog.getText(
            self._window,
            self.tr("Onto a branch of its own"),
            self.tr("Name of the branch on the other side"),
            text=f"post/{slug}",
        )
        if agreed and name.strip(TYPED_SPACE):
            step = partial(run.export.push_aside, name.strip(TYPED_SPACE))
            run.do(self.tr("Pushing…"), step, partial(self._pushed, run), self._not_pushed)
        else:
            again = Choice(self.tr("Push again"), self.do_push_again)
            self._bar.say(self.tr("The commit is kept, and was not pushed."), [again])

    # -- what is said

    def _say_done(self, run: ExportRun) -> None:
        export = run.export
        plan = export.plan
        told = [self.tr("Exported as {0}.").format(plan.path.name)] if not plan.is_at_home else []
        if export.committed is not None:
            told.append(self.tr("Committed: {0}.").format(export.message.partition("\n")[0]))
        elif export.repository is not None:
            told.append(self.tr("The last commit has it like that already."))
        choices = []
        if export.pushed is not None:
            told.append(self.tr("Pushed to {0}.").format(export.pushed.upstream))
            if export.pushed.link:
                choices.append(Choice(self.tr("Open a pull request"), partial(_show, export.pushed.link)))
        elif export.committed is not None:
            self._waiting = run
            choices.append(Choice(self.tr("Push"), self.do_push_again))
        if plan.url.startswith(("https://", "http://")) and export.pushed is not None:
            told.append(plan.url)
            choices.append(Choice(self.tr("Open"), partial(_show, plan.url)))
            choices.append(Choice(self.tr("Is it live?"), partial(self._ask_live, plan.url)))
        if not plan.is_at_home:
            choices.append(Choice(self.tr("Show the post there"), partial(self._files.open, plan.path)))
            if export.committed is None and _wrote(run):
                choices.append(Choice(self.tr("Take it back"), partial(self._take_back, run)))
        self._bar.say(" ".join(told), choices)
        self.exported.emit()

    def _take_back(self, run: ExportRun) -> None:
        from editor.export.carry import take_back

        exported = run.export.exported
        assert exported is not None
        left = take_back(exported)
        self._tabs.reread(frozenset(change.path.resolve() for change in exported.written))
        if left:
            names = ", ".join(path.name for path in left)
            self._bar.say(self.tr("Left as they are, because they were changed since: {0}").format(names))
        else:
            self._bar.say(self.tr("The blog’s files are as they were."))

    def _say_problem(self, problem: Problem) -> None:
        self._bar.say(str(problem), self._told(problem))

    def _told(self, problem: Problem) -> list[Choice]:
        """A look at what git or a hook said."""
        output = getattr(problem, "output", "")
        return (
            [Choice(self.tr("What it said"), partial(self._show_output, output))] if output.strip(ASCII_SPACE) else []
        )

    def _show_output(self, output: str) -> None:
        box = MessageBox(self._window)
        box.setText(self.tr("git and its hooks said:"))
        lines = [line.rpartition("\r")[2] for line in output.strip(ASCII_SPACE).split("\n")]
        box.setInformativeText("\n".join(lines[-40:]))
        box.exec()
        box.deleteLater()

    def _agreed(self, question: str, text: str) -> bool:
        box = MessageBox(self._window)
        box.setText(question)
        box.setInformativeText(text)
        push = box.addButton(self.tr("Push"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Not now"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(push)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is push

    def _ask_live(self, url: str) -> None:
        self._bar.say(self.tr("Asking {0}…").format(url))
        self._jobs.ask(self._find_live, url)

    def _find_live(self, asked: Asked, url: str) -> None:
        """On a thread."""
        from editor.export.live import is_live

        asked.answer(self._tell_live, url, *is_live(url))

    def _tell_live(self, url: str, live: bool, reason: str) -> None:
        text = self.tr("{0} is there.") if live else self.tr("{0} is not there yet ({1}): sites take minutes to build.")
        self._bar.say(text.format(url, reason))


def asking_program() -> str:
    """The program that git asks for passwords with; "" where it is not installed."""
    beside = Path(sys.executable).parent
    return shutil.which("postwright-ask", path=str(beside)) or shutil.which("postwright-ask") or ""


def _wrote(run: ExportRun) -> bool:
    return run.export.exported is not None and bool(run.export.exported.written)


def _show(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
