"""Every preference once: its name, type, default and help; and the file that keeps what differs from the defaults.

Two files: `settings.json` in the user's configuration folder holds preferences, `state.json` in the state folder
holds what the window remembers by itself (sizes, recent files). A damaged file is put aside and the defaults apply.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

MAX_RECENT: Final = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference. `state`: remembered by the window rather than chosen by the writer."""

    name: str
    default: Any
    help: str
    state: bool = False


TABLE: Final = (
    Setting("text_size", 16, "Size of the text pane's font, in pixels."),
    Setting("text_font", "", "The text pane's font; empty for the system's own."),
    Setting("tab_width", 4, "Width of a tab in the text pane, in spaces."),
    Setting("check_spelling", True, "Whether English words are checked."),
    Setting("spelling_language", "", "Dictionary, as en_GB; empty for the system's English."),
    Setting("words", [], "Words that are right though no dictionary has them."),
    Setting("blog_words", {}, "The same by the blog's folder."),
    Setting("line_spacing", 1.7, "Distance of the text pane's lines, as a multiple of the font's own."),
    Setting("column_width", 40, "Widest text column, in full-width characters."),
    Setting("theme", "system", "Colours of the window: system, light or dark."),
    Setting("recent_files", [], "Posts opened last, newest first.", state=True),
    Setting("window_geometry", "", "Place and size of the window.", state=True),
    Setting("splitter", [], "Widths of text and preview.", state=True),
    Setting("session", [], "Posts that were open, with caret and scroll place.", state=True),
    Setting("session_shown", "", "The post that was in the window.", state=True),
    Setting("preview_shown", True, "Whether the preview is shown.", state=True),
    Setting("preview_follows", True, "Whether the preview follows the caret."),
    Setting("looks", {}, "The preview's look by the blog's folder: plain, github or blog."),
    Setting("remote_pictures", [], "Folders of the blogs that may show pictures of other sites."),
    Setting("focus_mode", False, "Whether all but the paragraph that is written in is shown faintly."),
    Setting("typewriter", False, "Whether the line that is written in stays at one height."),
    Setting("auto_pairs", True, "Whether brackets and quotes come in pairs."),
    Setting("show_invisible", False, "Whether spaces, tabs and line ends are shown."),
    Setting("library_shown", False, "Whether the library is shown.", state=True),
    Setting("library_width", 260, "Width of the library.", state=True),
    Setting("library_order", "date", "Order of the library: date, changed, title or length."),
    Setting("library_state", "", "Which posts the library shows: a state, uncommitted, or empty for all."),
    Setting("library_group", "", "How the library groups posts: year, month, folder, category, state or language."),
    Setting("library_view", "list", "What the library shows above the posts: list, calendar or numbers.", state=True),
    Setting("blogs", [], "Folders of the blogs that posts were exported to, the last one first.", state=True),
    Setting("trusted_repositories", [], "Folders whose repositories may run their own hooks and filters."),
    Setting("export_commits", True, "Whether an export to a repository makes a commit."),
    Setting("export_pushes", False, "Whether an export pushes its commit."),
    Setting("form_shown", True, "Whether the form is shown.", state=True),
    Setting("form_height", 300, "Height of the form when the program was left.", state=True),
    Setting("more_fields_shown", True, "Whether the form's further fields are unfolded.", state=True),
)
_BY_NAME: Final = {setting.name: setting for setting in TABLE}


class Settings:
    """The preferences and the window's memory, kept in two files of a folder each."""

    def __init__(self, config: Path, state: Path, cache: Path | None = None) -> None:
        self._cache = cache or state / "cache"
        self._files = {False: config / "settings.json", True: state / "state.json"}
        self._values: dict[str, Any] = {}
        self.damaged: list[Path] = []
        """Where damaged files were put; their settings have their defaults."""
        for path in self._files.values():
            values = _read(path)
            if values is None:
                self.damaged.append(_put_aside(path))
            self._values.update(values or {})

    @classmethod
    def for_user(cls) -> Settings:
        """The settings in the folders that the system has for them."""
        from platformdirs import PlatformDirs

        folders = PlatformDirs("postwright", appauthor=False)
        return cls(folders.user_config_path, folders.user_state_path, folders.user_cache_path)

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
        wanted = (int, float) if isinstance(setting.default, (int, float)) else type(setting.default)
        if isinstance(setting.default, bool):
            wanted = bool
        return value if isinstance(value, wanted) else setting.default

    def set(self, name: str, value: Any) -> None:
        """Keep a value, and write it down."""
        setting = _BY_NAME[name]
        if self.get(name) == value:
            return
        self._values[name] = value
        kept = {other.name: self._values[other.name] for other in TABLE if self._is_kept(other, state=setting.state)}
        _write(self._files[setting.state], kept)

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


def _read(path: Path) -> Mapping[str, Any] | None:
    """What a file holds; None for a damaged one."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
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


def _write(path: Path, values: Mapping[str, Any]) -> None:
    """Write a file aside and rename it; settings that can't be kept are no reason to disturb a writer."""
    draft = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(draft, path)
