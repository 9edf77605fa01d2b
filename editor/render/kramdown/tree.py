"""The elements of a kramdown document, between parsing and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Element:
    """A block or span of a document.

    Attributes:
        type: what it is: "p", "header", "ul", "text", "em", "html", …; "raw_text" is text whose spans are unread.
        value: its text, tag name or code.
        attr: its HTML attributes.
        children: what it holds, in order.
        ial: the attribute list that belongs to it, references included.
        options: what only its type knows (a header's level, a table's alignment).

    """

    type: str
    value: str = ""
    attr: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    ial: AttributeList | None = None
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def last(self) -> Element | None:
        """The last child."""
        return self.children[-1] if self.children else None

    def add_text(self, text: str, kind: str) -> None:
        """Add to the last child if it is text of this kind, else as a new one."""
        last = self.last
        if last is not None and last.type == kind:
            last.value += text
        elif text:
            self.children.append(Element(kind, text))

    def walk(self) -> Iterator[Element]:
        """Itself and everything inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class AttributeList:
    """`{: .class #id key="value" reference}`."""

    attr: dict[str, str] = field(default_factory=dict)
    refs: list[str] = field(default_factory=list)

    def add(self, other: AttributeList) -> None:
        """Take another list's attributes too: classes add up, the rest is replaced."""
        self.refs += other.refs
        add_attributes(self.attr, other.attr)


def add_attributes(attr: dict[str, str], more: dict[str, str]) -> None:
    """Put attributes on top of others; classes add up."""
    for key, value in more.items():
        attr[key] = f"{attr.get(key, '')} {value}".lstrip(" ") if key == "class" else value


_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def link_name(text: str) -> str:
    """A link's name as it is looked up."""
    return _SPACES.sub(" ", text).lower()
