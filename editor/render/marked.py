"""What Hexo's hexo-renderer-marked writes (lib/renderer.js), by the options of `marked:` in `_config.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from html import escape
from typing import Any, Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.render.gfm import align_cells, marked_address, use_autolinks, use_task_boxes
from editor.render.heading_ids import Giver, give
from editor.render.headings import Heading
from editor.render.hexo_util import encode_url, is_external, slugize, strip_html
from editor.render.white_space import JAVASCRIPT

_SPACE: Final = f"[{re.escape(JAVASCRIPT)}]"
_VISIBLE: Final = f"[^{re.escape(JAVASCRIPT)}]"
_HEADING: Final = re.compile(rf"(#{{1,6}})(?={_SPACE}|\Z)([^\u2028\u2029]*)\Z")
_TERM: Final = re.compile(rf"(?:\A|{_SPACE})({_VISIBLE}.+)<br>:{_SPACE}+({_VISIBLE}.+)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_REMOTE: Final = re.compile(r"#|//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_MORE: Final = re.compile(r"<!-- ?more ?-->", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"((?:(?:ftp|https?)://|www\.)(?:[a-zA-Z0-9-]+\.?)+(?:(?!(?:https?|ftp)://|www\.|\b_)[^\\<!\[`*~_])*)",
    re.IGNORECASE | re.ASCII,
)
"""A text that begins with an address, up to where other markdown may begin: the renderer leaves it as it is."""
_NO_ADDRESS: Final = re.compile(r"((?!))")
_UNSAFE: Final = ("javascript:", "vbscript:", "data:")


@dataclass(frozen=True, slots=True)
class MarkedOptions:
    """The options that change HTML, with the renderer's defaults (index.js).

    Attributes:
        root: the path below which the site lies, put before the addresses of pictures; "" to leave them.
        url: the site's address, which tells links to other sites.
        exclude: hosts that count as the site's own.

    """

    gfm: bool = True
    breaks: bool = True
    smartypants: bool = True
    quotes: str = "“”‘’"
    autolink: bool = True
    header_ids: bool = True
    modify_anchors: int = 0
    anchor_alias: bool = False
    lazyload: bool = False
    figcaption: bool = False
    sanitize_url: bool = False
    description_lists: bool = True
    external: bool = False
    nofollow: bool = False
    exclude: tuple[str, ...] = ()
    root: str = "/"
    url: str = "http://example.com"


_NAMES: Final = {
    "headerIds": "header_ids",
    "modifyAnchors": "modify_anchors",
    "anchorAlias": "anchor_alias",
    "sanitizeUrl": "sanitize_url",
    "descriptionLists": "description_lists",
}


def marked_options(settings: object) -> MarkedOptions:
    """Return the options of a `_config.yml`: its `marked`, `root`, `url` and what else decides addresses."""
    options = MarkedOptions()
    if not isinstance(settings, Mapping):
        return options
    given = settings.get("marked")
    given = given if isinstance(given, Mapping) else {}
    known = {field.name for field in fields(MarkedOptions)}
    for key, value in given.items():
        name = _NAMES.get(str(key), str(key))
        if name in known and name not in ("url", "root", "exclude", "external", "nofollow"):
            default = getattr(options, name)
            if isinstance(default, bool):
                options = replace(options, **{name: bool(value)})  # type: ignore[arg-type]
            elif name == "modify_anchors" and isinstance(value, int):
                options = replace(options, modify_anchors=int(value))
            elif name == "quotes" and isinstance(value, str) and len(value) == 4:
                options = replace(options, quotes=value)
    if given.get("pedantic"):
        options = replace(options, gfm=False)
    links = given.get("external_link")
    if isinstance(links, Mapping):
        hosts = links.get("exclude")
        exclude = (hosts,) if isinstance(hosts, str) else tuple(map(str, hosts)) if isinstance(hosts, list) else ()
        enabled, nofollow = bool(links.get("enable")), bool(links.get("nofollow"))
        options = replace(options, external=enabled, nofollow=nofollow, exclude=exclude)
    root = settings.get("root")
    if settings.get("relative_link") or settings.get("post_asset_folder") or given.get("prependRoot") is False:
        root = ""  # such an address is found from the post
    url = settings.get("url")
    return replace(
        options,
        root=root if isinstance(root, str) else options.root,
        url=url if isinstance(url, str) else options.url,
    )


def as_marked(parser: MarkdownIt, options: MarkedOptions) -> None:
    """Make a parser write as hexo-renderer-marked does."""
    writer = _Writer(parser, options)
    parser.normalizeLink = _unchanged  # type: ignore[method-assign]
    rules: dict[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["heading_open"], rules["link_open"], rules["image"] = writer.heading, writer.link, writer.image
    rules["html_block"] = rules["html_inline"] = _html
    rules["s_open"], rules["s_close"] = lambda *_: "<del>", lambda *_: "</del>"
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    if options.gfm:
        parser.options["strikethrough_single_tilde"] = True
        parser.options["breaks"] = options.breaks
        box = 'disabled="" type="checkbox">'
        use_task_boxes(parser, empty=f"<input {box}", checked=f'<input checked="" {box}')
        align_cells(parser, lambda side: ("align", side))
        if options.autolink:
            use_autolinks(parser, marked_address)
    else:
        parser.options["breaks"] = False
        parser.disable(["table", "strikethrough"])
    if options.smartypants:
        parser.core.ruler.before("text_join", "smartypants", lambda state: _smartypants(state, options))
    if options.description_lists:
        parser.core.ruler.push("description_lists", writer.description_lists)


def hexo_ids(options: MarkedOptions) -> Giver | None:
    """Return what gives headings the ids of hexo-util's slugize; None where the site wants none."""
    if not options.header_ids:
        return None

    def name(heading: Heading) -> str:
        children = heading[1].children or []
        if options.anchor_alias and children and children[0].type == "link_open":
            target = str(children[0].attrs.get("href", ""))
            if target.startswith("#"):
                return slugize(unquote(target[1:]), options.modify_anchors)
        shown = {"text", "code_inline", "html_inline"} | ({"image"} if options.figcaption else set())
        written = "".join(one.content for one in children if one.type in shown)
        return slugize(strip_html(written).strip(JAVASCRIPT), options.modify_anchors)

    def count(seen: dict[str, int], name: str) -> str:
        number = seen.get(name, 0)
        seen[name] = number + 1
        return f"{name}-{number}" if number else name

    def ids(found: Iterable[Heading]) -> list[Token]:
        return give(found, name, count)

    return ids


def _heading(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """Read a heading as marked does: any white space may stand behind its marks."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if state.is_code_block(line) or state.src[start : start + 1] != "#":
        return False
    match = _HEADING.match(state.src[start:stop])
    if match is None:
        return False
    if silent:
        return True
    text = match[2].strip(JAVASCRIPT)
    if text.endswith("#"):
        shorter = text.rstrip("#")
        text = shorter.strip(JAVASCRIPT) if not shorter or shorter.endswith(" ") else text
    state.line = line + 1
    opening = state.push("heading_open", f"h{len(match[1])}", 1)
    opening.markup, opening.map = match[1], [line, state.line]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = text, [line, state.line], []
    state.push("heading_close", opening.tag, -1).markup = match[1]
    return True


class _Writer:
    """Writes what marked's renderer writes in its own way."""

    def __init__(self, parser: MarkdownIt, options: MarkedOptions) -> None:
        self._parser, self._options = parser, options
        self._inline = parser.renderer.renderInline  # type: ignore[attr-defined]

    def heading(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        if "id" not in token.attrs:
            return f"<{token.tag}>"
        name, html = (
            token.attrs["id"],
            self._inline(tokens[index + 1].children or [], options, env),
        )
        return f'<{token.tag} id="{name}"><a href="#{name}" class="headerlink" title="{strip_html(html)}"></a>'

    def link(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        token, own = tokens[index], self._options
        href = str(token.attrs.get("href", ""))
        if own.sanitize_url and href.startswith(_UNSAFE):
            href = ""
        title = f' title="{escape(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""
        rel = ""
        if (own.external or own.nofollow) and is_external(href, own.url, own.exclude):
            rel = ' target="_blank"' if own.external else ""
            rel += ' rel="noopener external nofollow noreferrer"' if own.nofollow else ' rel="noopener"'
        return f'<a href="{escape(encode_url(href))}"{title}{rel}>'

    def image(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        token, own = tokens[index], self._options
        source = str(token.attrs.get("src", ""))
        if own.root and not _REMOTE.match(source):
            source = re.sub("/{2,}", "/", f"{own.root}/{source}")
        text = _ESCAPED.sub(r"\1", token.content)
        title = f' title="{escape(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""
        alt = f' alt="{escape(text)}"' if text else ""
        lazy = ' loading="lazy"' if own.lazyload else ""
        html = f'<img src="{escape(encode_url(source))}"{alt}{title}{lazy}>'
        if own.figcaption and text:
            return f'<figure>{html}<figcaption aria-hidden="true">{escape(text)}</figcaption></figure>'
        return html

    def description_lists(self, state: StateCore) -> None:
        """A line that begins with a colon describes the line before it: the paragraph becomes a list."""
        tokens = state.tokens
        for index, token in enumerate(tokens):
            if token.type != "inline" or "\n:" not in token.content or tokens[index - 1].type != "paragraph_open":
                continue
            if tokens[index - 1].hidden:
                continue
            html = self._inline(token.children or [], self._parser.options, state.env)
            html = re.sub(r"<br ?/?>\n", "<br>", html)
            listed = _TERM.sub(r"<dl><dt>\1</dt><dd>\2</dd></dl>", html, count=1)
            if listed != html:
                token.children = [Token("html_inline", "", 0, content=listed)]
                tokens[index - 1].hidden = tokens[index + 1].hidden = True


def _unchanged(url: str) -> str:
    """Leave an address as it is until it is written."""
    return url


def _html(tokens: Sequence[Token], index: int, *_: Any) -> str:
    """Write HTML as it is, but the comment behind the excerpt as Hexo does (`excerpt.ts`)."""
    return _MORE.sub('<span id="more"></span>', tokens[index].content)


def _smartypants(state: StateCore, options: MarkedOptions) -> None:
    address = _ADDRESS if options.gfm else _NO_ADDRESS
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = _joined(token.children)
            in_address = False  # what a bare address or one in angle brackets shows
            for child in token.children:
                if child.type == "link_open":
                    in_address = child.info == "auto"
                elif child.type == "link_close":
                    in_address = False
                elif child.type == "text" and not in_address:
                    child.content = "".join(
                        part if number % 2 else smartypants(part, options.quotes)
                        for number, part in enumerate(address.split(child.content))
                    )


def _joined(children: Sequence[Token]) -> list[Token]:
    """Join texts at a backslash that escapes nothing, which is text for marked."""
    joined: list[Token] = []
    for child in children:
        if child.type == "text_special" and child.info == "escape" and child.content == child.markup:
            child = Token("text", "", 0, content=child.content, level=child.level)
        if child.type == "text" and joined and joined[-1].type == "text":
            joined[-1].content += child.content
        else:
            joined.append(child)
    return joined


def smartypants(text: str, quotes: str) -> str:
    """Return a text with the dashes, quotes and ellipses of the renderer's `smartypants`."""
    left, right, single_left, single_right = tuple(quotes)
    text = text.replace("---", "—").replace("--", "–")
    text = re.sub(rf"(^|[-—/(\[{{\"]|{_SPACE})'", rf"\g<1>{single_left}", text).replace("'", single_right)
    text = re.sub(rf"(^|[-—/(\[{{‘]|{_SPACE})\"", rf"\g<1>{left}", text).replace('"', right)
    return text.replace("...", "…")
