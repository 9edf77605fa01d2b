"""Hugo's configuration, merged from all its files as Hugo does (docs: configuration/introduction.md; `hugo config`,
0.168.0).

Keys ignore case. A file in `config/_default` or `config/production` that is not called `hugo` or `config` holds one
root key (`params.toml`), of one language if its name has a second part (`params.ja.toml`). A later file overrides
single values of an earlier one. A language's own root key replaces the site's whole key.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from editor.blog.configuration_files import (
    HUGO_FOLDERS,
    HUGO_STEMS,
    SYNTAXES,
    configuration_data,
    first_configuration,
)
from editor.blog.gate import Gate
from editor.header import Generator, Value

_SPELLINGS: Final = (
    "baseURL",
    "buildExpired",
    "buildFuture",
    "contentDir",
    "defaultContentLanguage",
    "enableEmoji",
    "languages",
    "module",
    "theme",
    "timeZone",
)
"""Root keys that the program looks up, in the spelling in which it does."""
_OF_LANGUAGE: Final = ("markup", "timeZone", "permalinks", "frontmatter", "disablePathToLower", "removePathAccents")
"""Root keys that are taken from the default language where it has its own."""
_MERGED_IN_LANGUAGE: Final = frozenset({"params", "menu", "menus"})


def hugo_configuration(root: Path) -> dict[str, Value]:
    """Return the merged configuration of a site. Most keys keep the spelling of the first file that has them."""
    merged: dict[str, Value] = {}
    gate = Gate(root)
    _merge(merged, first_configuration(root, Generator.HUGO) or {})
    for folder in HUGO_FOLDERS:
        for path in gate.files(folder):
            data = configuration_data(root, gate.relative(path)) if path.suffix in SYNTAXES else None
            if data is not None:
                _merge(merged, _placed(path.stem, data))
    language = _default_language(merged)
    for key in _OF_LANGUAGE if language else ():
        found = _key(language, key)
        if found is not None:
            merged[_key(merged, key) or key] = language[found]
    spelt = {name.lower(): name for name in _SPELLINGS}
    return {spelt.get(name.lower(), name): value for name, value in merged.items()}


def _placed(stem: str, data: dict[str, Value]) -> dict[str, Value]:
    """Put a file's data under the root key that its name says."""
    if stem in HUGO_STEMS:
        return data
    name, _, language = stem.partition(".")
    if not language:
        return {name: data}
    return {"languages": {language: {name: data} if name in _MERGED_IN_LANGUAGE else data}}


def _merge(below: dict[str, Value], above: dict[str, Value]) -> None:
    """Override values with those of another map, recursively."""
    for name, value in above.items():
        key = _key(below, name) or name
        old = below.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            below[key] = old = dict(old)
            _merge(old, value)
        else:
            below[key] = value


def _key(data: dict[str, Value], name: str) -> str | None:
    """Return how a map spells a key."""
    lower = name.lower()
    return next((key for key in data if key.lower() == lower), None)


def _default_language(data: dict[str, Value]) -> dict[str, Value]:
    """Return what the configuration says of the default language: the named one, English, or the first by weight."""
    languages = data.get(_key(data, "languages") or "")
    if not isinstance(languages, dict):
        return {}
    known = {name.lower(): value for name, value in languages.items() if isinstance(value, dict)}
    named = data.get(_key(data, "defaultContentLanguage") or "")
    name = named.lower() if isinstance(named, str) else "en"
    if name in known:
        return known[name]
    return min(known.items(), key=lambda one: (_weight(one[1]), one[0]))[1] if known else {}


def _weight(language: dict[str, Value]) -> float:
    """Return a language's weight; those without one come last."""
    weight = language.get(_key(language, "weight") or "")
    return float(weight) if isinstance(weight, (int, float)) and weight else float("inf")
