"""Where a blog keeps the pictures of its posts, and how its posts write their addresses: learnt from the newest posts.

Where no post has a picture, the generator's usual place counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.calendar import local_date
from editor.blog.folder import BlogFolder
from editor.blog.permalink import DATED_NAME, named_day, pretty_slug
from editor.blog.pictures import find_picture, is_remote, place_of
from editor.blog.posts import posts_of_site
from editor.blog.reading import post_at
from editor.header import Generator, Header
from editor.post.files import FileError
from editor.text.source import UndecodableError

POSTS_ASKED: Final = 80
"""How many of the newest posts are looked at."""
_FADES: Final = 25
"""A post that many places behind the newest counts half as much."""
_REFERENCE: Final = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\([ \t]*((?:\{\{[^{}\n]{1,200}\}\}|[^\s(){}<>]){1,500})", re.ASCII
)
_LIQUID: Final = re.compile(
    r"\{\{-?\s*(?:site\.(?:baseurl|url)|[\"']([^\"']*)[\"']\s*\|\s*(?:relative|absolute)_url)\s*-?\}\}", re.ASCII
)
_VARIABLE: Final = re.compile(r"\{(here|stem|name|year|month|day|file)\}")


@dataclass(frozen=True, slots=True)
class Habit:
    """A place and how posts write it. Both may have the variables that `variables` gives.

    Attributes:
        folder: from the blog's root, with forward slashes.
        address: `{file}` stands for the picture's name.

    """

    folder: str
    address: str

    def folder_for(self, names: Mapping[str, str]) -> str:
        """The folder of a post's pictures, from the blog's root."""
        return _filled(self.folder, names).strip("/")

    def address_of(self, file: str, names: Mapping[str, str]) -> str:
        """What the post writes for a picture in that folder."""
        return _filled(self.address, {**names, "file": file})


def variables(relative: str, header: Header, now: datetime) -> dict[str, str]:
    """What a place may depend on: a post's folder (`here`), its name with and without the date, its day.

    Args:
        relative: the post's path from the blog's root.
        now: the day of a post that has none.

    """
    path = PurePosixPath(relative)
    stem = path.parent.name if path.stem in ("index", "_index") else path.stem
    match = DATED_NAME.fullmatch(stem)
    day = named_day(match) or local_date(header, None) or now
    return {
        "here": "" if str(path.parent) == "." else path.parent.as_posix(),
        "stem": stem,
        "name": match["name"] if match is not None else stem,
        "year": f"{day.year:04}",
        "month": f"{day.month:02}",
        "day": f"{day.day:02}",
    }


def habit_of(folder: BlogFolder, path: Path) -> Habit:
    """The habit of the posts beside a post where those have pictures, else of the whole blog."""
    for root in (path.parent, folder.blog.root):
        weights: defaultdict[Habit, float] = defaultdict(float)
        for rank, other in enumerate(_newest(root, path)):
            for habit in set(habits_in(folder, other)):
                weights[habit] += _FADES / (_FADES + rank)
        if weights:
            return max(weights, key=lambda habit: weights[habit])
    return usual(folder, folder.blog.relative(path))


def usual(folder: BlogFolder, relative: str) -> Habit:
    """Where a generator's posts keep pictures, by its documentation."""
    base = folder.base
    match folder.blog.generator:
        case Generator.JEKYLL:
            return Habit("assets/images", f"{base}/assets/images/{{file}}")
        case Generator.HUGO if PurePosixPath(relative).stem in ("index", "_index"):
            return Habit("{here}", "{file}")
        case Generator.HUGO:
            return Habit("static/images", f"{base}/images/{{file}}")
        case Generator.HEXO if folder.configuration.get("post_asset_folder") is True:
            return Habit("{here}/{stem}", "{file}")
        case Generator.HEXO:
            return Habit("source/images", f"{base}/images/{{file}}")
        case Generator.PELICAN:
            return Habit("content/images", "{static}/images/{file}")
        case Generator.ASTRO:
            return Habit("{here}", "./{file}")
    return Habit("{here}/images", "images/{file}")


def picture_slug(names: Mapping[str, str]) -> str:
    """What the pictures of a post are called, before a number."""
    return pretty_slug(names["name"], lower=True) or "picture"


def _newest(root: Path, but: Path) -> list[Path]:
    """The newest posts below a folder, by the dates in their names, else by when they were changed."""
    found = [path for path in posts_of_site(root) if path != but]
    return sorted(found, key=_age, reverse=True)[:POSTS_ASKED]


def _age(path: Path) -> tuple[str, float]:
    match = DATED_NAME.fullmatch(path.stem)
    try:
        return (match[0][:10] if match is not None else "", path.stat().st_mtime)
    except OSError:
        return "", 0.0


def habits_in(folder: BlogFolder, path: Path) -> Iterator[Habit]:
    """How one post writes each of its pictures that the blog has."""
    try:
        post = post_at(path, gate=folder.gate)
    except (FileError, UndecodableError):
        return
    references = _REFERENCE.findall(post.body)
    if not references:
        return
    relative = folder.blog.relative(path)
    place = place_of(folder, folder.blog.generator, relative, post.header)
    names = variables(relative, post.header, datetime.now())
    for written in references:
        plain = _LIQUID.sub(lambda match: match[1] or "", written)
        if is_remote(plain, place) and "{{" not in written:
            continue
        picture = find_picture(plain, place)
        at = written.rfind(picture.name) if picture is not None else -1
        if picture is None or at < 0:
            continue
        kept = picture.relative_to(folder.blog.root.resolve()).parent.as_posix()
        before, after = written[:at], written[at + len(picture.name) :]
        yield Habit(_general_folder(kept, names), f"{_general(before, names)}{{file}}{after}")


def _general_folder(kept: str, names: Mapping[str, str]) -> str:
    """A folder, said by the post's own folder where it lies there."""
    here = names["here"]
    if kept == "." or not here:
        return _general("" if kept == "." else kept, names)
    if kept == here or kept.startswith(f"{here}/"):
        return "{here}" + _general(kept[len(here) :], names)
    return _general(kept, names)


def _general(path: str, names: Mapping[str, str]) -> str:
    """A path whose parts that come from the post are variables."""
    day = f"{names['year']}-{names['month']}-{names['day']}"
    parts = {
        names["stem"]: "{stem}",
        names["name"]: "{name}",
        day: "{year}-{month}-{day}",
        day[:7]: "{year}-{month}",
        names["year"]: "{year}",
    }
    found, year = [], False
    for part in path.split("/"):
        if year and part in (names["month"], names["day"]):
            found.append("{month}" if part == names["month"] and "{month}" not in found else "{day}")
        else:
            found.append(parts.get(part, part))
        year = year or part == names["year"]
    return "/".join(found)


def _filled(pattern: str, names: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda match: names.get(match[1], ""), pattern)
