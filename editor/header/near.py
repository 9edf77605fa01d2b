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

LONG = 200
"""From how many keys on a header counts as long."""

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
    if header.kind is not HeaderKind.YAML or root is None or root.style != "block" or len(root.pairs) < LONG:
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
    try:
        after = parse(written, 0, len(written), 1)
    except HeaderError:
        after = None
    if after is not None and (
        after.kind != "map" or after.style != "block" or after.start > 0 or any(map(_shares, after.pairs))
    ):
        return None
    return Near(text, Node("map", start, stop, style="block", pairs=pairs), written, after)


def _shares(pair: tuple[Node, Node]) -> bool:
    """Whether an entry has an anchor, an alias or a merge, anywhere inside."""
    waiting = list(pair)
    while waiting:
        node = waiting.pop()
        if node.anchor or node.kind == "alias" or node.tag == "merge":
            return True
        waiting += node.children
    return False
