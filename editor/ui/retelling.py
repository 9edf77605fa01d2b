"""The window's texts in another language while it is open.

Most texts stand in widgets and actions from the day those are made. Each is looked up backwards in the language that
was spoken, among the texts of its own class and its parents', and said again in the new one. What puts texts together
from values has a method `retell`, which is called after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QTreeWidget, QWidget

from editor import language
from editor.ui.speaking import speak

_PROPERTIES: Final = (
    "windowTitle",
    "text",
    "toolTip",
    "statusTip",
    "placeholderText",
    "title",
    "suffix",
    "accessibleName",
    "accessibleDescription",
)
_Sources = Mapping[str, Mapping[str, str]]


def retell(code: str) -> None:
    """Speak another language from now on, in all windows that there are."""
    sources = _backwards(language.spoken())
    speak(code)
    for window in QApplication.topLevelWidgets():
        if window.parent() is None:
            _retell(window, sources, ())


def _backwards(code: str) -> dict[str, dict[str, str]]:
    """By class: what is said now, and the English of it."""
    found: dict[str, dict[str, str]] = {}
    for known in language.languages():
        for name, texts in language.catalogue(known).items():
            said = language.catalogue(code).get(name, {})
            found.setdefault(name, {}).update({said.get(source, source): source for source in texts})
    return found


def _retell(one: QObject, sources: _Sources, classes: tuple[str, ...]) -> None:
    classes = (*_classes(one), *classes)
    for name in _PROPERTIES:
        if one.metaObject().indexOfProperty(name) < 0 or (name == "text" and isinstance(one, QLineEdit)):
            continue
        text = one.property(name)
        new = _said(text, sources, classes) if isinstance(text, str) and text else None
        if new is not None:
            one.setProperty(name, new)
    if isinstance(one, QComboBox) and not one.isEditable():
        for index in range(one.count()):
            new = _said(one.itemText(index), sources, classes)
            if new is not None:
                one.setItemText(index, new)
    if isinstance(one, QTreeWidget):
        head = one.headerItem()
        for column in range(head.columnCount()):
            head.setText(column, _said(head.text(column), sources, classes) or head.text(column))
    for child in one.children():
        known = isinstance(child, (QWidget, QAction)) or hasattr(child, "retell")
        if known and not isinstance(one, QAbstractItemView):
            _retell(child, sources, classes)
    again = getattr(one, "retell", None)
    if again is not None:
        again()


def _said(text: str, sources: _Sources, classes: tuple[str, ...]) -> str | None:
    """A text in the language that is spoken now; None for one that is no text of the program."""
    for name in (*classes, ""):
        source = sources.get(name, {}).get(text)
        if source is not None:
            return QCoreApplication.translate(name, source) if name else language.tr(source)
    return None


def _classes(one: QObject) -> Iterator[str]:
    """The names of the classes of the program that an object is of."""
    for kind in type(one).__mro__:
        if kind.__module__.startswith("editor."):
            yield kind.__name__
