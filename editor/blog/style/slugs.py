"""The slug of a new post from its title, as the blog's posts have theirs: by rule, Japanese kept or romanised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from editor.blog.permalink import plain_slug, pretty_slug
from editor.blog.style.names import SLUG_RULES, slug_of
from editor.blog.style.samples import Sample, is_eastern
from editor.header.dates import Moment
from editor.text.white_space import ASCII_SPACE

MAX_BYTES: Final = 180
"""The longest slug: file systems take names of 255 bytes, and a date, a suffix and a number come to it."""
_KANA_OR_KANJI: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff々]")


def slug_like(title: str, rule: str, near: Sequence[Sample], moment: Moment) -> str:
    """A slug in the way of the posts near it.

    Args:
        rule: a name of `SLUG_RULES`, or "" where the posts' slugs do not come from their titles.
        moment: names a post whose title gives no slug.

    """
    if rule:
        made = SLUG_RULES[rule](title)
    elif not is_eastern(title):
        made = SLUG_RULES["ascii"](title)
    elif _are_romanised(near):
        made = romanised(title) or ""
    else:
        made = pretty_slug(title, lower=True)
    return fitting(made) or f"{moment.day:%Y-%m-%d}"


def proposals(title: str, moment: Moment) -> list[str]:
    """Slugs of a title in the usual ways: its letters kept, in Latin letters, the day alone."""
    latin = romanised(title) if is_eastern(title) else SLUG_RULES["ascii"](title)
    made = (pretty_slug(title, lower=True), plain_slug(title), latin or "", f"{moment.day:%Y-%m-%d}")
    return [slug for slug in dict.fromkeys(fitting(one) for one in made) if slug]


def fitting(slug: str) -> str:
    """A slug in Unicode's composed form, as long as a file's name may be: cut after a word where it has some."""
    slug = unicodedata.normalize("NFC", slug)
    if len(slug.encode()) <= MAX_BYTES:
        return slug
    cut = slug.encode()[:MAX_BYTES].decode("utf-8", "ignore")
    words = cut.rpartition("-")[0]
    return words if len(words) > len(cut) / 2 else cut


def romanised(title: str) -> str | None:
    """A Japanese title in Latin letters (Hepburn), words joined by hyphens; None without the package pykakasi."""
    if not _KANA_OR_KANJI.search(title):
        return SLUG_RULES["ascii"](title)
    try:
        import pykakasi
    except ImportError:
        return None
    words = (part["hepburn"].strip(ASCII_SPACE) for part in pykakasi.kakasi().convert(title))  # type: ignore[no-untyped-call]
    return SLUG_RULES["ascii"](" ".join(word for word in words if word))


def _are_romanised(near: Sequence[Sample]) -> bool:
    """Whether posts with Japanese titles have slugs in Latin letters."""
    eastern = [slug_of(sample).isascii() for sample in near if sample.eastern]
    return sum(eastern) * 2 > len(eastern)
