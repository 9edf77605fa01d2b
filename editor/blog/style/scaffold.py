"""The first post of a blog that has none yet: from its configuration, archetype or scaffold, else as its generator's
documentation shows a post.

jekyll-compose's `default_front_matter` (its README); Hugo's `archetypes/` (docs: content-management/archetypes.md);
Hexo's `scaffolds/` and `new_post_name` (docs: writing.md). What their templates are known to say is filled in; nothing
of them is run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.style.new_post import NewPost
from editor.header import DateText, Generator, Header, Rules, Value, read_header
from editor.header.dates import Moment, read_date, write_date
from editor.header.verbs import set_value
from editor.post.values import shown
from editor.text.edit import apply

_PLACES: Final = {
    Generator.JEKYLL: "_posts/{date}-{slug}.md",
    Generator.HUGO: "content/posts/{slug}.md",
    Generator.HEXO: "source/_posts/{slug}.md",
    Generator.ASTRO: "src/content/blog/{slug}.md",
    Generator.ELEVENTY: "posts/{slug}.md",
    Generator.PELICAN: "content/{slug}.md",
    Generator.ZOLA: "content/blog/{slug}.md",
}
_DATES: Final = {
    Generator.ASTRO: ("pubDate", "2000-01-01"),
    Generator.ELEVENTY: ("date", "2000-01-01"),
    Generator.HEXO: ("date", "2000-01-01 00:00:00"),
    Generator.HUGO: ("date", "2000-01-01T00:00:00+09:00"),
    Generator.PELICAN: ("date", "2000-01-01 00:00"),
    Generator.ZOLA: ("date", "2000-01-01"),
}
"""The key of a post's date, and its form."""
_TITLE: Final = re.compile(r"\{\{-?[^{}]*\b(?:title|ContentBaseName|TranslationBaseName|Name)\b[^{}]*\}\}")
_DATE: Final = re.compile(r"\{\{-?\s*\.?[dD]ate\b[^{}]*\}\}")
_OTHER: Final = re.compile(r"\{\{[^{}]*\}\}")


def scaffold(folder: BlogFolder, title: str, moment: Moment, values: Mapping[str, Value], slug: str) -> NewPost:
    """A post for a blog without posts.

    Raises:
        Refused: a value can't be written.

    """
    generator, configuration = folder.blog.generator, folder.configuration
    rules = Rules(generator)
    text = _template(folder, moment)
    header = read_header(text, rules)
    if header.error is not None:
        text, header = "", read_header("", rules)
    date_key, form = _DATES.get(generator, ("date", "2000-01-01 00:00:00 +0000"))
    wanted: dict[str, Value] = {}
    if generator is Generator.JEKYLL and not header.fields:
        wanted.update(_composed(configuration) or {"layout": "post"})
    wanted |= {"title": title, date_key: _date(header, date_key, moment, form), **values}
    for key, value in wanted.items():
        text = apply(text, set_value(text, header, key, value))
        header = read_header(text, rules)
    if not text[header.span.end :].strip("\n"):
        text = text[: header.span.end] + "\n"
    return NewPost(_place(folder, slug, moment), text)


def _template(folder: BlogFolder, moment: Moment) -> str:
    """The archetype or scaffold with what it says filled in; "" without one."""
    names = {
        Generator.HUGO: ("archetypes/posts.md", "archetypes/post.md", "archetypes/default.md"),
        Generator.HEXO: ("scaffolds/post.md",),
    }.get(folder.blog.generator, ())
    found = next((text for name in names if (text := folder.text(name)) is not None), "")
    form = "2000-01-01T00:00:00+09:00" if folder.blog.generator is Generator.HUGO else "2000-01-01 00:00:00"
    found = _DATE.sub(write_date(moment, form), found)
    return _OTHER.sub("", _TITLE.sub("title", found).replace("{{ layout }}", "post"))


def _composed(configuration: Mapping[str, object]) -> dict[str, Value]:
    """What jekyll-compose puts into a new post."""
    found: object = configuration
    for name in ("jekyll_compose", "default_front_matter", "posts"):
        found = found.get(name) if isinstance(found, dict) else None
    return dict(found) if isinstance(found, dict) else {}


def _date(header: Header, key: str, moment: Moment, form: str) -> DateText:
    field = header.field(key)
    old = shown(field.value) if field is not None else ""
    if "+" not in form:  # the generator's dates have no offset
        moment = Moment(moment.day, moment.clock)
    return DateText(write_date(moment, old if read_date(old) is not None else form))


def _place(folder: BlogFolder, slug: str, moment: Moment) -> PurePosixPath:
    generator, configuration = folder.blog.generator, folder.configuration
    place = _PLACES.get(generator, "{slug}.md")
    named = configuration.get("new_post_name")
    if generator is Generator.HEXO and isinstance(named, str) and ":title" in named:
        day = {"title": "{slug}", "year": f"{moment.day:%Y}", "month": f"{moment.day:%m}", "day": f"{moment.day:%d}"}
        day |= {"i_month": str(moment.day.month), "i_day": str(moment.day.day)}
        place = "source/_posts/" + re.sub(r":(\w+?)(?=\W|$)", lambda match: day.get(match[1], match[0]), named)
    if generator is Generator.JEKYLL and folder.content:
        place = f"{folder.content}/{place}"
    return PurePosixPath(place.format(slug=slug, date=f"{moment.day:%Y-%m-%d}"))
