"""Icons of the Lucide set (ISC licence, data of the `lucide` package), drawn in the theme's colours at any scale."""

from __future__ import annotations

import io
from importlib.resources import files
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.ui.theme.tokens import Colours


class Icons:
    """Icons by their Lucide name, in the colours of the moment: set `colours` and repaint to change the theme."""

    def __init__(self, colours: Colours) -> None:
        self.colours = colours
        self._archive = ZipFile(io.BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))
        self._made: dict[str, QIcon] = {}

    def icon(self, name: str) -> QIcon:
        """An icon in the text's colour, paler when disabled."""
        if name not in self._made:
            self._made[name] = QIcon(_Engine(self._archive.read(f"{name}.svg").decode("utf-8"), self))
        return self._made[name]


class _Engine(QIconEngine):
    """Draws the SVG at the size and scale that are asked for, so icons are sharp on every screen."""

    def __init__(self, svg: str, icons: Icons) -> None:
        super().__init__()
        self._svg, self._icons = svg, icons
        self._drawings: dict[str, QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        colours = self._icons.colours
        colour = colours.edge if mode == QIcon.Mode.Disabled else colours.text
        if colour not in self._drawings:
            self._drawings[colour] = QSvgRenderer(QByteArray(self._svg.replace("currentColor", colour).encode("utf-8")))
        self._drawings[colour].render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return _Engine(self._svg, self._icons)
