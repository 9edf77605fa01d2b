"""Every action of the window, once: its menu, text, shortcut, icon and tip. Menus, tool bar and shortcuts come from
this table; what an action does is a method of the same name in the object given to `build`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from editor.ui.theme.icons import Icons

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the table.

    Attributes:
        name: the method that does it, without "do_".
        menu: the menu it is in; the order of the table is the order there.
        text, tip: with & for the mnemonic; what a tooltip says.
        shortcut: a standard key, keys as text, or none.
        icon: a Lucide name.
        checkable: it is on or off.
        group: a menu below the menu; of its checkable actions one is on.
        below: a menu below the menu.
        in_bar: it is in the tool bar.
        rule: a line is drawn before it.
        in_context: it is in the text's context menu.

    """

    name: str
    menu: str
    text: str
    shortcut: Key | str | None = None
    tip: str = ""
    icon: str = ""
    checkable: bool = False
    group: str = ""
    below: str = ""
    in_bar: bool = False
    rule: bool = False
    in_context: bool = False


def _n(text: str) -> str:
    """Mark a text of the table for translation, in the context "Actions"."""
    return text


_FILE, _EDIT, _FORMAT, _INSERT, _VIEW = "&File", "&Edit", "F&ormat", "&Insert", "&View"
_HEADING, _TABLE = _n("&Heading"), _n("&Table")
_WIDTH = _n("Width of le&tters")
_POSTS = _n("Open po&sts")
_LOOK = _n("Preview &look")

TABLE: Final = (
    Action("new", _FILE, _n("&New post"), Key.New, _n("Start a new post"), "file-plus", in_bar=True),
    Action("new_in_blog", _FILE, _n("New post in this &blog…"), "Ctrl+Shift+N", _n("Like the posts that are there")),
    Action("open", _FILE, _n("&Open…"), Key.Open, _n("Open a post"), "folder-open", in_bar=True),
    Action("open_recent", _FILE, _n("Open &recent")),
    Action("save", _FILE, _n("&Save"), Key.Save, _n("Save the post"), "save", in_bar=True, rule=True),
    Action("save_as", _FILE, _n("Save &as…"), "Ctrl+Shift+S", _n("Save under another name")),
    Action("revert", _FILE, _n("Re&vert to saved"), None, _n("Go back to what is on the disk")),
    Action("rename_post", _FILE, _n("Rena&me…"), "F2", _n("Another name or day; links and pictures follow"), rule=True),
    Action("publish_post", _FILE, _n("Publish, or make a dra&ft…"), None, _n("A draft becomes a post, a post a draft")),
    Action("move_back", _FILE, _n("Take the last rename bac&k"), None, _n("Names, links and pictures as they were")),
    Action("duplicate_post", _FILE, _n("D&uplicate"), None, _n("A new post with the same text")),
    Action("translations", _FILE, _n("Trans&lations…"), None, _n("The post in other languages, and a new one")),
    Action("history", _FILE, _n("Earlier vers&ions…"), None, _n("What git has of this post; any passage brought back")),
    Action(
        "export",
        _FILE,
        _n("&Export to blog…"),
        "Ctrl+Shift+B",
        _n("With its pictures; commit and push"),
        "send",
        in_bar=True,
    ),
    Action("push_again", _FILE, _n("Pus&h again"), None, _n("The commit of an export that did not arrive")),
    Action("delete_post", _FILE, _n("Move to &trash…"), None, _n("It can be put back")),
    Action(
        "copy_html_file", _FILE, _n("Save a copy as &HTML…"), None, _n("One file with its pictures inside"), rule=True
    ),
    Action("copy_pdf_file", _FILE, _n("Save a copy as &PDF…"), None, _n("As the preview shows it")),
    Action("print", _FILE, _n("&Print…"), Key.Print, _n("As the preview shows it")),
    Action("close", _FILE, _n("&Close"), "Ctrl+W", _n("Close this post"), rule=True),
    Action("quit", _FILE, _n("&Quit"), "Ctrl+Q", _n("Close the window")),
    Action(
        "undo",
        _EDIT,
        _n("&Undo"),
        Key.Undo,
        _n("Take the last change back"),
        "undo-2",
        in_bar=True,
        in_context=True,
    ),
    Action(
        "redo",
        _EDIT,
        _n("&Redo"),
        "Ctrl+Shift+Z",
        _n("Make it again"),
        "redo-2",
        in_bar=True,
        in_context=True,
    ),
    Action("cut", _EDIT, _n("Cu&t"), Key.Cut, rule=True, in_context=True),
    Action("copy", _EDIT, _n("&Copy"), Key.Copy, in_context=True),
    Action("copy_rich", _EDIT, _n("Copy post as &rich text"), "Ctrl+Shift+C", _n("For WordPress, note.com, e-mail")),
    Action("paste", _EDIT, _n("&Paste"), Key.Paste, in_context=True),
    Action(
        "paste_plain", _EDIT, _n("Paste as plain te&xt"), "Ctrl+Shift+V", _n("Paste without links, bold and tables")
    ),
    Action("select_all", _EDIT, _n("Select &all"), Key.SelectAll, in_context=True),
    Action(
        "find",
        _EDIT,
        _n("&Find…"),
        Key.Find,
        _n("Find in this post"),
        "search",
        in_bar=True,
        rule=True,
    ),
    Action("replace", _EDIT, _n("&Replace…"), "Ctrl+H", _n("Find and replace in this post")),
    Action("find_in_blog", _EDIT, _n("Find in the b&log…"), "Ctrl+Shift+F", _n("Find and replace in all posts")),
    Action("find_next", _EDIT, _n("Find &next"), Key.FindNext),
    Action("find_previous", _EDIT, _n("Find pre&vious"), Key.FindPrevious),
    Action("find_post", _EDIT, _n("Fin&d a post"), "Ctrl+Alt+F", _n("By title, tag or text")),
    Action("blog_tags", _EDIT, _n("Ta&gs of the blog…"), None, _n("Rename, merge and remove tags in all posts")),
    Action("blog_links", _EDIT, _n("L&inks of the blog…"), None, _n("Broken links, missing and unused pictures")),
    Action("links_here", _EDIT, _n("What lin&ks here…"), None, _n("The posts that link to this one")),
    Action("outline", _EDIT, _n("Go to &heading…"), "Ctrl+Shift+O", _n("The headings of this post"), rule=True),
    Action("go_to_line", _EDIT, _n("Go to &line…"), "Ctrl+L", _n("A line by its number")),
    Action("next_problem", _EDIT, _n("Next proble&m"), "F4", _n("The next thing that may be wrong")),
    Action("previous_problem", _EDIT, _n("Previous p&roblem"), "Shift+F4"),
    Action("complete", _EDIT, _n("&Complete"), "Ctrl+Space", _n("Names that fit: posts, pictures, footnotes…")),
    Action(
        "auto_pairs",
        _EDIT,
        _n("&Brackets and quotes in pairs"),
        None,
        _n("Close what is opened; around a selection, both"),
        checkable=True,
    ),
    Action(
        "check_spelling",
        _EDIT,
        _n("Check &spelling"),
        None,
        _n("Mark English words that are not known"),
        checkable=True,
    ),
    Action("bold", _FORMAT, _n("&Bold"), Key.Bold, _n("Strong emphasis"), "bold", in_bar=True),
    Action("italic", _FORMAT, _n("&Italic"), Key.Italic, _n("Emphasis"), "italic", in_bar=True),
    Action("code", _FORMAT, _n("&Code"), "Ctrl+E", _n("Code in a line")),
    Action("strike", _FORMAT, _n("&Strike through"), "Ctrl+Shift+X", _n("Struck through")),
    Action("heading_1", _FORMAT, _n("Level &1"), "Ctrl+1", rule=True, below=_HEADING),
    Action("heading_2", _FORMAT, _n("Level &2"), "Ctrl+2", below=_HEADING),
    Action("heading_3", _FORMAT, _n("Level &3"), "Ctrl+3", below=_HEADING),
    Action("heading_4", _FORMAT, _n("Level &4"), "Ctrl+4", below=_HEADING),
    Action("plain_line", _FORMAT, _n("&No heading"), "Ctrl+Shift+0", below=_HEADING),
    Action("quote", _FORMAT, _n("&Quote"), "Ctrl+Shift+Q", _n("Quote the lines"), "quote"),
    Action("bullets", _FORMAT, _n("B&ullets"), "Ctrl+Shift+8", _n("List with bullets"), "list", in_bar=True),
    Action("numbers", _FORMAT, _n("&Numbers"), "Ctrl+Shift+7", _n("List with numbers"), "list-ordered"),
    Action("tasks", _FORMAT, _n("&Tasks"), "Ctrl+Shift+9", _n("List with boxes to tick"), "list-checks"),
    Action("code_block", _FORMAT, _n("Code bloc&k"), "Ctrl+Shift+K", _n("Put the lines into a code fence")),
    Action("move_up", _FORMAT, _n("Move line &up"), "Alt+Up", rule=True),
    Action("move_down", _FORMAT, _n("Move line &down"), "Alt+Down"),
    Action("section_up", _FORMAT, _n("Move s&ection up"), "Alt+Shift+Up", _n("With its heading")),
    Action("section_down", _FORMAT, _n("Move section do&wn"), "Alt+Shift+Down", _n("With its heading")),
    Action("duplicate", _FORMAT, _n("Du&plicate line"), "Ctrl+D"),
    Action("half_width", _FORMAT, _n("To &half width"), None, _n("ＡＩ becomes AI, ｶﾅ becomes カナ"), below=_WIDTH),
    Action("full_width", _FORMAT, _n("To &full width"), None, _n("AI becomes ＡＩ"), below=_WIDTH),
    Action("join", _FORMAT, _n("&Join lines"), "Ctrl+J"),
    Action("link", _INSERT, _n("&Link"), "Ctrl+K", _n("Make a link"), "link", in_bar=True),
    Action("image", _INSERT, _n("&Picture"), "Ctrl+Shift+I", _n("A picture by its address")),
    Action(
        "image_file", _INSERT, _n("Picture &from a file…"), "Ctrl+Alt+I", _n("Saved where the blog keeps them"), "image"
    ),
    Action("footnote", _INSERT, _n("&Footnote"), "Ctrl+Shift+E", _n("A footnote, and back from its text")),
    Action("more", _INSERT, _n("&End of the excerpt"), None, _n("Where “read more” comes on the blog")),
    Action("date", _INSERT, _n("&Date and time"), None, _n("Now, in the blog’s time zone")),
    Action("table", _INSERT, _n("&New table"), "Ctrl+T", rule=True, below=_TABLE),
    Action("tidy_table", _INSERT, _n("&Tidy"), "Ctrl+Shift+T", below=_TABLE),
    Action("add_row", _INSERT, _n("Row &below"), None, below=_TABLE),
    Action("delete_row", _INSERT, _n("Delete &row"), None, below=_TABLE),
    Action("add_column", _INSERT, _n("Column to the r&ight"), None, below=_TABLE),
    Action("delete_column", _INSERT, _n("Delete &column"), None, below=_TABLE),
    Action(
        "show_library",
        _VIEW,
        _n("&Library"),
        "F10",
        _n("Show or hide all posts of the blog"),
        "panel-left",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "show_form",
        _VIEW,
        _n("&Form"),
        "F9",
        _n("Show or hide the form"),
        "panel-top",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "show_preview",
        _VIEW,
        _n("&Preview"),
        "F8",
        _n("Show or hide the preview"),
        "panel-right",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "preview_follows",
        _VIEW,
        _n("Preview follows the &caret"),
        None,
        _n("Keep what you write in sight in the preview"),
        checkable=True,
    ),
    Action(
        "remote_pictures",
        _VIEW,
        _n("&Load pictures of other sites"),
        None,
        _n("Let the preview of this blog’s posts ask other sites for their pictures"),
        checkable=True,
    ),
    Action("look_plain", _VIEW, _n("&Plain"), None, _n("A quiet page to read"), checkable=True, group=_LOOK),
    Action("look_github", _VIEW, _n("&GitHub"), None, _n("As GitHub shows texts"), checkable=True, group=_LOOK),
    Action("look_blog", _VIEW, _n("My &blog"), None, _n("The blog’s own style sheets"), checkable=True, group=_LOOK),
    Action(
        "show_header",
        _VIEW,
        _n("Front matter as &text"),
        "F6",
        _n("Show the front matter as the file has it"),
        "code",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "show_invisible",
        _VIEW,
        _n("&Invisible characters"),
        None,
        _n("Spaces, tabs, line ends; zero-width characters are always marked"),
        checkable=True,
    ),
    Action("reading", _VIEW, _n("&Read only the preview"), "Ctrl+F8", _n("The preview alone"), checkable=True),
    Action(
        "focus_mode",
        _VIEW,
        _n("F&ocus mode"),
        "F7",
        _n("Show only the paragraph that you write in"),
        checkable=True,
        rule=True,
    ),
    Action("typewriter", _VIEW, _n("T&ypewriter scrolling"), None, _n("Keep your line at one height"), checkable=True),
    Action("full_screen", _VIEW, _n("F&ull screen"), Key.FullScreen, _n("Nothing but this window"), checkable=True),
    Action("recent_tab", _VIEW, _n("Post used &last"), "Ctrl+Tab", below=_POSTS, rule=True),
    Action("recent_tab_back", _VIEW, _n("Post used &before"), "Ctrl+Shift+Tab", below=_POSTS),
    Action("next_tab", _VIEW, _n("Post to the &right"), "Ctrl+PgDown", below=_POSTS),
    Action("previous_tab", _VIEW, _n("Post to the &left"), "Ctrl+PgUp", below=_POSTS),
    Action("zoom_in", _VIEW, _n("Zoom &in"), Key.ZoomIn, rule=True),
    Action("zoom_out", _VIEW, _n("Zoom &out"), Key.ZoomOut),
    Action("zoom_reset", _VIEW, _n("&Actual size"), "Ctrl+0"),
    Action("text_look", _VIEW, _n("Loo&k of the text…"), None, _n("Font, size, line height, width")),
)


class Actions:
    """The table as Qt's actions, bound to the methods that do them."""

    def __init__(self, window: QWidget, commands: Sequence[object], icons: Icons) -> None:
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for row in TABLE:
            action = QAction(_translated(row.text), window)
            if row.shortcut is not None:
                action.setShortcut(QKeySequence(row.shortcut))
            if row.icon:
                action.setIcon(icons.icon(row.icon))
            action.setCheckable(row.checkable)
            action.setToolTip(_tip(row, action))
            action.setStatusTip(_translated(row.tip))
            method = next((found for one in commands if (found := getattr(one, f"do_{row.name}", None))), None)
            if method is not None:
                (action.toggled if row.checkable and not row.group else action.triggered).connect(method)
            if row.group:
                group = self._groups.setdefault(row.group, QActionGroup(window))
                group.addAction(action)
            self._actions[row.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill_menu_bar(self, bar: QMenuBar, submenus: Mapping[str, QMenu]) -> None:
        """Make the menus; an action that has a submenu shows that."""
        menus: dict[str, QMenu] = {}
        for row in TABLE:
            if row.menu not in menus:
                menus[row.menu] = bar.addMenu(_translated(row.menu))
            menu = menus[row.menu]
            if row.rule:
                menu.addSeparator()
            inner = row.group or row.below
            if inner:
                if inner not in menus:
                    menus[inner] = menu.addMenu(_translated(inner))
                menu = menus[inner]
            if row.name in submenus:
                submenus[row.name].setTitle(_translated(row.text))
                menu.addMenu(submenus[row.name])
            else:
                menu.addAction(self._actions[row.name])

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """Add what belongs in the tool bar; what shows and hides parts of the window goes to its right end."""
        group = ""
        for row in TABLE:
            if row.in_bar:
                if row.menu == _VIEW and group != _VIEW:
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


def _translated(text: str) -> str:
    return QCoreApplication.translate("Actions", text) if text else ""


def _tip(row: Action, action: QAction) -> str:
    text = _translated(row.tip or row.text.replace("&", ""))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text


def _spacer(parent: QWidget) -> QWidget:
    spacer = QWidget(parent)
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
