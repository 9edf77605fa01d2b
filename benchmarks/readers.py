"""The typed values that we show and write, beside those that the generators' real readers have.

    python benchmarks/readers.py [FOLDER…] [--every N] [--only NAME] [--show N] [--write-cases]
        (default: the posts of ../shared/corpus, where that is there)

Two lists are read: the lines of `readers/scalars/*.txt`, each as the value of a key, and the posts of the folders, each
by every reader of its format. Then values are written: each odd one is replaced by each of a row of wanted values, and
in the posts every Nth key with a single value gets another value of its kind and one that is easily misread.

    values    compared, and of them those that the reader has otherwise
    writes    edits that were made, and of them those after which the reader has another value than the wanted one for
              the key, or sees another key changed; refused edits are counted beside

The readers are installed into ~/.cache/postwright-readers (or $READERS); one that can't be had is named.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lossless import changed
from readers.compare import entries, same
from readers.engines import READERS, Reader, Typed, Unavailable

from editor.blog.posts import find_posts
from editor.blog.site import blog_of
from editor.header import DateText, FieldType, Generator, Header, Refused, Rules, Syntax, Value, read_header, set_value
from editor.header.verbs import NO_CHANGE
from editor.post.files import FileError, read_file
from editor.text.edit import apply
from editor.text.source import UndecodableError, decode

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
CASES = HERE.parent / "tests" / "cases" / "scalars"

WANTED: tuple[Value, ...] = (
    *(True, False, 0, 11, -3, 12345678901234567890, 2.5, -0.5, 1e22, 1e-7),
    *("0456", "010", "yes", "no", "on", "off", "y", "true", "null", "~", "13:30", "1_000", "1,000", "1e5", "0x1F"),
    *("0o17", ".5", "1.", "+.inf", "<<", "=", ":a", "2020-01-02", "2020-1-2 10:00", "2020-01-02T10:00:00+09:00"),
    *("a word", "値", "08:15:00"),
    *(["yes", "0456", "12:30", 11], {"a": "no", "b": 0.5}),
)
"""What the odd values are replaced by."""


@dataclass(frozen=True, slots=True)
class Way:
    """A format as one reader reads it: with which rules we read it, and how a post with one odd value is written."""

    reader: str
    rules: Rules
    syntax: Syntax
    frame: str
    scalars: str


def _yaml(reader: str, generator: Generator, version: str = "") -> Way:
    return Way(
        reader, Rules(generator, version=version), Syntax.YAML, "---\nbefore: x\nk: {}\nafter: y\n---\nbody\n", "yaml"
    )


_TOML = "+++\nbefore = 'x'\nk = {}\nafter = 1\n+++\nbody\n"
_JSON = '"before": "x",\n"k": {},\n"after": 1\n'
WAYS = (
    _yaml("safe_yaml", Generator.JEKYLL),
    _yaml("psych", Generator.JEKYLL),
    _yaml("hugo", Generator.HUGO),
    _yaml("hexo", Generator.HEXO),
    _yaml("hexo-5", Generator.HEXO),
    _yaml("astro", Generator.ASTRO),
    _yaml("eleventy", Generator.ELEVENTY),
    _yaml("eleventy-2", Generator.ELEVENTY, "2.0.1"),
    _yaml("serde_yaml", Generator.ZOLA),
    Way("tomllib", Rules(Generator.ZOLA), Syntax.TOML, _TOML, "toml"),
    Way("hugo", Rules(Generator.HUGO), Syntax.TOML, _TOML, "toml"),
    Way("astro", Rules(Generator.ASTRO), Syntax.TOML, _TOML, "toml"),
    Way("hugo", Rules(Generator.HUGO), Syntax.JSON, "{{\n" + _JSON + "}}\nbody\n", "json"),
    Way("hexo", Rules(Generator.HEXO), Syntax.JSON, ";;;\n" + _JSON + ";;;\nbody\n", "json"),
    Way("eleventy", Rules(Generator.ELEVENTY), Syntax.JSON, "---json\n{{\n" + _JSON + "}}\n---\nbody\n", "json"),
    Way("pelican", Rules(Generator.PELICAN), Syntax.PELICAN, "Before: x\nK: {}\nAfter: y\n\nbody\n", "yaml"),
)

SECOND = frozenset({"psych", "hexo-5"})
"""Readers that a generator has in some installations only: what is shown is what the first one says."""


@dataclass(slots=True)
class Tally:
    """The counts of one reader and format, and the first of what went wrong."""

    values: int = 0
    unlike: list[str] = field(default_factory=list)
    writes: int = 0
    wrong: list[str] = field(default_factory=list)
    refused: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """An edit that was made: the text before and after it, the key and the wanted value."""

    name: str
    before: str
    after: str
    key: str
    wanted: Value


def head_of(text: str, header: Header) -> str:
    """Return a post without its body."""
    return f"{text[: header.span.end]}\nbody\n"


def scalars(name: str) -> list[str]:
    """Return the lines of a list of odd values."""
    return (HERE / "readers" / "scalars" / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]


def odd_texts(way: Way) -> list[tuple[str, str]]:
    """Return the odd values of a format, each with a post that has it; of YAML also those with a tag."""
    lines = scalars(way.scalars)
    if way.syntax is Syntax.YAML:
        lines += scalars("tagged")
    return [(line, way.frame.format(line)) for line in lines]


def posts(folders: Sequence[Path], way: Way) -> Iterator[tuple[str, str]]:
    """Return the names and the front matter of the posts that are written in a format."""
    for folder in folders:
        for path in find_posts(folder):
            if way.syntax is Syntax.PELICAN and blog_of(path).generator is not Generator.PELICAN:
                continue  # every text that begins with `key: value` is Pelican's
            try:
                text = decode(read_file(path)).text
            except (FileError, UndecodableError):
                continue
            header = read_header(text, way.rules)
            if header.syntax is way.syntax and header.error is None and header.fields:
                yield str(path), head_of(text, header)


def shown_values(way: Way, text: str) -> dict[str, Value]:
    """Return what we show for each key, but for values with tags of their own: those are shown as they are written."""
    header = read_header(text, way.rules)
    raw = {one.key for one in header.fields if one.type is FieldType.OTHER and isinstance(one.value, str)}
    return {key: value for key, value in header.values().items() if key not in raw}


def compare_values(way: Way, texts: Sequence[tuple[str, str]], answers: Sequence[Typed], tally: Tally) -> None:
    """Compare what we show with the reader's answers."""
    for (name, text), answer in zip(texts, answers, strict=True):
        theirs = entries(answer)
        if theirs is None:
            tally.unread += 1
            continue
        for key, value in shown_values(way, text).items():
            tally.values += 1
            if not same(value, theirs.get(key, "missing")):
                tally.unlike.append(f"{name}: {key}: we show {value!r}, the reader has {theirs.get(key, 'nothing')!r}")


def edits(way: Way, name: str, text: str, key: str, wanted: Value, tally: Tally) -> Iterator[Written]:
    """Return the text after a value was set."""
    try:
        edit = set_value(text, read_header(text, way.rules), key, wanted)
    except Refused:
        tally.refused += 1
        return
    if edit != NO_CHANGE:
        yield Written(name, text, apply(text, edit), key, wanted)


def odd_edits(way: Way, texts: Sequence[tuple[str, str]], tally: Tally) -> Iterator[Written]:
    """Return each odd value replaced by each wanted one."""
    for name, text in texts:
        for wanted in WANTED:
            yield from edits(way, name, text, "k", wanted, tally)


def real_edits(way: Way, texts: Sequence[tuple[str, str]], every: int, tally: Tally) -> Iterator[Written]:
    """Return every Nth single value of posts replaced by another of its kind and by an easily misread one."""
    number = 0
    for name, text in texts:
        header = read_header(text, way.rules)
        for one in header.fields:
            number += 1
            if number % every or header.field(one.key) is not one or isinstance(one.value, (dict, list)):
                continue
            other = changed(one.value)
            if other is not None:
                yield from edits(way, name, text, one.key, other, tally)
            if not isinstance(one.value, DateText):
                yield from edits(way, name, text, one.key, WANTED[number // every % len(WANTED)], tally)


def compare_writes(way: Way, made: Sequence[Written], ask: Reader, tally: Tally) -> None:
    """Compare what the reader has after each edit with what was wanted, and the other keys with what they were."""
    befores = {one.before: at for at, one in enumerate(made)}
    distinct = list(befores)
    known = dict(zip(distinct, ask.ask(distinct), strict=True))
    for one, answer in zip(made, ask.ask([one.after for one in made]), strict=True):
        before, after = entries(known[one.before]), entries(answer)
        if before is None:
            continue  # the reader could not read the post before
        tally.writes += 1
        key = one.key.lower() if way.syntax is Syntax.PELICAN else one.key
        if after is None:
            tally.wrong.append(f"{one.name}: {one.key} := {one.wanted!r}: the reader stops: {answer}")
        elif not same(one.wanted, after.get(key, "missing")):
            line = next((line for line in one.after.split("\n") if line not in one.before.split("\n")), "")
            tally.wrong.append(f"{one.name}: {one.key} := {one.wanted!r}: {line!r} is {after.get(key)!r}")
        elif {name: value for name, value in before.items() if name != key} != {
            name: value for name, value in after.items() if name != key
        }:
            tally.wrong.append(f"{one.name}: {one.key} := {one.wanted!r}: another key changed")


def _for_posts(way: Way) -> Reader:
    """Return the reader of whole posts: Hugo's pages have well-known keys in another form than Hugo read them."""
    return READERS["hugo-data" if way.reader == "hugo" else way.reader]


def measure(way: Way, folders: Sequence[Path], every: int) -> tuple[Tally, Tally]:
    """Return the counts for the odd values and for the posts. Raises `Unavailable`."""
    odd, real = Tally(), Tally()
    both = ((odd_texts(way), odd, READERS[way.reader]), (list(posts(folders, way)), real, _for_posts(way)))
    for texts, tally, reader in both:
        texts = [pair for pair in texts if read_header(pair[1], way.rules).error is None]
        if not texts:
            continue
        if way.reader not in SECOND:
            compare_values(way, texts, reader.ask([text for _, text in texts]), tally)
        made = odd_edits(way, texts, tally) if tally is odd else real_edits(way, texts, every, tally)
        compare_writes(way, list(made), reader, tally)
    return odd, real


MEASURED = {
    "SafeYAML": "safe_yaml",
    "Psych": "psych",
    "Hugo 0.168": "hugo",
    "js-yaml 4": "hexo",
    "js-yaml 3": "eleventy-2",
    "hexo-front-matter 5": "hexo-5",
    "serde_yaml": "serde_yaml",
}
"""The columns of the test data, and who fills them. A column that is not named (Hugo 0.111, from Debian) stays."""


def write_cases() -> None:
    """Write the readers' answers to the odd YAML values as the data of the tests in tests/header."""
    for name in ("yaml", "tagged"):
        path = CASES / ("measured.tsv" if name == "yaml" else "tagged.tsv")
        comment, columns, *old = path.read_text(encoding="utf-8").split("\n")[:-1]
        before = {row.partition("\t")[0]: row.split("\t")[1:] for row in old}
        names = list(dict.fromkeys([*columns.split("\t")[1:], *MEASURED]))
        lines = scalars(name)
        texts = [WAYS[0].frame.format(line) for line in lines]
        answers = {column: READERS[reader].ask(texts) for column, reader in MEASURED.items()}
        rows = [comment, "\t".join(["scalar", *names])]
        for at, scalar in enumerate(lines):
            said = dict(zip(names, before.get(scalar, []), strict=False))
            for column, found in answers.items():
                said[column] = _word((entries(found[at]) or {}).get("k", "error"), whole=name == "tagged")
            rows.append("\t".join([scalar, *(said.get(one, "error") for one in names)]))
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _word(theirs: Typed, *, whole: bool) -> str:
    """Return an answer as the tables have it; of a text whether it is one, or (`whole`) the text itself."""
    match theirs:
        case None:
            return "null"
        case bool():
            return str(theirs).lower()
        case {"text": text}:
            return f"text {text}".strip(" ") if whole else "text"
        case {"number": number}:
            return str(number).lower()
        case {"date": _}:
            return "date"
        case {"map": _} | [*_]:
            return "other"
    return "error"


def main() -> int:
    """Measure and print; 1 when a value or a write was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="write every Nth key of the posts")
    parser.add_argument("--only", default="", metavar="NAME", help="one reader")
    parser.add_argument("--show", type=int, default=10, metavar="N", help="how many of what went wrong to print")
    parser.add_argument("--write-cases", action="store_true", help="write the answers as test data")
    options = parser.parse_args()
    if options.write_cases:
        write_cases()
        return 0
    folders = options.folders or ([CORPUS] if CORPUS.is_dir() else [])
    print("| reader | format | list | values | unlike | writes | wrong | refused | stops at |")
    print("|---|---|---|---|---|---|---|---|---|")
    failed, notes = 0, []
    for way in WAYS:
        if options.only and way.reader != options.only:
            continue
        try:
            found = measure(way, folders, options.every)
        except Unavailable as reason:
            notes.append(f"not available: {READERS[way.reader].name}: {reason}")
            print(f"| {READERS[way.reader].name} | {way.syntax} | not available | | | | | | |", flush=True)
            continue
        for name, tally in zip(("odd values", "posts"), found, strict=True):
            if not tally.values and not tally.writes:
                continue
            shown = (f"{tally.values:,}", len(tally.unlike)) if way.reader not in SECOND else ("–", "–")
            counts = (*shown, f"{tally.writes:,}", len(tally.wrong), tally.refused, tally.unread)
            print(
                f"| {READERS[way.reader].name} | {way.syntax} | {name} | {' | '.join(map(str, counts))} |", flush=True
            )
            failed += len(tally.unlike) + len(tally.wrong)
            lines = (*tally.unlike[: options.show], *tally.wrong[: options.show])
            notes += [f"{way.reader} {way.syntax}: {line}" for line in lines]
    print("\n".join(["", *notes]) if notes else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
