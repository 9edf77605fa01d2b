"""What the window ought to hold: posts as plain texts with all the states that they went through, and files as bytes.

It knows nothing of Qt, of edits or of front matter; a post's header is read by PyYAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

OTHER = ("other", 0)
BOM = b"\xef\xbb\xbf"


@dataclass
class Spelling:
    """How a file writes its text: what does not change while the post is edited."""

    bom: bytes
    end: str

    @classmethod
    def of(cls, data: bytes) -> tuple[Spelling, str]:
        """The spelling of a file's bytes, and its text."""
        bom = BOM if data.startswith(BOM) else b""
        text = data[len(bom) :].decode()
        end = "\r\n" if "\r\n" in text else "\n"
        return cls(bom, end), text.replace("\r\n", "\n")

    def encode(self, text: str) -> bytes:
        """A text as the file has it."""
        return self.bom + text.replace("\n", self.end).encode()


@dataclass
class PostModel:
    """An open post.

    Attributes:
        states: the texts that it had, since it was opened; those after `at` can be made again.
        runs: for each state the run that led to it: what is typed where the last letter was typed, or erased before
            the letter that was erased last, goes on with its run. An undo may take back a part of a run, or all of it,
            and nothing before.
        ends: for each state what a letter did that led to it, and where one would go on with its run.
        back: for each undo the states that it went from and to.
        saved: the state that is on the disk; -1 when none of them is any more.
        disk: what the file must hold to be saved over.
        seen: the texts since the last save.
        between: texts that may turn out to be among the states: nobody knows how a crash grouped what led to them.
        loose: it came back after a crash, which may group its steps otherwise.
        base: the text as it was opened or saved last.
        kept: the writer chose to save over what another program wrote.

    """

    path: Path
    spelling: Spelling
    states: list[str]
    disk: bytes
    runs: list[int] = field(default_factory=lambda: [0])
    ends: list[tuple[str, int]] = field(default_factory=lambda: [OTHER])
    at: int = 0
    saved: int = 0
    kept: bool = False
    loose: bool = False
    base: str = ""
    seen: set[str] = field(default_factory=set)
    between: set[str] = field(default_factory=set)
    back: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def opened(cls, path: Path) -> PostModel:
        """A file as it is opened."""
        data = path.read_bytes()
        spelling, text = Spelling.of(data)
        return cls(path, spelling, [text], data, base=text)

    @property
    def text(self) -> str:
        """As it is now."""
        return self.states[self.at]

    @property
    def modified(self) -> bool:
        """Whether it differs from the disk, by its steps."""
        return self.at != self.saved

    def change(self, text: str, run: int | None = None, end: tuple[str, int] = OTHER) -> None:
        """An edit gave another text: as a step of its own, if no run is named that it belongs to."""
        if text == self.text:
            return
        run = max(self.runs) + 1 if run is None else run
        del self.states[self.at + 1 :], self.runs[self.at + 1 :], self.ends[self.at + 1 :]
        self.back.clear()
        if self.saved > self.at:
            self.saved = -1
        self.states.append(text)
        self.runs.append(run)
        self.ends.append(end)
        self.seen.add(text)
        self.at += 1

    def typed(self, start: int, end: int, letter: str) -> None:
        """A letter took the place of a selection; an input method removes that when it begins, as a step of its own."""
        if start != end and not letter.isascii():
            self.change(self.text[:start] + self.text[end:], None, ("typed", start))
            end = start
        follows = self.ends[self.at] in (("typed", start), OTHER)  # Qt lets a letter go on with what a command inserted
        goes_on = start == end and follows and self.at != self.saved
        run = self.runs[self.at] if goes_on else None
        self.change(self.text[:start] + letter + self.text[end:], run, ("typed", start + len(letter)))

    def erased(self, start: int, end: int) -> None:
        """Backspace over a letter or a selection."""
        goes_on = self.ends[self.at] == ("erased", end) and self.at != self.saved
        run = self.runs[self.at] if goes_on else None
        self.change(self.text[:start] + self.text[end:], run, ("erased", start))

    def undone(self, text: str) -> None:
        """An undo led to this text: it must be one of those that the last run began with or went through."""
        run, to = self.runs[self.at], self.at
        while to > 0 and (self.loose or self.runs[to] == run):
            to -= 1
            if self.states[to] == text:
                self.back.append((self.at, to))
                self.at = to
                self.seen.add(text)
                return
        if text in self.between:
            self.find(text)
            return
        pairs = [(one, self.states[one - 1], self.states[one]) for one in range(max(1, self.at - 8), self.at + 1)]
        steps = [f"run {self.runs[one]}: {differing(before, after)}" for one, before, after in pairs]
        steps.append(f"undo: {differing(self.text, text)}")
        raise AssertionError("undo led to a text that was not there before this step; steps:\n" + "\n".join(steps))

    def find(self, text: str) -> None:
        """A state that nobody knew of stands before the one that is shown."""
        at = self.at
        self.states.insert(at, text)
        self.runs.insert(at, max(self.runs) + 1)
        self.ends.insert(at, OTHER)
        self.back = [(start + (start >= at), to + (to >= at)) for start, to in self.back]
        self.back.append((at + 1, at))
        self.saved += self.saved >= at

    def redone(self, text: str) -> None:
        """A redo led to this text: the one that the undo came from."""
        start, to = self.back.pop()
        assert to == self.at
        assert text == self.states[start], "redo does not lead back to where undo came from"
        self.at = start
        self.seen.add(text)

    def save(self) -> None:
        """It is on the disk now."""
        self.disk, self.saved, self.kept = self.spelling.encode(self.text), self.at, False
        self.base = self.text
        self.seen.clear()

    def read_again(self, disk: bytes) -> None:
        """Another program wrote the file: what differs is one step, and the text is on the disk."""
        self.change(Spelling.of(disk)[1])
        self.disk, self.saved, self.kept = disk, self.at, False
        self.base = self.text
        self.seen.clear()

    def restarted(self) -> None:
        """The program was killed: what was on the disk, and the steps since, come back."""
        self.loose = True
        self.between |= set() if self.kept else self.seen
        if 0 <= self.saved <= self.at and not self.kept:
            del self.states[: self.saved], self.runs[: self.saved], self.ends[: self.saved]
            self.at -= self.saved
            self.back = [(start - self.saved, to - self.saved) for start, to in self.back if to >= self.saved]
        else:  # it was taken back beyond the last save, or the file is another one: one step leads there
            self.one_step_from(self.disk)
        self.saved = 0

    def one_step_from(self, disk: bytes) -> None:
        """The text is one step away from what is on the disk."""
        self.base = Spelling.of(disk)[1]
        self.states, self.runs, self.ends = [self.base, self.text], [0, 1], [OTHER, OTHER]
        self.disk, self.at, self.saved, self.kept, self.back = disk, 1, 0, False, []


def differing(one: str, other: str) -> str:
    """What has to be done with a text to have another."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    behind = 0
    while behind < min(len(one), len(other)) - start and one[len(one) - 1 - behind] == other[len(other) - 1 - behind]:
        behind += 1
    return f"at {start} {one[start : len(one) - behind][:40]!r} becomes {other[start : len(other) - behind][:40]!r}"


def header_of(text: str) -> dict[str, object]:
    """The front matter as YAML reads it."""
    loaded = yaml.safe_load(text.split("---\n", 2)[1])
    assert isinstance(loaded, dict)
    return loaded


def body_of(text: str) -> str:
    """What stands below the front matter."""
    return text.split("---\n", 2)[2]
