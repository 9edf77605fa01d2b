"""Front matter that the blog's generator does not see: another format, or fences that it does not know.

Measured with Jekyll 4.3.1, Hugo 0.168.0, Hexo 8.1.2, Astro's parser and Eleventy 3.1.8. A header that is not seen is
printed as text, and the post has no title and no date; some generators stop instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from editor.blog.configuration_files import CONFIGURATION_FILES
from editor.blog.folder import BlogFolder
from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import Situation
from editor.header import Generator
from editor.language import msg, tr
from editor.text.edit import Edit

_ALL: Final = frozenset(Generator) - {Generator.PLAIN}
_KEY: Final = r"[A-Za-z_][\w-]*"
_KEY_LINE: Final = re.compile(rf"{_KEY}[ \t]*(?:[:：]|=)")
_DASHES: Final = r"[-\uff0d\u30fc\u2010-\u2015\u2212]"
_MARKS: Final = re.compile(r"\A(?P<mark>[\u200b\u2060\ufeff\u3000\u00a0])[ \t]*(?P<fence>---|\+\+\+)[ \t]*\n")
_OTHER_FENCE: Final = re.compile(rf"\A(?P<fence>{_DASHES}+)[ \t\u3000\u00a0]*\n")
_CLOSING: Final = re.compile(rf"^(?:{_DASHES}+|\.\.\.)[ \t\u3000\u00a0]*$", re.MULTILINE)
_DOTS_OR_DASHES: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LINES: Final = re.compile(rf"(?:{_KEY}[ \t]*:(?:[ \t][^\n]*)?\n|[ \t][^\n]*\n|-[ \t][^\n]*\n)+")
_JSON: Final = re.compile(r'\A\{[ \t\r\n]*"[A-Za-z_][\w-]*"[ \t\r\n]*:')


@dataclass(frozen=True, slots=True)
class _Format:
    """A way to begin a front matter, and what generators that do not read it make of it.

    Attributes:
        unread: who does not read it; stops: who stops building at it.

    """

    name: str
    begin: re.Pattern[str]
    unread: frozenset[Generator]
    stops: frozenset[Generator] = frozenset()


_FORMATS: Final = (
    _Format(
        "TOML",
        re.compile(r"\A\+\+\+[ \t]*\n"),
        frozenset({Generator.JEKYLL, Generator.HEXO, Generator.ELEVENTY, Generator.PELICAN}),
    ),
    _Format("JSON", _JSON, _ALL - {Generator.HUGO}, frozenset({Generator.ZOLA})),
    _Format("JSON", re.compile(r"\A;;;[ \t]*\n"), _ALL - {Generator.HEXO}, frozenset({Generator.ZOLA})),
    _Format(
        "TOML",
        re.compile(r"\A---toml[ \t]*\n"),
        _ALL,
        frozenset({Generator.HUGO, Generator.ELEVENTY, Generator.ZOLA}),
    ),
    _Format(
        "JSON",
        re.compile(r"\A---json[ \t]*\n"),
        _ALL - {Generator.ELEVENTY},
        frozenset({Generator.HUGO, Generator.ASTRO}),
    ),
    _Format(
        "YAML",
        re.compile(r"\A---yaml[ \t]*\n"),
        _ALL - {Generator.ELEVENTY},
        frozenset({Generator.HUGO, Generator.ASTRO}),
    ),
)
_READS: Final = {
    Generator.JEKYLL: msg("YAML between lines ---"),
    Generator.HEXO: msg("YAML between lines ---"),
    Generator.HUGO: msg("YAML between lines ---, TOML between lines +++ and JSON in braces"),
    Generator.ASTRO: msg("YAML between lines --- and TOML between lines +++"),
    Generator.ELEVENTY: msg("YAML between lines ---"),
    Generator.PELICAN: msg("lines of “Key: value”"),
    Generator.ZOLA: msg("TOML between lines +++ and YAML between lines ---"),
}


def header_of_another_format(situation: Situation) -> Iterator[Problem]:
    """A front matter in a format or with fences that the blog's generator does not read."""
    found = unread_header(situation)
    if found is not None:
        line, message, fix = found
        path = str(situation.path or "")
        yield Problem(path, line, 1, "unread-header", Severity.ERROR, message, "", fix)


def unread_header(situation: Situation) -> tuple[int, str, Fix | None] | None:
    """Return the line, message and fix of a front matter that its generator does not see; None when it is seen."""
    if situation.generator is Generator.PLAIN:
        return None
    return _of_another_format(situation) or _closed_by_dots(situation) or _odd_fence(situation)


def _of_another_format(situation: Situation) -> tuple[int, str, Fix | None] | None:
    text, generator = situation.post.text, situation.generator
    for one in _FORMATS:
        if generator not in one.unread or one.begin.match(text) is None:
            continue
        if generator is Generator.ELEVENTY and _configured(situation, one.name.lower()):
            return None
        effect = _effect(generator, stops=generator in one.stops)
        message = tr("{0} does not read this {1}: its front matter is {2} ({3})").format(
            generator, one.name, tr(_READS[generator]), effect
        )
        return 1, message, None
    return None


def _closed_by_dots(situation: Situation) -> tuple[int, str, Fix | None] | None:
    """`...` ends a front matter for Jekyll and Pelican only."""
    text, generator = situation.post.text, situation.generator
    opening = re.match(r"---[ \t]*\n", text)
    if opening is None or generator in (Generator.JEKYLL, Generator.PELICAN):
        return None
    closing = _DOTS_OR_DASHES.search(text, opening.end())
    if closing is None or not closing[0].startswith("...") or _KEY_LINE.match(text, opening.end()) is None:
        return None
    stops = generator in (Generator.HUGO, Generator.ELEVENTY, Generator.ZOLA)
    message = tr("“...” does not end the front matter for {0}: write --- ({1})").format(
        generator, _effect(generator, stops=stops)
    )
    fix = Fix(tr("Write ---"), partial(Edit, closing.start(), closing.start() + 3, "---"))
    return text.count("\n", 0, closing.start()) + 1, message, fix


def _odd_fence(situation: Situation) -> tuple[int, str, Fix | None] | None:
    """A first line that only looks like a fence, or no first fence at all."""
    text, generator = situation.post.text, situation.generator
    marked = _MARKS.match(text)
    if marked is not None and _KEY_LINE.match(text, marked.end()) is not None:
        message = tr("an invisible character before {0} hides the front matter from {1}").format(
            marked["fence"], generator
        )
        return 1, message, Fix(tr("Remove it"), partial(Edit, 0, marked.start("fence"), ""))
    other = _OTHER_FENCE.match(text)
    if other is not None and (other["fence"] != "---" or "\u3000" in other[0] or "\u00a0" in other[0]):
        if _KEY_LINE.match(text, other.end()) is None or _is_hexos(situation, other["fence"]):
            return None
        closing = _CLOSING.search(text, other.end())
        if closing is None:
            return None
        stops = generator is Generator.HUGO and other["fence"] == "--"
        message = tr("“{0}” does not start a front matter: write --- ({1})").format(
            other[0].strip(" \t\n"), _effect(generator, stops=stops)
        )
        rewritten = f"---\n{text[other.end() : closing.start()]}---"
        return 1, message, Fix(tr("Write ---"), partial(Edit, 0, closing.end(), rewritten))
    if generator in (Generator.HEXO, Generator.PELICAN):
        return None
    lines = _LINES.match(text)
    if lines is None or not re.match(r"---[ \t]*(?:\n|\Z)", text[lines.end() :]):
        return None
    keys = set(re.findall(rf"^({_KEY})[ \t]*:", lines[0], re.MULTILINE))
    if "title" not in keys or not keys & {"date", "layout", "tags", "categories", "description", "draft", "author"}:
        return None
    message = tr("the line --- above the front matter is missing: {0} takes it for text").format(generator)
    return 1, message, Fix(tr("Put --- above it"), partial(Edit, 0, 0, "---\n"))


def _is_hexos(situation: Situation, fence: str) -> bool:
    """Hexo's fences may have more than three dashes (hexo-front-matter, lib/front_matter.ts)."""
    return situation.generator is Generator.HEXO and len(fence) > 2 and set(fence) == {"-"}


def _effect(generator: Generator, *, stops: bool) -> str:
    return tr("{0} stops building").format(generator) if stops else tr("readers would see it as text")


def _configured(situation: Situation, language: str) -> bool:
    """Return whether Eleventy's configuration names a language, which it then may read."""
    if situation.blog is None:
        return False
    folder = BlogFolder(situation.blog)
    return any(language in (folder.text(name) or "").lower() for name in CONFIGURATION_FILES[Generator.ELEVENTY])


CHECKS: Final = (header_of_another_format,)
