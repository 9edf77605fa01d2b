"""The window's actions, made from their table: menus, tool bar and shortcuts. What an action does is a method of the
same name in one of the objects given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from editor.language import tr
from editor.ui.action_table import TABLE, VIEW, Action, usual_keys
from editor.ui.theme.icons import Icons


class Actions:
    """The table as Qt's actions, bound to the methods that do them."""

    def __init__(
        self, window: QWidget, commands: Sequence[object], icons: Icons, keys: Mapping[str, object] | None = None
    ) -> None:
        """Make them.

        Args:
            commands: what has the do_… methods.
            keys: keys that the writer chose, by the action's name; "" for none.

        """
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for row in TABLE:
            action = QAction(tr(row.text), window)
            action.setShortcut(_chosen((keys or {}).get(row.name), row))
            if row.icon:
                action.setIcon(icons.icon(row.icon))
            action.setCheckable(row.checkable)
            action.setToolTip(_tip(row, action))
            action.setStatusTip(tr(row.tip))
            method = next((found for one in commands if (found := getattr(one, f"do_{row.name}", None))), None)
            if method is not None:
                (action.toggled if row.checkable and not row.group else action.triggered).connect(method)
            if row.group:
                group = self._groups.setdefault(row.group, QActionGroup(window))
                group.addAction(action)
            self._actions[row.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_keys(self, name: str, keys: QKeySequence) -> None:
        """Give an action other keys."""
        action = self._actions[name]
        action.setShortcut(keys)
        action.setToolTip(_tip(next(row for row in TABLE if row.name == name), action))

    def retell(self) -> None:
        """Say all tips again, in the language that is spoken now."""
        for row in TABLE:
            self._actions[row.name].setToolTip(_tip(row, self._actions[row.name]))

    def fill_menu_bar(self, bar: QMenuBar, submenus: Mapping[str, QMenu]) -> None:
        """Make the menus; an action that has a submenu shows that."""
        menus: dict[str, QMenu] = {}
        for row in TABLE:
            if row.menu not in menus:
                menus[row.menu] = bar.addMenu(tr(row.menu))
            menu = menus[row.menu]
            if row.rule:
                menu.addSeparator()
            inner = row.group or row.below
            if inner:
                if inner not in menus:
                    menus[inner] = menu.addMenu(tr(inner))
                menu = menus[inner]
            if row.name in submenus:
                submenus[row.name].setTitle(tr(row.text))
                menu.addMenu(submenus[row.name])
            else:
                menu.addAction(self._actions[row.name])

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """Add what belongs in the tool bar; what shows and hides parts of the window goes to its right end."""
        group = ""
        for row in TABLE:
            if row.in_bar:
                if row.menu == VIEW and group != VIEW:
                    bar.addWidget(_spacer(bar))
                elif group and row.menu != group:
                    bar.addSeparator()
                group = row.menu
                bar.addAction(self._actions[row.name])

    def context_menu(self, parent: QWidget) -> QMenu:
        """The menu of the text's right mouse button."""
        menu = QMenu(parent)
        for row in TABLE:
            if row.in_context:
                if row.rule:
                    menu.addSeparator()
                menu.addAction(self._actions[row.name])
        return menu


def _chosen(keys: object, row: Action) -> QKeySequence:
    """The keys that the writer chose; the usual ones where those are none."""
    if not isinstance(keys, str):
        return usual_keys(row)
    found = QKeySequence(keys)
    return found if found.toString() or not keys else usual_keys(row)


def _tip(row: Action, action: QAction) -> str:
    text = tr(row.tip or row.text.replace("&", ""))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text


def _spacer(parent: QWidget) -> QWidget:
    spacer = QWidget(parent)
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
