"""How the text pane's letters and lines look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont

from editor.settings import Settings
from editor.ui.theme.fonts import interface_families, sized

MIN_SIZE: Final = 8
MAX_SIZE: Final = 72


@dataclass(frozen=True, slots=True)
class TextLook:
    """How the text looks.

    Attributes:
        family: the font; "" for the system's own. The platform's Japanese faces come behind it.
        size: in pixels.
        spacing: from line to line, as a multiple of the size.
        columns: the widest text column, in full-width characters.
        tab: the width of a tab, in spaces.

    """

    family: str = ""
    size: int = 16
    spacing: float = 1.7
    columns: int = 40
    tab: int = 4

    @classmethod
    def from_settings(cls, settings: Settings) -> TextLook:
        """What the writer chose, within what can be read."""
        return cls(
            str(settings.get("text_font")),
            min(max(int(settings.get("text_size")), MIN_SIZE), MAX_SIZE),
            min(max(float(settings.get("line_spacing")), 1.0), 4.0),
            min(max(int(settings.get("column_width")), 10), 400),
            min(max(int(settings.get("tab_width")), 1), 16),
        )

    def keep(self, settings: Settings) -> None:
        """Write it down."""
        settings.set("text_font", self.family)
        settings.set("text_size", self.size)
        settings.set("line_spacing", self.spacing)
        settings.set("column_width", self.columns)
        settings.set("tab_width", self.tab)

    def font(self) -> QFont:
        """The font, with the Japanese faces behind it."""
        families = interface_families()
        return sized([self.family, *families] if self.family else families, self.size)
