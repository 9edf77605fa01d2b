"""Markdown that a full-width keyboard spoils: `##　title`, `-　item`, `[text]（address）`, `＊＊bold＊＊`.

Markdown's marks are ASCII, and so is the space behind them. Measured with kramdown 2.4 (GFM), goldmark 0.168's, marked
(Hexo 8.1.2), markdown-it (Eleventy 3.1.8), Astro's remark, pulldown-cmark (Zola) and Python-Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.header import Generator
from editor.language import msg, tr
from editor.text.edit import Edit

_COMMONMARK: Final = frozenset({Generator.HUGO, Generator.HEXO, Generator.ASTRO, Generator.ELEVENTY, Generator.ZOLA})
_NO_SPACE_NEEDED: Final = frozenset({Generator.HEXO, Generator.PELICAN})
"""Generators whose headings may have any white space behind #, or none (marked, Python-Markdown)."""
_WIDE: Final = "\u3000\u00a0"
_ASCII: Final = str.maketrans(
    "＃－＊＋＞｜［］（）！：｀０１２３４５６７８９．\u3000\u00a0", "#-*+>|[]()!:`0123456789.  "
)
_ADDRESS: Final = (
    # Unicode: white space of every kind ends an address
    r"(?:https?[:：]//[^\s()（）]{1,500}|(?:\.{0,2}/)[^\s()（）]{1,300}|#[^\s()（）]{1,100}"
    r"|[\w./-]{1,200}\.(?:md|html?|png|jpe?g|gif|svg|webp|avif|pdf))"
)
_LINK: Final = re.compile(
    rf"(?P<shows>[!！]?)(?P<open>[\[［])(?P<text>[^\[\]［］\n]{{0,300}})(?P<close>[\]］])(?P<left>[(（])"
    rf"(?P<address>{_ADDRESS})(?P<title>[ \u3000]+[\"'“][^\"'”\n]{{0,200}}[\"'”])?(?P<right>[)）])",
    re.IGNORECASE,
)
_TICKS: Final = re.compile(r"(?P<ticks>｀{1,2})(?P<code>[^`｀\n]{1,200})(?P=ticks)(?!｀)")
_WIDE_STARS: Final = re.compile(r"(?:＊＊(?P<one>[^*＊\n]{1,200})(?:＊＊|\*\*)|\*\*(?P<two>[^*＊\n]{1,200})＊＊)")
_STARS: Final = re.compile(r"(?<![*\\])\*\*(?!\*)")
_TABLE_RULE: Final = re.compile(r"[ \t]*+[|｜]?(?:[ \u3000]*[:：]?[-－]+[:：]?[ \u3000]*[|｜])+[ \u3000:：\-－]*$")
# Unicode: a line of wide spaces alone says nothing
_LIST_LINE: Final = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark at a line's start that is none.

    Attributes:
        pattern: what is wrong is the group "mark"; it becomes the same in ASCII and one space.
        nested: it may stand in a list, with any indentation.

    """

    pattern: re.Pattern[str]
    message: str
    severity: Severity = Severity.WARNING
    nested: bool = False
    spared: frozenset[Generator] = frozenset()


_MARKS: Final = (
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(rf"(?P<mark>#{{1,6}}[{_WIDE}][{_WIDE} ]*)(?=\S)"),
        msg("“{0}” does not start a heading: the space behind # must be an ASCII space"),
        spared=_NO_SPACE_NEEDED,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>(?:＃{2,6}[ \u3000]*|＃[ \u3000]+))(?=[^\s＃])"),
        msg("“{0}” does not start a heading: # must be ASCII"),
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>＃)(?=[^\s＃#]{1,40}$)"),
        msg("“{0}” does not start a heading: # must be ASCII"),
        Severity.HINT,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(rf"(?P<mark>(?:[-*+]|[0-9]{{1,9}}[.)])[{_WIDE}][{_WIDE} ]*)(?=\S)"),
        msg("“{0}” does not start a list item: the space behind the mark must be an ASCII space"),
        nested=True,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>[－＋][ \u3000]+)(?=\S)"),
        msg("“{0}” does not start a list item: the mark must be ASCII"),
        nested=True,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>＊[ \u3000]+)(?=\S)"),
        msg("“{0}” does not start a list item: the mark must be ASCII"),
        Severity.HINT,
        nested=True,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>(?:[０-９]{1,2}[.．]|[0-9]{1,2}．)[ \u3000]*)(?=[^\s0-9０-９])"),
        msg("“{0}” does not start a list item: number, point and space must be ASCII"),
        Severity.HINT,
        nested=True,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>＞[ \u3000]+)(?=\S)"),
        msg("“{0}” does not start a quote: the mark must be ASCII"),
        Severity.HINT,
    ),
    _Mark(
        # Unicode: a line of wide spaces alone says nothing
        re.compile(r"(?P<mark>[ \t]*+\u3000[ \t\u3000]*+)(?=(?:[-*+]|[0-9]{1,9}[.)]|#{1,6}) \S)"),
        msg("a full-width space stands before the mark: this is neither a list item nor a heading"),
    ),
    _Mark(
        re.compile(r"(?P<mark>｀{3,})(?=[\w+-]*[ \t]*$)"),
        msg("“{0}” does not start a code block: the marks must be ASCII"),
    ),
)
_PAIRS: Final = ("「」", "『』", "（）", "【】", "〈〉", "《》", "〔〕", "［］", "“”", "‘’")
_TASK: Final = re.compile(r"(?P<before>[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)\[[\u3000\u00a0]\](?=[ \t])")
# Unicode: a line of wide spaces alone says nothing
_NOTE: Final = re.compile(r"(?P<before>[\[［]\^(?P<name>[^\]］\s]{1,50})[\]］])(?P<colon>：[ \u3000]*)(?=\S)")


def marks_at_line_starts(text: PostText) -> Iterator[Problem]:
    """Headings, list items and quotes whose mark or space is full-width: readers see the mark."""
    if not re.search(r"[\u3000\u00a0＃－＊＋＞．｀０-９]", text.words):
        return
    before, at = "", text.start
    for line in text.words[text.start :].split("\n"):
        found = _mark_of(text, line, before)
        if found is not None:
            mark, match = found
            start, end = at + match.start("mark"), at + match.end("mark")
            written = match["mark"].strip(_WIDE + " \t")
            message = tr(mark.message).format(match["mark"].rstrip(" "))
            fixed = written.translate(_ASCII) + ("" if "`" in written.translate(_ASCII) or not written else " ")
            fix = tr("Write it in ASCII"), Edit(start, end, fixed)
            yield text.problem("wide-mark", mark.severity, message, start, fix, length=end - start)
        before, at = line or "", at + len(line) + 1


def _mark_of(text: PostText, line: str, before: str) -> tuple[_Mark, re.Match[str]] | None:
    indent = len(line) - len(line.lstrip(" "))
    spared_here = text.situation.generator if not _is_plain_kramdown(text) else Generator.PELICAN
    in_list = _LIST_LINE.match(before) is not None
    for mark in _MARKS:
        if spared_here in mark.spared or (indent > 3 and not (mark.nested and in_list)):
            continue
        match = mark.pattern.match(line, indent)
        if match is not None:
            return mark, match
    return None


def _is_plain_kramdown(text: PostText) -> bool:
    """Whether the blog has kramdown without GFM, whose headings need no space behind # (measured)."""
    if text.situation.generator is not Generator.JEKYLL or text.folder is None:
        return False
    options = text.folder.configuration.get("kramdown")
    return isinstance(options, dict) and str(options.get("input", "GFM")).lower() == "kramdown"


def tasks_and_notes(text: PostText) -> Iterator[Problem]:
    """`- [　]` is no task, and `[^1]：` defines no footnote."""
    at = text.start
    for line in text.words[text.start :].split("\n"):
        task, note = _TASK.match(line), _NOTE.match(line)
        if task is not None:
            start = at + task.end("before") + 1
            message = tr("a task’s box holds an ASCII space: readers would see the brackets")
            fix = tr("Write it in ASCII"), Edit(start, start + 1, " ")
            yield text.problem("wide-mark", Severity.WARNING, message, start - 1, fix, length=3)
        elif note is not None and f"[^{note['name']}]" in text.words[text.start : at]:
            message = tr("“{0}” does not define a footnote: the colon must be ASCII").format(note[0].strip(_WIDE + " "))
            fix = tr("Write it in ASCII"), Edit(at, at + note.end(), f"[^{note['name']}]: ")
            yield text.problem("wide-mark", Severity.WARNING, message, at, fix, length=note.end())
        at += len(line) + 1


def links_in_wide_brackets(text: PostText) -> Iterator[Problem]:
    """`[text]（address）` is no link, and `！[words](picture)` no picture."""
    if not re.search(r"[［］（）！：]", text.words):
        return
    for match in _LINK.finditer(text.words):
        brackets = match["open"] + match["close"] + match["left"] + match["right"]
        picture = match["shows"] == "！" and re.search(
            r"\.(?:png|jpe?g|gif|svg|webp|avif)\Z", match["address"], re.IGNORECASE
        )
        wide = any(one in "［］（）" for one in brackets)
        colon = "：//" in match["address"]
        if not (wide or picture or colon) or re.fullmatch(r"[0-9]{1,3}|\^.*", match["text"]):
            continue
        severity = Severity.HINT if not any(one in "[]()" for one in brackets) else Severity.WARNING
        if picture and not wide and not colon:
            message = tr("“！” does not make this link an image: write !")
        elif colon and not wide:
            message = tr("browsers do not read “：” as a colon: this address leads nowhere")
        else:
            message = tr("brackets of a link must be ASCII: readers would see this as text")
        start = match.start() if match["shows"] != "！" or picture else match.start("open")
        shows = "!" if picture or match["shows"] == "!" else ""
        address = match["address"].replace("：//", "://")
        title = (match["title"] or "").replace("\u3000", " ")
        written = f"{shows}[{match['text']}]({address}{title})"
        fix = tr("Write it in ASCII"), Edit(start, match.end(), written)
        yield text.problem("wide-mark", severity, message, start, fix, length=match.end() - start)


def marks_in_lines(text: PostText) -> Iterator[Problem]:
    """Full-width backticks, stars and table lines mark nothing."""
    for match in _TICKS.finditer(text.words) if "｀" in text.words else ():
        message = tr("full-width backticks do not mark code")
        fix = tr("Write it in ASCII"), Edit(match.start(), match.end(), match[0].translate({ord("｀"): "`"}))
        yield text.problem("wide-mark", Severity.WARNING, message, match.start(), fix, length=len(match[0]))
    for match in _WIDE_STARS.finditer(text.words) if "＊" in text.words else ():
        message = tr("full-width asterisks do not mark anything: readers would see them")
        fix = tr("Write it in ASCII"), Edit(match.start(), match.end(), match[0].translate({ord("＊"): "*"}))
        yield text.problem("wide-mark", Severity.WARNING, message, match.start(), fix, length=len(match[0]))
    if "｜" not in text.words:
        return
    before, start, at = "", text.start, text.start
    for line in text.words[text.start :].split("\n"):
        if "-" in line.translate(_ASCII) and _TABLE_RULE.match(line) and ("｜" in line or "｜" in before):
            message = tr("a table’s lines are made of ASCII | and -: readers would see this as text")
            yield text.problem("wide-mark", Severity.WARNING, message, start)
        before, start, at = line, at, at + len(line) + 1


def emphasis_beside_punctuation(text: PostText) -> Iterator[Problem]:
    """`**「a」**b` is not bold in CommonMark: a mark between punctuation and a letter does not close (0.31, 6.2)."""
    if text.situation.generator not in _COMMONMARK or "**" not in text.words:
        return
    at = text.start
    for line in text.words[text.start :].split("\n"):
        marks = [match.start() for match in _STARS.finditer(line)]
        if marks and len(marks) % 2 == 0 and "***" not in line and "＊" not in line:
            for first, last in zip(marks[::2], marks[1::2], strict=True):
                inner = line[first + 2 : last]
                if inner.strip(_WIDE + " \t") != inner or not inner or (_opens(line, first) and _closes(line, last)):
                    continue
                message = tr("this is not bold to {0}: “**” stands between punctuation and a letter").format(
                    text.situation.generator
                )
                start = at + first
                fix = _moved_in(start, inner)
                yield text.problem("lost-emphasis", Severity.WARNING, message, start, fix, length=last + 2 - first)
        at += len(line) + 1


def _opens(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 2 : at + 3]
    # Unicode: CommonMark 0.31, 6.2, counts U+3000 and U+00A0 beside emphasis
    return not _is_punctuation(after) or not before or before.isspace() or _is_punctuation(before)


def _closes(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 2 : at + 3]
    # Unicode: CommonMark 0.31, 6.2, counts U+3000 and U+00A0 beside emphasis
    return not _is_punctuation(before) or not after or after.isspace() or _is_punctuation(after)


# `isspace` knows U+3000 and U+00A0, which are white space beside emphasis (CommonMark 0.31, 6.2, "Unicode whitespace")


def _is_punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] == "P"


def _moved_in(start: int, inner: str) -> tuple[str, Edit] | None:
    """The marks inside of the punctuation, as in `「**a**」`."""
    low, high = 0, len(inner)
    while low < high and _is_punctuation(inner[low]):
        low += 1
    while high > low and _is_punctuation(inner[high - 1]):
        high -= 1
    outside = inner[:low] + inner[high:]
    balanced = all(outside.count(opening) == outside.count(closing) for opening, closing in _PAIRS)
    if low == high or not balanced or any(one in outside for one in "[]()<>`"):
        return None
    written = f"{inner[:low]}**{inner[low:high]}**{inner[high:]}"
    return tr("Move the marks inside"), Edit(start, start + len(inner) + 4, written)


CHECKS: Final = (
    marks_at_line_starts,
    tasks_and_notes,
    links_in_wide_brackets,
    marks_in_lines,
    emphasis_beside_punctuation,
)
