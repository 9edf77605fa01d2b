"""Which fonts are used: the system's own, with the Japanese face of each platform for Japanese text."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

JAPANESE: Final = ("Hiragino Sans", "BIZ UDPGothic", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic")
MONOSPACE: Final = (
    "SF Mono",
    "Menlo",
    "Cascadia Code",
    "Consolas",
    "DejaVu Sans Mono",
    "Noto Sans Mono",
    "Liberation Mono",
)
JAPANESE_MONOSPACE: Final = ("Osaka-Mono", "BIZ UDGothic", "MS Gothic", "Noto Sans Mono CJK JP", "IPAGothic")
"""In the order of preference. The JP face by name: 直 骨 角 of the Chinese faces look wrong to a Japanese reader."""


_scale = 1.0  # of the interface, as the writer wants it


def set_scale(percent: int) -> None:
    """Make what `interface` gives larger from now on; 100 is the usual size."""
    global _scale  # noqa: PLW0603  one for the program, as its style
    _scale = min(max(percent, 100), 200) / 100


def scaled(pixels: int) -> int:
    """A length that grows with the interface's letters."""
    return round(pixels * _scale)


def interface(pixels: float, *, bold: bool = False) -> QFont:
    """A font of the interface: menus, form, dialogs."""
    return sized(interface_families(), pixels * _scale, bold=bold)


def interface_monospace(pixels: float) -> QFont:
    """The same for what stands so in the file."""
    return sized(monospace_families(), pixels * _scale)


def interface_families() -> list[str]:
    """The system's UI font, then the Japanese faces that are installed."""
    return _with_japanese(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family())


def monospace_families() -> list[str]:
    """A fixed-width font, the system's own if it has one, then Japanese ones of double its width."""
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    installed = set(QFontDatabase.families())
    found = [family for family in (own, *MONOSPACE) if family in installed and QFontDatabase.isFixedPitch(family)]
    return [*(found or [own]), *(family for family in JAPANESE_MONOSPACE if family in installed)]


def aligned_families() -> list[str]:
    """Fonts whose Japanese letters are exactly twice as wide as Latin ones, for the cells of a table."""
    installed = set(QFontDatabase.families())
    return [*(family for family in JAPANESE_MONOSPACE if family in installed), *monospace_families()]


def sized(families: list[str], pixels: float, *, bold: bool = False) -> QFont:
    """A font of some families at a size in pixels."""
    font = QFont(families)
    font.setPixelSize(max(6, round(pixels)))
    font.setBold(bold)
    return font


def _with_japanese(first: str) -> list[str]:
    installed = set(QFontDatabase.families())
    return [first, *(family for family in JAPANESE if family in installed)]
