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
from editor.blog.style.compose import date_of_key
from editor.blog.style.new_post import NewPost
from editor.blog.style.readable import require_readable
from editor.header import Generator, Rules, Value, read_header
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment
from editor.header.verbs import set_value
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
_DATE_KEYS: Final = {Generator.ASTRO: "pubDate"}
"""The key of a post's date where that is not `date`."""
_TITLE: Final = re.compile(r"\{\{-?[^{}]*\b(?:title|ContentBaseName|TranslationBaseName|Name)\b[^{}]*\}\}")
_DATE: Final = re.compile(r"\{\{-?\s*\.?[dD]ate\b[^{}]*\}\}", re.ASCII)
_OTHER: Final = re.compile(r"\{\{[^{}]*\}\}")


def scaffold(folder: BlogFolder, title: str, moment: Moment, values: Mapping[str, Value], slug: str) -> NewPost:
    """A post for a blog without posts.

    Raises:
        Refused: a value can't be written.

    """
    generator, configuration = folder.blog.generator, folder.configuration
    rules, reader = Rules(generator), DateReader(generator, folder.settings.zone)
    text = _template(folder, moment, reader)
    header = read_header(text, rules)
    if header.error is not None:
        text, header = "", read_header("", rules)
    date_key = _DATE_KEYS.get(generator, "date")
    wanted: dict[str, Value] = {}
    if generator is Generator.JEKYLL and not header.fields:
        wanted.update(_composed(configuration) or {"layout": "post"})
    wanted |= {"title": title, date_key: date_of_key(header, date_key, moment, reader), **values}
    for key, value in wanted.items():
        text = apply(text, set_value(text, header, key, value))
        header = read_header(text, rules)
    if not text[header.span.end :].strip("\n"):
        text = text[: header.span.end] + "\n"
    require_readable(text, generator, values, body=text[header.body_start :])
    return NewPost(_place(folder, slug, moment), text)


def _template(folder: BlogFolder, moment: Moment, reader: DateReader) -> str:
    """The archetype or scaffold with what it says filled in; "" without one."""
    names = {
        Generator.HUGO: ("archetypes/posts.md", "archetypes/post.md", "archetypes/default.md"),
        Generator.HEXO: ("scaffolds/post.md",),
    }.get(folder.blog.generator, ())
    found = next((text for name in names if (text := folder.text(name)) is not None), "")
    found = _DATE.sub(date_for(reader, moment), found)
    return _OTHER.sub("", _TITLE.sub("title", found).replace("{{ layout }}", "post"))


def _composed(configuration: Mapping[str, object]) -> dict[str, Value]:
    """What jekyll-compose puts into a new post."""
    found: object = configuration
    for name in ("jekyll_compose", "default_front_matter", "posts"):
        found = found.get(name) if isinstance(found, dict) else None
    return dict(found) if isinstance(found, dict) else {}


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
    return PurePosixPath(place.replace("{date}", f"{moment.day:%Y-%m-%d}").replace("{slug}", slug))
