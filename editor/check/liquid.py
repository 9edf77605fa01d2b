"""Liquid that stops Jekyll: tags that are never closed, closing tags without an opening one, missing arguments.

The tokens and the nesting follow Liquid 5.4 (lib/liquid/tokenizer.rb, block_body.rb, tags/*.rb), measured by building
sites with Jekyll 4.3.1. Jekyll runs Liquid over the whole body before it reads Markdown, so code does not protect tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.header import Generator, HeaderKind
from editor.language import tr

_TOKEN: Final = re.compile(r"\{%(?:.*?%\}|.*)|\{\{(?:.*?\}\}?|.*)", re.DOTALL)
_TAG: Final = re.compile(r"\{%-?\s*(?P<name>#|\w++)\s*+(?P<markup>.*?)-?%\}", re.DOTALL | re.ASCII)
_END_OF_RAW: Final = re.compile(r"\{%-?\s*endraw\s*-?%\}", re.ASCII)
_OPENS_RAW: Final = re.compile(r"\{%-?\s*raw\s*-?%\}", re.ASCII)
_BLOCKS: Final = frozenset(
    {"if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "highlight", "ifchanged"}
)
_BRANCHES: Final = {"else": {"if", "unless", "case", "for"}, "elsif": {"if", "unless"}, "when": {"case"}}
_INLINE: Final = frozenset(
    {"assign", "break", "continue", "cycle", "decrement", "echo", "increment", "include", "include_relative", "link"}
)
_ARGUMENTS: Final = {
    "if": (re.compile(r"[^ \t\r\n\f\v]"), "{% if page.toc %}"),
    "unless": (re.compile(r"[^ \t\r\n\f\v]"), "{% unless page.toc %}"),
    "elsif": (re.compile(r"[^ \t\r\n\f\v]"), "{% elsif page.toc %}"),
    "case": (re.compile(r"[^ \t\r\n\f\v]"), "{% case page.lang %}"),
    "capture": (re.compile(r"['\"]?[\w\-]"), "{% capture name %}"),
    "for": (re.compile(r"[\w\-]+\s+in\s+\S", re.ASCII), "{% for post in site.posts %}"),
    "assign": (re.compile(r"[\w\-.\[\]]+\s*=\s*", re.ASCII), "{% assign name = page.title %}"),
    "highlight": (re.compile(r"[A-Za-z0-9.+#_-]"), "{% highlight ruby %}"),
}
"""What the arguments of a tag must look like (each tag's `Syntax`), and an example."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where Liquid stops, the length of the tag there, and why."""

    at: int
    length: int
    reason: str


def liquid_that_stops(text: PostText) -> Iterator[Problem]:
    """The first place at which Liquid can't parse the body; Jekyll stops the whole build there."""
    if text.situation.generator is not Generator.JEKYLL or ("{%" not in text.text and "{{" not in text.text):
        return
    if not _is_rendered(text):
        return
    fault = _first_fault(text.text, text.start)
    if fault is not None:
        message = tr("{0}: Jekyll stops building the whole site").format(fault.reason)
        length = fault.length if "\n" not in text.text[fault.at : fault.at + fault.length] else 0
        severity = Severity.WARNING if _is_hidden(text) else Severity.ERROR
        yield text.problem("liquid-syntax", severity, message, fault.at, length=length)


def _is_rendered(text: PostText) -> bool:
    """Whether Jekyll runs Liquid over the file: a post, a page with front matter, or a document of a collection."""
    situation, folder = text.situation, text.folder
    field = situation.header.field("render_with_liquid")
    if field is not None:
        return field.value is not False
    if folder is None or situation.path is None or not folder.blog.holds(situation.path):
        return True
    relative = folder.blog.relative(situation.path)
    if folder.given_to(relative).get("render_with_liquid") is False:
        return False
    named = folder.configuration.get("collections")
    collections = {f"_{name}" for name in named} if isinstance(named, (dict, list)) else set()
    known = {"_posts", "_drafts", *collections}
    parts = PurePosixPath(relative).parts
    if any(part[0] in "_.#~" and part not in known for part in parts[:-1]):
        return False
    return situation.header.kind is not HeaderKind.NONE or any(part in known for part in parts)


def _is_hidden(text: PostText) -> bool:
    """Whether the post is not built as it is, so that Jekyll stops only when it is published."""
    field, path = text.situation.header.field("published"), text.situation.path
    return (field is not None and field.value is False) or (path is not None and "_drafts" in path.parts)


def _first_fault(text: str, start: int) -> _Fault | None:
    """Return the first fault of the Liquid in `text[start:]`; None when it parses."""
    opened: list[tuple[str, int, str]] = []
    at = start
    while (token := _TOKEN.search(text, at)) is not None:
        at = token.end()
        fault = _unfinished(token)
        tag = _TAG.fullmatch(token[0])
        if fault is not None or tag is None:
            if fault is not None:
                return fault
            continue
        name = tag["name"]
        if name == "raw" and _OPENS_RAW.fullmatch(token[0]):
            end = _END_OF_RAW.search(text, at)
            if end is None:
                return _never_closed(name, token.start(), token[0])
            at = end.end()
            continue
        commented = bool(opened) and opened[-1][0] == "comment"
        fault = _take(opened, name, token, commented=commented) or _bad_arguments(tag, token, commented=commented)
        if fault is not None:
            return fault
    return _never_closed(*opened[-1]) if opened else None


def _take(opened: list[tuple[str, int, str]], name: str, token: re.Match[str], *, commented: bool) -> _Fault | None:
    """Open or close a block; the fault when the tag does not fit the blocks around it."""
    inner = opened[-1][0] if opened else ""
    if name in _BLOCKS:
        opened.append((name, token.start(), token[0]))
    elif name == f"end{inner}" and inner:
        opened.pop()
    elif commented:
        pass  # a comment skips tags that it does not know, the ends of other blocks among them
    elif name.startswith("end") and name[3:] in _BLOCKS | _INLINE:
        if inner and any(name == f"end{block}" for block, _, _ in opened):
            return _never_closed(*opened[-1])
        words = tr("“{0}” closes a block that is not open").format(token[0])
        return _Fault(token.start(), len(token[0]), words)
    elif name in _BRANCHES and inner not in _BRANCHES[name]:
        words = tr("“{0}” is not inside {1}").format(token[0], " / ".join(sorted(_BRANCHES[name])))
        return _Fault(token.start(), len(token[0]), words)
    return None


def _unfinished(token: re.Match[str]) -> _Fault | None:
    """A tag or variable whose closing braces are missing."""
    written = token[0]
    if written.startswith("{{"):
        if not written.endswith("}}"):
            return _Fault(token.start(), 2, tr("“{0}” has no closing “{1}”").format("{{", "}}"))
    elif _TAG.fullmatch(written) is None:
        return _Fault(
            token.start(), 2, tr("“{0}” has no closing “{1}”, or no name of a tag after it").format("{%", "%}")
        )
    return None


def _bad_arguments(tag: re.Match[str], token: re.Match[str], *, commented: bool) -> _Fault | None:
    """A tag that lacks what must follow its name."""
    name = tag["name"]
    if name == "raw":
        return _Fault(token.start(), len(token[0]), tr("“raw” takes no arguments"))
    if name not in _ARGUMENTS or (commented and name == "elsif"):
        return None
    form, example = _ARGUMENTS[name]
    if form.match(tag["markup"].strip(" \t\n")):
        return None
    words = tr("“{0}” needs arguments after {1}, as in {2}").format(token[0], name, example)
    return _Fault(token.start(), len(token[0]), words)


def _never_closed(name: str, at: int, written: str) -> _Fault:
    words = tr("“{0}” is never closed: add {1}, or put {2} around text that only shows the tag").format(
        written[:80], f"{{% end{name} %}}", "{% raw %}…{% endraw %}"
    )
    return _Fault(at, len(written), words)


CHECKS: Final = (liquid_that_stops,)
