"""What the window remembers of its sizes: its place, the widths of its parts, the height of the form."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from editor.settings import Settings


def restore_sizes(settings: Settings, window: QMainWindow, parts: QSplitter, outer: QSplitter) -> None:
    """Give the window the sizes that it had.

    Args:
        parts: text and preview. outer: the library and both of them.

    """
    geometry = str(settings.get("window_geometry"))
    if geometry:
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii"))))
    sizes, half = settings.get("splitter"), window.width() // 2
    parts.setSizes(sizes if len(sizes) == 2 and all(isinstance(n, int) for n in sizes) else [half, half])
    width = min(max(int(settings.get("library_width")), 180), 800)
    outer.setSizes([width, max(1, window.width() - width)])


def remember_sizes(
    settings: Settings, window: QMainWindow, parts: QSplitter, outer: QSplitter, form: QWidget, *, library: bool
) -> None:
    """Keep the sizes for the next start; those of parts that are not shown stay what they were."""
    settings.set("window_geometry", bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
    preview = parts.widget(1)
    if preview is not None and preview.isVisible() and parts.count() == 2:
        settings.set("splitter", parts.sizes())
    if form.isVisible():
        settings.set("form_height", form.height())
    if library:
        settings.set("library_width", outer.sizes()[0])
