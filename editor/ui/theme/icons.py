"""Icons of the Lucide set (ISC licence, data of the `lucide` package), drawn in the theme's colours at any scale."""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib.resources import files
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.ui.theme.tokens import Colours


class Icons:
    """Icons by their Lucide name. Asking for one twice gives the same drawing."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._archive = ZipFile(io.BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))
        self._made: dict[str, QIcon] = {}

    def icon(self, name: str) -> QIcon:
        """An icon in the text's colour, paler when disabled."""
        if name not in self._made:
            svg = self._archive.read(f"{name}.svg").decode("utf-8")
            drawings = {
                mode: QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode("utf-8")))
                for mode, colour in (
                    (QIcon.Mode.Normal, self._colours.text),
                    (QIcon.Mode.Disabled, self._colours.edge),
                )
            }
            self._made[name] = QIcon(_Engine(drawings))
        return self._made[name]


class _Engine(QIconEngine):
    """Draws the SVG at the size and scale that are asked for, so icons are sharp on every screen."""

    def __init__(self, drawings: Mapping[QIcon.Mode, QSvgRenderer]) -> None:
        super().__init__()
        self._drawings = drawings

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        drawing = self._drawings.get(mode, self._drawings[QIcon.Mode.Normal])
        drawing.render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return _Engine(self._drawings)
