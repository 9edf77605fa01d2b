"""The dialog that takes a post into a blog: where it goes, what changes, the commit; all seen before it is written."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.blog.rules import RulesBook
from editor.blog.site import Blog
from editor.check.problem import Problem
from editor.export.exporting import Exporting, committed_bytes, message_for
from editor.export.git import GitProblem, Watch
from editor.export.memory import ExportMemory
from editor.export.plan import Plan, plan_export
from editor.export.repository import Repository, Upstream
from editor.export.shown import changes_of
from editor.export.trust import Trust
from editor.header import Refused
from editor.post.files import FileError
from editor.text.source import UndecodableError, UnencodableError
from editor.ui.export.conflict_view import ConflictDialog, Question
from editor.ui.export.places import BlogChoice
from editor.ui.export.plan_view import Contents, Entry, PlanView
from editor.ui.form.field import ComposedLine
from editor.ui.text_look import TextLook
from editor.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_24, Colours

PAUSE_MS = 250
"""How long after a key the plan is made anew."""
WIDTH, HEIGHT = 1000, 720


@dataclass(frozen=True, slots=True)
class _Found:
    """What a plan is shown with."""

    plan: Plan
    contents: Contents
    patterns: tuple[str, ...]
    repository: Repository | None
    upstream: Upstream | None
    message: str
    no_commit: str


class ExportDialog(QDialog):
    """Blog, name and place above; the changes in the middle; commit and push below.

    Attributes, once the writer agreed: `export` is what is to be done; whether it `pushes`, and `goes_aside` to a
    branch of its own.
    """

    _planned = Signal(int, object, str)  # number of the job; _Found or None; what is in the way

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
        self._found: _Found | None = None
        self._houses: dict[Path, object] = {}
        self._number = 0
        self._working = threading.Lock()
        self.setWindowTitle(self.tr("Export {0}").format(source.name))
        self.resize(WIDTH, HEIGHT)
        self.blogs = blogs
        blogs.setParent(self)
        self.slug = ComposedLine(self)
        self.slug.setPlaceholderText(self.tr("from its name or title"))
        self.place = QComboBox(self)
        self.place.addItem(self.tr("where it fits best"), "")
        self._file, self._url = QLabel(self), QLabel(self)
        for label in (self._file, self._url):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.view = PlanView(look, colours, self)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.decide = QPushButton(self.tr("&Decide…"), self)
        self.decide.setAutoDefault(False)
        self.commits = QCheckBox(self.tr("&Commit"), self)
        self.message = QLineEdit(self)
        self.message.setAccessibleName(self.tr("Message of the commit"))
        self.push = QCheckBox(self)
        self.aside = QCheckBox(self.tr("on a &branch of its own"), self)
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
        self.commits.toggled.connect(self._enable)
        self.push.toggled.connect(self._enable)
        self.decide.clicked.connect(self._decide)
        self._planned.connect(self._take)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        self._enable()
        self.plan()

    def plan(self) -> None:
        """Find out what the export changes."""
        if self.slug.composition.active:
            return
        self._later.stop()
        self._number += 1
        self._found = None
        self._enable()
        root = self.blogs.current
        if root is None:
            self._said.setText(self.tr("Choose the blog that the post goes to."))
            return
        self._said.setText(self.tr("Reading the blog…"))
        job = (self._number, root, self.slug.text().strip(), str(self.place.currentData() or ""))
        threading.Thread(target=self._plan, args=job, daemon=True).start()

    def done(self, result: int) -> None:
        """The answers of jobs that are under way come too late."""
        self._number += 1
        super().done(result)

    # -- on a thread

    def _plan(self, number: int, root: Path, slug: str, pattern: str) -> None:
        found, reason = None, ""
        try:
            with self._working:
                if number == self._number:
                    found = self._look_at(root, slug, pattern)
        except (Refused, FileError, UndecodableError, UnencodableError, GitProblem) as problem:
            reason = str(problem)
        with contextlib.suppress(RuntimeError):  # the window may be gone
            self._planned.emit(number, found, reason)

    def _look_at(self, root: Path, slug: str, pattern: str) -> _Found:
        from editor.blog.settings import settings_of
        from editor.blog.sites import site_in
        from editor.blog.style.house import HouseStyle
        from editor.check.post_checks import Checker
        from editor.post.post import Post

        blog = site_in(root)
        house = self._houses.setdefault(blog.root, HouseStyle.of(blog))
        assert isinstance(house, HouseStyle)
        now = datetime.now().astimezone(settings_of(blog).zone)
        plan = plan_export(self._source, blog, self._memory, now, slug=slug, pattern=pattern, house=house)
        repository, upstream, message, no_commit = None, None, "", ""
        try:
            repository = self._repository(blog)
            message = message_for(plan, repository)
            with contextlib.suppress(GitProblem):
                upstream = repository.upstream()
            repository.require_ready()
        except GitProblem as problem:
            no_commit = problem.message if problem.code != "no-repository" else self.tr("This folder has no git.")
        entries = _entries(plan, repository)
        data = plan.post.after if plan.post is not None else plan.draft
        checker = Checker()
        post = Post.from_bytes(data, RulesBook().rules_of(plan.path))
        problems: list[Problem] = [*checker.check_post(post, plan.path), *checker.check_text(post, plan.path)]
        come = {entry.path.name for entry in entries}
        problems = [one for one in problems if one.code != "missing-picture" or not any(n in one.message for n in come)]
        contents = Contents(
            blog,
            plan.path.relative_to(blog.root).as_posix(),
            entries,
            changes_of(plan) if plan.again else (),
            plan.mapping,
            plan.notes,
            problems,
        )
        return _Found(plan, contents, tuple(house.places()), repository, upstream, message, no_commit)

    def _repository(self, blog: Blog) -> Repository:
        repository = Repository.of(blog.root, asking=self._asking)
        if self._trust.covers(repository.root):
            return Repository.of(blog.root, trusted=True, asking=self._asking)
        return repository

    # -- what comes from it

    def _take(self, number: int, found: _Found | None, reason: str) -> None:
        if number != self._number:
            return
        self._found = found
        if found is None:
            self._said.setText(reason)
            self._file.clear()
            self._url.clear()
            self._enable()
            return
        plan = found.plan
        self._file.setText(found.contents.post)
        appears = f"{plan.becomes.state}" + (f": {plan.becomes.reason}" if plan.becomes.reason else "")
        self._url.setText(f"{plan.url or self.tr('no address')} — {appears}")
        if self.place.count() == 1:
            with QSignalBlocker(self.place):
                for pattern in found.patterns:
                    self.place.addItem(pattern, pattern)
        if not self.message.isModified():
            self.message.setText(found.message)
        self.view.show_contents(found.contents)
        self._say_what_is_in_the_way(found)
        self._enable()

    def _say_what_is_in_the_way(self, found: _Found) -> None:
        plan = found.plan
        if plan.merge is not None:
            places = sum(part.clashes for part in plan.merge.parts)
            text = (
                self.tr("The blog’s copy was changed since the last export, in the same places: {0} to decide.")
                if places
                else self.tr("The blog’s copy was changed since the last export. Both versions are brought together.")
            )
            self._said.setText(text.format(places))
        elif not found.contents.entries:
            self._said.setText(self.tr("The blog has this post as it is: there is nothing to export."))
        elif found.no_commit:
            self._said.setText(found.no_commit)
        else:
            self._said.setText("")

    def _decide(self) -> None:
        """The blog's copy was changed: have the writer look at both versions."""
        found = self._found
        if found is None or found.plan.merge is None or found.plan.post is None:
            return
        plan = found.plan
        post, merge = plan.post, plan.merge
        assert post is not None
        assert merge is not None
        question = Question(found.contents.post, merge, post.after, post.before)
        dialog = ConflictDialog([question], self._look, self._colours, self)
        if dialog.exec():
            self._use(dialog.decided[question.name] or b"")
        dialog.deleteLater()

    def _use(self, data: bytes) -> None:
        """The plan with these bytes for the post."""
        found = self._found
        assert found is not None
        plan = found.plan.deciding(data)
        entries = _entries(plan, found.repository)
        contents = Contents(
            found.contents.blog,
            found.contents.post,
            entries,
            changes_of(plan),
            plan.mapping,
            plan.notes,
            found.contents.problems,
        )
        self._found = _Found(
            plan, contents, found.patterns, found.repository, found.upstream, found.message, found.no_commit
        )
        self.view.show_contents(contents)
        self._say_what_is_in_the_way(self._found)
        self._enable()

    def _other_blog(self) -> None:
        with QSignalBlocker(self.place):
            while self.place.count() > 1:
                self.place.removeItem(1)
        self.message.setModified(False)
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
            plan, self._memory, repository if commits else None, self.message.text().strip(), Watch()
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
        self.push.setText(self.tr("&Push to {0}").format(upstream) if upstream is not None else "")
        runs = found.repository.git.of_the_repository if found is not None and found.repository is not None else ()
        asks = bool(can_commit and runs and found is not None and not found.repository.git.trusted)  # type: ignore[union-attr]
        self.trust.setVisible(asks)
        self.trust.setText(self.tr("I trust this folder: let it run {0}").format(", ".join(runs)))
        clashes = plan is not None and plan.merge is not None and plan.merge.clashes
        self.decide.setVisible(clashes)
        something = found is not None and bool(found.contents.entries)
        self.go.setEnabled(something and not clashes and (not self.commits.isChecked() or bool(self.message.text())))
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
        label = QLabel(self.tr("File &name"), self)
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


def _entries(plan: Plan, repository: Repository | None) -> list[Entry]:
    """The files that change: by the export, or for a post that lies in the blog, since the last commit."""
    root = plan.blog.root
    if not plan.is_at_home:
        return [Entry(one.path.relative_to(root).as_posix(), one.path, one.before, one.after) for one in plan.files]
    found = []
    for path in plan.belongs:
        before = committed_bytes(repository, path) if repository is not None else None
        after = path.read_bytes()
        if before != after:
            found.append(Entry(path.relative_to(root).as_posix(), path, before, after))
    return found
