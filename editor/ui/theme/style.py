"""The theme applied: palette and style sheet made from the tokens, chosen by the system or by the writer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from editor.resources import resource
from editor.ui.plain_text import PLAIN_LABELS
from editor.ui.theme import tokens
from editor.ui.theme.fonts import interface
from editor.ui.theme.tokens import CONTRAST, DARK, LIGHT, Colours, contrast

READABLE: Final = 4.5
"""So much contrast text needs (WCAG 2.2, 1.4.3)."""


def choose(name: str) -> Colours:
    """The colours of a theme; for "system" those that the system uses, with its accent where that can be read."""
    if name != "system":
        return tokens.THEMES.get(name, LIGHT)
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return _with_accent(DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT)


def _with_accent(colours: Colours) -> Colours:
    """The theme with the system's accent colour, if text of it can be read, and text on it."""
    QGuiApplication.setPalette(QPalette())  # the system's own again
    accent = QGuiApplication.palette().color(QPalette.ColorRole.Accent).name()
    readable = all(contrast(accent, ground) >= READABLE for ground in (colours.paper, colours.bar, colours.on_accent))
    return replace(colours, accent=accent) if readable else colours


def apply_theme(application: QApplication, colours: Colours) -> None:
    """Give the whole program its fonts and colours."""
    application.setFont(interface(tokens.TYPE_13))
    application.setPalette(_palette(colours))
    application.setStyleSheet(_style_sheet(colours))


def _palette(colours: Colours) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for target, colour in (
        (role.Window, colours.bar),
        (role.Base, colours.paper),
        (role.AlternateBase, colours.hover),
        (role.Button, colours.bar),
        (role.ToolTipBase, colours.bar),
        (role.Text, colours.text),
        (role.WindowText, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.dim),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text),
        (role.Link, colours.accent),
        (role.Accent, colours.accent),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.dim))
    return palette


def _style_sheet(c: Colours) -> str:
    """The rules. The text pane has none: a widget with a rule lets everything behind it be painted with each key; its
    colours are those of the palette.
    """
    arrow = resource(f"theme/arrow-{c.name}.svg").as_posix()
    up = resource(f"theme/up-{c.name}.svg").as_posix()
    tick = resource(f"theme/tick-{c.name}.svg").as_posix()
    s4, s8, s12, radius = tokens.SPACE_4, tokens.SPACE_8, tokens.SPACE_12, tokens.RADIUS
    return f"""
    {PLAIN_LABELS}
    QMainWindow, QDialog {{ background: {c.bar}; }}
    QWidget#sheet, QWidget#form, QScrollArea#formScroll, QWidget#previewPane {{
        background: {c.paper}; border: none; }}
    QToolBar {{ background: {c.bar}; border: none; border-bottom: 1px solid {c.edge}; padding: {s4}px {s8}px;
        spacing: {s4}px; }}
    QToolBar::separator {{ background: {c.edge}; width: 1px; margin: {s4}px {s4}px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: {radius}px; padding: {s4}px; color: {c.text}; }}
    QToolButton:hover, QToolButton:checked {{ background: {c.hover}; }}
    QToolButton:focus, QPushButton:focus {{ border: 1px solid {c.accent}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#quiet {{ color: {c.dim}; }}
    QToolButton#quiet:hover {{ color: {c.text}; }}
    QMenuBar {{ background: {c.bar}; color: {c.text}; }}
    QMenuBar::item {{ padding: {s4}px {s8}px; border-radius: {radius}px; background: transparent; }}
    QMenuBar::item:selected {{ background: {c.hover}; }}
    QTabBar#tabs {{ background: {c.bar}; border-bottom: 1px solid {c.edge}; }}
    QTabBar#tabs::tab {{ background: transparent; color: {c.dim}; border: none; border-right: 1px solid {c.edge};
        padding: {s4}px {s8}px {s4}px {s12}px; max-width: 240px; }}
    QTabBar#tabs::tab:hover {{ color: {c.text}; }}
    QTabBar#tabs::tab:selected {{ background: {c.paper}; color: {c.text}; }}
    QFrame#outline {{ background: {c.paper}; border: 1px solid {c.edge}; }}
    QListWidget {{ background: {c.paper}; color: {c.text}; border: none; outline: none; }}
    QListWidget::item {{ padding: {s4}px {s8}px; border-radius: {radius}px; }}
    QListWidget::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QMenu {{ background: {c.paper}; color: {c.text}; border: 1px solid {c.edge}; padding: {s4}px; }}
    QMenu::item {{ padding: {s4}px {s12}px; border-radius: {s4}px; }}
    QMenu::item:selected {{ background: {c.hover}; }}
    QMenu::item:disabled {{ color: {c.dim}; }}
    QMenu::separator {{ height: 1px; background: {c.edge}; margin: {s4}px; }}
    QStatusBar {{ background: {c.bar}; color: {c.dim}; border-top: 1px solid {c.edge}; }}
    QStatusBar::item {{ border: none; }}
    QToolButton#appearance {{ color: {c.dim}; padding: 1px {s8}px; }}
    QToolButton#appearance:hover {{ color: {c.text}; }}
    QToolButton#appearance[problem="true"] {{ color: {c.problem}; }}
    QToolButton#problems {{ color: {c.text}; padding: 1px {s8}px; }}
    QStatusBar QLabel {{ color: {c.dim}; padding: 2px {s8}px; }}
    QSplitter::handle {{ background: {c.edge}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QLabel#label {{ color: {c.dim}; }}
    QLabel#problem {{ color: {c.problem}; }}
    QLabel#advice {{ color: {c.text}; }}
    QPushButton#fix {{ padding: 1px {s8}px; color: {c.accent}; }}
    QFrame#rule {{ background: {c.edge}; max-height: 1px; border: none; }}
    QLineEdit, QPlainTextEdit#field {{ placeholder-text-color: {c.dim}; }}
    QPlainTextEdit#field, QLineEdit#field {{ background: transparent; border: 1px solid transparent;
        border-radius: {radius}px; padding: 2px {s4}px; color: {c.text}; }}
    QPlainTextEdit#field:hover, QLineEdit#field:hover {{ background: {c.hover}; }}
    QPlainTextEdit#field:focus, QLineEdit#field:focus {{ background: {c.paper}; border: 1px solid {c.accent}; }}
    QPlainTextEdit#field:disabled, QLineEdit#field:disabled, QToolButton#chip:disabled {{ color: {c.dim}; }}
    QLineEdit#chipInput {{ background: transparent; border: none; padding: 2px; color: {c.text}; }}
    QWidget#chips {{ border: 1px solid transparent; border-radius: {radius}px; }}
    QWidget#chips[focused="true"] {{ border: 1px solid {c.accent}; }}
    QToolButton#chip {{ background: {c.chip}; border-radius: {radius}px; padding: 2px {s8}px; color: {c.text}; }}
    QToolButton#chip:hover {{ background: {c.hover}; }}
    QToolButton#chip:focus {{ border: 1px solid {c.accent}; }}
    QPushButton {{ background: {c.paper}; color: {c.text}; border: 1px solid {c.edge}; border-radius: {radius}px;
        padding: {s4}px {s12}px; }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QPushButton:default:focus {{ border: 2px solid {c.text}; padding: {s4 - 1}px {s12 - 1}px; }}
    QPushButton:disabled {{ background: {c.bar}; color: {c.dim}; border-color: {c.edge}; }}
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QFrame#messageBar {{ background: {c.warning}; border: none; border-bottom: 1px solid {c.edge}; }}
    QFrame#findBar {{ background: {c.bar}; border: none; border-top: 1px solid {c.edge}; }}
    QFrame#findBar QLineEdit, QWidget#library QLineEdit, QDialog QLineEdit, QDialog QDateEdit, QDialog QComboBox {{
        background: {c.paper}; color: {c.text}; border: 1px solid {c.edge}; border-radius: {radius}px;
        padding: {s4}px {s8}px; }}
    QDialog QComboBox QAbstractItemView {{ padding: 0; }}
    QDialog QAbstractSpinBox {{ background: {c.paper}; color: {c.text}; border: 1px solid {c.edge};
        border-radius: {radius}px; padding: {s4}px {s8}px; }}
    QDialog QAbstractSpinBox:focus {{ border: 1px solid {c.accent}; }}
    QDialog QAbstractSpinBox::up-button, QDialog QAbstractSpinBox::down-button {{ border: none;
        width: {tokens.SPACE_24}px; }}
    QDialog QAbstractSpinBox::up-arrow {{ image: url({up}); }}
    QDialog QAbstractSpinBox::down-arrow {{ image: url({arrow}); }}
    QDialog QComboBox::drop-down, QDialog QDateEdit::drop-down {{ border: none; width: {tokens.SPACE_24}px; }}
    QDialog QComboBox::down-arrow, QDialog QDateEdit::down-arrow {{ image: url({arrow}); }}
    QFrame#findBar QLineEdit:focus, QWidget#library QLineEdit:focus, QDialog QLineEdit:focus,
    QDialog QDateEdit:focus, QDialog QComboBox:focus {{
        border: 1px solid {c.accent}; }}
    QFrame#popup {{ background: {c.paper}; border: 1px solid {c.edge}; border-radius: {radius}px; }}
    QCalendarWidget QWidget {{ background: {c.paper}; alternate-background-color: {c.hover}; }}
    QCalendarWidget QAbstractItemView {{ selection-background-color: {c.accent};
        selection-color: {c.on_accent}; color: {c.text}; outline: none; }}
    QCalendarWidget QToolButton {{ color: {c.text}; }}
    QAbstractItemView {{ background: {c.paper}; color: {c.text}; border: 1px solid {c.edge};
        selection-background-color: {c.hover}; selection-color: {c.text}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: 4px; min-height: 32px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {c.dim}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ background: {c.bar}; color: {c.text}; border: 1px solid {c.edge}; padding: {s4}px; }}
    QCheckBox, QRadioButton {{ spacing: {s8}px; color: {c.text}; }}
    QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {c.dim}; border-radius: 8px;
        background: {c.paper}; }}
    QRadioButton::indicator:checked {{ border: 5px solid {c.accent}; width: 6px; height: 6px; }}
    QCheckBox::indicator, QTreeView::indicator {{ width: 14px; height: 14px; border: 1px solid {c.dim};
        border-radius: 3px; background: {c.paper}; }}
    QCheckBox::indicator:checked, QTreeView::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
        image: url({tick}); }}
    QTreeView::indicator:indeterminate {{ background: {c.chip}; border-color: {c.accent}; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {c.accent}; }}
    """
