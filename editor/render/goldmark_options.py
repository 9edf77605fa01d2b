"""The options of Hugo's goldmark, with the defaults of Hugo 0.168 (markup/goldmark/goldmark_config/config.go)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

Pairs = tuple[tuple[str, str], ...]
"""Opening and closing delimiters."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The HTML that the typographer writes for punctuation."""

    left_single: str = "‘"
    right_single: str = "’"
    left_double: str = "“"
    right_double: str = "”"
    en_dash: str = "–"
    em_dash: str = "—"
    ellipsis: str = "…"
    left_angle: str = "«"
    right_angle: str = "»"
    apostrophe: str = "’"


@dataclass(frozen=True, slots=True)
class GoldmarkOptions:
    """What `[markup.goldmark]` may set.

    Attributes:
        html: whether raw HTML comes through (`unsafe`).
        breaks: whether each line end is a break (`hardWraps`).
        id_type: how an id is made of a heading's text: "github", "github-ascii" or "blackfriday".
        term_ids: whether terms of definition lists get ids.
        wrap_images: whether a picture that is alone in its paragraph stays in it.
        backlink: the HTML of a footnote's link back.
        east_asian_line_breaks: how a line end between wide characters is dropped: "", "simple" or "css3draft".
        escaped_space: whether a space behind a backslash is left out.
        passthrough_inline, passthrough_block: delimiters of text that is not read as markdown.
        blockquote_hook, alert_hook, heading_hook, link_hook, image_hook: the site's templates for quotes, alerts and
            so on; "" where it has none.

    """

    html: bool = False
    breaks: bool = False
    xhtml: bool = False
    typographer: bool = True
    marks: Marks = Marks()
    linkify: bool = True
    linkify_protocol: str = "https"
    tables: bool = True
    strikethrough: bool = True
    task_lists: bool = True
    footnotes: bool = True
    backlink: str = "&#x21a9;&#xfe0e;"
    definitions: bool = True
    ids: bool = True
    id_type: str = "github"
    term_ids: bool = False
    heading_attributes: bool = True
    block_attributes: bool = False
    wrap_images: bool = True
    delete: bool = False
    insert: bool = False
    mark: bool = False
    subscript: bool = False
    superscript: bool = False
    east_asian_line_breaks: str = ""
    escaped_space: bool = False
    passthrough_inline: Pairs = ()
    passthrough_block: Pairs = ()
    blockquote_hook: str = ""
    alert_hook: str = ""
    heading_hook: str = ""
    link_hook: str = ""
    image_hook: str = ""


def goldmark_options(settings: object) -> GoldmarkOptions:
    """Return the options for a blog's settings (`blog.goldmark_settings`); values of another type are ignored."""
    options = GoldmarkOptions()
    if not isinstance(settings, Mapping):
        return options
    found: dict[str, Any] = {}
    for one in fields(GoldmarkOptions):
        value, default = settings.get(one.name), getattr(options, one.name)
        if isinstance(default, (bool, str)) and type(value) is type(default):
            found[one.name] = value
        elif isinstance(default, tuple) and isinstance(value, list):
            found[one.name] = tuple((str(first), str(second)) for first, second in value)
    marks = settings.get("marks")
    if isinstance(marks, Mapping):
        known = {one.name for one in fields(Marks)}
        found["marks"] = replace(
            options.marks, **{name: text for name, text in marks.items() if name in known and isinstance(text, str)}
        )
    return replace(options, **found)
