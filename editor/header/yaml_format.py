"""YAML front matter: how values, keys and whole headers are written into its lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from editor.header.fences import Place
from editor.header.model import Header, HeaderKind, Scalar, Value
from editor.header.nodes import Node
from editor.header.pieces import ItemWriter, Pieces, entry_added, entry_removed, list_edits, outer_start
from editor.header.place import after_key, key_lines
from editor.header.scalar_readers import constructed
from editor.header.scalar_rules import YAML_1_1, ScalarRules, everyone_reads
from editor.header.splice import spliced
from editor.header.spots import Spot
from editor.header.yaml_nodes import parse
from editor.header.yaml_write import (
    Habits,
    block_item,
    double_quoted,
    flow_text,
    item_text,
    key_text,
    plain_is_text,
    scalar_candidates,
    single_quoted,
)
from editor.text.edit import Edit
from editor.text.white_space import ASCII_SPACE

_STYLES = ("plain", "single", "double")
_TEXTS: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


_FAILURES = (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What PyYAML's constructors raise for odd input: `!!float` of nothing is an IndexError, `!!timestamp x` an
AttributeError, `!!bool x` a KeyError."""


def independent(content: str) -> dict[Any, Any] | None:
    """Return the data of YAML without fences as PyYAML builds it, every scalar a text; None where it can't.

    PyYAML only witnesses the structure: what a plain scalar means is for the blog's own reader to say.
    """
    try:
        data = yaml.load(content, Loader=_TEXTS)  # noqa: S506  makes nothing but texts, lists and maps
    except _FAILURES:
        return None
    return data if isinstance(data, dict) else None


class _Texts(YAMLHandler):
    """python-frontmatter's YAML with all scalars as texts."""

    def load(self, fm: str, **_: object) -> Any:
        """Return the data between the fences."""
        return yaml.load(fm, Loader=_TEXTS)  # noqa: S506  makes nothing but texts, lists and maps


_HANDLER: Final = _Texts()


class YamlFormat:
    """YAML as Jekyll, Hugo, Hexo, Astro and Eleventy read it; plain scalars are read by the blog's `ScalarRules`."""

    def read(self, text: str, place: Place) -> Node | None:
        """The tree of the data. Raises `HeaderError`."""
        content = place.content
        first_line = text.count("\n", 0, content.start) + 1
        return parse(text, content.start, content.end, first_line, scalars=place.scalars, tabs=place.tabs)

    def scalar(self, node: Node) -> Scalar:
        """Return what a scalar means: to the blog's reader, and where the writer chose the tag, to YAML 1.1."""
        if node.resolved:
            return node.value
        return node.text if node.tag == "str" else constructed(node.tag, node.text)

    def witness(self, text: str, header: Header) -> dict[str, Any] | None:
        """Return the data as python-frontmatter finds it (Hexo's own shapes as PyYAML does); scalars are texts."""
        if header.kind is not HeaderKind.YAML:
            return independent(header.content.of(text))
        try:
            return frontmatter.parse(text, handler=_HANDLER)[0] or None
        except _FAILURES:
            return None

    def changes(self, spot: Spot, value: Value) -> Iterator[Edit]:
        """A value in place of another: in its very place, then over everything after the colon."""
        node, habits = spot.node, Habits.of(spot.text, spot.header)
        if isinstance(value, list) and node.kind == "list" and isinstance(old := spot.value, list):
            yield from list_edits(spot.text, node, old, value, self._item_writer(habits))
        if _tag_goes(spot, value):
            yield from self._rewritten(spot, value, habits, node.mark_start)
            return
        if isinstance(value, str) and node.kind == "scalar" and node.tag == "str" and node.end > node.start:
            scalars = _rules_for_odd_text(spot)
            kept = spliced(spot.written, node.style, node.text, value, flow=spot.in_flow, scalars=scalars)
            if kept is not None:
                yield Edit(node.start, node.end, kept)
        yield from self._rewritten(spot, value, habits, node.start)
        if node.mark_start >= 0:
            yield from self._rewritten(spot, value, habits, node.mark_start)

    @staticmethod
    def is_doubtful(spot: Spot) -> bool:
        """Return whether readers that the blog may have disagree on a boolean or number without quotes."""
        node, scalars = spot.node, spot.header.rules.scalars
        if not node.resolved or node.marked or node.tag not in ("bool", "int", "float"):
            return False
        return everyone_reads(node.text) is None if scalars is YAML_1_1 else not scalars.agree(node.text)

    def additions(self, text: str, header: Header, parent: Spot | None, key: str, value: Value) -> Iterator[Edit]:
        """A key on a line of its own after its usual neighbour, or among the others in braces."""
        habits = Habits.of(text, header)
        holder = parent.node if parent is not None else header.root
        if holder is not None and holder.kind == "map" and holder.style == "flow":
            for style in dict.fromkeys((habits.item_style, habits.quote, "double")):
                written = f"{key_text(key, flow=True)}: {flow_text(value, style, habits)}".rstrip(" ")
                yield from entry_added(text, holder, len(holder.pairs), written)
            return
        at, indent = after_key(text, header, holder, key)
        before, after = ("\n", "") if at and text[at - 1] != "\n" else ("", "\n")
        for written in self._after_colon(value, habits, indent):
            yield Edit(at, at, f"{before}{indent}{key_text(key)}:{written}{after}")

    def removals(self, spot: Spot) -> Iterator[Edit]:
        """A key with its lines and the comment above that belongs to it."""
        if spot.parent.style == "flow":
            yield from entry_removed(spot.text, spot.parent, spot.index)
            return
        assert spot.key is not None
        lines = key_lines(spot.text, spot.header, spot.key, spot.node)
        before = spot.text[lines.start : outer_start(spot.key)]
        if not before.rpartition("\n")[2].strip(" \t"):
            if len(spot.parent.pairs) > 1 or len(spot.above) == 1:
                yield Edit(lines.start, lines.end, "")
        elif spot.index + 1 < len(spot.parent.pairs):  # the first key after a dash
            yield Edit(spot.key.start, outer_start(spot.parent.pairs[spot.index + 1][0]), "")
        if len(spot.parent.pairs) == 1 and len(spot.above) > 1:
            yield from self._emptied(spot)

    @staticmethod
    def _emptied(spot: Spot) -> Iterator[Edit]:
        """A group whose last key goes: empty, on its own key's line where it can."""
        parent, holder = spot.parent, spot.above[-2]
        above = next((key for key, value in holder.pairs if value is parent), None)
        colon = spot.text.find(":", above.end) + 1 if above is not None else 0
        if above is not None and not spot.text[colon : parent.start].strip(ASCII_SPACE):
            yield Edit(colon, parent.end, " {}")
        yield Edit(parent.start, parent.end, "{}")

    def renamings(self, spot: Spot, name: str) -> Iterator[Edit]:
        """Another name, in the old one's quotes."""
        key = spot.key
        if key is None or key.kind != "scalar":
            return
        quoted = {"single": single_quoted, "double": double_quoted}.get(key.style)
        if quoted is not None:
            yield Edit(key.start, key.end, quoted(name))
        yield Edit(key.start, key.end, key_text(name, flow=spot.in_flow))

    def quotings(self, spot: Spot) -> Iterator[Edit]:
        """A plain text in quotes, in the file's habit."""
        node = spot.node
        if node.kind == "scalar" and node.style == "plain":
            for style in dict.fromkeys((Habits.of(spot.text, spot.header).quote, "double")):
                written = single_quoted(node.text) if style == "single" else double_quoted(node.text)
                yield Edit(node.start, node.end, written)

    def new_headers(self, text: str, first_line: str, key: str, value: Value) -> Iterator[Edit]:
        """A fenced header above the text, with a blank line between them."""
        gap = "" if not text or text.startswith("\n") else "\n"
        for written in self._after_colon(value, Habits(), ""):
            yield Edit(0, 0, f"{first_line}\n{key_text(key)}:{written}\n---\n{gap}")

    def _rewritten(self, spot: Spot, value: Value, habits: Habits, start: int) -> Iterator[Edit]:
        text, node, end = spot.text, spot.node, spot.node.end
        colon = start
        if spot.key is not None:
            colon = text.find(":", spot.key.end) + 1
            if text[spot.key.end : colon].strip(ASCII_SPACE) != ":":
                return
        between = text[colon:start]
        same_line = "\n" not in between and end > start
        free = "#" not in between and spot.key is not None  # nothing but white space would be written over
        if isinstance(value, (list, dict)):
            for written in self._nested(spot, value, habits):
                if same_line and not written.startswith("\n"):
                    yield Edit(start, end, written.lstrip(" "))
                elif free:
                    yield Edit(colon, end, written)
            return
        style = node.style if node.kind == "scalar" else ""
        block = spot.written if style in ("literal", "folded") else ""
        spelled = node.text if node.tag != "str" else ""
        for written in scalar_candidates(
            value,
            style,
            habits,
            old=spelled,
            block=block,
            indent=spot.indent,
            flow=spot.in_flow,
            scalars=_rules_for_odd_text(spot),
        ):
            if same_line:
                yield Edit(start, end, written)
            elif free:
                gap = 1 if text[colon : colon + 1] == " " and end == colon else 0
                yield Edit(colon + gap, end + gap, " "[gap:] + written if written else "")

    def _nested(self, spot: Spot, value: list[Value] | dict[str, Value], habits: Habits) -> Iterator[str]:
        if spot.in_flow or spot.key is None:
            for style in dict.fromkeys((habits.item_style, habits.quote, "double")):
                if spot.key is None and not spot.in_flow and isinstance(value, dict):
                    yield block_item(value, style, habits, spot.indent)
                yield flow_text(value, style, habits)
        elif isinstance(value, list):
            # an empty key gets lines of its own, so that it is empty again when the last one goes
            otherwise = "block" if spot.value is None and spot.node.end == spot.node.start else "flow"
            yield from habits.list_candidates(value, spot.indent, otherwise)
        else:
            yield from habits.map_candidates(value, spot.indent)

    def _after_colon(self, value: Value, habits: Habits, indent: str) -> Iterator[str]:
        """What stands after a new key's colon."""
        if isinstance(value, list):
            yield from habits.list_candidates(value, indent)
        elif isinstance(value, dict):
            yield from habits.map_candidates(value, indent)
        else:
            style = "" if isinstance(value, str) else "plain"
            for written in scalar_candidates(value, style, habits, old="", block="", indent=indent):
                yield f" {written}" if written else ""

    @staticmethod
    def _item_writer(habits: Habits) -> ItemWriter:
        def write(pieces: Pieces, value: Value, variant: int, near: str) -> str:
            style = (
                near if near in _STYLES else "plain" if near else habits.item_style,
                habits.item_style,
                habits.quote,
                "double",
            )[variant]
            if isinstance(value, (list, dict)):
                if pieces.flow:
                    return flow_text(value, style, habits)
                return block_item(value, style, habits, pieces.inner)
            return item_text(value, style, habits)

        return write


def _tag_goes(spot: Spot, value: Value) -> bool:
    """Return whether a tag before a value can't stay: readers make different things of `!!int "010"` and `! 12`.

    Behind `!` and `!!str` a text may stay that no reader takes for something else. In a folder that nobody builds, the
    tags of YAML's own are the writer's choice.
    """
    node, scalars = spot.node, spot.header.rules.scalars
    mark = spot.text[node.mark_start : node.start] if node.kind == "scalar" and node.mark_start >= 0 else ""
    tags = [word for word in mark.replace("\n", " ").replace("\t", " ").split(" ") if word.startswith("!")]
    if not tags or (scalars is YAML_1_1 and tags != ["!"] and not isinstance(value, (list, dict))):
        return False
    stays = tags == ["!!str"] or (tags == ["!"] and not scalars.mark_is_map)
    return not (stays and _is_text_to_all(value))


def _is_text_to_all(value: Value) -> bool:
    """Return whether a value is a text whose characters no reader takes for something else."""
    return isinstance(value, str) and everyone_reads(value) == ("str", value)


def _rules_for_odd_text(spot: Spot) -> ScalarRules | None:
    """The blog's own rules where a plain text stands that other readers take for something else, as `start: 12:30`.

    Its writer trusts the one reader that the blog has, so a text of this kind may replace it without quotes.
    """
    node, scalars = spot.node, spot.header.rules.scalars
    odd = node.resolved and node.tag == "str" and not plain_is_text(node.text, flow=spot.in_flow)
    return scalars if odd and scalars is not YAML_1_1 else None
