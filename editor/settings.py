"""Every preference once: its name, type, default and help; and the file that keeps what differs from the defaults.

Two files: `settings.json` in the user's configuration folder holds preferences, `state.json` in the state folder
holds what the window remembers by itself (sizes, recent files). A damaged file is put aside and the defaults apply.

A preference is on the disk when `set` returns. What the window remembers changes while its user types, so nothing waits
for the disk there: the file is replaced whole, and the one that the program found at its start stays beside it. After a
power cut that left the new one empty, that one counts. `settle` at the end of the program waits for the disk.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from editor.disk import MAX_STATE, narrow_all, private_folder, read_regular, write_private
from editor.language import msg

MAX_RECENT: Final = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """How a preference is shown in the window's preferences and in the manual.

    Attributes:
        section: what it is about. title: what it is called.
        choices: its values and their names; empty for a switch, a number or a text.
        low, high, step, unit: of a number.

    """

    section: str
    title: str
    choices: tuple[tuple[str, str], ...] = ()
    low: float = 0
    high: float = 0
    step: float = 1
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference.

    Attributes:
        state: remembered by the window rather than chosen by the writer.
        stays: not taken to or from another machine, as what a folder there is trusted with.

    """

    name: str
    default: Any
    help: str
    shown: Shown | None = None
    state: bool = False
    stays: bool = False


_WINDOW, _TEXT, _WRITING = msg("Window"), msg("Text"), msg("Writing")
_PREVIEW, _EXPORT = msg("Preview"), msg("Export")
_THEMES = (
    ("system", msg("as the system")),
    ("light", msg("light")),
    ("dark", msg("dark")),
    ("contrast", msg("high contrast")),
)

TABLE: Final = (
    Setting(
        "language",
        "",
        msg("The language of the program; your posts stay in theirs."),
        Shown(_WINDOW, msg("Language"), (("", msg("as the system")),)),
    ),
    Setting(
        "theme",
        "system",
        msg("The colours of the window. With “as the system”, its accent colour is used, too, where it can be read."),
        Shown(_WINDOW, msg("Colours"), _THEMES),
    ),
    Setting(
        "interface_size",
        100,
        msg("The size of menus, form and dialogs. The text has a size of its own."),
        Shown(_WINDOW, msg("Size of the window’s letters"), low=100, high=200, step=10, unit=" %"),
    ),
    Setting("shortcuts", {}, "Keys of actions that are not the usual ones, by the action's name."),
    Setting(
        "text_font",
        "",
        msg("The font of the text; Japanese letters have a Japanese face in any case."),
        Shown(_TEXT, msg("Font")),
    ),
    Setting(
        "text_size",
        16,
        msg("The size of the text. Ctrl and the mouse wheel change it, too."),
        Shown(_TEXT, msg("Size"), low=8, high=72, unit=msg(" px")),
    ),
    Setting(
        "line_spacing",
        1.7,
        msg("From line to line, as a multiple of the size."),
        Shown(_TEXT, msg("Line height"), low=1.0, high=4.0, step=0.1, unit=msg(" × the size")),
    ),
    Setting(
        "column_width",
        40,
        msg("Longer lines are wrapped, however wide the window is: the eye finds the next line."),
        Shown(_TEXT, msg("Widest line"), low=10, high=400, unit=msg(" full-width characters")),
    ),
    Setting(
        "tab_width",
        4,
        msg("How wide a tab is shown; the file keeps its tabs."),
        Shown(_TEXT, msg("Width of a tab"), low=1, high=16, unit=msg(" spaces")),
    ),
    Setting(
        "show_invisible",
        False,
        msg("Spaces, tabs and line ends are shown. Characters without a width are always marked."),
        Shown(_TEXT, msg("Show invisible characters")),
    ),
    Setting(
        "auto_pairs",
        True,
        msg("Typing a bracket or quote writes its partner; with a selection, it goes around it."),
        Shown(_WRITING, msg("Brackets and quotes in pairs")),
    ),
    Setting(
        "typewriter",
        False,
        msg("The line that you write in stays at one height."),
        Shown(_WRITING, msg("Typewriter scrolling")),
    ),
    Setting(
        "focus_mode",
        False,
        msg("All but the paragraph that you write in is shown faintly."),
        Shown(_WRITING, msg("Focus mode")),
    ),
    Setting(
        "check_spelling",
        True,
        msg("English words that no dictionary has are marked. Japanese and code are left alone."),
        Shown(_WRITING, msg("Check spelling")),
    ),
    Setting(
        "spelling_language",
        "",
        msg("The dictionary for English, as en_GB; empty for the system’s."),
        Shown(_WRITING, msg("Dictionary")),
    ),
    Setting("words", [], "Words that are right though no dictionary has them."),
    Setting("blog_words", {}, "The same by the blog's folder."),
    Setting(
        "preview_follows",
        True,
        msg("The preview shows the place that you write at."),
        Shown(_PREVIEW, msg("Preview follows the caret")),
    ),
    Setting("looks", {}, "The preview's look by the blog's folder: plain, github or blog."),
    Setting("remote_pictures", [], "Folders of the blogs that may show pictures of other sites.", stays=True),
    Setting(
        "export_commits",
        True,
        msg("An export to a repository makes a commit of the post and its pictures, and of nothing else."),
        Shown(_EXPORT, msg("Commit")),
    ),
    Setting(
        "export_pushes",
        False,
        msg("The commit is pushed at once, after you have seen the plan."),
        Shown(_EXPORT, msg("Push")),
    ),
    Setting("trusted_repositories", [], "Folders whose repositories may run their own hooks and filters.", stays=True),
    Setting("library_order", "date", "Order of the library: date, changed, title or length."),
    Setting("library_state", "", "Which posts the library shows: a state, uncommitted, or empty for all."),
    Setting("library_group", "", "How the library groups posts: year, month, folder, category, state or language."),
    Setting("recent_files", [], "Posts opened last, newest first.", state=True),
    Setting("window_geometry", "", "Place and size of the window.", state=True),
    Setting("splitter", [], "Widths of text and preview.", state=True),
    Setting("session", [], "Posts that were open, with caret and scroll place.", state=True),
    Setting("session_shown", "", "The post that was in the window.", state=True),
    Setting("preview_shown", True, "Whether the preview is shown.", state=True),
    Setting("library_shown", False, "Whether the library is shown.", state=True),
    Setting("library_width", 260, "Width of the library.", state=True),
    Setting("library_view", "list", "What the library shows above the posts: list, calendar or numbers.", state=True),
    Setting("blogs", [], "Folders of the blogs that posts were exported to, the last one first.", state=True),
    Setting("form_shown", True, "Whether the form is shown.", state=True),
    Setting("form_height", 300, "Height of the form when the program was left.", state=True),
    Setting("more_fields_shown", True, "Whether the form's further fields are unfolded.", state=True),
    Setting("hints_seen", 0, "How many of the first hints were seen.", state=True),
)
PREFERENCES: Final = tuple(setting for setting in TABLE if setting.shown is not None)
"""What the writer chooses in the window's preferences, in the order in which it is shown there."""
_BY_NAME: Final = {setting.name: setting for setting in TABLE}


class Settings:
    """The preferences and the window's memory, kept in two files of a folder each."""

    def __init__(self, config: Path, state: Path, cache: Path | None = None) -> None:
        self._cache = cache or state / "cache"
        self._files = {False: config / "settings.json", True: state / "state.json"}
        self._values: dict[str, Any] = {}
        self.damaged: list[Path] = []
        """Where damaged files were put; their settings have their defaults."""
        self._found: Path | None = None  # the state of an earlier run, which is to be kept
        for remembered, path in self._files.items():
            values = _read(path)
            if values is None:
                self.damaged.append(_put_aside(path))
            elif remembered and values:
                self._found = path
            if remembered and not values:
                values = _read(_before(path))
            self._values.update(values or {})

    @classmethod
    def for_user(cls) -> Settings:
        """The settings in the folders that the system has for them."""
        from platformdirs import PlatformDirs

        folders = PlatformDirs("postwright", appauthor=False)
        kept = folders.user_config_path, folders.user_state_path, folders.user_cache_path
        for folder in kept:
            with contextlib.suppress(OSError):
                if folder.is_dir():  # an older version made it for everybody
                    narrow_all(folder, below=private_folder(folder))
        return cls(*kept)

    @property
    def drafts(self) -> Path:
        """Where the pictures of posts without a file are kept."""
        return self._files[True].parent / "drafts"

    @property
    def cache(self) -> Path:
        """Where is kept what can be made anew: the indexes of blogs."""
        return self._cache

    @property
    def log(self) -> Path:
        """Where the program notes what went wrong; no word of a post is in it."""
        return self._files[True].parent / "postwright.log"

    @property
    def running(self) -> Path:
        """The lock of the program that runs."""
        return self._files[True].parent / "running.lock"

    @property
    def versions(self) -> Path:
        """Where is kept what posts held before they were saved."""
        return self._files[True].parent / "versions"

    @property
    def journal(self) -> Path:
        """Where is written down what was typed and not saved yet."""
        return self._files[True].parent / "journal"

    @property
    def operations(self) -> Path:
        """Where changes of many posts are written down before they are made."""
        return self._files[True].parent / "operations"

    @property
    def open_posts(self) -> Path:
        """Where the windows write down what they have open."""
        return self._files[True].parent / "open"

    @property
    def exports(self) -> Path:
        """Where is remembered what was exported where."""
        return self._files[True].parent / "exports"

    @property
    def icons(self) -> Path:
        """Where the drawings of the icons are kept for the next start."""
        return self._files[True].parent / "icons.json"

    def get(self, name: str) -> Any:
        """A setting's value; its default when none is kept or the kept one is of another type."""
        setting = _BY_NAME[name]
        value = self._values.get(name, setting.default)
        return value if _fits(value, setting) else setting.default

    def set(self, name: str, value: Any) -> None:
        """Keep a value, and write it down."""
        self.update({name: value})

    def update(self, values: Mapping[str, Any]) -> None:
        """Keep several values, and write each file that they change once."""
        changed = {name: value for name, value in values.items() if self.get(name) != value}
        self._values.update(changed)
        for remembered in sorted({_BY_NAME[name].state for name in changed}):
            self._write(state=remembered, durable=not remembered)

    def settle(self) -> None:
        """Have on the disk what the window remembers: the program is about to end."""
        self._write(state=True, durable=True)

    def _write(self, *, state: bool, durable: bool) -> None:
        path = self._files[state]
        if state and self._found is not None:
            with contextlib.suppress(OSError):
                os.replace(self._found, _before(path))
            self._found = None
        kept = {other.name: self._values[other.name] for other in TABLE if self._is_kept(other, state=state)}
        _write(path, kept, durable=durable)

    def chosen(self) -> dict[str, Any]:
        """All that the writer chose otherwise than the defaults, to take to another machine."""
        return {one.name: self._values[one.name] for one in TABLE if self._is_kept(one, state=False) and not one.stays}

    def take(self, values: Mapping[str, Any]) -> list[str]:
        """Take over what was chosen elsewhere; gives the names of what is no choice, or not of its kind."""
        refused = []
        for name, value in values.items():
            setting = _BY_NAME.get(name)
            if setting is None or setting.state or setting.stays or not _is_choice(value, setting):
                refused.append(name)
            else:
                self.set(name, value)
        return refused

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path)
        recent = [name, *(other for other in self.get("recent_files") if other != name)]
        self.set("recent_files", recent[:MAX_RECENT])

    def add_blog(self, root: Path) -> None:
        """Put a blog at the head of those that posts are exported to."""
        name = str(root)
        self.set("blogs", [name, *(other for other in self.get("blogs") if other != name)][:MAX_RECENT])

    def _is_kept(self, setting: Setting, *, state: bool) -> bool:
        return setting.state is state and self._values.get(setting.name, setting.default) != setting.default


def _fits(value: object, setting: Setting) -> bool:
    """Whether a value is of the setting's type."""
    if isinstance(setting.default, bool) or isinstance(value, bool):
        return isinstance(setting.default, bool) and isinstance(value, bool)
    return isinstance(value, (int, float) if isinstance(setting.default, (int, float)) else type(setting.default))


def _is_choice(value: Any, setting: Setting) -> bool:
    """Whether the preferences let this be chosen."""
    if not _fits(value, setting):
        return False
    shown = setting.shown
    if shown is not None and shown.high > shown.low:
        return bool(shown.low <= value <= shown.high)
    named = [choice for choice, _ in shown.choices] if shown is not None else []
    return len(named) < 2 or value in named


def _read(path: Path) -> Mapping[str, Any] | None:
    """What a file holds; None for a damaged one."""
    try:
        values = json.loads(read_regular(path, MAX_STATE))
    except (FileNotFoundError, NotADirectoryError):  # the null device for a folder means none
        return {}
    except (OSError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _put_aside(path: Path) -> Path:
    aside = path.with_suffix(".damaged.json")
    with contextlib.suppress(OSError):
        os.replace(path, aside)
        return aside
    return path


def _before(path: Path) -> Path:
    return path.with_suffix(".before.json")


def _write(path: Path, values: Mapping[str, Any], *, durable: bool) -> None:
    """Replace a file; settings that can't be kept are no reason to disturb a writer."""
    with contextlib.suppress(OSError):
        private_folder(path.parent)
        text = json.dumps(values, ensure_ascii=False, indent=1)
        if any("\ud800" <= character <= "\udfff" for character in text):  # names of files need not be UTF-8
            text = json.dumps(values, indent=1)
        write_private(Path(os.path.realpath(path)), f"{text}\n".encode(), durable=durable)
