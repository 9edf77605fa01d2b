"""A dictionary with the writer's own words: which words it knows, and what a word may have been meant to be.

Hunspell's dictionaries, through the package chunspell. A newer one of the system takes the place of the bundled one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

BUNDLED: Final = "en_US"
SYSTEM: Final = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"), Path("/Library/Spelling"))
MAX_WORD: Final = 40
"""Longer words are taken for right: nobody typed them."""
MAX_SUGGESTIONS: Final = 6

_WEB: Final = (
    "api apis app apps async backend backtick backticks blockquote blockquotes blog blogged blogger bloggers "
    "blogging blogs changelog changelogs charset checksum checksums cli codebase codebases config cron css "
    "customizable deps dev devs emoji emojis endian favicon frontend github gmail google hashtag hashtags "
    "homepage homepages htaccess html http https img impactful inclusivity inline javascript json kramdown "
    "lifecycle linter linters localhost login logins markdown metadata middleware minimalistic multibyte "
    "namespace namespaces npm online param params permalink permalinks php plugin plugins podcast podcasts "
    "postgres preprocessing prev repo repos rss screenshot screenshots smartphone smartphones sql src sudo svg "
    "symlink symlinks timestamp timestamps timezone timezones toml tooltip tooltips typescript ui unicode "
    "untracked url urls username usernames utf validator validators webpage webpages website websites wiki "
    "wikipedia wikis workflow workflows xml yaml yml youtube "
)
"""What people who write blogs write, and older dictionaries lack."""


class Dictionary:
    """Words of one language; loading it takes some 40 ms."""

    def __init__(self, language: str, own: Iterable[str] = ()) -> None:
        from hunspell import Hunspell

        folder = folder_of(language)
        self._hunspell = Hunspell(language, **({"hunspell_data_dir": str(folder)} if folder is not None else {}))
        self._web = frozenset(_WEB.split())
        self._own: set[str] = set()
        self._known: dict[str, bool] = {}
        self.set_own(own)

    def set_own(self, words: Iterable[str]) -> None:
        """Take these words for right, too."""
        self._own = {word.casefold() for word in words}
        self._known.clear()

    def is_known(self, word: str) -> bool:
        """Whether a word is right."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._look_up(word)
        return known

    def suggestions(self, word: str) -> list[str]:
        """What a word may have been meant to be, the likeliest first."""
        found = self._hunspell.suggest(word.replace("’", "'"))
        return [one.replace("'", "’") if "’" in word else one for one in found][:MAX_SUGGESTIONS]

    def _look_up(self, word: str) -> bool:
        plain = word.replace("’", "'")
        stem = plain.casefold().removesuffix("'s")
        if len(word) > MAX_WORD or not plain.isascii():
            return True  # with accents it is a name, or a word that was chosen with care
        return plain.casefold() in self._own or stem in self._own or stem in self._web or self._hunspell.spell(plain)


def folder_of(language: str, folders: Collection[Path] = SYSTEM) -> Path | None:
    """The folder of the system that has a dictionary of a language; None where the bundled one must do."""
    return next(
        (one for one in folders if (one / f"{language}.dic").is_file() and (one / f"{language}.aff").is_file()), None
    )


def choose_language(wanted: Iterable[str]) -> str:
    """The first of some languages ("en_GB") that there is a dictionary of."""
    return next((one for one in wanted if one == BUNDLED or folder_of(one) is not None), BUNDLED)
