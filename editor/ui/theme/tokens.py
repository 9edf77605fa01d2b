"""The design's numbers: spacing, type sizes, radius, and the colours of each theme.

Text colours keep a contrast of 4.5:1 or more on their grounds, edges that matter 3:1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
TYPE_13, TYPE_16, TYPE_20, TYPE_28 = 13, 16, 20, 28
RADIUS = 6


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours, as "#rrggbb"."""

    name: str
    paper: str  # the sheet: form, text, preview
    bar: str  # around the sheet: tool bar, status bar
    text: str
    dim: str  # labels, placeholders
    faint: str  # text that is out of focus on purpose
    edge: str  # lines between parts
    hover: str
    chip: str
    accent: str  # focus, links, the primary button; nothing else
    on_accent: str
    selection: str
    warning: str  # the message bar's ground
    problem: str  # text that says what is wrong
    code: Mapping[str, str]  # keyword, string, number, name, comment of code


LIGHT = Colours(
    name="light",
    paper="#fffefb",
    bar="#f5f3ef",
    text="#262421",
    dim="#6b675f",
    faint="#b9b4aa",
    edge="#e3dfd7",
    hover="#f1eee8",
    chip="#efebe3",
    accent="#1f63b5",
    on_accent="#ffffff",
    selection="#cfe0f5",
    warning="#fbf0cf",
    problem="#a8321e",
    code={"keyword": "#8a3b8f", "string": "#2f6f3a", "number": "#9a4a12", "name": "#1f5d9c", "comment": "#6b675f"},
)
DARK = Colours(
    name="dark",
    paper="#1d1f21",
    bar="#26282b",
    text="#e4e2dd",
    dim="#a09c93",
    faint="#5a5d61",
    edge="#383b3f",
    hover="#2c2f32",
    chip="#33373b",
    accent="#7fb2ee",
    on_accent="#10151b",
    selection="#2f4d70",
    warning="#46391a",
    problem="#f0907c",
    code={"keyword": "#d7a1dc", "string": "#a5cf9d", "number": "#e8b483", "name": "#8fbdf0", "comment": "#a09c93"},
)
CONTRAST = Colours(
    name="contrast",
    paper="#000000",
    bar="#000000",
    text="#ffffff",
    dim="#e0e0e0",
    faint="#9a9a9a",
    edge="#b0b0b0",
    hover="#333333",
    chip="#262626",
    accent="#ffd60a",
    on_accent="#000000",
    selection="#5c4a00",
    warning="#3d3200",
    problem="#ff9d8a",
    code={"keyword": "#ffb3ff", "string": "#b5f5a8", "number": "#ffcf99", "name": "#9fd0ff", "comment": "#e0e0e0"},
)
THEMES: Mapping[str, Colours] = {colours.name: colours for colours in (LIGHT, DARK, CONTRAST)}


def contrast(one: str, other: str) -> float:
    """How far two colours differ in brightness, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
