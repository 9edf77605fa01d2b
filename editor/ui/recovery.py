"""What a program that did not end well has left: each post with what was not saved, to have back or to give up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.blog.rules import RulesBook
from editor.header.generator import ANY
from editor.post.files import FileError, Stamp, read_file
from editor.post.journal import Recovered
from editor.post.post import Post
from editor.post.saved_versions import SavedVersions
from editor.text.differences import differences
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.journaling import Journaling, replay
from editor.ui.messages import Choice, MessageBar
from editor.ui.pictures import Pictures
from editor.ui.text_pane import TextPane
from editor.ui.theme.icons import Icons

if TYPE_CHECKING:
    from editor.ui.recovery_window import RecoveryWindow


class Recovery(QObject):
    """Keeps a journal, and offers what one of a program that did not end well has, without a question that blocks."""

    def __init__(
        self,
        document: PostDocument,
        files: PostFiles,
        pictures: Pictures,
        pane: TextPane,
        bar: MessageBar,
        icons: Icons,
        folder: Path,
        versions: SavedVersions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.journaling = journaling = Journaling(document, files, folder, versions, self)
        self._document, self._files, self._pictures = document, files, pictures
        self._pane, self._bar, self._icons, self._window = pane, bar, icons, window
        self.window: RecoveryWindow | None = None
        journaling.lost_found.connect(self.offer)
        journaling.failed.connect(self._say_failure)

    def offer(self, lost: Sequence[Recovered]) -> None:
        """Tell that there is something to have back."""
        text = self.tr(
            "Postwright did not end as it should. The unsaved changes of %Ln post(s) are kept.", "", len(lost)
        )
        self._bar.say(text, [Choice(self.tr("Show them"), lambda: self.show(lost))], topic="lost", stays=True)

    def show(self, lost: Sequence[Recovered]) -> None:
        """Show what there is, and what it would change."""
        from editor.ui.recovery_window import RecoveryWindow

        self.window = RecoveryWindow(lost, self, self._pane, self._icons, self._window)
        self.window.show()

    def restore(self, recovered: Recovered) -> None:
        """Open the post with its changes, not saved; each can be taken back."""
        beginning, place = recovered.beginning, recovered.beginning.place
        path, current = beginning.path, bytes_of(beginning.path)
        if path is None or current is None:
            rules = RulesBook().rules_of(place) if place is not None else ANY
            self._files.start_again(Post(beginning.source, rules), place, beginning.pictures)
            self._pictures.adopt(beginning.pictures)
            replay(self._document, recovered)
        else:
            self._files.open(path)
            same = Stamp.of(current).digest.hex() == beginning.digest
            if same and not self._document.text_modified:
                replay(self._document, recovered)
            else:  # its steps are not about this text: one step makes all of it, and undo brings the other one back
                self._document.apply_all(differences(self._document.post.text, recovered.text))
                if not same:
                    text = self.tr("{0} was changed by another program since: undo shows that version.")
                    self._bar.say(text.format(path.name))
        for one in recovered.fields:
            if self._document.field_texts.get(one.path) is None:  # what was typed since then is newer
                self._document.put_field_text(one)
        if self._document.post.text == recovered.text:
            self.journaling.flush()
            self.journaling.put_aside(recovered)

    def discard(self, recovered: Recovered) -> None:
        """Give the changes up; they stay for a month."""
        self.journaling.put_aside(recovered)

    def _say_failure(self, reason: str) -> None:
        text = self.tr("What you type can’t be kept for the case of a crash ({0}): save often.")
        self._bar.say(text.format(reason))


def bytes_of(path: Path | None) -> bytes | None:
    """A post's file as it is; None when it is not there or can't be read."""
    try:
        return read_file(path) if path is not None else None
    except FileError:
        return None
