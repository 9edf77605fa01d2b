"""Every action of the window, once: its menu, text, shortcut, icon and tip. Menus, tool bar, shortcuts, the list of
commands and the manual's page of keys come from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from editor.language import msg

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


FILE, EDIT, FORMAT = msg("&File"), msg("&Edit"), msg("F&ormat")
INSERT, VIEW, HELP = msg("&Insert"), msg("&View"), msg("&Help")
_HEADING, _TABLE = msg("&Heading"), msg("&Table")
_WIDTH = msg("Width of &letters")
_POSTS = msg("Open po&sts")
_LOOK = msg("Look of the previe&w")

TABLE: Final = (
    Action("new", FILE, msg("&New post"), Key.New, msg("Start a new post"), "file-plus", in_bar=True),
    Action("new_in_blog", FILE, msg("New post in this &blog…"), "Ctrl+Shift+N", msg("Like the posts that are there")),
    Action("open", FILE, msg("&Open…"), Key.Open, msg("Open a post"), "folder-open", in_bar=True),
    Action("open_blog", FILE, msg("Open a blo&g…"), "Ctrl+Alt+O", msg("Its newest post, and all others beside it")),
    Action("open_recent", FILE, msg("Open &recent")),
    Action("save", FILE, msg("&Save"), Key.Save, msg("Save the post"), "save", in_bar=True, rule=True),
    Action("save_as", FILE, msg("Save &as…"), "Ctrl+Shift+S", msg("Save under another name")),
    Action("revert", FILE, msg("Re&vert to saved"), None, msg("Go back to what is on the disk")),
    Action(
        "rename_post", FILE, msg("Rena&me…"), "F2", msg("Another name or day; links and pictures follow"), rule=True
    ),
    Action(
        "publish_post", FILE, msg("Publish, or make a dra&ft…"), None, msg("A draft becomes a post, a post a draft")
    ),
    Action("move_back", FILE, msg("Take the last rename bac&k"), None, msg("Names, links and pictures as they were")),
    Action("duplicate_post", FILE, msg("D&uplicate"), None, msg("A new post with the same text")),
    Action("translations", FILE, msg("Trans&lations…"), None, msg("The post in other languages, and a new one")),
    Action(
        "history", FILE, msg("Earlier vers&ions…"), None, msg("What git has of this post; any passage brought back")
    ),
    Action(
        "export",
        FILE,
        msg("&Export to blog…"),
        "Ctrl+Shift+B",
        msg("With its pictures; commit and push"),
        "send",
        in_bar=True,
    ),
    Action("push_again", FILE, msg("Pus&h again"), None, msg("The commit of an export that did not arrive")),
    Action("delete_post", FILE, msg("Move to &trash…"), None, msg("It can be put back")),
    Action(
        "copy_html_file", FILE, msg("Save a cop&y as HTML…"), None, msg("One file with its pictures inside"), rule=True
    ),
    Action("copy_pdf_file", FILE, msg("Save a copy as P&DF…"), None, msg("As the preview shows it")),
    Action("print", FILE, msg("&Print…"), Key.Print, msg("As the preview shows it")),
    Action("close", FILE, msg("&Close"), "Ctrl+W", msg("Close this post"), rule=True),
    Action("quit", FILE, msg("&Quit"), "Ctrl+Q", msg("Close the window")),
    Action(
        "undo",
        EDIT,
        msg("&Undo"),
        Key.Undo,
        msg("Take the last change back"),
        "undo-2",
        in_bar=True,
        in_context=True,
    ),
    Action(
        "redo",
        EDIT,
        msg("&Redo"),
        "Ctrl+Shift+Z",
        msg("Make it again"),
        "redo-2",
        in_bar=True,
        in_context=True,
    ),
    Action("cut", EDIT, msg("Cu&t"), Key.Cut, rule=True, in_context=True),
    Action("copy", EDIT, msg("&Copy"), Key.Copy, in_context=True),
    Action("copy_rich", EDIT, msg("Cop&y post as rich text"), "Ctrl+Shift+C", msg("For WordPress, note.com, e-mail")),
    Action("paste", EDIT, msg("&Paste"), Key.Paste, in_context=True),
    Action(
        "paste_plain", EDIT, msg("Paste as plain te&xt"), "Ctrl+Shift+V", msg("Paste without links, bold and tables")
    ),
    Action("select_all", EDIT, msg("Select &all"), Key.SelectAll, in_context=True),
    Action(
        "find",
        EDIT,
        msg("&Find…"),
        Key.Find,
        msg("Find in this post"),
        "search",
        in_bar=True,
        rule=True,
    ),
    Action("replace", EDIT, msg("Replace…"), "Ctrl+H", msg("Find and replace in this post")),
    Action("find_in_blog", EDIT, msg("Find in the &blog…"), "Ctrl+Shift+F", msg("Find and replace in all posts")),
    Action("find_next", EDIT, msg("Find &next"), Key.FindNext),
    Action("find_previous", EDIT, msg("Find pre&vious"), Key.FindPrevious),
    Action("find_post", EDIT, msg("Fin&d a post"), "Ctrl+Alt+F", msg("By title, tag or text")),
    Action("blog_tags", EDIT, msg("Ta&gs of the blog…"), None, msg("Rename, merge and remove tags in all posts")),
    Action("blog_links", EDIT, msg("L&inks of the blog…"), None, msg("Broken links, missing and unused pictures")),
    Action("links_here", EDIT, msg("What lin&ks here…"), None, msg("The posts that link to this one")),
    Action("outline", EDIT, msg("Go to &heading…"), "Ctrl+Shift+O", msg("The headings of this post"), rule=True),
    Action("go_to_line", EDIT, msg("Go to &line…"), "Ctrl+L", msg("A line by its number")),
    Action("next_problem", EDIT, msg("Next proble&m"), "F4", msg("The next thing that may be wrong")),
    Action("previous_problem", EDIT, msg("Previous pr&oblem"), "Shift+F4"),
    Action("complete", EDIT, msg("Complete"), "Ctrl+Space", msg("Names that fit: posts, pictures, footnotes…")),
    Action("remove_field", EDIT, msg("Remove this field"), "Alt+Del", msg("The key whose field has the caret")),
    Action(
        "auto_pairs",
        EDIT,
        msg("Brackets and &quotes in pairs"),
        None,
        msg("Close what is opened; around a selection, both"),
        checkable=True,
    ),
    Action(
        "check_spelling",
        EDIT,
        msg("Check &spelling"),
        None,
        msg("Mark English words that are not known"),
        checkable=True,
    ),
    Action(
        "preferences", EDIT, msg("Pr&eferences…"), "Ctrl+,", msg("Language, colours, text, writing, export"), rule=True
    ),
    Action("bold", FORMAT, msg("&Bold"), Key.Bold, msg("Strong emphasis"), "bold", in_bar=True),
    Action("italic", FORMAT, msg("&Italic"), Key.Italic, msg("Emphasis"), "italic", in_bar=True),
    Action("code", FORMAT, msg("&Code"), "Ctrl+E", msg("Code in a line")),
    Action("strike", FORMAT, msg("&Strike through"), "Ctrl+Shift+X", msg("Struck through")),
    Action("heading_1", FORMAT, msg("Level &1"), "Ctrl+1", rule=True, below=_HEADING),
    Action("heading_2", FORMAT, msg("Level &2"), "Ctrl+2", below=_HEADING),
    Action("heading_3", FORMAT, msg("Level &3"), "Ctrl+3", below=_HEADING),
    Action("heading_4", FORMAT, msg("Level &4"), "Ctrl+4", below=_HEADING),
    Action("plain_line", FORMAT, msg("&No heading"), "Ctrl+Shift+0", below=_HEADING),
    Action("quote", FORMAT, msg("&Quote"), "Ctrl+Shift+Q", msg("Quote the lines"), "quote"),
    Action("bullets", FORMAT, msg("B&ullets"), "Ctrl+Shift+8", msg("List with bullets"), "list", in_bar=True),
    Action("numbers", FORMAT, msg("&Numbers"), "Ctrl+Shift+7", msg("List with numbers"), "list-ordered"),
    Action("tasks", FORMAT, msg("&Tasks"), "Ctrl+Shift+9", msg("List with boxes to tick"), "list-checks"),
    Action("code_block", FORMAT, msg("Code bloc&k"), "Ctrl+Shift+K", msg("Put the lines into a code fence")),
    Action("move_up", FORMAT, msg("Mo&ve line up"), "Alt+Up", rule=True),
    Action("move_down", FORMAT, msg("Move line &down"), "Alt+Down"),
    Action("section_up", FORMAT, msg("Move s&ection up"), "Alt+Shift+Up", msg("With its heading")),
    Action("section_down", FORMAT, msg("Move section do&wn"), "Alt+Shift+Down", msg("With its heading")),
    Action("duplicate", FORMAT, msg("Du&plicate line"), "Ctrl+D"),
    Action("half_width", FORMAT, msg("To &half width"), None, msg("ＡＩ becomes AI, ｶﾅ becomes カナ"), below=_WIDTH),
    Action("full_width", FORMAT, msg("To &full width"), None, msg("AI becomes ＡＩ"), below=_WIDTH),
    Action("join", FORMAT, msg("&Join lines"), "Ctrl+J"),
    Action("link", INSERT, msg("&Link"), "Ctrl+K", msg("Make a link"), "link", in_bar=True),
    Action("image", INSERT, msg("&Picture"), "Ctrl+Shift+I", msg("A picture by its address")),
    Action(
        "image_file",
        INSERT,
        msg("Pict&ure from a file…"),
        "Ctrl+Alt+I",
        msg("Saved where the blog keeps them"),
        "image",
    ),
    Action("footnote", INSERT, msg("&Footnote"), "Ctrl+Shift+E", msg("A footnote, and back from its text")),
    Action("more", INSERT, msg("&End of the excerpt"), None, msg("Where “read more” comes on the blog")),
    Action("date", INSERT, msg("&Date and time"), None, msg("Now, in the blog’s time zone")),
    Action("table", INSERT, msg("&New table"), "Ctrl+T", rule=True, below=_TABLE),
    Action("tidy_table", INSERT, msg("&Tidy"), "Ctrl+Shift+T", below=_TABLE),
    Action("add_row", INSERT, msg("Row &below"), None, below=_TABLE),
    Action("delete_row", INSERT, msg("Delete &row"), None, below=_TABLE),
    Action("add_column", INSERT, msg("Column to the r&ight"), None, below=_TABLE),
    Action("delete_column", INSERT, msg("Delete &column"), None, below=_TABLE),
    Action(
        "show_library",
        VIEW,
        msg("&Library"),
        "F10",
        msg("Show or hide all posts of the blog"),
        "panel-left",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "show_form",
        VIEW,
        msg("&Form"),
        "F9",
        msg("Show or hide the form"),
        "panel-top",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "show_preview",
        VIEW,
        msg("&Preview"),
        "F8",
        msg("Show or hide the preview"),
        "panel-right",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "preview_follows",
        VIEW,
        msg("Preview follows the &caret"),
        None,
        msg("Keep what you write in sight in the preview"),
        checkable=True,
    ),
    Action(
        "remote_pictures",
        VIEW,
        msg("Loa&d pictures of other sites"),
        None,
        msg("Let the preview of this blog’s posts ask other sites for their pictures"),
        checkable=True,
    ),
    Action("look_plain", VIEW, msg("&Plain"), None, msg("A quiet page to read"), checkable=True, group=_LOOK),
    Action("look_github", VIEW, msg("&GitHub"), None, msg("As GitHub shows texts"), checkable=True, group=_LOOK),
    Action("look_blog", VIEW, msg("My &blog"), None, msg("The blog’s own style sheets"), checkable=True, group=_LOOK),
    Action(
        "show_header",
        VIEW,
        msg("Front matter as &text"),
        "F6",
        msg("Show the front matter as the file has it"),
        "code",
        checkable=True,
        in_bar=True,
    ),
    Action(
        "show_invisible",
        VIEW,
        msg("I&nvisible characters"),
        None,
        msg("Spaces, tabs, line ends; zero-width characters are always marked"),
        checkable=True,
    ),
    Action("reading", VIEW, msg("&Read only the preview"), "Ctrl+F8", msg("The preview alone"), checkable=True),
    Action(
        "focus_mode",
        VIEW,
        msg("Focus &mode"),
        "F7",
        msg("Show only the paragraph that you write in"),
        checkable=True,
        rule=True,
    ),
    Action("typewriter", VIEW, msg("T&ypewriter scrolling"), None, msg("Keep your line at one height"), checkable=True),
    Action("full_screen", VIEW, msg("F&ull screen"), Key.FullScreen, msg("Nothing but this window"), checkable=True),
    Action("next_part", VIEW, msg("Ne&xt part"), "Ctrl+F6", msg("From library to form, text and preview"), rule=True),
    Action("previous_part", VIEW, msg("Part &before"), "Ctrl+Shift+F6", msg("The other way round")),
    Action("recent_tab", VIEW, msg("Post used &last"), "Ctrl+Tab", below=_POSTS, rule=True),
    Action("recent_tab_back", VIEW, msg("Post used &before"), "Ctrl+Shift+Tab", below=_POSTS),
    Action("next_tab", VIEW, msg("Post to the &right"), "Ctrl+PgDown", below=_POSTS),
    Action("previous_tab", VIEW, msg("&Post to the left"), "Ctrl+PgUp", below=_POSTS),
    Action("zoom_in", VIEW, msg("Zoom &in"), Key.ZoomIn, rule=True),
    Action("zoom_out", VIEW, msg("Zoom &out"), Key.ZoomOut),
    Action("zoom_reset", VIEW, msg("&Actual size"), "Ctrl+0"),
    Action("text_look", VIEW, msg("Loo&k of the text…"), None, msg("Font, size, line height, width")),
    Action("palette", HELP, msg("&Find a command…"), "Ctrl+Shift+P", msg("All commands, by their names")),
    Action("field_help", HELP, msg("What does this fi&eld do?"), "F1", msg("What a key of the front matter does")),
    Action("shortcuts", HELP, msg("&Keyboard shortcuts…"), "Ctrl+F1", msg("All keys, and yours")),
    Action("manual", HELP, msg("&Manual"), "Shift+F1", msg("The manual, in a window of its own"), rule=True),
    Action("welcome", HELP, msg("&Welcome"), None, msg("The three ways to begin, and the hints again")),
    Action("report", HELP, msg("&Copy a report"), None, msg("Versions and folders, for a bug report"), rule=True),
    Action("about", HELP, msg("&About Postwright"), None, msg("Version, licences")),
)


def usual_keys(row: Action) -> QKeySequence:
    """The keys of an action, if the writer wants no others."""
    return QKeySequence(row.shortcut) if row.shortcut is not None else QKeySequence()
