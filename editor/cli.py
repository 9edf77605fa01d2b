"""The command line: verbs that answer without a window, and the window for everything else.

Qt is imported only by `screenshot` and the window. Exit codes: 0 done, 1 problems found or refused, 2 wrong usage.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from editor import __version__, language
from editor.blog.detection import generator_of
from editor.blog.posts import find_posts
from editor.blog.reading import post_at
from editor.blog.rules import RulesBook
from editor.blog.site import Blog
from editor.header import Field, Generator, Refused
from editor.header import Path as KeyPath
from editor.header.key_path import find_path, parse_path
from editor.header.values import plain
from editor.language import tr
from editor.post.assignments import (
    Assignment,
    Change,
    adding,
    make,
    parse_renaming,
    removing,
    setting,
    unsetting,
)
from editor.post.files import FileError, Stamp, finish_write, read_file, write_file
from editor.post.guard import unexpected
from editor.post.post import Post
from editor.post.values import shown
from editor.set_record import tell_unfinished, written_down
from editor.terminal import guarded, printable, say
from editor.text.source import UndecodableError, UnencodableError, encode
from editor.text.visible import in_json, one_line

if TYPE_CHECKING:
    import argparse

USAGE = """\
postwright [FILE|FOLDER]                      the window
postwright get FILE… [--key KEY] [--json]     values as the blog's generator reads them (a terminal gets escapes)
postwright set [KEY=TEXT]… [KEY:=JSON]… [--add KEY=TEXT] [--remove KEY=TEXT] [--unset KEY] [--rename OLD=NEW] -- FILE…
postwright check PATH… [--all] [--level hint|warning|error] [--format text|json|github]
postwright render FILE… [--blog DIR] [--body] [--jsonl] [-o OUT]
postwright style DIR [--json]                 how the posts of a blog are written
postwright new TITLE [KEY=TEXT]… [KEY:=JSON]… [--add KEY=TEXT] [--blog DIR] [--slug NAME] [--date DATE]
               [--like FILE] [--draft] [--dry-run]
postwright export FILE… --blog DIR [--clone ADDRESS] [--slug NAME] [--merge mine|theirs|both] [--commit] [--push]
               [--branch NAME] [--message TEXT] [--others] [--trust] [--dry-run] [--json]
postwright export FILE --html OUT             one HTML file with everything inside
postwright doctor                             versions, folders and problems, for a bug report
postwright screenshot FILE OUT.png [--size WxH] [--theme light|dark] [--scale N]

KEY is a, a.b or a[0].c; "a.b" in quotes is a key with a dot in its name.
Exit codes: 0 done, 1 problems found, refused, or nothing there to remove, 2 wrong usage.
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    with guarded():
        return _main(arguments)


def _main(arguments: Sequence[str]) -> int:
    verb = _VERBS.get(arguments[0]) if arguments else None
    if verb is not None:  # the window asks Qt for the system's language
        language.use(language.begin("", language.of_environment()))
        tell_unfinished()
    try:
        return verb(list(arguments[1:])) if verb is not None else _window(list(arguments))
    except BrokenPipeError:
        return 1
    except (FileError, UndecodableError, UnencodableError) as error:
        return say(str(error))


def run() -> NoReturn:
    """The entry point of the `postwright` command."""
    sys.exit(main(sys.argv[1:]))


def _window(arguments: list[str]) -> int:
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        import argparse  # not for the start of the window

        parser = argparse.ArgumentParser(prog="postwright", usage=USAGE, add_help=False)
        parser.add_argument("path", nargs="?")
        parser.add_argument("-h", "--help", action="store_true")
        parser.add_argument("--version", action="store_true")
        options = parser.parse_args(arguments)
        if options.help or options.version:
            print(f"postwright {__version__}" if options.version else USAGE, end="\n" if options.version else "")
            return 0
        arguments = [options.path] if options.path else []
    from editor.app import run_window

    return run_window(Path(arguments[0]) if arguments else None)


def _get(arguments: list[str]) -> int:
    parser = _parser("get", tr("print a post's front matter"))
    parser.add_argument("--key", help=tr("print this key's value alone"))
    parser.add_argument("--json", action="store_true", help=tr("a JSON object a line"))
    options = parser.parse_args(arguments)
    try:
        wanted = parse_path(options.key) if options.key is not None else ()
    except ValueError as error:
        parser.error(str(error))
    status = 0
    files = list(_files(options))
    for path, post in _posts(files):
        if isinstance(post, str):
            status = say(post)
            continue
        if post.header.error is not None:
            status = say(f"{path}: {post.header.error}")
        if options.json:
            print(in_json(json.dumps(_record(path, post), ensure_ascii=False)))
        elif options.key is None:
            print("\n".join(f"{printable(key)}: {shown(value)}" for key, value in post.header.values().items()))
        elif (field := _field(post, wanted)) is not None:
            print(f"{printable(path)}\t{shown(field.value)}" if len(files) > 1 else shown(field.value))
        else:
            status = say(tr("{0}: has no key “{1}”").format(path, options.key))
    return status


def _field(post: Post, path: KeyPath) -> Field | None:
    """The field of a user's path; None where there is none."""
    try:
        return post.header.field(find_path(post.header, path))
    except Refused:
        return None


def _record(path: Path, post: Post) -> dict[str, object]:
    header, source = post.header, post.source
    before_body = type(source)(source.text[: header.body_start], source.encoding, source.bom, source.line_ends)
    return {
        "path": str(path),
        "format": str(header.kind),
        "fields": plain(header.values()),
        "body_start": len(encode(before_body)),
    }


def _set(arguments: list[str]) -> int:
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = _parser("set", tr("change front matter and nothing else"), files=False)
    parser.add_argument("assignments", nargs="*", metavar="KEY=TEXT|KEY:=JSON")
    parser.add_argument(
        "--add", action="append", default=[], metavar="KEY=TEXT", help=tr("add an item to a list; KEY:=JSON too")
    )
    parser.add_argument(
        "--remove", action="append", default=[], metavar="KEY=TEXT", help=tr("take an item out of a list")
    )
    parser.add_argument("--unset", action="append", default=[], metavar="KEY", help=tr("remove a key"))
    parser.add_argument("--rename", action="append", default=[], metavar="OLD=NEW", help=tr("give a key another name"))
    options = parser.parse_intermixed_args(arguments[:split])
    options.files = [Path(name) for name in arguments[split + 1 :]]
    try:
        changes = [
            *(setting(Assignment.parse(text)) for text in options.assignments),
            *(adding(Assignment.parse(text)) for text in options.add),
            *(removing(Assignment.parse(text)) for text in options.remove),
            *(unsetting(parse_path(text)) for text in options.unset),
            *(parse_renaming(text) for text in options.rename),
        ]
    except ValueError as error:
        parser.error(str(error))
    files = list(_files(options))
    if not files or not changes:
        parser.error(tr("name what to change, then --, then the files: postwright set title=Hello -- post.md"))
    book = RulesBook()
    with written_down(files if len(files) > 1 else (), changes):
        return max([_set_one(path, changes, book) for path in files])


def _set_one(path: Path, changes: Sequence[Change], book: RulesBook) -> int:
    """Change one file, or none of it; 1 where it is refused, or what was to be removed is not there."""
    try:
        if finish_write(path) is not None:
            say(tr("{0}: a save was stopped earlier; its text was not applied: open the post to compare").format(path))
        data = read_file(path)
        post = Post.from_bytes(data, book.rules_of(path))
        notes = make(post, changes)
        after = post.to_bytes()
        if after != data:
            write_file(path, after, expected=Stamp.of(data))
    except (Refused, UndecodableError, UnencodableError) as error:
        return say(tr("{0}: {1}. The file was not changed").format(path, error))
    except FileError as error:
        return say(str(error))
    except Exception as error:  # noqa: BLE001  logged; the other files are still to be changed
        return say(f"{path}: {unexpected(error, path)}")
    for note in notes:
        say(f"{path}: {note.text}")
    return 1 if any(note.failed for note in notes) else 0


def _check(arguments: list[str]) -> int:
    from editor.check.output import as_github, as_json, as_text
    from editor.check.post_checks import LEVELS, Checker, Report

    parser = _parser("check", tr("find problems, and prove that each post opens and saves unchanged"))
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--all", action="store_true", help=tr("texts, links and pictures too, not only front matter"))
    parser.add_argument("--level", choices=LEVELS, default="hint", help=tr("show these problems and graver ones"))
    parser.add_argument(
        "--codes", action="store_true", help=tr("print the table of problems, with the source of each rule")
    )
    options = parser.parse_args(arguments)
    if options.codes:
        from editor.check.catalogue import CATALOGUE

        print(
            "\n".join(f"{row.code}\t{row.severity}\t{tr(row.what)}\t{tr(row.why)}\t{row.source}" for row in CATALOGUE)
        )
        return 0
    report, checker = Report(), Checker(whole=options.all, ids=_page_ids() if options.all else None)
    for path in _files(options):
        for post in find_posts(path) if path.is_dir() else (path,):
            checker.check_file(post, report, within=path if path.is_dir() else None)
    report.leave_out(LEVELS[: LEVELS.index(options.level)])
    print({"text": as_text, "json": as_json, "github": as_github}[options.format](report))
    return 1 if report.problems else 0


def _page_ids() -> Callable[[Post, Blog, str], frozenset[str]]:
    from editor.check.page_ids import ids_in
    from editor.render.whole import WholePosts

    whole = WholePosts()
    return lambda post, blog, relative: ids_in([whole.body(post, blog, relative)])


def _render(arguments: list[str]) -> int:
    parser = _parser("render", tr("print a post as HTML"))
    parser.add_argument("--blog", type=Path, metavar="DIR", help=tr("render as the blog in this folder does"))
    parser.add_argument("--body", action="store_true", help=tr("the body alone, without page and head"))
    parser.add_argument("--jsonl", action="store_true", help=tr('{"path", "html"} a line'))
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help=tr("write here instead of standard output"))
    options = parser.parse_args(arguments)
    sys.setrecursionlimit(10_000)
    from editor.render.whole import WholePosts

    status, printed, book, whole = 0, [], RulesBook(), WholePosts()
    blog = Blog(options.blog.resolve(), generator_of(options.blog) or Generator.PLAIN) if options.blog else None
    for path, post in _posts(_files(options), book):
        if isinstance(post, str):
            status = say(post)
            continue
        here = blog or book.blog_of(path)
        relative = here.relative(path) if here.holds(path) else ""
        html = whole.body(post, here, relative) if options.body else whole.page(post, here, relative, path.stem)
        record = {"path": str(path), "html": html}
        printed.append(in_json(json.dumps(record, ensure_ascii=False)) if options.jsonl else html)
        if options.output is None:
            print(printed.pop())
    if options.output is not None:
        options.output.write_text("\n".join(printed) + "\n", encoding="utf-8")
    return status


def _style(arguments: list[str]) -> int:
    from editor.blog_verbs import style

    return style(arguments)


def _new(arguments: list[str]) -> int:
    from editor.blog_verbs import new

    return new(arguments)


def _export(arguments: list[str]) -> int:
    from editor.export_verb import export

    return export(arguments)


def _doctor(arguments: list[str]) -> int:
    from editor.report import about, problems
    from editor.settings import Settings

    _parser("doctor", tr("print versions, folders and problems, for a bug report"), files=False).parse_args(arguments)
    settings = Settings.for_user()
    print("\n".join(map(one_line, about(settings))))
    return 1 if list(problems(settings)) else 0


def _screenshot(arguments: list[str]) -> int:
    parser = _parser("screenshot", tr("save a picture of the window with a post"), files=False)
    parser.add_argument("file", type=Path)
    parser.add_argument("output", type=Path, metavar="OUT.png")
    parser.add_argument("--size", default="1400x900", metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=float, default=1.0, metavar="N")
    options = parser.parse_args(arguments)
    width, _, height = options.size.partition("x")
    if not (re.fullmatch("[0-9]{1,5}", width) and re.fullmatch("[0-9]{1,5}", height) and 0 < options.scale <= 8):
        parser.error(tr("the size is written as 1400x900, the scale as a number up to 8"))
    from editor.app import take_screenshot

    read_file(options.file)  # its message, before a window is made
    return take_screenshot(
        options.file, options.output, (int(width), int(height)), theme=options.theme, scale=options.scale
    )


def _parser(verb: str, description: str, *, files: bool = True) -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(prog=f"postwright {verb}", description=description)
    if files:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    if verb in ("get", "set", "check", "render"):
        parser.add_argument(
            "--files-from", metavar="LIST", help=tr("read paths from here, a line each (- for standard input)")
        )
    return parser


def _files(options: argparse.Namespace) -> Iterator[Path]:
    yield from options.files
    if options.files_from == "-":
        yield from (Path(line) for line in sys.stdin.read().split("\n") if line)
    elif options.files_from is not None:
        yield from (Path(line) for line in read_file(Path(options.files_from)).decode("utf-8").split("\n") if line)


def _posts(paths: Iterator[Path] | Sequence[Path], book: RulesBook | None = None) -> Iterator[tuple[Path, Post | str]]:
    """Each file's post, or the message why it can't be read."""
    book = book or RulesBook()
    for path in paths:
        try:
            yield path, post_at(path, book)
        except FileError as error:
            yield path, str(error)
        except UndecodableError as error:
            yield path, f"{path}: {error}"


_VERBS: dict[str, Callable[[list[str]], int]] = {
    "get": _get,
    "set": _set,
    "check": _check,
    "render": _render,
    "style": _style,
    "new": _new,
    "export": _export,
    "doctor": _doctor,
    "screenshot": _screenshot,
}
