"""A look: style sheets, and the elements that stand around a post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Any

from editor.resources import resource


class LookName(StrEnum):
    """The looks that can be chosen."""

    PLAIN = "plain"
    GITHUB = "github"
    BLOG = "blog"


@dataclass(frozen=True, slots=True)
class FrameElement:
    """An element around the post; `attributes` are its class, id, language and the like."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """Style sheets and frame.

    Attributes:
        styles: CSS texts, in their order; every address in them is of our own scheme.
        frame: the elements from `html` to the one whose children are the post's blocks.
        problem: why a blog's look could not be had; "" when it could.

    """

    name: LookName
    styles: tuple[str, ...]
    frame: tuple[FrameElement, ...]
    problem: str = ""

    def to_message(self) -> dict[str, Any]:
        """As the render worker sends it."""
        frame = [[element.tag, dict(element.attributes)] for element in self.frame]
        return {"name": str(self.name), "styles": list(self.styles), "frame": frame, "problem": self.problem}

    @classmethod
    def from_message(cls, message: dict[str, Any]) -> Look:
        """The look that the render worker sent."""
        frame = tuple(FrameElement(tag, tuple(attributes.items())) for tag, attributes in message["frame"])
        return cls(LookName(message["name"]), tuple(message["styles"]), frame, message["problem"])

    def around(self, head: str, body: str, theme: str) -> tuple[str, str]:
        """The opening `html` tag, and the whole `body` element with the post in its frame.

        The post's head stands before its blocks, in the element around them.
        """
        inner = [element for element in self.frame if element.tag not in ("html", "body")]
        outer = {element.tag: element for element in self.frame if element.tag in ("html", "body")}
        post = inner.pop() if inner else FrameElement("main")
        opened = _tag(outer.get("body", FrameElement("body"))) + "".join(map(_tag, inner))
        closed = "".join(f"</{element.tag}>" for element in reversed(inner)) + "</body>"
        top = f'<header id="head" data-postwright="head">{head}</header>\n'
        own_id = {} if any(name == "id" for name, _ in post.attributes) else {"id": "post"}
        blocks = f"{_tag(post, {'data-postwright': 'post', **own_id})}{body}</{post.tag}>"
        return _tag(outer.get("html", FrameElement("html")), {"data-theme": theme}), opened + top + blocks + closed


def _tag(element: FrameElement, more: Mapping[str, str] | None = None) -> str:
    """The opening tag of an element, some of its attributes set."""
    attributes = dict(element.attributes) | dict(more or {})
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{element.tag}{written}>"


_OWN_FRAME = (FrameElement("html"), FrameElement("body"), FrameElement("article"), FrameElement("main"))
_GITHUB_FRAME = (
    FrameElement("html"),
    FrameElement("body"),
    FrameElement("article", (("class", "markdown-body"),)),
    FrameElement("main"),
)


def own_look(name: LookName) -> Look:
    """One of our own looks; the plain one for a blog's until it is there."""
    if name is LookName.GITHUB:
        return Look(name, (_style("base"), _style("github")), _GITHUB_FRAME)
    return Look(LookName.PLAIN, (_style("base"), _style("plain")), _OWN_FRAME)


def base_style() -> str:
    """What every look needs: labels, missing pictures, the end of the excerpt."""
    return _style("base")


def _style(name: str) -> str:
    return resource(f"preview/{name}.css").read_text(encoding="utf-8")
