"""Every regular expression of the program, how it is used, and repeated texts that could make it slow."""

from __future__ import annotations

import ast
import functools
import importlib
import itertools
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from re import _constants, _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, Final

import editor
from tests.conftest import ROOT
from tests.fuzz.matcher import MANY, ONE_CHARACTER, one_character

_C: Final = _constants
_CALLS: Final = ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
_AT_A_PLACE: Final = {"match": "match", "check": "match", "scan": "match", "fullmatch": "fullmatch"}
"""Methods that try a pattern at one place; the last two are those of kramdown's scanner."""
_NO_MATTER: Final = frozenset({"pattern", "flags", "groups", "groupindex"})
_CHARACTERS: Final = "a0 \t\n_-\"'`*<>/[](){}:.,=%&|\\#$!?é日\ufdd0\ufdd2\ufdd1"


@dataclass(slots=True)
class Used:
    """A pattern, the places of the source that have it, and how it is tried: "match", "fullmatch", "search"."""

    pattern: re.Pattern[str]
    names: list[str] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)


@functools.cache
def all_patterns() -> list[Used]:
    """Return the patterns of all modules: those that they hold, and those written where they are used."""
    found: dict[tuple[str, int], Used] = {}
    trees = {module: ast.parse(_file(module).read_text("utf-8")) for module in _modules()}
    ways_in = {module: _ways_by_name(tree) for module, tree in trees.items()}
    shared: dict[str, set[str]] = defaultdict(set)
    for ways_here in ways_in.values():
        for name, ways in ways_here.items():
            shared[name] |= ways
    for module, tree in trees.items():
        own = ways_in[module]
        for name, pattern in _held(module):
            last = name.partition("[")[0]
            ways = own if last.startswith("_") else shared
            used = found.setdefault((pattern.pattern, pattern.flags), Used(pattern))
            used.names.append(f"{module.__name__}.{name}")
            used.ways |= ways.get(last, {"search"})
        for line, way, pattern in _written(module, tree):
            if way == "search" and (pattern.pattern, pattern.flags) in found:
                continue  # compiled here and held by a name, whose use is known
            used = found.setdefault((pattern.pattern, pattern.flags), Used(pattern))
            used.names.append(f"{module.__name__}:{line}")
            used.ways.add(way)
    return list(found.values())


def _file(module: ModuleType) -> Any:
    return ROOT / (module.__file__ or "")


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(editor.__path__, "editor."):
        if not info.name.startswith("editor._"):
            yield importlib.import_module(info.name)


def _held(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Return a module's own patterns, also those in its tables, dataclasses and classes."""
    for name, value in vars(module).items():
        if isinstance(value, ModuleType) or name.startswith("__"):
            continue
        if not isinstance(value, type) or value.__module__ == module.__name__:
            yield from _inside(name, value, 0)


def _inside(name: str, value: object, depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
        return
    parts: list[object] = []
    if isinstance(value, dict):
        parts = [*value, *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        parts = list(value)
    elif isinstance(value, type):
        parts = list(vars(value).values())
    elif hasattr(value, "__dataclass_fields__"):
        parts = [getattr(value, one, None) for one in value.__dataclass_fields__]
    if depth < 4:
        for part in parts:
            yield from _inside(f"{name}[…]", part, depth + 1)


def _ways_by_name(tree: ast.AST) -> dict[str, set[str]]:
    """Return how the patterns of each name are tried in a module; a name that is handed on may be searched for."""
    methods: dict[int, str] = {}
    called: dict[int, str] = {}
    names: list[tuple[str, int]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            methods[id(node.value)] = node.attr
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called |= {id(argument): node.func.attr for argument in node.args}
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name.strip("_").isupper():
                names.append((name, id(node)))
    ways: dict[str, set[str]] = defaultdict(set)
    for name, node_id in names:
        method = methods.get(node_id) or called.get(node_id, "search")
        if method not in _NO_MATTER:
            ways[name].add(_AT_A_PLACE.get(method, "search"))
    return ways


class _Unknown(dict[str, object]):
    """What a name of a function stands for where a pattern is put together from it: some word."""

    def __missing__(self, name: str) -> object:
        import builtins

        if hasattr(builtins, name):
            return getattr(builtins, name)
        return _Word("x")


class _Word(str):
    __slots__ = ()

    def __getattr__(self, name: str) -> _Word:
        return self

    def __getitem__(self, key: object) -> str:
        return "x"

    def __call__(self, *_: object) -> _Word:
        return self

    def __mul__(self, times: object) -> str:  # type: ignore[override]
        return "x"

    def __format__(self, spec: str) -> str:
        return "x"


def _written(module: ModuleType, tree: ast.AST) -> Iterator[tuple[int, str, re.Pattern[str]]]:
    """Return the patterns that calls like `re.sub(…)` have, with how they are tried."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re") or not node.args:
            continue
        names = _Unknown(vars(module))
        pattern = _value(node.args[0], names)
        flags = 0
        place = {"compile": 1, "sub": 4, "subn": 4, "split": 3}.get(node.func.attr, 2)
        written = [one.value for one in node.keywords if one.arg == "flags"] or node.args[place : place + 1]
        if written:
            value = _value(written[0], names)
            flags = value if isinstance(value, int) else 0
        if isinstance(pattern, str):
            try:
                compiled = re.compile(str(pattern), flags)
            except re.error:
                continue  # put together from what only runs know; `tests/fuzz/test_growth.py` runs it
            yield node.lineno, _AT_A_PLACE.get(node.func.attr, "search"), compiled


def _value(node: ast.expr, names: dict[str, object]) -> object:
    expression = ast.Expression(node)
    try:
        return eval(compile(expression, "pattern", "eval"), {}, names)  # our own source
    except Exception:  # noqa: BLE001  put together from what only runs know
        return None


def is_bounded(pattern: re.Pattern[str], way: str) -> bool:
    """Return whether a pattern can't but be steady, as its tree shows.

    So is one without a repeat that has no bound; and, at one place, one with a single repeat of one character, which
    stands in no other repeat.
    """
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    if any(kind is _C.GROUPREF for kind, _, _ in _all_nodes(tree, 0)):
        return False
    found = list(_unbounded(tree, inside=False))
    return not found or (way != "search" and found == [True])


def _unbounded(nodes: Any, *, inside: bool) -> Iterator[bool]:
    """For each repeat of more than `MANY`: whether it is one of a character, and in no other repeat."""
    for kind, value in nodes:
        repeats = kind in (_C.MAX_REPEAT, _C.MIN_REPEAT, _C.POSSESSIVE_REPEAT)
        if repeats and (value[1] is _C.MAXREPEAT or int(value[1]) > MANY):
            yield not inside and len(value[2]) == 1 and value[2][0][0] in ONE_CHARACTER
        for inner in _parts(kind, value):
            yield from _unbounded(inner, inside=inside or (repeats and value[1] != 1))


def pumped(pattern: re.Pattern[str], most: int = 14, starts: int = 8) -> Iterator[tuple[str, str]]:
    """Return beginnings and pieces: texts that begin so and go on with the piece repeated try the pattern hard.

    The pieces are what parts of the pattern match: its characters, and each beginning of each of its sequences.
    """
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    flags = tree.state.flags
    characters = _letters(tree, flags)
    pieces = dict.fromkeys(characters[:most])
    for one in itertools.islice(_beginnings(tree, flags), 60):
        pieces.setdefault(one)
    before = dict.fromkeys(["", *itertools.islice(_sequence_beginnings(list(tree), flags), starts)])
    for start in before:
        for piece in pieces:
            if piece:
                yield start, piece


def _letters(nodes: Any, flags: int) -> list[str]:
    """Return a few characters for each single character of a pattern."""
    found: dict[str, None] = {}
    for node in _all_nodes(nodes, flags):
        kind, value, here = node
        if kind in (_C.LITERAL, _C.NOT_LITERAL, _C.IN, _C.ANY):
            if kind is _C.LITERAL:
                found.setdefault(chr(value))
            else:
                for one in _fitting((kind, value), here)[:2]:
                    found.setdefault(one)
    return list(found)


def _all_nodes(nodes: Any, flags: int) -> Iterator[tuple[Any, Any, int]]:
    for kind, value in nodes:
        yield kind, value, flags
        for inner in _parts(kind, value):
            yield from _all_nodes(inner, flags)


def _parts(kind: Any, value: Any) -> list[Any]:
    if kind is _C.BRANCH:
        return list(value[1])
    if kind is _C.SUBPATTERN:
        return [value[3]]
    if kind in (_C.MAX_REPEAT, _C.MIN_REPEAT, _C.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is _C.ATOMIC_GROUP:
        return [value]
    if kind in (_C.ASSERT, _C.ASSERT_NOT):
        return [value[1]]
    return []


def _fitting(node: tuple[Any, Any], flags: int) -> list[str]:
    fits = one_character(node, flags)
    own = [chr(value if kind is _C.LITERAL else value[0]) for kind, value in _members(node)]
    return [one for one in dict.fromkeys([*own, *_CHARACTERS]) if fits(one)] or [
        chr(one) for one in range(0x20, 0x3000) if fits(chr(one))
    ][:2]


def _members(node: tuple[Any, Any]) -> list[tuple[Any, Any]]:
    kind, value = node
    if kind is not _C.IN:
        return []
    return [one for one in value if one[0] in (_C.LITERAL, _C.RANGE)]


def _sample(nodes: Sequence[tuple[Any, Any]], flags: int) -> str:
    """Return a text that a sequence matches, or nearly."""
    text = ""
    for kind, value in nodes:
        if kind is _C.LITERAL:
            text += chr(value)
        elif kind in (_C.NOT_LITERAL, _C.IN, _C.ANY):
            text += (_fitting((kind, value), flags) or ["x"])[0]
        elif kind is _C.BRANCH:
            text += _sample(list(value[1][0]), flags)
        elif kind in (_C.MAX_REPEAT, _C.MIN_REPEAT, _C.POSSESSIVE_REPEAT):
            text += _sample(list(value[2]), flags) * min(max(1, int(value[0])), 8)
        elif kind is _C.SUBPATTERN or kind is _C.ATOMIC_GROUP:
            text += _sample(list(_parts(kind, value)[0]), flags)
    return text


def _sequence_beginnings(nodes: list[tuple[Any, Any]], flags: int) -> Iterator[str]:
    text = ""
    for node in nodes:
        text += _sample([node], flags)
        if text:
            yield text


def _beginnings(nodes: Any, flags: int, before: str = "") -> Iterator[str]:
    """Return what each beginning of each sequence matches, with what stands before it; outer ones first."""
    for one in _sequence_beginnings(list(nodes), flags):
        yield before + one
    text = before
    for kind, value in nodes:
        for inner in _parts(kind, value):
            yield from _beginnings(inner, flags, text)
        text += _sample([(kind, value)], flags)
