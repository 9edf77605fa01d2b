"""The language that the program speaks, and its texts: what `resources/languages/` has, made from its `.ts` files.

The window's texts are looked up by Qt (`self.tr`), for which `editor.ui.speaking` installs a translator; all other
modules know no Qt, and look theirs up here. English is what stands in the sources.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import lru_cache

from editor.resources import resource

ENGLISH = "en"
VARIABLE = "POSTWRIGHT_LANGUAGE"
"""The environment variable that names the language: what the program's own processes are told."""

_texts: dict[str, str] = {}


def tr(text: str) -> str:
    """A text in the language that is spoken; the text itself where that has no other."""
    return _texts.get(text, text)


def msg(text: str) -> str:
    """Mark a text of a table for translation; where it is shown, `tr` translates it."""
    return text


def use(code: str) -> None:
    """Speak a language from now on, in the processes that this one starts, too."""
    _texts.clear()
    _texts.update(catalogue(code).get("", {}))
    os.environ[VARIABLE] = code


def spoken() -> str:
    """The code of the language that is spoken, as "ja"."""
    return os.environ.get(VARIABLE) or ENGLISH


def languages() -> list[str]:
    """The codes of all languages that there are texts for."""
    found = (path.stem.removeprefix("postwright_") for path in resource("languages").glob("postwright_*.ts"))
    return sorted({ENGLISH, *found})


def choose(wanted: str, system: Iterable[str]) -> str:
    """The language to speak.

    Args:
        wanted: what the writer chose; empty for the system's.
        system: the system's languages as it writes them ("ja_JP.UTF-8", "en-GB"), the most wanted one first.

    """
    known = languages()
    for name in (wanted, *system):
        code = name.replace("-", "_").partition(".")[0]
        for one in (code, code.partition("_")[0]):
            if one in known:
                return one
    return ENGLISH


def begin(wanted: str, system: Iterable[str]) -> str:
    """The language that a process begins with: what `VARIABLE` says, else as `choose`."""
    return choose(os.environ.get(VARIABLE) or wanted, system)


def of_environment() -> list[str]:
    """The languages that the environment names, in POSIX's order (XBD 8.2, and GNU's LANGUAGE before it)."""
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if not chosen or chosen.partition(".")[0] in ("C", "POSIX"):
        return [ENGLISH]
    return [*filter(None, os.environ.get("LANGUAGE", "").split(":")), chosen]


@lru_cache
def catalogue(code: str) -> dict[str, dict[str, str]]:
    """All texts of a language without plural forms: by the class that says them ("" for none), then by the English."""
    try:
        return dict(json.loads(resource(f"languages/postwright_{code}.json").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
