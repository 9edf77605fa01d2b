"""The manual in a window of its own: its pages are markdown files that come with the program, and show nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from editor import language
from editor.resources import manual
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_24

WIDTH, HEIGHT = 860, 720
FIRST = "README.md"


def manual_folder() -> Path:
    """The manual in the language that is spoken; in English where there is none."""
    own = manual() / language.spoken()
    return own if own.is_dir() else manual() / language.ENGLISH


class _Page(QTextBrowser):
    """Shows pictures as wide as there is room."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802  Qt's name
        """A page of the manual, or a picture made to fit; nothing from outside of its folder."""
        url = self.document().baseUrl().resolved(QUrl(name))
        if not Path(url.toLocalFile()).resolve().is_relative_to(manual().resolve()):
            return ""
        found = super().loadResource(kind, name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            image = QImage(url.toLocalFile())
            room = max(200, self.viewport().width() - 2 * SPACE_24)
            if image.width() > room:
                return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return found


class Manual(QDialog):
    """Pages with links among them; links elsewhere are not followed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        open_at(self, WIDTH, HEIGHT)
        self.page = _Page(self)
        self.page.setAccessibleName(self.tr("Page of the manual"))
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)

    def open_first(self) -> None:
        """Show the first page, in the language that is spoken now."""
        self._open(manual_folder().resolve() / FIRST)
        self.show()
        self.raise_()
        self.activateWindow()

    def _go(self, url: QUrl) -> None:
        if url.isRelative() and url.path().endswith(".md"):
            self._open((Path(self.page.source().toLocalFile()).parent / url.path()).resolve())

    def _open(self, path: Path) -> None:
        if path.is_relative_to(manual().resolve()):
            self.page.setSource(QUrl.fromLocalFile(str(path)))
