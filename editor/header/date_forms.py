"""Which texts Eleventy and Zola read as dates. Hugo's are in `hugo_dates`.

Eleventy 3.1.8 parses with luxon's `DateTime.fromISO` (src/impl/regexParser.js), and knows four words. Zola 0.23 parses
with its `from_unknown_datetime` (components/content/src/front_matter/datetime.rs): TOML's forms, then YAML's.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from editor.header.dates import read_date

FILE_DATES: Final = frozenset({"last modified", "created", "git last modified", "git created"})
"""Words that Eleventy takes for the date of the file (11ty-website, docs/dates.md)."""
_ISO: Final = re.compile(
    r"[-+]?[0-9]{4,6}(?:-?(?P<month>[0-9]{2})(?:-?(?P<day>[0-9]{2}))?|-?W[0-9]{2}(?:-?[1-7])?|-?[0-9]{3})?"
    r"(?:[Tt](?P<hour>[0-9]{2})(?::?(?P<minute>[0-9]{2})(?::?(?P<second>[0-9]{2})(?:[.,][0-9]{1,30})?)?)?"
    r"(?:Z|[-+][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_ISO_TIME: Final = re.compile(r"T?(?:[01][0-9]|2[0-3])(?::?[0-5][0-9](?::?[0-5][0-9])?)?")
_ZOLA: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{0,9})?"
    r"(?:z|[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)?"
)


def luxon_reads(text: str) -> bool:
    """Return whether Eleventy reads a text as a date; it stops the build at any other one but `FILE_DATES`."""
    if _ISO_TIME.fullmatch(text):
        return True
    match = _ISO.fullmatch(text)
    if match is None or int(match["month"] or 1) not in range(1, 13) or int(match["day"] or 1) not in range(1, 32):
        return False
    if match["day"] and not _exists(int(text[:4]), int(match["month"]), int(match["day"])):
        return False
    return int(match["hour"] or 0) <= 24 and int(match["minute"] or 0) < 60 and int(match["second"] or 0) < 60


def zola_reads(text: str) -> bool:
    """Return whether Zola reads a text as a date; it stops the build at any other one."""
    return _ZOLA.fullmatch(text) is not None and read_date(text.replace("z", "Z")) is not None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
