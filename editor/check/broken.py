"""Front matter that its generator can't read, or reads only in part; and edits that mend it.

What mends is tried out: an edit counts when the header can be read after it and every key that could be read before
still has its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from editor.check.broken_lines import first_slip
from editor.check.problem import Fix, Problem, Severity
from editor.check.situation import NO_EDIT, Situation
from editor.check.unread import unread_header
from editor.header import FieldType, Generator, Header, HeaderError, HeaderKind, Rules, Syntax, read_header
from editor.language import msg, tr
from editor.text.edit import Edit, apply, shrink

_ENTRY = re.compile(
    r"(?=.*+$)(?P<start>[ \t]*+(?:- )*(?:[^ \t\n#:'\"][^:\n]*+:[ \t]++|- ))(?P<value>[^ \t\n](?:.*[^ \t\n])?)[ \t]*+$"
)
_HEADER_LINE = re.compile(r"(?:[\w-]+[ \t]*:(?:[ \t].*)?|[ \t]+[^ \t\n].*|-[ \t].*|#.*|[\w.-]+[ \t]*=.*|\[.*\])$")
_STOP_AT_TWICE = frozenset({Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY, Generator.HUGO})
"""Generators whose YAML readers stop at a key that stands twice: js-yaml, and Hugo's since 0.152 (measured, 0.168)."""
_HALVES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""Halves of a character as escapes: pairs, and such as stand alone."""
_EFFECTS = {
    Generator.JEKYLL: msg("Jekyll would build the post without its front matter"),
    Generator.HUGO: msg("Hugo stops building"),
    Generator.ASTRO: msg("Astro stops building"),
    Generator.ELEVENTY: msg("Eleventy stops building"),
    Generator.HEXO: msg("Hexo leaves the post out"),
}


_EFFECTS_OF_TEXT = {
    Generator.ASTRO: msg("Astro reads no key at all"),
    Generator.HEXO: msg("readers would see it as text"),
}
"""Where a front matter that is one text, without a single key, does not stop the generator."""


def broken_header(situation: Situation) -> Iterator[Problem]:
    """Jekyll builds such a post at today's address with its front matter dropped; others stop (measured)."""
    header = situation.header
    error = header.error
    if error is None or unread_header(situation) is not None or _is_read_elsewhere(situation, error):
        return
    effects = _EFFECTS | _EFFECTS_OF_TEXT if _is_one_text(situation) else _EFFECTS
    effect = tr(effects[situation.generator]) if situation.generator in effects else ""
    path = str(situation.path or "")
    slip = first_slip(situation.post.text, header, error.line)
    if slip is not None:
        if slip.is_text_to_hugo and situation.generator is Generator.HUGO:
            effect = tr("Hugo reads it as text")
        message = f"{slip.problem} ({effect})" if effect else slip.problem
        mended = Fix(slip.label, partial(_given, shrink(situation.post.text, slip.edit)))
        yield Problem(path, slip.line, 1, "broken-header", Severity.ERROR, message, "", mended)
        return
    message = f"{error.problem} ({effect})" if effect else error.problem
    fix = _fix(situation, header, error.line)
    yield Problem(path, error.line, error.column, "broken-header", Severity.ERROR, message, "", fix)


def _is_one_text(situation: Situation) -> bool:
    """Whether the lines of a YAML front matter are one text to YAML, as `title：A` is."""
    header = situation.header
    if header.syntax is not Syntax.YAML:
        return False
    lines = header.content.of(situation.post.text).strip("\n").split("\n")
    as_value = "x:\n" + "\n".join(f"  {line}" for line in lines)
    read = read_header(f"---\n{as_value}\n---\n", header.rules)
    return read.error is None and len(read.fields) == 1 and read.fields[0].type is FieldType.TEXT


def _is_read_elsewhere(situation: Situation, error: HeaderError) -> bool:
    """Whether the error is one that only libyaml has: halves of a character, written as escapes (`"\\uD83D\\uDE00"`).

    Jekyll's reader is libyaml too. Hugo, Hexo, Astro and Eleventy read a pair of them (measured); a half alone stops
    Hugo only.
    """
    if situation.generator in (Generator.JEKYLL, Generator.PLAIN) or situation.header.syntax is not Syntax.YAML:
        return False
    line = situation.post.text.split("\n")[error.line - 1 : error.line]
    escapes = _HALVES.findall(line[0]) if line else []
    if not escapes or (situation.generator is Generator.HUGO and any(len(one) == 6 for one in escapes)):
        return False
    content = _HALVES.sub("x", situation.header.content.of(situation.post.text))
    return read_header(f"---\n{content}---\n", situation.header.rules).error is None


def tabs_in_indentation(situation: Situation) -> Iterator[Problem]:
    """Hexo takes a tab for two spaces (hexo-front-matter, `escapeYAML`); to the others it breaks the YAML."""
    header = situation.header
    if header.error is not None or header.syntax is not Syntax.YAML or situation.generator is Generator.HEXO:
        return
    content = header.content.of(situation.post.text)
    match = re.search(r"\n\t", "\n" + content)
    if match is None or _reads_alike(situation, content):
        return
    line = situation.post.text.count("\n", 0, header.content.start + match.start()) + 1
    message = tr("a tab indents this line: Hexo reads it, the other generators do not. Indent with spaces")
    fix = _fix(situation, header, line)
    yield Problem(str(situation.path or ""), line, 1, "tab-indent", Severity.WARNING, message, "", fix)


def _reads_alike(situation: Situation, content: str) -> bool:
    """Whether the tabs stand where YAML allows them, inside a text."""
    header = situation.header
    strict = read_header(f"---\n{content}---\n", Rules(Generator.JEKYLL))
    return strict.error is None and len(strict.fields) == len(header.fields)


def duplicate_keys(situation: Situation) -> Iterator[Problem]:
    """A key that stands twice: js-yaml and Hugo stop at it, to Psych the last one counts, to Pelican the first one."""
    header = situation.header
    if header.error is not None:
        return
    by_key: dict[str, list[int]] = {}
    for index, field in enumerate(header.fields):
        by_key.setdefault(field.key, []).append(index)
    for key, places in by_key.items():
        if len(places) < 2:
            continue
        first = header.syntax is Syntax.PELICAN
        lines = ", ".join(str(header.fields[index].line) for index in places)
        stops = _stops_at_twice(situation)
        if stops:
            message = tr("“{0}” stands more than once (lines {1}): {2} stops at it")
        elif first:
            message = tr("“{0}” stands more than once (lines {1}): only the first one counts")
        else:
            message = tr("“{0}” stands more than once (lines {1}): only the last one counts")
        message = message.format(key, lines, situation.generator)
        lost = places[-1] if first else places[0]
        label = tr("Remove line {0}, which does not count").format(header.fields[lost].line)
        fix = Fix(label, partial(situation.post.unset, key, index=lost))
        severity = Severity.ERROR if stops else Severity.WARNING
        yield situation.problem("duplicate-key", severity, message, header.fields[places[-1]], fix)
    yield from _keys_in_other_case(situation)
    if _stops_at_twice(situation):
        yield from _nested_twice(situation)


def _stops_at_twice(situation: Situation) -> bool:
    old_hugo = situation.generator is Generator.HUGO and situation.header.rules.scalars.name.startswith("go-yaml")
    yaml = situation.header.syntax is Syntax.YAML
    return yaml and situation.generator in _STOP_AT_TWICE and not old_hugo


def _keys_in_other_case(situation: Situation) -> Iterator[Problem]:
    """Hugo's keys ignore case: `Draft` counts before `draft`, wherever it stands (measured, 0.168)."""
    header = situation.header
    if situation.generator is not Generator.HUGO or header.syntax is not Syntax.YAML:
        return
    for index, field in enumerate(header.fields):
        counts = header.field(field.key)
        if counts is None or counts.key == field.key:
            continue
        message = tr("“{0}” is the same key as “{1}” to Hugo (lines {2}, {3}): only “{1}” counts").format(
            field.key, counts.key, field.line, counts.line
        )
        fix = Fix(
            tr("Remove line {0}, which does not count").format(field.line),
            partial(situation.post.unset, field.key, index=index),
        )
        yield situation.problem("duplicate-key", Severity.WARNING, message, field, fix)


def _nested_twice(situation: Situation) -> Iterator[Problem]:
    """Keys that stand twice in a map below a key."""
    text, root = situation.post.text, situation.header.root
    waiting = [value for _, value in root.pairs] if root is not None else []
    while waiting:
        node = waiting.pop()
        waiting += [*node.items, *(value for _, value in node.pairs)]
        seen: set[str] = set()
        for key, _ in node.pairs:
            if key.kind == "scalar" and key.tag != "merge" and key.text in seen:
                line, start = text.count("\n", 0, key.start) + 1, text.rfind("\n", 0, key.start) + 1
                message = tr("“{0}” is in the same map twice: {1} stops at it").format(key.text, situation.generator)
                path = str(situation.path or "")
                yield Problem(path, line, key.start - start + 1, "duplicate-key", Severity.ERROR, message)
            seen.add(key.text)


def byte_order_mark(situation: Situation) -> Iterator[Problem]:
    """“Very, very bad things” may happen with one (Jekyll, docs/_docs/front-matter.md); 4.3.1 builds it (measured)."""
    source = situation.post.source
    if source.bom and source.encoding.startswith("utf-8"):
        message = tr("the file starts with a byte order mark: some generators then see no front matter")
        fix = Fix(tr("Remove it"), lambda: NO_EDIT, drops_bom=True)
        yield situation.problem("byte-order-mark", Severity.HINT, message, None, fix)


# -- what may mend a broken header


def _fix(situation: Situation, header: Header, line: int) -> Fix | None:
    text = situation.post.text
    rules = header.rules if situation.generator is not Generator.PLAIN else Rules(Generator.JEKYLL)
    for label, edit in _candidates(text, header, line):
        after = read_header(apply(text, edit), rules)
        if after.error is not None or after.kind is HeaderKind.NONE or not after.fields:
            continue
        values = after.values()
        if all(repr(values.get(field.key)) == repr(field.value) for field in header.fields):
            least = shrink(text, edit)
            return Fix(label, partial(_given, least))
    return None


def _given(edit: Edit) -> Edit:
    return edit


def _candidates(text: str, header: Header, line: int) -> Iterator[tuple[str, Edit]]:
    if header.span.end == 0:
        yield from _closing(text, header)
        return
    content = header.content.of(text)
    if "\t" in content:
        spaces = re.sub(r"(?m)^[ \t]+", lambda match: match[0].replace("\t", "  "), content)
        yield tr("Indent with spaces"), Edit(header.content.start, header.content.end, spaces)
    if header.syntax is not Syntax.YAML:
        return
    starts = [0, *(match.end() for match in re.finditer("\n", text[: header.content.end]))]
    for number in (line, line - 1):
        if not 1 < number <= len(starts):
            continue
        start = starts[number - 1]
        stop = text.find("\n", start, header.content.end)
        row = text[start : stop if stop >= 0 else header.content.end]
        yield from _in_line(row, start)


def _in_line(row: str, start: int) -> Iterator[tuple[str, Edit]]:
    entry = _ENTRY.match(row)
    if entry is None:
        return
    value, at = entry["value"], start + entry.start("value")
    end = at + len(value)
    if value[0] in "'\"":
        yield tr("Close the quote"), Edit(end, end, value[0])
        inner = value[1:-1] if value.endswith(value[0]) and len(value) > 1 else value
        if value[0] == '"' and len(value) > 1 and value[-1] == '"':
            yield tr("Use single quotes"), Edit(at, end, "'" + inner.replace("'", "''") + "'")
        if value[0] == "'" and len(value) > 1 and value[-1] == "'":
            yield tr("Double the quotes inside"), Edit(at, end, "'" + inner.replace("'", "''") + "'")
    if value[0] == "[":
        yield tr("Close the list"), Edit(end, end, "]")
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if "'" in value else f"'{value}'"
    yield tr("Put the value in quotes"), Edit(at, end, quoted)


def _closing(text: str, header: Header) -> Iterator[tuple[str, Edit]]:
    """The missing fence: below the lines that look like front matter."""
    fence = {Syntax.TOML: "+++", Syntax.JSON: "}"}.get(header.syntax, "---")
    lines = text.split("\n")
    number = 1
    while number < len(lines) and _HEADER_LINE.match(lines[number]):
        number += 1
    at = len("\n".join(lines[:number]))
    if number > 1:
        yield tr("Put {0} below line {1}").format(fence, number), Edit(at, at, f"\n{fence}")


CHECKS = (broken_header, tabs_in_indentation, duplicate_keys, byte_order_mark)
