"""The manual's pages that come from tables: preferences, keys, fields, in each language.

    python packaging/manual.py          write them anew
    python packaging/manual.py --check  whether they are as the tables are

What stands between the two marks of a page is made; the rest is written by hand.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from editor import language
from editor.blog.key_help import EVERYWHERE, OF_GENERATOR
from editor.language import tr
from editor.settings import PREFERENCES
from editor.ui.action_table import TABLE, usual_keys
from editor.ui.help.palette import plain

FOLDER = Path(__file__).resolve().parent.parent / "docs/manual"
BEGIN, END = "<!-- made by packaging/manual.py -->\n", "<!-- end -->"


def preferences() -> Iterator[str]:
    """A table a section."""
    for section in dict.fromkeys(one.shown.section for one in PREFERENCES if one.shown is not None):
        yield f"\n## {tr(section)}\n\n| | |\n|---|---|"
        for setting in PREFERENCES:
            if setting.shown is not None and setting.shown.section == section:
                yield f"| {tr(setting.shown.title)} | {tr(setting.help)} |"


def keys() -> Iterator[str]:
    """A table a menu, of what has keys."""
    for menu in dict.fromkeys(row.menu for row in TABLE):
        yield f"\n## {plain(tr(menu))}\n\n| | |\n|---|---|"
        for row in TABLE:
            chord = usual_keys(row).toString()
            if row.menu == menu and chord:
                inner = f"{plain(tr(row.group or row.below))} › " if row.group or row.below else ""
                yield f"| {inner}{plain(tr(row.text)).rstrip('…')} | {chord} |"


def fields() -> Iterator[str]:
    """A table a generator."""
    for name, table in (*((str(generator), found) for generator, found in OF_GENERATOR.items()), ("—", EVERYWHERE)):
        yield f"\n## {name}\n\n| | | |\n|---|---|---|"
        for key, found in table.items():
            yield f"| `{key}` | {tr(found.text).replace('|', '&#124;').replace('<', '&lt;')} | {found.source} |"


PAGES = {"preferences.md": preferences, "keys.md": keys, "fields.md": fields}


def made(path: Path) -> str:
    """A page as it is to be."""
    head, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    return f"{head}{BEGIN}{chr(10).join(PAGES[path.name]())}\n\n{END}{rest.partition(END)[2]}"


def main(arguments: list[str]) -> int:
    """Write, or check."""
    _application = QGuiApplication([])  # it knows the system's standard keys
    stale = []
    for folder in sorted(one for one in FOLDER.iterdir() if (one / "README.md").is_file()):
        language.use(folder.name)
        for name in PAGES:
            path = folder / name
            new = made(path)
            if new != path.read_text(encoding="utf-8"):
                stale.append(path)
                if arguments != ["--check"]:
                    path.write_text(new, encoding="utf-8")
    for path in stale:
        print(path.relative_to(FOLDER.parent.parent))
    return 1 if stale and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
