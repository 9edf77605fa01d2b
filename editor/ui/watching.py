"""Notices when another program writes, deletes or moves the file of an open post: at once, and when one comes back.

A post without changes is read again where it stands; one with changes is never overwritten, and its writer chooses.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.post.conflict_copies import conflict_copies
from editor.post.files import FileError, Stamp, read_file
from editor.text.differences import differences
from editor.text.source import Source, UndecodableError, decode
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.messages import Choice, MessageBar
from editor.ui.tabs import Tabs
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

if TYPE_CHECKING:
    from editor.export.merge import Merge

SETTLE_MS: Final = 300
"""How long after a change it is looked at: programs write a file in several steps."""
TOPIC: Final = "changed"
"""The topic of messages that the state of the file makes true: they go when it is no longer so."""
REREAD: Final = "reread"
"""The topic of a message that stays until another post is shown, for it says what has happened."""
COPIES: Final = "copies"


class Watching(QObject):
    """Watches the files of the open posts."""

    def __init__(
        self,
        document: PostDocument,
        files: PostFiles,
        tabs: Tabs,
        pane: TextPane,
        bar: MessageBar,
        icons: Icons,
        base: Callable[[], Source | None],
        compare: Callable[[Path], None],
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            base: gives the shown post as it was read or saved last; None where that is not known.
            compare: shows the shown post beside a copy of it.

        """
        super().__init__(window)
        self._document, self._files, self._tabs, self._pane = document, files, tabs, pane
        self._bar, self._icons, self._base, self._window = bar, icons, base, window
        self._compare = compare
        self._copies: set[Path] = set()  # that the writer was told of
        self._asked: bytes | None = None  # the digest of the version that the writer was asked about
        self._watcher: QFileSystemWatcher | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.look)
        files.moved.connect(self._follow)
        files.saved.connect(self._follow)

    def start(self) -> None:
        """Begin to watch; what comes after the first painting."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _: self._settle.start())
        self._watcher.directoryChanged.connect(lambda _: self._settle.start())
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):  # no event filter: that would be called for each key
            application.focusWindowChanged.connect(self._come_back)
        self._follow()

    def look(self) -> None:
        """Compare the shown post's file with what was read; the other ones are read again when they are shown."""
        self._watch()
        path = self._files.path
        if path is None or self._document.read_only or not self._files.digest:
            return
        if self._pane.is_composing:  # the composition would end
            self._settle.start()
            return
        try:
            data = read_file(path)
        except FileError as error:
            if path.exists():
                self._bar.say(str(error), topic=TOPIC)
            else:
                self._say_gone(path)
            return
        stamp = Stamp.of(data)
        if stamp.digest.hex() == self._files.digest:
            self._asked = None
            self._bar.clear(TOPIC)
            self._tell_of_copies(path)
        elif not self._document.text_modified:  # texts of form fields stay
            self._tabs.reread(frozenset({path.resolve()}))
            if self._files.digest == stamp.digest.hex():  # else it can't be edited any more, which was said
                text = self.tr("{0} was changed by another program, and read again.")
                self._bar.say(text.format(path.name), topic=REREAD)
        elif stamp.digest != self._asked:
            self._asked = stamp.digest
            self._ask(path, data)

    def _come_back(self, window: object) -> None:
        """The window has the focus again: the writer may have been at work elsewhere."""
        if window is not None:
            self._settle.start()

    # -- parts

    def _follow(self) -> None:
        """Another post, or another place."""
        self._asked = None
        for topic in (TOPIC, REREAD, COPIES):
            self._bar.clear(topic)
        if self._watcher is not None:
            self._settle.start()

    def _watch(self) -> None:
        """Watch the file and its folder: a file that is replaced is no longer the one that was watched."""
        path, watcher = self._files.path, self._watcher
        if watcher is None:
            return
        wanted = {str(path), str(path.parent)} if path is not None else set()
        known = {*watcher.files(), *watcher.directories()}
        if known - wanted:
            watcher.removePaths(sorted(known - wanted))
        new = [name for name in sorted(wanted - known) if Path(name).exists()]
        if new:
            watcher.addPaths(new)

    def _tell_of_copies(self, path: Path) -> None:
        """A synchronising program has kept another version beside the post; told once, when nothing else is."""
        if self._bar.text:
            return
        for copy in conflict_copies(path):
            if copy.path not in self._copies:
                self._copies.add(copy.path)
                show = Choice(self.tr("Compare"), partial(self._compare, copy.path))
                text = self.tr("{0} keeps another version of {1}, from another machine: {2}.")
                self._bar.say(text.format(copy.program, path.name, copy.path.name), [show], topic=COPIES)
                return

    def _say_gone(self, path: Path) -> None:
        again = Choice(self.tr("Save it there again"), self._save_again)
        elsewhere = Choice(self.tr("Save as…"), self._save_as)
        text = self.tr("{0} was deleted or moved by another program. Your text is still here.")
        self._bar.say(text.format(path.name), [again, elsewhere], topic=TOPIC)

    def _save_again(self) -> None:
        self._files.expect(None)
        self._files.save()

    def _save_as(self) -> None:
        self._files.save_as()

    def _ask(self, path: Path, data: bytes) -> None:
        text = self.tr("{0} was changed by another program, and you have changes that are not saved.")
        choices = [
            Choice(self.tr("Keep mine"), lambda: self._files.expect_theirs(path, data)),
            Choice(self.tr("Take theirs"), lambda: self._take(path)),
        ]
        merge = self._merge(data)
        if merge is not None:
            choices.insert(0, Choice(self.tr("Bring both together"), lambda: self._join(path, data, merge)))
        self._bar.say(text.format(path.name), choices, topic=TOPIC)

    def _take(self, path: Path) -> None:
        """The other version; what was typed stays in the journal for a while."""
        self._files.open(path, here=True, again=True, giving_up=True)

    def _merge(self, theirs: bytes) -> Merge | None:
        """Both versions brought together, as bytes with "\\n" line ends in UTF-8; None where that can't be done."""
        from editor.export.git import Git, GitProblem  # when two versions are there, not for the start
        from editor.export.merge import by_words, merged

        base = self._base()
        try:
            other = decode(theirs).text
            if base is None:
                return None
            sides = [text.encode("utf-8", "surrogatepass") for text in (base.text, self._document.post.text, other)]
            git = Git(Path.home())
            merge = merged(git, *sides)
            return by_words(git, merge) if merge is not None else None
        except (GitProblem, UndecodableError):
            return None

    def _join(self, path: Path, theirs: bytes, merge: Merge) -> None:
        text = merge.text if not merge.clashes else self._decided(path, merge)
        if text is None:
            self._asked = None
            self.look()
            return
        self._document.apply_all(differences(self._document.post.text, text.decode("utf-8", "surrogatepass")))
        self._files.expect(Stamp.of(theirs))
        self._bar.say(self.tr("Both versions are in the text now; save it when it is right."), topic=TOPIC)

    def _decided(self, path: Path, merge: Merge) -> bytes | None:
        """What the writer chose for the places that both changed; None when that was given up."""
        from editor.ui.export.conflict_view import ConflictDialog, Question

        dialog = ConflictDialog(
            [Question(path.name, merge, None, None)], self._pane.look, self._icons.colours, self._window
        )
        decided = dialog.decided.get(path.name) if dialog.exec() else None
        dialog.deleteLater()
        return decided
