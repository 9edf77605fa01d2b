"""Attribute lists, their definitions, and the generic extensions (kramdown syntax, “Attribute List Definitions”)."""

from __future__ import annotations

import re

from editor.render.kramdown import syntax
from editor.render.kramdown.tree import AttributeList


def parse_attributes(text: str) -> AttributeList:
    """What stands between `{:` and `}`."""
    found = AttributeList()
    for match in syntax.ATTRIBUTE.finditer(text):
        if match["ref"]:
            found.refs.append(match["ref"])
        elif match["marks"]:
            for mark in syntax.MARK.finditer(match["marks"]):
                if mark["id"]:
                    found.attr["id"] = mark["id"]
                else:
                    found.attr["class"] = f"{found.attr.get('class', '')} {mark['name']}".lstrip(" ")
        else:
            found.attr[match["key"]] = re.sub(rf"\\(\}}|{match['quote']})", r"\1", match["value"])
    return found


def parse_html_attributes(text: str, *, known_tag: bool) -> dict[str, str]:
    """A tag's attributes; their names in lower case when HTML knows the tag."""
    found: dict[str, str] = {}
    for name, bare, _, quoted in syntax.HTML_ATTRIBUTE.findall(text):
        found[name.lower() if known_tag else name] = bare or quoted
    return found
