"""The tags that Jekyll adds to Liquid: docs/liquid/tags.md and `Jekyll::Tags`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final, TextIO

from liquid.ast import BlockNode, Node
from liquid.exceptions import LiquidSyntaxError, TemplateNotFoundError
from liquid.parser import get_parser
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from editor.language import tr
from editor.render.colour import coloured
from editor.render.site import Site
from editor.text.white_space import ASCII_SPACE, ascii_words

if TYPE_CHECKING:
    from liquid import RenderContext, TokenStream

RUN: Final = "\ufdd0run"
"""The name under which a rendering finds its `Run`; no template can write it."""

_PARAMETER = re.compile(
    r"(?<![\w-])([\w-]++)\s*+=\s*+(?:\"([^\"\\]*(?:\\.[^\"\\]*)*)\"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))", re.ASCII
)
_FILE_NAME = re.compile(r"[^\s{}\"'=]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Run:
    """One rendering: the site, and what makes labels of the tags in a text that can't be resolved."""

    site: Site
    labelled: Callable[[str], str]


class _MarkupNode(Node):
    """A tag with what is written in it."""

    __slots__ = ("markup",)

    def __init__(self, token: Token, markup: str) -> None:
        super().__init__(token)
        self.markup = markup
        self.blank = False

    def error(self, message: str) -> TemplateNotFoundError:
        """What the tag asks for is not there."""
        return TemplateNotFoundError(message, token=self.token)


class _MarkupTag(Tag):
    """Reads a tag whose markup is its own."""

    block = False
    node: type[_MarkupNode]

    def parse(self, stream: TokenStream) -> Node:
        """The tag's node."""
        token = stream.eat(TOKEN_TAG)
        return self.node(token, _markup(stream))


def _markup(stream: TokenStream) -> str:
    """What is written in a tag; the stream stays at the tag's last token, as its reader wants it."""
    if stream.current.kind == TOKEN_EXPRESSION:
        return str(stream.current.value)
    stream.pos -= 1
    return ""


def _run(context: RenderContext) -> Run:
    run = context.globals[RUN]
    assert isinstance(run, Run)
    return run


class _IncludeNode(_MarkupNode):
    """A file of `_includes`, with parameters that it finds in `include`."""

    folder = "_includes"

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the file, expanded."""
        run = _run(context)
        site = run.site
        name = _FILE_NAME.match(self.markup)
        text = site.text(self.place(site, name[0])) if name is not None and ".." not in name[0] else None
        if text is None or name is None:
            raise self.error(tr("no file “{0}” to include").format(self.markup))
        given: dict[str, object] = {}
        for match in _PARAMETER.finditer(self.markup, name.end()):
            quoted = match[2] if match[2] is not None else match[3]
            given[match[1]] = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else _named(context, match[4])
        template = context.env.from_string(run.labelled(text), name=name[0])
        with context.extend({"include": given}, template=template):
            template.render_with_context(context, buffer, partial=True)
        return 1

    def place(self, site: Site, name: str) -> str:
        """The file's path from the blog's root."""
        place = f"{site.configuration.get('includes_dir', self.folder)}/{name}"
        return site.folder.in_source(place) if site.folder is not None else place


class _IncludeRelativeNode(_IncludeNode):
    """A file beside the post."""

    def place(self, site: Site, name: str) -> str:
        """The file's path from the blog's root; never above the post's folder."""
        return join(dirname(site.relative), name)


class _LinkNode(_MarkupNode):
    """The address of a file of the site."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the address, with the site's base."""
        site = _run(context).site
        path = normpath(self.markup.strip(ASCII_SPACE).strip("\"'")).lstrip("/")
        below = site.folder.in_source(path) if site.folder is not None else path
        address = site.address(below) if path.endswith((".md", ".markdown", ".html")) else None
        if address is None and site.folder is not None and site.folder.file(below) is not None:
            address = f"/{path}"
        if address is None:
            raise self.error(tr("no page “{0}”").format(path))
        return buffer.write(site.base + address)


class _PostUrlNode(_MarkupNode):
    """The address of a post by its dated name."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the address, with the site's base."""
        site = _run(context).site
        name = self.markup.strip(ASCII_SPACE).strip("\"'")
        found = site.find_post(name, f"_posts/{name}")
        address = site.address(found) if found is not None else None
        if address is None:
            raise self.error(tr("no post “{0}”").format(name))
        return buffer.write(site.base + address)


class _HighlightNode(_MarkupNode):
    """Code in colours, as `Jekyll::Tags::HighlightBlock` writes it."""

    __slots__ = ("inner",)

    def __init__(self, token: Token, markup: str, inner: BlockNode) -> None:
        super().__init__(token, markup)
        self.inner = inner

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the figure."""
        inner = context.get_buffer(buffer)
        self.inner.render(context, inner)
        words = ascii_words(self.markup)
        language = words[0].lower() if words else ""
        code = re.sub("\ufddc[\ufdd2-\ufddb]+\ufddd", "", inner.getvalue()).strip("\r\n")
        html = coloured(code, language) or escape(code)
        if any(word.partition("=")[0] == "linenos" for word in words[1:]):
            numbers = "".join(f"{number}\n" for number in range(1, code.count("\n") + 2))
            html = (
                '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">'
                f'{numbers}</pre></td><td class="code"><pre>{html}\n</pre></td></tr></tbody></table>'
            )
        kind = escape(language.replace("+", "-"))
        opening = f'<figure class="highlight"><pre><code class="language-{kind}" data-lang="{escape(language)}">'
        return buffer.write(f"{opening}{html}</code></pre></figure>")


class _Include(_MarkupTag):
    name = "include"
    node = _IncludeNode


class _IncludeCached(_MarkupTag):
    name = "include_cached"
    node = _IncludeNode


class _IncludeRelative(_MarkupTag):
    name = "include_relative"
    node = _IncludeRelativeNode


class _Link(_MarkupTag):
    name = "link"
    node = _LinkNode


class _PostUrl(_MarkupTag):
    name = "post_url"
    node = _PostUrlNode


class _Highlight(Tag):
    name = "highlight"
    end = "endhighlight"

    def parse(self, stream: TokenStream) -> Node:
        """The block's node."""
        token = stream.eat(TOKEN_TAG)
        markup = _markup(stream)
        if not markup:
            raise LiquidSyntaxError(tr("highlight needs a language"), token=token)
        next(stream)
        inner = get_parser(self.env).parse_block(stream, frozenset((self.end,)))
        stream.expect(TOKEN_TAG, value=self.end)
        return _HighlightNode(token, markup, inner)


def _named(context: RenderContext, name: str) -> object:
    """The value of a parameter without quotes: a variable, a number, true or false."""
    if name in ("true", "false"):
        return name == "true"
    if name.isascii() and name.isdigit():
        return int(name)
    return context.get(list(name.split(".")), token=None, default=None)


SITE_TAGS: Final[tuple[type[Tag], ...]] = (_Include, _IncludeCached, _IncludeRelative, _Link, _PostUrl, _Highlight)
