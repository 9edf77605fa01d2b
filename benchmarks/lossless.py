"""Every key of every post of a folder, set and set back; what other readers say of each edit.

    python benchmarks/lossless.py [FOLDER] [--slow-readers-each N]      (default: the example blog)

For each post: each key gets a changed value of its type and then its old one; a tag is added and removed; a key is
added and unset. Bytes are compared with the file's; data with python-frontmatter, ruamel (YAML 1.1 and 1.2), tomlkit,
Python's JSON, Python-Markdown's metadata, and where they are installed Ruby's Psych and node's js-yaml
(`npm install js-yaml` into a folder named in NODE_PATH). ruamel is slow and looks at every Nth edit.

    posts     with front matter that can be edited by field
    edits     asked for
    exact     proven, and nothing but the value's lines changed
    refused   answered with a reason, the file unchanged
    wrong     a reader sees another key changed or the value otherwise than wanted, or a byte outside changed
    back      of the values set and set back, those that gave the very bytes of the file
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from readers.data import FAILURES, Data, json_data, meta, python_frontmatter, ruamel, toml

from editor.blog.posts import find_posts
from editor.blog.rules import RulesBook
from editor.header import DateText, Field, Header, HeaderKind, Refused, Syntax, Value, read_header
from editor.header.dates import read_date, write_date
from editor.post.files import FileError, read_file
from editor.post.post import Post
from editor.resources import resource
from editor.text.edit import Edit, apply, difference
from editor.text.source import UndecodableError

READERS = Path(__file__).parent / "readers"
NEW_KEY, NEW_VALUE, NEW_TAG = "brand_new_key", "値: new", "新しい tag"


@dataclass(slots=True)
class Tally:
    """The counts, and the first of what went wrong."""

    posts: int = 0
    edits: int = 0
    exact: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    set_back: int = 0
    identical: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    unlike: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Done:
    """An edit that was made, for the readers to look at."""

    path: Path
    syntax: Syntax
    key: str
    before: str
    after: str
    wanted: Value
    gone: bool = False


def changed(value: Value) -> Value:
    """Another value of the same type; None where there is none (an empty value, a map without scalars)."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case DateText():
            moment = read_date(value.text)
            if moment is None:
                return None
            other = moment.day.replace(day=moment.day.day % 28 + 1)
            return DateText(write_date(type(moment)(other, moment.clock, moment.offset), value.text))
        case str():
            return f"{value} 新" if value.strip() else None
        case list():
            inner = next(((at, other) for at, item in enumerate(value) if (other := changed(item)) is not None), None)
            return [*value[: inner[0]], inner[1], *value[inner[0] + 1 :]] if inner is not None else None
        case dict():
            pair = next(((key, other) for key, item in value.items() if (other := changed(item)) is not None), None)
            return {**value, pair[0]: pair[1]} if pair is not None else None
    return None


def measure(path: Path, post: Post, tally: Tally) -> Iterator[Done]:
    """All edits of one post."""
    trial = Trial(path, post, tally)
    header = post.header
    for one in header.fields:
        value = changed(one.value)
        if value is None or header.field(one.key) is not one:
            continue  # of a repeated key only the one that counts
        done = trial.make(one.key, value, partial(post.set_value, one.key, value))
        if done is None:
            continue
        if outside_changed(done.before, done.after, one):
            tally.wrong.append(f"{path}: {one.key}: bytes outside the value's lines changed")
        yield done
        trial.back(done, lambda other, one=one: other.set_value(one.key, one.value))
    key = next((key for key in ("tags", "tag", "keywords", "categories") if header.field(key) is not None), None)
    words = header.field(key) if key is not None else None
    if key is not None and words is not None and isinstance(words.value, list):
        done = trial.make(key, [*words.value, NEW_TAG], partial(post.add_item, key, NEW_TAG))
        if done is not None:
            yield done
            trial.back(done, lambda other: other.remove_item(key, NEW_TAG))
    done = trial.make(NEW_KEY, NEW_VALUE, partial(post.set_value, NEW_KEY, NEW_VALUE))
    if done is not None:
        yield done
        trial.back(done, lambda other: other.unset(NEW_KEY))
    for one in header.fields[:1]:
        done = trial.make(one.key, None, partial(post.unset, one.key), gone=True)
        if done is not None:
            yield done


@dataclass(slots=True)
class Trial:
    """Edits of one post, counted."""

    path: Path
    post: Post
    tally: Tally

    def make(self, key: str, wanted: Value, make: Callable[[], Edit], *, gone: bool = False) -> Done | None:
        """An edit that was made; None when it was refused."""
        self.tally.edits += 1
        try:
            edit = make()
        except Refused as refusal:
            self.tally.refused[refusal.reason.partition(";")[0]] += 1
            self.tally.unlike.append(f"refused {self.path}: {refusal}")
            return None
        text = self.post.text
        after = apply(text, edit)
        if after == text:
            self.tally.wrong.append(f"{self.path}: {key}: nothing changed")
            return None
        self.tally.exact += 1
        return Done(self.path, self.post.header.syntax, key, text, after, wanted, gone)

    def back(self, done: Done, make: Callable[[Post], Edit]) -> None:
        """Do the opposite, and compare the file's bytes."""
        self.tally.set_back += 1
        original = self.post.to_bytes()
        other = Post.from_bytes(original, self.post.header.rules)
        change = difference(done.before, done.after)
        if change is not None:
            other.apply(change)
        try:
            edit = make(other)
        except Refused as refusal:
            self.tally.unlike.append(f"not back {done.path}: {done.key}: {refusal}")
            return
        other.apply(edit)
        if other.to_bytes() == original:
            self.tally.identical += 1
        else:
            self.tally.unlike.append(f"other bytes {done.path}: {done.key}")


def outside_changed(before: str, after: str, one: Field) -> bool:
    """Whether anything but the lines of a key and its value is different."""
    start = before.rfind("\n", 0, one.key_span.start) + 1
    stop = before.find("\n", max(one.key_span.end, one.value_span.end))
    tail = before[stop:] if stop >= 0 else ""
    return not (after.startswith(before[:start]) and after.endswith(tail))


def compare(name: str, read: Callable[[str], Data], done: Done, tally: Tally) -> None:
    """What one reader says of one edit."""
    try:
        old = read(done.before)
    except FAILURES:
        return  # a reader that could not read the file before has no say
    if old is None:
        return
    try:
        new = read(done.after) or {}
    except FAILURES as error:
        tally.wrong.append(f"{done.path}: {done.key}: {name} can't read the result: {error}")
        return
    tally.seen[name] += 1
    rest = [(key, repr(value)) for key, value in old.items() if str(key) != done.key]
    if rest != [(key, repr(value)) for key, value in new.items() if str(key) != done.key]:
        tally.wrong.append(f"{done.path}: {done.key}: {name} sees another key changed")
        return
    keys = {str(key): value for key, value in new.items()}
    if done.gone:
        if done.key in keys:
            tally.wrong.append(f"{done.path}: {done.key}: {name} still sees the key")
        return
    was = next((value for key, value in old.items() if str(key) == done.key), None)
    if not agrees(keys.get(done.key), done.wanted, was):
        tally.wrong.append(f"{done.path}: {done.key}: {name} reads {keys.get(done.key)!r}, wanted {done.wanted!r}")


def agrees(found: Any, wanted: Value, was: Any) -> bool:
    """Whether a reader's value is the wanted one: texts by their characters, others by the type they had."""
    match wanted:
        case DateText():
            return was is None or type(found) is type(was)
        case bool():
            return found is wanted or type(found) is type(was)
        case str():
            return bool(found == wanted) or (isinstance(found, list) and ", ".join(found) == wanted)
        case int() | float():
            return bool(found == wanted) or not isinstance(was, (int, float))
        case list():
            if isinstance(found, str):
                return [part.strip() for part in found.replace(";", ",").split(",")] == wanted
            same = isinstance(found, list) and len(found) == len(wanted)
            olds = was if isinstance(was, list) else []
            olds = [*olds, *[None] * len(wanted)][: len(wanted)]
            return same and all(map(agrees, found, wanted, olds))
        case dict():
            olds = was if isinstance(was, dict) else {}
            same = isinstance(found, dict) and len(found) == len(wanted)
            names = {str(key): item for key, item in found.items()} if same else {}
            return same and all(agrees(names.get(key), item, olds.get(key)) for key, item in wanted.items())
    return found is None


class OtherProgram:
    """A reader in another language: gets an edit a line, says what it sees."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name, self._command = name, command
        self._edits: list[Done] = []

    @property
    def installed(self) -> bool:
        """Whether it can be started with what it needs."""
        if shutil.which(self._command[0]) is None:
            return False
        done = subprocess.run(self._command, input="", capture_output=True, text=True, check=False)
        return done.returncode == 0

    def add(self, done: Done) -> None:
        """An edit to look at."""
        self._edits.append(done)

    def compare(self, tally: Tally) -> None:
        """What it says of all edits."""
        lines = [
            json.dumps({"before": yaml_of(done.before), "after": yaml_of(done.after), "key": done.key})
            for done in self._edits
        ]
        answer = subprocess.run(self._command, input="\n".join(lines), capture_output=True, text=True, check=True)
        for done, line in zip(self._edits, answer.stdout.splitlines(), strict=True):
            self._judge(done, json.loads(line), tally)

    def _judge(self, done: Done, said: dict[str, Any], tally: Tally) -> None:
        if not said["read"]:
            return
        if not said["reads"]:
            if done.gone and not yaml_of(done.after).strip():
                return
            tally.wrong.append(f"{done.path}: {done.key}: {self.name} can't read the result")
            return
        tally.seen[self.name] += 1
        if not said["others"]:
            tally.wrong.append(f"{done.path}: {done.key}: {self.name} sees another key changed")
        elif done.gone:
            if said["there"]:
                tally.wrong.append(f"{done.path}: {done.key}: {self.name} still sees the key")
        elif isinstance(done.wanted, str) and said["new"]["text"] != done.wanted:
            tally.wrong.append(f"{done.path}: {done.key}: {self.name} reads {said['new']}, wanted {done.wanted!r}")
        elif done.key != NEW_KEY and kind(said["old"]["type"]) != kind(said["new"]["type"]):
            tally.wrong.append(f"{done.path}: {done.key}: {self.name} saw {said['old']}, sees {said['new']}")


def kind(type_name: str) -> str:
    """Ruby has a class for each of true and false."""
    return "boolean" if type_name in ("TrueClass", "FalseClass") else type_name


def yaml_of(text: str) -> str:
    """What stands between a YAML header's fences."""
    return Post.from_bytes(text.encode("utf-8", "surrogatepass")).header.content.of(text)


BY_SYNTAX: dict[Syntax, dict[str, Callable[[str], Data]]] = {
    Syntax.TOML: {"tomlkit": toml},
    Syntax.JSON: {"json": json_data},
    Syntax.PELICAN: {"Python-Markdown": meta},
}


def bare(done: Done, header: Header) -> Done:
    """The same edit without fences and body, as readers of a bare format want it."""
    after = read_header(done.after, header.rules)
    return replace(done, before=header.content.of(done.before), after=after.content.of(done.after))


def main() -> int:
    """Measure and print; 1 when something was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=resource("example-blog"))
    parser.add_argument("--slow-readers-each", type=int, default=20, metavar="N")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="how many of what went wrong to print")
    options = parser.parse_args()
    tally, book = Tally(), RulesBook()
    others = [OtherProgram("Psych", ["ruby", str(READERS / "psych.rb")])]
    others.append(OtherProgram("js-yaml", ["node", str(READERS / "js_yaml.js")]))
    there = [other for other in others if other.installed]
    slow = {"ruamel 1.1": ruamel("1.1"), "ruamel 1.2": ruamel("1.2")}
    number = 0
    for path in find_posts(options.folder):
        try:
            post = Post.from_bytes(read_file(path), book.rules_of(path))
        except (FileError, UndecodableError):
            continue
        header = post.header
        if not header.by_field or header.kind is HeaderKind.NONE:
            continue
        tally.posts += 1
        for done in measure(path, post, tally):
            number += 1
            if header.kind is HeaderKind.YAML:
                compare("python-frontmatter", python_frontmatter, done, tally)
                for other in there:
                    other.add(done)
            if header.syntax is Syntax.YAML and number % options.slow_readers_each:
                continue
            for name, read in (slow if header.syntax is Syntax.YAML else BY_SYNTAX[header.syntax]).items():
                compare(name, read, bare(done, header), tally)
    for other in there:
        other.compare(tally)
    report(tally, [other.name for other in others if other not in there], options.show)
    return 1 if tally.wrong else 0


def report(tally: Tally, missing: list[str], show: int) -> None:
    """Print the figures."""
    refused = sum(tally.refused.values())
    print(f"posts    {tally.posts}")
    print(f"edits    {tally.edits}")
    print(f"exact    {tally.exact}")
    print(f"refused  {refused}  ({100 * refused / max(1, tally.edits):.2f} %)")
    print(f"wrong    {len(tally.wrong)}")
    print(f"back     {tally.identical} of {tally.set_back}  ({100 * tally.identical / max(1, tally.set_back):.2f} %)")
    print("readers  " + ", ".join(f"{name} {count}" for name, count in sorted(tally.seen.items())))
    if missing:
        print("missing  " + ", ".join(missing))
    for reason, count in tally.refused.most_common(10):
        print(f"  refused {count} x {reason}")
    for line in [*tally.wrong[:show], *tally.unlike[:show]]:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
