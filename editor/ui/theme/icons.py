"""Icons of the Lucide set (ISC licence, data of the `lucide` package), drawn in the theme's colours at any scale."""

from __future__ import annotations

import contextlib
import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.disk import MAX_STATE, private_folder, read_regular, write_private
from editor.ui.theme.tokens import Colours

if TYPE_CHECKING:
    from zipfile import ZipFile


class Icons:
    """Icons by their Lucide name, in the colours of the moment: set `colours` and repaint to change the theme."""

    def __init__(self, colours: Colours, cache: Path | None = None) -> None:
        self.colours = colours
        self._drawings = _Drawings(cache)
        self._made: dict[str, QIcon] = {}

    def keep(self) -> None:
        """Remember the drawings that were used, for a faster start."""
        self._drawings.keep()

    def icon(self, name: str) -> QIcon:
        """An icon in the text's colour, paler when disabled."""
        if name not in self._made:
            self._made[name] = QIcon(_Engine(self._drawings.svg(name), self))
        return self._made[name]


class _Drawings:
    """The set's SVG texts. Opening its archive of 1,700 costs a noticeable part of the start, so used ones are kept."""

    def __init__(self, cache: Path | None) -> None:
        spec = find_spec("lucide")
        assert spec is not None
        assert spec.origin is not None
        self._path = Path(spec.origin).with_name("lucide.zip")
        self._cache = cache
        self._archive: ZipFile | None = None
        self._state = f"{self._path} {self._path.stat().st_mtime_ns}"
        self._kept = self._read()
        self._grown = False

    def svg(self, name: str) -> str:
        """An icon's SVG."""
        if name not in self._kept:
            from zipfile import ZipFile  # not where all drawings are kept from the last start

            self._archive = self._archive or ZipFile(self._path)
            self._kept[name] = self._archive.read(f"{name}.svg").decode("utf-8")
            self._grown = True
        return self._kept[name]

    def keep(self) -> None:
        """Write the used ones down; a cache that can't be written is no reason to disturb a writer."""
        if self._grown and self._cache is not None:
            with contextlib.suppress(OSError):
                private_folder(self._cache.parent)
                write_private(self._cache, json.dumps({"of": self._state, "icons": self._kept}).encode(), durable=False)
            self._grown = False
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(read_regular(self._cache, MAX_STATE)) if self._cache is not None else {}
        except (OSError, ValueError, RecursionError):
            return {}
        same = isinstance(found, dict) and found.get("of") == self._state
        icons = found.get("icons") if same else {}
        return {name: svg for name, svg in icons.items() if isinstance(svg, str)} if isinstance(icons, dict) else {}


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
        if size.isEmpty():  # a button that has no room yet
            return QPixmap()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return _Engine(self._svg, self._icons)
