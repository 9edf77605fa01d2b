"""The dialog that takes a post into a blog: where it goes, what changes, the commit; all seen before it is written."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.blog.state import named
from editor.export.exporting import Exporting
from editor.export.git import GitProblem, Watch
from editor.export.memory import ExportMemory
from editor.export.outlook import Outlook, Outlooks
from editor.export.repository import Repository
from editor.export.trust import Trust
from editor.header import Refused
from editor.post.files import FileError
from editor.text.source import UndecodableError, UnencodableError
from editor.text.white_space import TYPED_SPACE
from editor.ui.export.conflict_view import ConflictDialog, Question
from editor.ui.export.places import BlogChoice
from editor.ui.export.plan_view import PlanView
from editor.ui.form.field import ComposedLine
from editor.ui.jobs import Asked, Jobs
from editor.ui.plain_text import Label, literal, one_line
from editor.ui.text_look import TextLook
from editor.ui.theme.sizes import WideChoice, open_at
from editor.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_24, Colours

PAUSE_MS = 250
"""How long after a key the plan is made anew."""
WIDTH, HEIGHT = 1000, 720
_MAX_NAMED = 6
"""Settings and hooks that are named beside the question whether the folder is trusted."""


class ExportDialog(QDialog):
    """Blog, name and place above; the changes in the middle; commit and push below.

    Attributes, once the writer agreed: `export` is what is to be done; whether it `pushes`, and `goes_aside` to a
    branch of its own.
    """

    def __init__(
        self,
        source: Path,
        blogs: BlogChoice,
        memory: ExportMemory,
        trust: Trust,
        asking: str,
        look: TextLook,
        colours: Colours,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.export: Exporting | None = None
        self.pushes = self.goes_aside = False
        self._source, self._memory, self._trust, self._asking = source, memory, trust, asking
        self._look, self._colours = look, colours
        self._found: Outlook | None = None
        self._outlooks = Outlooks(memory, trust, asking)
        self._jobs = Jobs(self)
        self._working = threading.Lock()
        self.setWindowTitle(self.tr("Export {0}").format(one_line(source.name)))
        open_at(self, WIDTH, HEIGHT)
        self.blogs = blogs
        blogs.setParent(self)
        self.slug = ComposedLine(self)
        self.slug.setPlaceholderText(self.tr("from its name or title"))
        self.place = WideChoice(self)
        self.place.addItem(self.tr("where it fits best"), "")
        self._file, self._url = Label("", self), Label("", self)
        for label in (self._file, self._url):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.view = PlanView(look, colours, self)
        self._said = Label("", self)
        self._said.setWordWrap(True)
        self.decide = QPushButton(self.tr("&Decide…"), self)
        self.decide.setAutoDefault(False)
        self.commits = QCheckBox(self.tr("&Commit"), self)
        self.message = QLineEdit(self)
        self.message.setAccessibleName(self.tr("Message of the commit"))
        self.push = QCheckBox(self)
        self.aside = QCheckBox(self.tr("on a branc&h of its own"), self)
        self.aside.setToolTip(self.tr("For a pull request: the branch here is not pushed"))
        self.trust = QCheckBox(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self.plan)
        blogs.chosen.connect(self._other_blog)
        blogs.failed.connect(self._said.setText)
        self.slug.textChanged.connect(self._later.start)
        self.place.currentIndexChanged.connect(self._later.start)
        for choice in (self.commits, self.push, self.trust):
            choice.toggled.connect(self._choose)
        self.decide.clicked.connect(self._decide)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        self._enable()
        self.plan()

    def plan(self) -> None:
        """Find out what the export changes."""
        if self.slug.composition.active:
            return
        self._later.stop()
        self._jobs.forget()
        self._found = None
        self._enable()
        root = self.blogs.current
        if root is None:
            self._said.setText(self.tr("Choose the blog that the post goes to."))
            return
        self._said.setText(self.tr("Reading the blog…"))
        self._jobs.ask(self._plan, root, self.slug.text().strip(TYPED_SPACE), str(self.place.currentData() or ""))

    def done(self, result: int) -> None:
        """The answers of jobs that are under way come too late."""
        self._jobs.forget()
        super().done(result)

    # -- on a thread

    def _plan(self, asked: Asked, root: Path, slug: str, pattern: str) -> None:
        found, reason = None, ""
        try:
            with self._working:
                if not asked.is_old():
                    found = self._outlooks.of(self._source, root, slug, pattern)
        except (Refused, FileError, UndecodableError, UnencodableError, GitProblem) as problem:
            reason = str(problem)
        asked.answer(self._take, found, reason)

    # -- what comes from it

    def _take(self, found: Outlook | None, reason: str) -> None:
        self._found = found
        if found is None:
            self._said.setText(reason)
            self._file.clear()
            self._url.clear()
            self._enable()
            return
        plan = found.plan
        self._file.setText(one_line(found.post))
        appears = named(plan.becomes.state) + (f": {plan.becomes.reason}" if plan.becomes.reason else "")
        address = plan.url or self.tr("no address")
        self._url.setText(one_line(f"{address} — {appears}"))
        if self.place.count() == 1:
            with QSignalBlocker(self.place):
                for pattern in found.places:
                    self.place.addItem(one_line(pattern), pattern)
        if not self.message.isModified():
            self.message.setText(found.message)
        self.view.show_outlook(found)
        self._say_what_is_in_the_way(found)
        self._enable()

    def _say_what_is_in_the_way(self, found: Outlook) -> None:
        plan = found.plan
        if plan.merge is not None:
            places = sum(part.clashes for part in plan.merge.parts)
            text = (
                self.tr("The blog’s copy was changed since the last export, in the same places: {0} to decide.")
                if places
                else self.tr("The blog’s copy was changed since the last export. Both versions are brought together.")
            )
            self._said.setText(text.format(places))
        elif not found.entries:
            self._said.setText(self.tr("The blog has this post as it is: there is nothing to export."))
        else:
            self._said.setText(found.no_commit or self._unsafe())

    def _unsafe(self) -> str:
        """Why what is chosen is not done before the folder is trusted; "" when it is."""
        found = self._found
        if found is None or not self.commits.isChecked() or self.trust.isChecked():
            return ""
        return found.unsafe_commit or (found.unsafe_push if self.push.isChecked() else "")

    def _choose(self, *_: object) -> None:
        """What is to be done was chosen."""
        if self._found is not None:
            self._say_what_is_in_the_way(self._found)
        self._enable()

    def _decide(self) -> None:
        """The blog's copy was changed: have the writer look at both versions."""
        found = self._found
        if found is None or found.plan.merge is None or found.plan.post is None:
            return
        plan = found.plan
        post, merge = plan.post, plan.merge
        assert post is not None
        assert merge is not None
        question = Question(found.post, merge, post.after, post.before)
        dialog = ConflictDialog([question], self._look, self._colours, self)
        if dialog.exec():
            self._use(dialog.decided[question.name] or b"")
        dialog.deleteLater()

    def _use(self, data: bytes) -> None:
        """The plan with these bytes for the post."""
        found = self._found
        assert found is not None
        self._found = found = found.deciding(data)
        self.view.show_outlook(found)
        self._say_what_is_in_the_way(found)
        self._enable()

    def _other_blog(self) -> None:
        with QSignalBlocker(self.place):
            while self.place.count() > 1:
                self.place.removeItem(1)
        self.message.setModified(False)
        self.trust.setChecked(False)
        self.plan()

    def _agree(self) -> None:
        """The writer agreed to what is shown."""
        found = self._found
        if found is None:
            return
        plan, repository = found.plan, found.repository
        if plan.merge is not None:
            plan = plan.deciding(plan.merge.text)
        commits = self.commits.isVisibleTo(self) and self.commits.isChecked()
        if repository is not None and self.trust.isVisibleTo(self) and self.trust.isChecked():
            self._trust.add(repository.root)
            repository = Repository.of(plan.blog.root, trusted=True, asking=self._asking)
        self.export = Exporting(
            plan, self._memory, repository if commits else None, self.message.text().strip(TYPED_SPACE), Watch()
        )
        self.pushes = commits and self.push.isChecked() and found.upstream is not None
        self.goes_aside = self.pushes and self.aside.isChecked()
        self.accept()

    # -- how it looks

    def _enable(self, *_: object) -> None:
        found = self._found
        plan = found.plan if found is not None else None
        fixed = plan is not None and (plan.is_at_home or plan.again)
        self.slug.setEnabled(not fixed)
        self.place.setEnabled(not fixed)
        can_commit = found is not None and found.repository is not None and not found.no_commit
        self.commits.setVisible(can_commit)
        self.message.setVisible(can_commit)
        self.message.setEnabled(self.commits.isChecked())
        upstream = found.upstream if found is not None else None
        self.push.setVisible(can_commit and upstream is not None)
        self.push.setEnabled(self.commits.isChecked())
        self.aside.setVisible(
            can_commit and upstream is not None and self.commits.isChecked() and self.push.isChecked()
        )
        self.push.setText(self.tr("&Push to {0}").format(literal(str(upstream))) if upstream is not None else "")
        git = found.repository.git if found is not None and found.repository is not None else None
        runs = git.of_the_repository if git is not None else ()
        asks = can_commit and bool(runs) and git is not None and not git.trusted
        self.trust.setVisible(asks)
        self.trust.setText(
            self.tr("I trust this folder: let git use {0}").format(literal(", ".join(runs[:_MAX_NAMED])))
        )
        clashes = plan is not None and plan.merge is not None and plan.merge.clashes
        self.decide.setVisible(clashes)
        something = found is not None and bool(found.entries)
        is_possible = something and not clashes and not self._unsafe()
        self.go.setEnabled(is_possible and (not self.commits.isChecked() or bool(self.message.text())))
        verbs = [self.tr("Export")] if plan is None or not plan.is_at_home else []
        verbs += [self.tr("commit")] if can_commit and self.commits.isChecked() else []
        verbs += (
            [self.tr("push")] if can_commit and upstream and self.commits.isChecked() and self.push.isChecked() else []
        )
        text = self.tr(" and ").join(
            [", ".join(verbs[:-1]), verbs[-1]] if len(verbs) > 1 else verbs or [self.tr("Export")]
        )
        self.go.setText(text[0].upper() + text[1:])
        if plan is not None and plan.is_at_home and not (can_commit and self.commits.isChecked()):
            self.go.setEnabled(False)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setVerticalSpacing(SPACE_8)
        rows.setHorizontalSpacing(SPACE_12)
        rows.addRow(self.tr("&Blog"), self.blogs)
        name = QHBoxLayout()
        name.setSpacing(SPACE_8)
        name.addWidget(self.slug, 1)
        name.addWidget(self.place, 1)
        label = Label(self.tr("File &name"), self)
        label.setBuddy(self.slug)
        rows.addRow(label, name)
        rows.addRow(self.tr("File"), self._file)
        rows.addRow(self.tr("Address"), self._url)
        say = QHBoxLayout()
        say.addWidget(self._said, 1)
        say.addWidget(self.decide)
        commit = QHBoxLayout()
        commit.setSpacing(SPACE_8)
        commit.addWidget(self.commits)
        commit.addWidget(self.message, 1)
        commit.addWidget(self.push)
        commit.addWidget(self.aside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addLayout(rows)
        layout.addWidget(self.view, 1)
        layout.addLayout(say)
        layout.addLayout(commit)
        layout.addWidget(self.trust)
        layout.addWidget(self._buttons)
