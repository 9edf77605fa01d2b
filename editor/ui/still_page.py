"""Pages and pictures of strangers outside of the preview's cage: pages that fetch nothing, pictures of known kinds.

Qt's text browser opens by itself whatever file its HTML names, a device too; its readers of pictures know kinds that
nobody puts into a post, and SVG, which opens files again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

MAX_PIXELS: Final = 64_000_000
"""A picture with more is not decoded: four bytes each are what it takes in memory."""
MAX_PIXELS_OF_A_PAGE: Final = 4 * MAX_PIXELS
"""All pictures of one page together; those after that stay empty."""
_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"RIFF", "webp"),
)
"""The kinds that are decoded, by the first bytes of their files (each format's own specification)."""


def limit_decoders() -> None:
    """Have Qt refuse to take more memory for one picture than `MAX_PIXELS`, wherever it comes from."""
    QImageReader.setAllocationLimit(MAX_PIXELS * 4 // 2**20)


def read_picture(data: bytes, room: int, most: int = MAX_PIXELS) -> QImage:
    """Return a picture, made to fit; an empty one for what is no picture of a known kind, or too large.

    Args:
        room: the width and height in pixels that it may have at most.
        most: the number of pixels that it may have in the file.

    """
    kind = next((name for signature, name in _SIGNATURES if data.startswith(signature)), "")
    if not kind or (kind == "webp" and data[8:12] != b"WEBP"):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    canvases = 2 if kind == "webp" else 1  # libwebp puts the frames together in two
    if not size.isValid() or canvases * size.width() * size.height() > most:
        return QImage()
    if max(size.width(), size.height()) > room:
        reader.setScaledSize(size.scaled(QSize(room, room), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class StillPage(QTextBrowser):
    """A page that takes its pictures from one function and nothing from anywhere else."""

    def __init__(self, parent: QWidget, widest: int) -> None:
        """Make an empty page.

        Args:
            widest: how many pixels a picture may be wide and high; larger ones are shown smaller.

        """
        super().__init__(parent)
        self.setOpenLinks(False)
        self.picture: Callable[[str], bytes | None] = lambda _: None
        self._widest, self._left = widest, MAX_PIXELS_OF_A_PAGE

    def setHtml(self, html: str) -> None:  # noqa: N802  Qt's name
        """Show HTML."""
        self._left = MAX_PIXELS_OF_A_PAGE
        super().setHtml(html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802  Qt's name
        """Return a picture of the post. What is not there is an empty picture: Qt would look for it for itself."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return ""
        data = self.picture(name.toString() if isinstance(name, QUrl) else name)
        image = read_picture(data, self._widest, min(MAX_PIXELS, self._left)) if data is not None else QImage()
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
        return image
