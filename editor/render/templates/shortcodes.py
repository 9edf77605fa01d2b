"""Hugo's shortcodes: its own ones written as Hugo writes them, those of themes and sites shown as labels.

content-management/shortcodes.md of Hugo's documentation; hugolib/shortcode.go for where a shortcode begins and ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from posixpath import dirname, join, normpath

from editor.header import Header
from editor.post.values import shown
from editor.render.colour import coloured
from editor.render.site import Site
from editor.render.templates.expanded import Brackets, Expanded, Marks, Rewriting

_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "<!--": "-->"}
_INNER = re.compile(
    r"[ \t\r\n]*+(?P<end>/)?[ \t\r\n]*+(?P<name>[\w./-]*+)(?P<arguments>(?:.*[^ \t\r\n])?)[ \t\r\n]*+", re.DOTALL
)
_MORE = re.compile(r"<!-- ?more ?-->")
_ARGUMENT = re.compile(r"(?:([\w-]+)=)?(?:\"((?:\\.|[^\"\\])*)\"|`([^`]*)`|([^ \t\r\n\"`]+))")
_VIDEO = {
    "youtube": "youtu.be/",
    "vimeo": "vimeo.com/",
    "gist": "gist ",
    "tweet": "tweet ",
    "x": "x ",
    "instagram": "instagram ",
}

Arguments = Mapping[str, str]
"""By name, and by place from "0"."""


class Shortcodes:
    """Expands the shortcodes of a Hugo site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._known: dict[str, Callable[[Arguments, Header], tuple[str, str] | None]] = {
            "figure": _figure,
            "ref": self._reference,
            "relref": self._reference,
            "param": _parameter,
        }

    def expand(self, body: str, header: Header) -> Expanded:
        """The text with its shortcodes resolved or labelled."""
        marks, text = Marks(), Rewriting(body)
        brackets = Brackets(body, _CLOSERS)
        while (bracket := brackets.after(text.at)) is not None:
            start, end = bracket.start, bracket.end
            if end < 0:
                text.copy(start + len(bracket.opening))
                continue
            source = body[start:end]
            if bracket.opening == "<!--":
                text.copy(start if _MORE.fullmatch(source) else start + 4)
                if text.at == start:
                    text.replace(end, marks.put(source, ""))
                continue
            text.copy(start)
            inner = source[3:-3]
            if inner.startswith("/*") and inner.endswith("*/"):
                literal = f"{source[:3]}{inner[2:-2]}{source[-3:]}"
                text.replace(end, marks.put(escape(literal), literal))
            else:
                text.replace(*self._shortcode(body, end, source, header, marks))
        return text.finish(marks)

    def _shortcode(self, body: str, end: int, source: str, header: Header, marks: Marks) -> tuple[int, str]:
        """Up to where a shortcode takes the text, and what stands there instead."""
        match = _INNER.fullmatch(source[3:-3])
        if match is None or match["end"]:
            return end, "" if match is not None else marks.chip(source)
        name, arguments = match["name"], _arguments(match["arguments"].removesuffix("/"))
        if name == "highlight":
            last = re.compile(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}", re.ASCII).search(body, end)
            if last is not None:
                code = body[end : last.start()].strip("\n")
                return last.end(), marks.put(_highlighted(code, arguments.get("0", "")), code)
        made = self._known[name](arguments, header) if name in self._known else None
        if made is not None:
            html, plain = made
            return end, marks.put(html, plain) if html else plain
        if name in _VIDEO and (what := arguments.get("0") or arguments.get("id")):
            more = f"/{arguments['1']}" if name == "gist" and "1" in arguments else ""
            return end, marks.chip(f"{{{{< {name}: {_VIDEO[name]}{what}{more} >}}}}")
        return end, marks.chip(source)

    def _reference(self, arguments: Arguments, _header: Header) -> tuple[str, str] | None:
        """A page's address. Its path is looked for from the content's root, beside the post, and by its name."""
        path, _, anchor = (arguments.get("0") or arguments.get("path") or "").partition("#")
        fragment = f"#{anchor}" if anchor else ""
        if not path:
            return ("", fragment) if fragment else None
        beside = normpath(join(dirname(self._site.relative), path))
        found = self._site.find_post(f"content/{path.lstrip('/')}", beside, path, f"{path.rstrip('/')}/index")
        address = self._site.address(found) if found is not None else None
        return None if address is None else ("", address + fragment)


def _arguments(text: str) -> Arguments:
    found: dict[str, str] = {}
    for match in _ARGUMENT.finditer(text):
        quoted = match[2].replace('\\"', '"') if match[2] is not None else None
        value = next(part for part in (quoted, match[3], match[4]) if part is not None)
        found[match[1] or str(len(found))] = value
    return found


def _figure(arguments: Arguments, _: Header) -> tuple[str, str] | None:
    """tpl/tplimpl/embedded/templates/shortcodes/figure.html, by what it writes."""
    source = arguments.get("src")
    if source is None:
        return None
    caption, title = arguments.get("caption", ""), arguments.get("title", "")
    alt = arguments.get("alt", caption)
    sizes = "".join(f' {name}="{escape(arguments[name])}"' for name in ("width", "height") if name in arguments)
    image = f'<img src="{escape(source)}" alt="{escape(alt)}"{sizes}>'
    if "link" in arguments:
        image = f'<a href="{escape(arguments["link"])}">{image}</a>'
    credit = escape(arguments.get("attr", ""))
    if credit and "attrlink" in arguments:
        credit = f'<a href="{escape(arguments["attrlink"])}">{credit}</a>'
    said = " ".join(part for part in (escape(caption), credit) if part)
    text = (f"<h4>{escape(title)}</h4>" if title else "") + (f"<p>{said}</p>" if said else "")
    kind = f' class="{escape(arguments["class"])}"' if "class" in arguments else ""
    return f"<figure{kind}>{image}{f'<figcaption>{text}</figcaption>' if text else ''}</figure>", alt


def _parameter(arguments: Arguments, header: Header) -> tuple[str, str] | None:
    name = arguments.get("0", "")
    field = header.field(("params", name)) or header.field(name)
    return None if field is None else ("", shown(field.value))


def _highlighted(code: str, language: str) -> str:
    html = coloured(code, language) or escape(code)
    kind = escape(language)
    return f'<div class="highlight"><pre><code class="language-{kind}" data-lang="{kind}">{html}</code></pre></div>'
