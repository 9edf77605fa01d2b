"""Every way by which a text of a stranger is read, as functions of that text alone."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from editor.blog.folder import BlogFolder
from editor.blog.links.find import links_in
from editor.blog.settings import markdown_settings, settings_of
from editor.blog.site import Blog
from editor.blog.template_tags import known_tags, unknown_tags
from editor.check.post_checks import CHECKS, TEXT_CHECKS
from editor.check.post_text import PostText
from editor.check.situation import Situation
from editor.export.across.body import first_heading
from editor.export.across.templates import guarded, rewritten
from editor.header import Generator, Rules, read_header
from editor.header.verbs import Refused, add_item, set_value
from editor.post.counts import count
from editor.post.post import Post
from editor.render.clean import clean
from editor.render.document import RenderedDocument
from editor.render.flavours import make_flavour
from editor.render.go_template import UnsupportedError, fill
from editor.render.looks.css import SafeStyles
from editor.render.looks.markup import read_page
from editor.render.math import mathml
from editor.render.site import Site
from editor.render.templates.expander import Expander
from editor.text.differences import differences
from editor.text.edit import Edit
from editor.writing import blocks, emphasis, indent, insert, keys, landing, pairs, paste, sections, tables, width
from editor.writing.compare import lines_of, passages
from editor.writing.completion import footnotes, request
from editor.writing.html_text import text_of
from editor.writing.marks import fences, spans
from editor.writing.outline import headings
from editor.writing.search import Query, find, replace_all
from editor.writing.spelling import Language, language_of, words
from editor.writing.templates import Templates

Read = Callable[[str], object]
CONFIGURATIONS = {
    Generator.JEKYLL: "_config.yml",
    Generator.HUGO: "hugo.toml",
    Generator.HEXO: "_config.yml",
    Generator.PELICAN: "pelicanconf.py",
    Generator.ZOLA: "zola.toml",
}
PLACES = {
    "in an item": ("- a⟦⟧",),
    "in a cell": ("| a | b |\n|---|---|\n| c ⟦⟧ | d |",),
    "in a link": ("x [a ⟦⟧ b](/c) y",),
    "in a heading": ("## a ⟦⟧",),
    "in a span": ("x `a ⟦⟧` y",),
    "in a fence of Hugo": ("```\n⟦⟧\n```", Templates.HUGO),
    "in a fence of Jekyll": ("```\n⟦⟧\n```", Templates.LIQUID),
    "in indented code": ("a\n\n    b\n    ⟦⟧",),
    "in HTML": ("<div>\n⟦⟧\n</div>",),
}
"""Places of each kind for pasted texts, and what the blog runs in code."""
NOW = datetime(2026, 3, 5, 10, tzinfo=UTC)


def entries(folder: Path) -> dict[str, Read]:
    """Return all entries by their names; the blogs that some need are made in a folder."""
    found: dict[str, Read] = dict(_renderers(folder))
    found |= dict(_headers())
    found |= dict(_checks(folder))
    found |= _others(folder)
    found |= {f"writing: {name}": read for name, read in _writing().items()}
    return found


def blog_of(generator: Generator, folder: Path) -> Blog:
    """Return an empty blog of a generator."""
    root = folder / str(generator)
    root.mkdir(exist_ok=True)
    if generator in CONFIGURATIONS:
        (root / CONFIGURATIONS[generator]).write_text("", encoding="utf-8")
    return Blog(root, generator)


def _renderers(folder: Path) -> Iterator[tuple[str, Read]]:
    for generator in Generator:
        blog = blog_of(generator, folder)
        site = Site(generator, BlogFolder(blog), "_posts/2026-01-02-a.md")
        settings = markdown_settings(blog)
        for name, live in ((f"render as {generator}", True), (f"render --body as {generator}", False)):

            def render(text: str, settings: Any = settings, site: Site = site, live: bool = live) -> object:
                flavour = make_flavour(site.generator, settings, live=live)  # a new one: they remember blocks
                if live:
                    document = RenderedDocument(flavour, site)
                    document.edit([Edit(0, 0, text)])
                    return document.render()
                header = read_header("", Rules(site.generator))
                expanded = Expander(site).expand(text, header)
                return expanded.marks.restore_all(flavour.blocks(expanded.text))

            yield name, render
    mdx = Site(Generator.ASTRO, None, "a.mdx")

    def render_mdx(text: str) -> object:
        document = RenderedDocument(make_flavour(Generator.ASTRO, {}, live=True, mdx=True), mdx)
        document.edit([Edit(0, 0, text)])
        return document.render()

    yield "render MDX", render_mdx


def _headers() -> Iterator[tuple[str, Read]]:
    fences_of = {"YAML": ("---\n", "\n---\n"), "TOML": ("+++\n", "\n+++\n"), "JSON": ("", "\n"), "open": ("---\n", "")}
    for generator in Generator:
        rules = Rules(generator)
        for kind, (before, after) in fences_of.items():

            def read(text: str, before: str = before, after: str = after, rules: Rules = rules) -> object:
                return read_header(f"{before}{text}{after}", rules)

            yield f"read {kind} header as {generator}", read

        def change(text: str, rules: Rules = rules) -> None:
            whole = f"---\ntitle: x\na: {text}\n---\n"
            header = read_header(whole, rules)
            with contextlib.suppress(Refused):
                set_value(whole, header, "title", "y")
            with contextlib.suppress(Refused):
                add_item(whole, header, "tags", "y")

        yield f"change header as {generator}", change


def _checks(folder: Path) -> Iterator[tuple[str, Read]]:
    for generator in Generator:
        blog = blog_of(generator, folder)
        path, reads = blog.root / "_posts" / "2026-01-02-a.md", BlogFolder(blog)
        settings = settings_of(blog)

        def in_text(
            text: str, blog: Blog = blog, path: Path = path, reads: BlogFolder = reads, settings: Any = settings
        ) -> int:
            post = Post.from_bytes(f"---\ntitle: x\n---\n\n{text}".encode(), Rules(blog.generator))
            looked = PostText(Situation(post, path, blog, settings, NOW), reads, tuple)
            return sum(1 for check in TEXT_CHECKS for _ in check(looked))

        def in_header(text: str, blog: Blog = blog, path: Path = path, settings: Any = settings) -> int:
            post = Post.from_bytes(f"---\ntitle: {text}\n---\n".encode(), Rules(blog.generator))
            situation = Situation(post, path, blog, settings, NOW)
            return sum(1 for check in CHECKS for _ in check(situation))

        def tags(text: str, reads: BlogFolder = reads) -> int:
            return sum(1 for _ in unknown_tags(reads, text, known_tags(reads) or frozenset()))

        yield f"check text as {generator}", in_text
        yield f"check header as {generator}", in_header
        yield f"tags of {generator}", tags


def _others(folder: Path) -> dict[str, Read]:
    hugo, jekyll = BlogFolder(blog_of(Generator.HUGO, folder)), BlogFolder(blog_of(Generator.JEKYLL, folder))

    def carry(text: str) -> None:
        for source, target in ((Generator.JEKYLL, hugo), (Generator.HUGO, jekyll), (Generator.HEXO, jekyll)):
            guarded(rewritten(text, source, target.blog.generator), source, target)
        guarded(text, Generator.JEKYLL, jekyll)

    def template(text: str) -> None:
        with contextlib.suppress(UnsupportedError):
            fill(text, {})

    return {
        "links": lambda text: list(links_in(text)),
        "carry to another blog": carry,
        "first heading": first_heading,
        "paste": lambda text: paste.has_structure(text) and paste.from_html(text),
        "paste unseen": paste.from_html,
        "paste in a line": lambda text: paste.from_html(text, in_line=True),
        "text of HTML": text_of,
        "paste cells": lambda text: paste.from_cells(f"a\t{text}\nb\tc"),
        "clean": lambda text: clean(f"<x a=b>{text}"),
        "outline": headings,
        "fences": fences,
        "spans": lambda text: [list(spans(line)) for line in text.split("\n")],
        "spelling": lambda text: [words(line, Language.MIXED) for line in text.split("\n")],
        "language": lambda text: language_of(text, lambda _: False),
        "count": count,
        "find": lambda text: find(text, Query("a")),
        "find words": lambda text: find(text, Query("a", word=True)),
        "replace": lambda text: replace_all(text, find(text, Query("a"), "bb")),
        "compare": lambda text: passages(lines_of(text), lines_of(text[::-1])),
        "differences": lambda text: differences(text, text[1:] + "x"),
        "look's page": read_page,
        "look's template": template,
        "formula": lambda text: mathml(text, block=True),
        "styles": lambda text: SafeStyles(jekyll).safe(text, "a.css"),
    }


def _landed(place: str, templates: Templates = Templates.NONE) -> Read:
    """Return what pastes a text into a place, marked by `⟦⟧`, as the window does: a text, and what rich text gave."""
    before, _, after = place.partition("⟦⟧")

    def read(text: str) -> None:
        around, at = before + after, len(before)
        for rich in (False, True):
            landing.land(around, at, at, text, rich=rich, templates=templates)

    return read


def _writing() -> dict[str, Read]:
    def middle(text: str) -> int:
        return len(text) // 2

    return {
        "heading": lambda text: blocks.set_heading(text, 0, len(text), 2),
        "quote": lambda text: blocks.toggle_quote(text, 0, len(text)),
        "list": lambda text: blocks.toggle_list(text, 0, len(text), "number"),
        "fence": lambda text: blocks.toggle_fence(text, 0, len(text)),
        "enter": lambda text: keys.enter(text, len(text)),
        "enter before": lambda text: blocks.enter(f"1. a\n{text}", 4),
        "tab": lambda text: keys.tab(text, 0, len(text), back=False, tab_width=4),
        "back tab": lambda text: keys.tab(text, 0, len(text), back=True, tab_width=4),
        "is item": lambda text: indent.is_item(text, len(text)),
        "move lines": lambda text: blocks.move_lines(text, middle(text), middle(text), down=True),
        "join lines": lambda text: blocks.join_lines(text, 0, len(text)),
        "bold": lambda text: emphasis.toggle(text, 0, len(text), "**"),
        "bold at caret": lambda text: emphasis.toggle(text, middle(text), middle(text), "**"),
        "code": lambda text: emphasis.toggle(text, 0, len(text), "`"),
        "link": lambda text: insert.link(text, 0, len(text)),
        "picture": lambda text: insert.image(text, 0, len(text)),
        "footnote": lambda text: insert.footnote(text, middle(text)),
        "more": lambda text: insert.more_mark(text, middle(text)),
        "type (": lambda text: pairs.typed(text, middle(text), middle(text), "("),
        "type around": lambda text: pairs.typed(text, 0, len(text), "*"),
        "land": lambda text: landing.land(text, len(text), len(text), "a\n\nb"),
        "land itself": lambda text: landing.land("- a", 3, 3, text),
        "land in code": lambda text: landing.land("```\n", 4, 4, text, templates=Templates.LIQUID),
        "land shortcodes": lambda text: landing.land("```\n", 4, 4, text, templates=Templates.HUGO),
        "land behind a shortcode": lambda text: landing.land("{{<" + text, len(text), len(text), "a"),
        "land in the middle": lambda text: landing.land(text, middle(text), middle(text), "a\n\nb", rich=True),
        **{f"land {name}": _landed(*place) for name, place in PLACES.items()},
        "section": lambda text: sections.move_section(text, middle(text), down=True),
        "table": lambda text: tables.table_at(f"| a | b |\n|---|---|\n| {text} | c |\n", 2),
        "tidy": lambda text: tables.tidy(f"| a | b |\n|---|---|\n| {text} | c |\n", 2),
        "tidy here": lambda text: tables.tidy(text, middle(text)),
        "half width": lambda text: width.half_width(text, 0, len(text)),
        "full width": lambda text: width.full_width(text, 0, len(text)),
        "complete": lambda text: request(text, len(text)),
        "footnotes": footnotes,
    }
