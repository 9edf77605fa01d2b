"""Three versions of a text brought together by git's own three-way merge; where both sides changed a place, both stay.

By lines, and where that does not do, by words.

git-merge-file(1): it needs no repository, and is the merge whose results writers know.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.export.git import Git, GitProblem
from editor.language import tr
from editor.text.white_space import ASCII_SPACE

MAX_BY_WORDS: Final = 20
"""Two texts that clash in more places have little to do with each other, and each costs a call of git."""
_MARK: Final = 61
"""Longer than what a text has by itself."""
_MARKS: Final = re.compile(
    rb"^<{%d}[^\n]*\n(?P<ours>(?:.*\n)*?)\|{%d}[^\n]*\n(?P<base>(?:.*\n)*?)={%d}\r?\n(?P<theirs>(?:.*\n)*?)>{%d}[^\n]*\n?"
    % (_MARK, _MARK, _MARK, _MARK),
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a merge: lines on which all agree (`both`), or a place that both sides changed."""

    both: bytes = b""
    base: bytes = b""
    ours: bytes = b""
    theirs: bytes = b""

    @property
    def clashes(self) -> bool:
        """Whether somebody has to decide."""
        return self.ours != self.theirs


@dataclass(frozen=True, slots=True)
class Merge:
    """What came out."""

    parts: tuple[Part, ...]

    @property
    def clashes(self) -> bool:
        """Whether a place needs a decision."""
        return any(part.clashes for part in self.parts)

    @property
    def text(self) -> bytes:
        """The whole, when nothing clashes."""
        return b"".join(part.both for part in self.parts)

    def decided(self, theirs: Sequence[bool | None]) -> bytes:
        """The whole with a decision for each place in question.

        Args:
            theirs: the other side's version (True), ours (False) or both one after the other (None).

        """
        choices, found = iter(theirs), list[bytes]()
        for part in self.parts:
            if not part.clashes:
                found.append(part.both)
                continue
            choice = next(choices)
            found.append(part.ours + part.theirs if choice is None else part.theirs if choice else part.ours)
        return b"".join(found)


def merged(git: Git, base: bytes, ours: bytes, theirs: bytes) -> Merge | None:
    """Bring two versions of a text together; None when they are no texts.

    Raises:
        GitProblem: git is missing.

    """
    if b"\0" in base + ours + theirs:
        return None
    with tempfile.TemporaryDirectory(prefix="postwright-") as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, data in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(_ended(data))
        done = git.run("merge-file", "-p", "--diff3", f"--marker-size={_MARK}", *map(str, paths))
    if done.code < 0 or done.code >= 128:
        raise GitProblem(
            "no-merge",
            tr("The two versions can’t be brought together: {0}").format(done.said.strip(ASCII_SPACE)),
            done.said,
        )
    parts, at = list[Part](), 0
    for match in _MARKS.finditer(done.out):
        parts += [Part(both=done.out[at : match.start()])] if match.start() > at else []
        parts.append(Part(base=match["base"], ours=match["ours"], theirs=match["theirs"]))
        at = match.end()
    rest = done.out[at:]
    return Merge(tuple(_as_ended([*parts, Part(both=rest)] if rest else parts, ours, theirs)))


def by_words(git: Git, merge: Merge) -> Merge:
    """Places that both sides changed, brought together word by word where they changed different words of them.

    Raises:
        GitProblem: git is missing.

    """
    if sum(part.clashes for part in merge.parts) > MAX_BY_WORDS:
        return merge
    return Merge(tuple(_by_words(git, part) if part.clashes else part for part in merge.parts))


def _by_words(git: Git, part: Part) -> Part:
    """A place, decided where its words don't clash; changed words need one between them that both sides left alone."""
    try:
        sides = [_word_lines(side.decode("utf-8", "surrogatepass")) for side in (part.base, part.ours, part.theirs)]
    except UnicodeDecodeError:
        return part
    words = merged(git, *sides) if part.base and part.ours and part.theirs else None
    if words is None or words.clashes:
        return part
    lines = words.text.decode("utf-8", "surrogatepass").split("\n")
    text = "".join("\n" if line == _LINE_END else line for line in lines)
    return Part(both=text.encode("utf-8", "surrogatepass"))


_WORD: Final = re.compile(r"[^\W\u3000-\U0003ffff]+|\s|.", re.DOTALL)  # Unicode: words of any language
"""A word; of Japanese and Chinese each character, for they have no spaces."""
_LINE_END: Final = "\\n"
"""How a line end is written on a line of its own: no word is written so, for a backslash is a word by itself."""


def _word_lines(text: str) -> bytes:
    """Each word on a line of its own."""
    lines = (_LINE_END if word == "\n" else word for word in _WORD.findall(text))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")


def _ended(data: bytes) -> bytes:
    """With a line end behind the last line, so that a missing one is no change of that line."""
    return data if data.endswith(b"\n") or not data else data + b"\n"


def _as_ended(parts: list[Part], ours: bytes, theirs: bytes) -> list[Part]:
    """The last line without its end again, where both sides had it without."""
    if parts and ours and theirs and not ours.endswith(b"\n") and not theirs.endswith(b"\n"):
        last = parts[-1]
        parts[-1] = Part(*(getattr(last, name).removesuffix(b"\n") for name in ("both", "base", "ours", "theirs")))
    return parts
