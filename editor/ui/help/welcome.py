"""The first minute: three ways to begin, in the place of the text until there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.resources import resource
from editor.ui.plain_text import Label
from editor.ui.theme.fonts import interface, scaled
from editor.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32, TYPE_16, TYPE_28

EXAMPLE_POST: Final = "_posts/2026-04-12-asa-no-sanpo.md"
WIDTH: Final = 560


def example_post(folder: Path | None = None) -> Path:
    """The example blog's first post, in a copy of the blog that the writer may change.

    Raises:
        OSError: it can't be copied.

    """
    if folder is None:
        from platformdirs import PlatformDirs

        folder = Path(PlatformDirs("postwright", appauthor=False).user_data_dir) / "example-blog"
    if not folder.exists():
        import shutil

        shutil.copytree(resource("example-blog"), folder)
    return folder / EXAMPLE_POST


class Welcome(QScrollArea):
    """The page with the three ways."""

    blog_wanted = Signal()
    post_wanted = Signal()
    example_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = sheet = QWidget(self)
        sheet.setObjectName("sheet")
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        title, promise = Label("Postwright", sheet), Label("", sheet)
        title.setFont(interface(TYPE_28, bold=True))
        promise.setText(self.tr("Write your posts; their files stay yours. What you do not edit is never touched."))
        promise.setFont(interface(TYPE_16))
        promise.setWordWrap(True)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(promise)
        column.addSpacing(SPACE_24)
        self.buttons: list[QPushButton] = []
        for text, hint, wanted in (
            (
                self.tr("Open your &blog"),
                self.tr("The folder of the blog: all its posts are beside the text then."),
                self.blog_wanted,
            ),
            (self.tr("Open a &post"), self.tr("A single file, wherever it lies."), self.post_wanted),
            (
                self.tr("Try the &example"),
                self.tr("A small blog in Japanese and English, in a copy that you may spoil."),
                self.example_wanted,
            ),
        ):
            column.addWidget(self._way(text, hint, wanted))
        column.addSpacing(SPACE_16)
        self.close_button = QPushButton(self.tr("&Start with an empty post"), sheet)
        self.close_button.setFlat(True)
        self.close_button.clicked.connect(self.closed)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(SPACE_32, SPACE_16, SPACE_32, SPACE_16)
        row.addStretch(1)
        row.addLayout(column, 4)
        row.addStretch(1)
        self.setWidget(sheet)
        self.setFocusProxy(self.buttons[0])

    def _way(self, text: str, hint: str, wanted: object) -> QWidget:
        """A button with what comes of it."""
        way = QFrame(self._sheet)
        way.setMaximumWidth(scaled(WIDTH))
        button = QPushButton(text, way)
        button.setMinimumWidth(scaled(WIDTH // 3))
        button.setAccessibleDescription(hint)
        button.clicked.connect(wanted)
        told = Label(hint, way)
        told.setObjectName("label")
        told.setWordWrap(True)
        row = QHBoxLayout(way)
        row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        row.setSpacing(SPACE_12)
        row.addWidget(button)
        row.addWidget(told, 1)
        self.buttons.append(button)
        return way
