"""The accessibility tree of all windows, as a screen reader gets it: every control has a name, a role and its state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QCalendarWidget, QMenuBar, QSplitter, QToolButton, QWidget

from tests.gallery import Gallery

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.PushButton,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.SpinBox,
    ROLE.List,
    ROLE.Tree,
    ROLE.Table,
    ROLE.ButtonMenu,
    ROLE.ButtonDropDown,
    ROLE.MenuItem,
    ROLE.PageTab,
    ROLE.WebDocument,
}
MOST = 200
"""So many rows of a list are looked at."""


def walk(one, depth=0):
    """An object of the tree and all below it that can be seen."""
    if one is None or not one.isValid() or one.state().invisible:
        return
    yield one
    for number in range(min(one.childCount(), MOST) if depth < 25 else 0):
        yield from walk(one.child(number), depth + 1)


def of(window):
    return walk(QAccessible.queryAccessibleInterface(window))


def described(one):
    widget = one.object()
    return f"{one.role().name} {type(widget).__name__}({widget.objectName() if widget is not None else ''})"


def test_every_control_has_a_name(make_window, tmp_path):
    found, controls = set(), []

    def visit(name, window):
        for one in of(window):
            if one.role() in CONTROLS:
                controls.append(one.role())
                if not one.text(QAccessible.Text.Name).strip():
                    found.add(f"{name}: {described(one)} has no name")
            if one.role() is ROLE.NoRole:
                found.add(f"{name}: {described(one)} has no role")

    Gallery(make_window("en"), tmp_path / "desk", visit).show_all()
    assert not found, "\n".join(sorted(found))
    assert len(controls) > 300
    assert {ROLE.CheckBox, ROLE.ComboBox, ROLE.EditableText, ROLE.List, ROLE.Tree, ROLE.PageTab} <= set(controls)


def test_everything_that_takes_the_mouse_takes_the_keyboard(make_window, tmp_path):
    """What can be clicked can be reached by Tab, or has an action with keys or a menu."""
    found = set()
    by_mouse = {"Close this post", "Remove", "Next", "Got it"}  # Ctrl+W; Alt+Del; hints close by themselves

    def visit(name, window):
        for widget in window.findChildren(QToolButton):
            if not widget.isVisible() or widget.window() is not window.window():
                continue
            in_bar = widget.parent() is not None and widget.parent().objectName() == "toolBar"
            said = widget.accessibleName() or widget.text() or widget.toolTip()
            inside = isinstance(widget.parent(), (QMenuBar, QCalendarWidget)) or widget.objectName().startswith("qt_")
            known = any(said.startswith(start) for start in by_mouse) or "ScrollLeft" in widget.objectName()
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not (in_bar or known or inside):
                found.add(f"{name}: {said!r} is for the mouse alone")

    Gallery(make_window("en"), tmp_path / "desk", visit).show_all()
    assert not found, "\n".join(sorted(found))


def reachable(window):
    """The widgets that Tab is to lead to."""
    for widget in window.findChildren(QWidget):
        mine = widget.window() is window.window() and widget.isVisible() and widget.isEnabled()
        if mine and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            inside = isinstance(widget.parent(), (QSplitter, QAbstractScrollArea)) and widget.objectName().startswith(
                "qt_"
            )
            if not inside:
                yield widget


@pytest.mark.parametrize("name", ["Preferences", "Shortcuts", "About", "Palette"])
def test_tab_goes_around_a_dialog(make_window, qtbot, name):
    """Tab comes to each control and back to the first: nothing holds it."""
    from editor.ui.help.about import About
    from editor.ui.help.palette import Palette
    from editor.ui.help.shortcuts import Shortcuts
    from editor.ui.preferences.dialog import Preferences

    window = make_window("en")
    makers = {
        "Preferences": lambda: Preferences(window._settings, window),
        "Shortcuts": lambda: Shortcuts(window.actions_, window),
        "About": lambda: About(window),
        "Palette": lambda: Palette(window.actions_, window),
    }
    dialog = makers[name]()
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    wanted, seen = set(reachable(dialog)), []
    first = dialog.focusWidget()
    assert first is not None
    for _ in range(len(wanted) + 5):
        seen.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    missed = [described(QAccessible.queryAccessibleInterface(one)) for one in wanted - set(seen)]
    assert not missed, missed
    assert first in seen[1:], "Tab does not come back"
    dialog.close()


def test_focus_can_be_seen(make_window, qtbot):
    """A control with the focus looks otherwise than without."""
    from editor.ui.preferences.dialog import Preferences

    window = make_window("en")
    dialog = Preferences(window._settings, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.filter.setFocus()
    for widget in list(reachable(dialog)):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(20)
        there = widget.grab().toImage()
        (dialog.filter if widget is not dialog.filter else dialog.editors["theme"]).setFocus(
            Qt.FocusReason.TabFocusReason
        )
        qtbot.wait(20)
        assert widget.grab().toImage() != there, f"{widget.accessibleName() or widget} shows no focus"
    dialog.close()


def test_ctrl_f6_goes_through_the_parts(make_window, qtbot, tmp_path):
    post = tmp_path / "post.md"
    post.write_text("---\ntitle: a\n---\n\nbody\n")
    window = make_window("en")
    window.files.open(post)
    window.actions_["show_library"].setChecked(True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pane.setFocus()
    seen = []
    for _ in range(8):
        window.actions_["next_part"].trigger()
        focus = window.focusWidget()
        parts = {"library": window.library, "form": window.form, "text": window.pane, "preview": window.preview}
        seen += [name for name, part in parts.items() if part is focus or part.isAncestorOf(focus)]
    assert {"library", "form", "text", "preview"} <= set(seen)
    at = seen.index("text")
    window.pane.setFocus()
    window.actions_["previous_part"].trigger()
    assert window.form.isAncestorOf(window.focusWidget())
    assert seen[at:] != seen[:at]


def test_a_field_is_removed_by_keys(make_window, qtbot, tmp_path):
    post = tmp_path / "post.md"
    post.write_text("---\ntitle: a\nlayout: post\n---\n\nbody\n")
    window = make_window("en")
    window.files.open(post)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.form.focus("layout")
    window.actions_["remove_field"].trigger()
    assert window.document.post.text == "---\ntitle: a\n---\n\nbody\n"


def test_messages_saves_and_problems_are_announced(make_window, qtbot, tmp_path, monkeypatch):
    import editor.ui.announcing as announcing

    told = []
    monkeypatch.setattr(announcing.QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        announcing.QAccessible, "updateAccessibility", staticmethod(lambda event: told.append(event.message()))
    )
    post = tmp_path / "post.md"
    post.write_text("---\ntitle: a\n---\n\nbody\n")
    window = make_window("en")
    window.files.open(post)
    window.messages.say("something happened")
    assert told == ["something happened"]
    window.pane.insertPlainText("x")
    assert window.files.save()
    assert told[-1] == "Saved"
    window.problems.reached.emit("Line 3: a problem")
    assert told[-1] == "Line 3: a problem"
