"""Sizes that grow with the writer's letters: dialogs that fit the screen, choices and hints that can be read whole."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QWidget

from editor.ui.theme.fonts import scaled

MARGIN = 48
"""What the screen keeps around a dialog for its title bar and a panel, in pixels."""


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a dialog a size that is meant for letters of the usual size; it stays on the screen."""
    screen = (window.screen() or QGuiApplication.primaryScreen()).availableGeometry()
    window.resize(min(scaled(width), screen.width() - MARGIN), min(scaled(height), screen.height() - MARGIN))


def hint(line: QLineEdit, text: str) -> None:
    """Say in an empty line what belongs there; where the line is too short for that, its tool tip says it."""
    line.setPlaceholderText(text)
    line.setToolTip(text)


class WideChoice(QComboBox):
    """A choice in a narrow place: its list is as wide as its longest name, and its tool tip says the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:  # noqa: N802  Qt's name
        """Make the list wide enough."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + bar)
        super().showPopup()
