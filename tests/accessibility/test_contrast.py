"""What is painted can be seen, in each theme: measured from the pixels of all windows, not from the table of colours."""

import re
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from editor.ui.theme import style
from editor.ui.theme.tokens import CONTRAST, DARK, LIGHT, THEMES, contrast
from tests.contrast import of_image, unreadable
from tests.gallery import Gallery
from tests.settling import lasting


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=lambda one: one.name)
def test_all_texts_have_contrast(make_window, tmp_path, colours):
    found = set()

    def visit(name, window):
        found.update(f"{name}: {what}" for what in lasting(window, unreadable))

    Gallery(make_window("en", colours), tmp_path / "desk", visit).show_all()
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("colours", THEMES.values(), ids=lambda one: one.name)
def test_the_tokens_have_contrast(colours):
    grounds = (colours.paper, colours.bar, colours.hover)
    for ground in grounds:
        for text in (colours.text, colours.dim, colours.accent, colours.problem):
            assert contrast(text, ground) >= 4.5, (colours.name, text, ground)
    assert contrast(colours.text, colours.selection) >= 4.5
    assert contrast(colours.text, colours.warning) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    for colour in colours.code.values():
        assert contrast(colour, colours.paper) >= 4.5, (colours.name, colour)


def test_high_contrast_is_high():
    assert contrast(CONTRAST.text, CONTRAST.paper) == pytest.approx(21)
    for colour in (CONTRAST.dim, CONTRAST.accent, CONTRAST.problem, CONTRAST.edge):
        assert contrast(colour, CONTRAST.paper) >= 7


def test_the_measure_measures():
    image = QImage(40, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    for x in range(10):
        image.setPixelColor(x, 5, QColor("#777777"))
    assert of_image(image) == pytest.approx(contrast("#777777", "#ffffff"))
    assert of_image(image) < 4.5


@pytest.mark.parametrize(("accent", "taken"), [("#0a5a2a", True), ("#c0e0c0", False)])
def test_the_systems_accent_is_taken_where_it_can_be_read(qapp, monkeypatch, accent, taken):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Accent, QColor(accent))
    monkeypatch.setattr(style.QGuiApplication, "palette", staticmethod(lambda: palette))
    try:
        chosen = style._with_accent(LIGHT)
    finally:
        style.apply_theme(QApplication.instance(), LIGHT)
    assert (chosen.accent == accent) is taken


def test_nothing_is_said_by_colour_alone():
    """Signs and words stand beside each colour that means something."""
    from editor.blog.state import MARKS, State
    from editor.check.problem import Severity

    assert {state for state in State if state is not State.VISIBLE} <= set(MARKS)
    assert len({severity.value for severity in Severity}) == 3
    sheet = style._style_sheet(LIGHT)
    assert not re.search(r"\[state=", sheet)
    assert all(one.accent != other.accent for one, other in combinations(THEMES.values(), 2))
