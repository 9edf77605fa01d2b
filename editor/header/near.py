"""The lines around an edit of a long YAML header, for a proof that need not read the thousands of others again.

Why the others can't change: in a block map, a line that starts with a key ends whatever stood before it, whether a
quote, a list or a block of text was closed there is known from the first reading, and an anchor is the only thing
that one entry can give another. So whole entries that are a map by themselves, that leave no anchor, use none, and
hold no line that looks like a fence, mean among the others what they mean alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from editor.header.model import Header, HeaderError, HeaderKind, Path
from editor.header.nodes import Node
from editor.header.pieces import outer_start
from editor.header.spots import key_name
from editor.header.yaml_nodes import parse
from editor.text.edit import Edit, apply
from editor.text.white_space import ASCII_SPACE

LONG_HEADER, LONG_LIST = 4_000, 200
"""From how many characters on a header counts as long, and from how many items on a list."""

_FENCE = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Near:
    """Some entries of a header before and after an edit.

    Attributes:
        text: the post before the edit; old: a map of the entries as read there.
        written: the entries' lines after the edit; after: their map; None when they are none by themselves.

    """

    text: str
    old: Node
    written: str
    after: Node | None


def neighbourhood(text: str, header: Header, edit: Edit, path: Path) -> Near | None:
    """The entries that an edit touches; None for short headers, and where the whole has to be read."""
    root = header.root
    if header.kind is not HeaderKind.YAML or root is None or root.style != "block" or _is_short(header):
        return None
    if "\n\t" in header.content.of(text):  # read by Hexo's rule for tabs
        return None
    starts = [outer_start(key) for key, _ in root.pairs]
    first = max(0, bisect_right(starts, edit.start) - 1)
    if edit.start == edit.end == starts[first] and first > 0:
        first -= 1
    last = max(first, bisect_right(starts, max(edit.start, edit.end - 1)) - 1)
    start = starts[first]
    stop = starts[last + 1] if last + 1 < len(starts) else header.content.end
    pairs = root.pairs[first : last + 1]
    outside = (*root.pairs[:first], *root.pairs[last + 1 :])
    if edit.start < start or edit.end > stop or any(key_name(key) == path[0] for key, _ in outside):
        return None
    if any(text[at - 1] != "\n" for at in (start, stop)) or any(map(_shares, pairs)):
        return None
    lines = text[start:stop]
    written = apply(lines, Edit(edit.start - start, edit.end - start, edit.new))
    if not written.endswith("\n") or _FENCE.search(written):
        return None
    after = _alone(written, header)
    if after is not None and (
        after.kind != "map" or after.style != "block" or after.start > 0 or any(map(_shares, after.pairs))
    ):
        return None
    return Near(text, Node("map", start, stop, style="block", pairs=pairs), written, after)


@dataclass(frozen=True, slots=True)
class NearItems:
    """Some items of a long list before and after an edit.

    Attributes:
        before, behind: how many items of the list stand before and behind them, untouched.
        written: the lines after the edit; after: their list; None when they are none by themselves.

    """

    before: int
    behind: int
    written: str
    after: Node | None


def near_items(text: str, header: Header, edit: Edit, node: Node) -> NearItems | None:
    """The items of a block list that an edit touches; None for short lists, and where the whole has to be read.

    The reasons are those of entries: an item's dash ends whatever stood before it.
    """
    items = node.items
    if header.kind is not HeaderKind.YAML or node.kind != "list" or node.style != "block" or len(items) < LONG_LIST:
        return None
    starts = [text.rfind("\n", 0, outer_start(item)) + 1 for item in items]
    margin = text[starts[0] : node.start]
    if (
        edit.start < starts[0]
        or margin.strip(ASCII_SPACE)
        or any(text[at : at + len(margin) + 1] != f"{margin}-" for at in starts)
    ):
        return None
    first = max(0, bisect_right(starts, edit.start) - 2)
    last = max(first, bisect_right(starts, max(edit.start, edit.end - 1)) - 1)
    stop = starts[last + 1] if last + 1 < len(starts) else text.find("\n", node.end) + 1
    if edit.end > stop or stop <= starts[last] or any(map(_shares_node, items[first : last + 1])):
        return None
    start = starts[first]
    written = apply(text[start:stop], Edit(edit.start - start, edit.end - start, edit.new))
    after = _alone(written, header)
    if not written.endswith("\n") or _FENCE.search(written):
        return None
    if after is not None and (after.kind != "list" or after.style != "block" or after.start != len(margin)):
        return None
    return NearItems(first, len(items) - 1 - last, written, after)


def _is_short(header: Header) -> bool:
    return header.content.end - header.content.start < LONG_HEADER


def _alone(lines: str, header: Header) -> Node | None:
    """Lines read by themselves; None when they can't be."""
    try:
        return parse(lines, 0, len(lines), 1, scalars=header.rules.scalars)
    except HeaderError:
        return None


def _shares_node(node: Node) -> bool:
    return _shares((node, node))


def _shares(pair: tuple[Node, Node]) -> bool:
    """Whether an entry has an anchor, an alias or a merge, anywhere inside."""
    waiting = list(pair)
    while waiting:
        node = waiting.pop()
        if node.anchor or node.kind == "alias" or node.tag == "merge":
            return True
        waiting += node.children
    return False
