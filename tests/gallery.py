"""Every window, dialog and popup of the program, shown one after the other: what is tested of all of them is tested of
what this shows, and the manual's pictures are taken of it.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox, QWidget

from editor.blog.operation_record import FileChange
from editor.blog.operations import Operation
from editor.export.git import Git
from editor.export.merge import merged
from editor.post.journal import Beginning, Recovered
from editor.post.lock import FileLock
from editor.text.source import Source
from editor.ui.blog_search import BlogSearch
from editor.ui.export.conflict_view import ConflictDialog, Question
from editor.ui.export.dialog import ExportDialog
from editor.ui.help.field_help import FieldHelp
from editor.ui.help.palette import Palette
from editor.ui.history import HistoryWindow
from editor.ui.messages import Choice, Questions
from editor.ui.new_post_dialog import NewPostDialog
from editor.ui.window import Window
from tests.conftest import ROOT

PATIENCE_MS = 30_000
POST = "_posts/2026-10-18-kiri-no-hi.md"
Visit = Callable[[str, QWidget], None]


def make_blog(folder: Path) -> Path:
    """The example blog in a repository, with a commit, and a post that has something of everything wrong."""
    shutil.copytree(ROOT / "resources/example-blog", folder)
    broken = folder / "_posts/2026-02-03-problems.md"
    broken.write_text(
        "---\nlayout: post\ntitle: いろいろな問題\ndate: 2026-02-03\ntags: a, b\npublished: 'no'\n---\n\n"
        "## 見出し\n\n#### 飛ばした見出し\n\n![](nai.png) TODO [x](#nai) helo wrold this is misspeled\n\n```\nopen\n",
        encoding="utf-8",
    )
    other = folder / POST
    for number, subject in enumerate(("Add posts", "Say it better")):
        if number:
            other.write_text(other.read_text(encoding="utf-8").replace("島", "遠い島"), encoding="utf-8")
        else:
            subprocess.run(["git", "init", "-qb", "main", str(folder)], check=True)
        for command in (("add", "-A"), ("commit", "-qm", subject)):
            identity = ("-c", "user.name=港", "-c", "user.email=minato@example.org", "-c", "commit.gpgsign=false")
            subprocess.run(["git", "-C", str(folder), *identity, *command], check=True)
    return folder


class Gallery:
    """Shows all of it in one window."""

    def __init__(self, window: Window, folder: Path, visit: Visit) -> None:
        """Begin.

        Args:
            folder: an empty one, for the blog and what else is needed.
            visit: gets the name of what is shown, and its widget.

        """
        self._window, self._folder, self._visit = window, folder, visit
        self._app = QApplication.instance()
        self.blog = make_blog(folder / "blog")
        self.draft = folder / "drafts" / "asaichi.md"
        self.draft.parent.mkdir()
        shutil.copy(ROOT / "resources/example-blog/assets/images/harbour.png", self.draft.parent / "ichi.png")
        self.draft.write_text(
            "---\ntitle: 港の朝市\npubDate: 2026-11-03\ntags: 港, 朝\n---\n\n"
            "朝の五時、港に市が立つ。\n\n![朝市に並ぶ魚の箱](ichi.png)\n",
            encoding="utf-8",
        )

    def show_all(self) -> None:
        """Show one after the other."""
        with self._modal_ones_visited():
            for show in (self.pages, self.popups, self.dialogs, self.windows, self.questions):
                show()

    # -- the main window

    def pages(self) -> None:
        """The main window: as it welcomes, with a blog, with problems, searching."""
        window = self._window
        window.files.new()
        window.help.show_welcome()
        self._seen("welcome", window)
        window.opening.open(self.blog)
        self._until(lambda: window.library.rows.rowCount() > 5)
        self._seen("hint", window)
        window.help.hints.hide()
        self._settle(400)
        self._seen("library", window)
        for view in ("calendar", "numbers"):
            window.library.show_view(view)
            self._seen(f"library-{view}", window)
        window.library.show_view("list")
        window.files.open(self.blog / "_posts/2026-02-03-problems.md")
        window.problems.refresh_text()
        window.problems.refresh()
        self._until(lambda: window.problems.is_current)
        window.find_bar.open_bar(replacing=True)
        self._seen("problems", window)
        window.find_bar.close_bar()
        window.messages.say("1, 2, 3", [Choice("4", lambda: None)])
        self._seen("message", window)
        window.messages.clear()
        window.files.open(self.blog / POST)
        self._settle(300)

    def popups(self) -> None:
        """What comes up over the main window."""
        window = self._window
        date = window.form.row("date").editor
        date.show_popup()
        self._seen("date", date.popup)
        date.popup.close()
        window.files.open(self.blog / "_posts/2026-02-03-problems.md")
        window.actions_["outline"].trigger()
        self._until(lambda: not window._outline.is_reading)
        self._seen("outline", window._outline)
        window._outline.close()
        window.files.open(self.blog / POST)

    # -- dialogs

    def dialogs(self) -> None:
        """What waits for an answer; each is visited while it is open."""
        self._window._settings.set("blogs", [str(self.blog)])
        self._window.files.open(self.draft)
        self._window.actions_["export"].trigger()
        self._window.files.open(self.blog / POST)
        self._close_dialogs()
        for name in (
            "text_look",
            "new_in_blog",
            "rename_post",
            "publish_post",
            "translations",
            "palette",
            "shortcuts",
            "field_help",
            "about",
        ):
            self._window.actions_[name].trigger()
            self._close_dialogs()
        QTimer.singleShot(500, self._visit_active)  # Qt shows this one by itself
        self._window.actions_["go_to_line"].trigger()

    def windows(self) -> None:
        """What stays open beside the main window."""
        window = self._window
        for name in ("find_in_blog", "blog_tags", "blog_links", "history", "preferences", "manual"):
            before = set(QApplication.topLevelWidgets())
            window.actions_[name].trigger()
            shown = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)
            assert shown not in before
            self._settle(400)
            self._use(shown)
            self._seen(name, shown)
            self._close_dialogs()
        self._conflict()
        self._recovery()
        self._unfinished()

    def questions(self) -> None:
        """The questions that must be answered."""
        questions = Questions(self._window)
        questions.save_changes("post.md")
        questions.revert("post.md")

    # -- parts

    def _conflict(self) -> None:
        merge = merged(
            Git(self.blog),
            b"one\n\ntwo\n\nthree\n",
            "one\n\n港の朝\n\nthree\n".encode(),
            "one\n\n港の夜\n\nthree\n".encode(),
        )
        question = Question("_posts/a.md", merge, b"", b"")
        dialog = ConflictDialog([question], self._window.pane.look, self._window._icons.colours, self._window)
        dialog.show()
        self._seen("conflict", dialog)
        dialog.close()

    def _recovery(self) -> None:
        source = Source("---\ntitle: 朝\n---\n\n港の朝は早い。\n")
        beginning = Beginning(self.blog / POST, source)
        lost = [Recovered(self._folder / "journal", beginning, (), source.text + "\n続き\n", True, 1_790_000_000.0)]
        recovery = self._window.keeping.recovery
        recovery.show(lost)
        self._seen("recovery", recovery.window)
        recovery.window.close()

    def _unfinished(self) -> None:
        folder, posts = self._folder / "operation", sorted((self.blog / "_posts").glob("*.md"))
        folder.mkdir()
        files = [FileChange.between(path, path.read_bytes(), path.read_bytes() + b"!") for path in posts[1:]]
        files.append(FileChange.between(posts[0], b"", posts[0].read_bytes()))
        unfinished = self._window.keeping.unfinished
        unfinished._found = [Operation(folder, FileLock(folder / "lock"), "replace", (), tuple(files))]
        unfinished._show()
        self._seen("unfinished", unfinished.window)
        unfinished.window.close()

    @contextmanager
    def _modal_ones_visited(self) -> Iterator[None]:
        """Dialogs that would wait are visited and turned down."""
        before = {kind: kind.exec for kind in (QDialog, QMessageBox, QInputDialog)}

        def visit(dialog: QDialog, *_: object) -> int:
            dialog.show()
            self._settle(400)
            self._use(dialog)
            self._seen(type(dialog).__name__, dialog)
            dialog.reject()
            return 0

        for kind in before:
            kind.exec = visit
        try:
            yield
        finally:
            for kind, own in before.items():
                kind.exec = own

    def _use(self, dialog: QWidget) -> None:
        """Do in it what people do: an empty window says little."""
        match dialog:
            case NewPostDialog():
                dialog.title.setText("港の朝市")
                self._settle(500)
            case ExportDialog():
                self._until(lambda: dialog._found is not None)
            case BlogSearch():
                dialog._needle.setText("港")
                dialog.search()
                self._until(lambda: any(map(str.isdigit, dialog._said.text())))
            case HistoryWindow():
                self._until(lambda: dialog.versions.topLevelItemCount() > 1)
                dialog.versions.setCurrentItem(dialog.versions.topLevelItem(dialog.versions.topLevelItemCount() - 1))
                self._until(lambda: bool(dialog.text.passages))
            case Palette():
                dialog.line.setText("export")
            case FieldHelp():
                dialog.keys.setCurrentRow(2)

    def _visit_active(self) -> None:
        dialog = QApplication.activeModalWidget()
        try:
            self._visit("go_to_line", dialog)
        finally:
            dialog.reject()

    def _close_dialogs(self) -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.close()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _seen(self, name: str, widget: QWidget) -> None:
        self._settle(100)
        assert widget.isVisible(), f"{name} is not shown"
        self._visit(name, widget)

    def _settle(self, milliseconds: int) -> None:
        done: list[bool] = []
        QTimer.singleShot(milliseconds, lambda: done.append(True))
        while not done:
            self._app.processEvents()

    def _until(self, true: Callable[[], bool]) -> None:
        given_up: list[bool] = []
        QTimer.singleShot(PATIENCE_MS, lambda: given_up.append(True))
        while not true():
            assert not given_up, "it took too long"
            with suppress(RuntimeError):
                self._app.processEvents()
