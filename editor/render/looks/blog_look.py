"""The blog's own look, found in its folder: from a page that its generator built, from Jekyll's layouts, or from the
style sheets that lie where the generator takes them.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from editor.blog.pictures import STATIC
from editor.header import Generator, Header, Rules, read_header
from editor.language import tr
from editor.post.values import shown
from editor.render.looks.css import SafeStyles
from editor.render.looks.look import FrameElement, Look, LookName, base_style, own_look
from editor.render.looks.markup import CONTENT, PageMarkup, read_page
from editor.render.looks.sass import compiled
from editor.render.site import Site
from editor.render.templates.liquid import Liquid
from editor.text.addresses import site_prefix

_BUILT: Final = {
    Generator.JEKYLL: ("destination", "_site"),
    Generator.HUGO: ("publishDir", "public"),
    Generator.HEXO: ("public_dir", "public"),
    Generator.ELEVENTY: ("", "_site"),
    Generator.ASTRO: ("", "dist"),
    Generator.PELICAN: ("", "output"),
    Generator.ZOLA: ("output_dir", "public"),
}
"""The configuration's key for the folder of the built site, and its default."""

_SHEETS: Final = {
    Generator.JEKYLL: ("assets", "css", "style.css", "style.scss"),
    Generator.HUGO: ("static", "assets/css", "themes/{theme}/static", "themes/{theme}/assets/css"),
    Generator.HEXO: ("source/css", "themes/{theme}/source"),
    Generator.ELEVENTY: ("css", "src/css", "assets", "public/css"),
    Generator.ASTRO: ("public", "src/styles"),
    Generator.PELICAN: ("theme/static", "content/css"),
    Generator.ZOLA: ("static", "sass", "themes/{theme}/static", "themes/{theme}/sass"),
    Generator.PLAIN: (".",),
}
_FALLBACK: Final = (
    FrameElement("html"),
    FrameElement("body"),
    FrameElement("main", (("class", "page-content main"),)),
    FrameElement("article", (("class", "post wrapper container h-entry"),)),
    FrameElement(
        "div", (("class", "post-content entry-content article-content e-content content markdown-body prose"),)
    ),
)
_CONTENT: Final = re.compile(r"\{\{-?\s*content\s*-?\}\}", re.ASCII)
_FRONT: Final = re.compile(r"\A---[^\S\n]*+\n.*?^---\s*$\n?", re.DOTALL | re.MULTILINE | re.ASCII)
MAX_SHEETS: Final = 30
MAX_CSS: Final = 3_000_000
MAX_LAYOUTS: Final = 8
MAX_TRIED: Final = 60


def blog_look(site: Site, header: Header) -> Look:
    """The look of a blog; our plain one, with the reason, where its folder has no style sheets."""
    plain = own_look(LookName.PLAIN)
    if site.folder is None:
        return Look(plain.name, plain.styles, plain.frame, tr("this post lies in no blog"))
    finder = _Finder(site)
    frame: tuple[FrameElement, ...] = ()
    for find in (finder.built, finder.layout, finder.loose):
        markup, root, path = find(header)
        frame = frame or markup.frame
        styles = finder.styles(markup, root, path)
        if styles:
            return Look(LookName.BLOG, (base_style(), *styles), frame or _FALLBACK)
    problem = tr(
        "the blog’s folder has no style sheets that can be used. Build the site once: its own pages are used then"
    )
    return Look(plain.name, plain.styles, plain.frame, problem)


Found = tuple[PageMarkup, str, str]
"""What a page says, the folder that its addresses from the root count from, and the page's own path in the blog."""


class _Finder:
    def __init__(self, site: Site) -> None:
        assert site.folder is not None
        self._site, self._folder = site, site.folder

    def built(self, header: Header) -> Found:
        """The built page of this post, else of another one."""
        key, default = _BUILT.get(self._site.generator, ("", ""))
        root = str(self._site.configuration.get(key) or default).strip("./") if default else ""
        if not root or self._folder.gate.folder(root) is None:
            return PageMarkup(), root, ""
        addresses = [self._site.address_of(self._site.relative, header)] if self._site.relative else []
        for address in [*addresses, *self._others()]:
            name = unquote(address).strip("/")
            for candidate in (f"{root}/{name}", f"{root}/{name}.html", f"{root}/{name}/index.html"):
                text = self._folder.text(candidate) if candidate.endswith(".html") else None
                if text is not None:
                    return read_page(text), root, candidate
        return PageMarkup(), root, ""

    def layout(self, header: Header) -> Found:
        """Jekyll's layouts of this post, one inside the other, with their Liquid resolved."""
        if self._site.generator is not Generator.JEKYLL:
            return PageMarkup(), "", ""
        text, name = f"<{CONTENT}></{CONTENT}>", self._layout_of(header)
        folder = str(self._site.configuration.get("layouts_dir", "_layouts"))
        for _ in range(MAX_LAYOUTS):
            layout = self._folder.text(self._folder.in_source(f"{folder}/{name}.html")) if name else None
            if layout is None:
                break
            front = _FRONT.match(layout)
            parent = _value(read_header(layout), "layout") if front is not None else ""
            inner = text
            text = _CONTENT.sub(lambda _, inner=inner: inner, layout[front.end() if front is not None else 0 :])  # type: ignore[misc]
            name = parent
        expanded = Liquid(self._site).expand(text, header)
        return read_page(expanded.marks.without(expanded.text)), "", "index.html"

    def loose(self, _header: Header) -> Found:
        """All style sheets that lie where the generator takes them."""
        theme = self._site.configuration.get("theme")
        theme = theme[0] if isinstance(theme, list) and theme else theme
        markup = PageMarkup()
        for place in _SHEETS[self._site.generator]:
            named = place.format(theme=theme or "")
            file = self._folder.file(named)
            found = [file] if file is not None else list(self._folder.gate.files(named))
            sheets = [path for path in found if path.suffix in (".css", ".scss") and not path.name.startswith("_")]
            whole = {path.name for path in sheets}
            for path in sheets[:MAX_SHEETS]:
                if not (path.name.endswith(".min.css") and path.name.replace(".min.css", ".css") in whole):
                    markup.sheets.append(("file", self._folder.gate.relative(path)))
        return markup, "", ""

    def styles(self, markup: PageMarkup, root: str, page: str) -> list[str]:
        """The style sheets of a page, safe."""
        places = (root,) if root else STATIC[self._site.generator]
        reader = SafeStyles(self._folder, places, self._site.base)
        found, size = [], 0
        for kind, what in markup.sheets[:MAX_SHEETS]:
            css, path = (what, page) if kind == "style" else self._sheet(kind, what, page, reader)
            if css is None or size + len(css) > MAX_CSS:
                continue
            size += len(css)
            found.append(reader.safe(css, path))
        return found if any(kind != "style" for kind, _ in markup.sheets) else []

    def _sheet(self, kind: str, address: str, page: str, reader: SafeStyles) -> tuple[str | None, str]:
        """The text of a sheet and its path; Sass is compiled."""
        address = address.removeprefix(site_prefix(address, self._site.url))
        path = address if kind == "file" else reader.file(address, page)
        if path is not None and not path.endswith(".scss"):
            return self._folder.text(path), path
        source = path or reader.file(re.sub(r"\.css(?:\?.*)?\Z", ".scss", address, flags=re.DOTALL), page)
        text = self._folder.text(source) if source is not None else None
        if source is None or text is None:
            return None, ""
        text = _FRONT.sub("", text, count=1)
        if "{{" in text or "{%" in text:
            expanded = Liquid(self._site).expand(text, read_header("", Rules(self._site.generator)))
            text = expanded.marks.without(expanded.text)
        options = self._site.configuration.get("sass")
        sass_folder = str(options.get("sass_dir", "_sass")) if isinstance(options, dict) else "_sass"
        return compiled(self._folder, text, source, self._folder.in_source(sass_folder)), source

    def _others(self) -> list[str]:
        return [address for path in self._site.posts[-MAX_TRIED:] if (address := self._site.address(str(path)))]

    def _layout_of(self, header: Header) -> str:
        """The post's layout: its own, the one of the configuration's defaults for posts, else "post"."""
        own = _value(header, "layout")
        if own:
            return own
        return str(self._site.given.get("layout") or "post")


def _value(header: Header, key: str) -> str:
    field = header.field(key)
    return shown(field.value) if field is not None else ""
