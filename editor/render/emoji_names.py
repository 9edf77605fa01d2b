"""The short names of emoji (`:smile:`): what they are replaced by, and all of them, to complete from."""

from __future__ import annotations

import re
from typing import Final

SHORT_NAME: Final = re.compile(r":[a-z0-9_+-]{2,40}:")


def with_emoji(text: str) -> str:
    """A text with the emoji in the place of their short names."""
    return SHORT_NAME.sub(_emoji, text)


def names() -> list[tuple[str, str]]:
    """Each short name without its colons, and the emoji; the shortest names first."""
    import emoji

    found = []
    for sign, data in emoji.EMOJI_DATA.items():
        if data["status"] <= emoji.STATUS["fully_qualified"]:
            short = (name for name in (*data.get("alias", ()), data["en"]) if SHORT_NAME.fullmatch(name))
            found += [(name.strip(":"), sign) for name in short]
    return sorted(found, key=lambda pair: (len(pair[0]), pair[0]))


def _emoji(match: re.Match[str]) -> str:
    import emoji

    return str(emoji.emojize(match[0], language="alias"))
