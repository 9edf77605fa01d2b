"""What a new post would be like, by a vote of the posts that are there.

Some blogs change their ways in time, some by author, language or folder, some at random. So each question is asked with
several ways of weighing the votes, and that way counts which would have told the answer for most of the posts that are
there: it is never worse, for them, than what most posts have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from editor.blog.style.samples import Sample
from editor.post.values import shown, texts

MAX_VOTERS: Final = 120
"""Posts further away in time than that many others have no vote."""
TRIALS: Final = 30
"""For how many of the nearest posts the ways of weighing are tried out."""
_FADES: Final = 6.0
"""A post that many places further away counts half as much, where time counts."""
_FADES_FAST: Final = 0.75
"""What the next post counts beside the one before it, where time counts most."""
_UNLIKE: Final = 0.05
"""What a vote of a post counts that differs in folder, language or author, where likeness counts."""
_TOPICS: Final = ("categories", "category", "section", "series", "lang", "layout")
_AUTHORS: Final = ("author", "authors")


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a post before it is written.

    Attributes:
        values: as `Header.values()` has them; dates may be missing.
        folder: where it will lie, from the blog's root; None while that is to be found out.

    """

    day: date
    eastern: bool
    values: Mapping[str, object]
    folder: PurePosixPath | None = None


@dataclass(frozen=True, slots=True)
class _Traits:
    """What posts are alike or not by."""

    day: int
    eastern: bool
    keys: frozenset[str]
    author: str
    topics: frozenset[str]
    folder: PurePosixPath | None


def _traits(day: date, eastern: bool, values: Mapping[str, object], folder: PurePosixPath | None) -> _Traits:
    topics = frozenset(f"{key}:{word}" for key in _TOPICS for word in _words(values.get(key)))
    author = "/".join(word for key in _AUTHORS for word in _words(values.get(key)))
    return _Traits(day.toordinal(), eastern, frozenset(values), author, topics, folder)


def _words(value: object) -> list[str]:
    return [] if value is None else texts(value) or [shown(value)]  # type: ignore[arg-type]


Weigh = Callable[[_Traits, _Traits, int], float]


def _all_alike(_one: _Traits, _other: _Traits, _rank: int) -> float:
    return 1.0


def _near_in_time(_one: _Traits, _other: _Traits, rank: int) -> float:
    return _FADES / (_FADES + rank)


def _newest(_one: _Traits, _other: _Traits, rank: int) -> float:
    return float(_FADES_FAST**rank)


def _likeness(one: _Traits, other: _Traits) -> float:
    weight = 1.0 if one.eastern is other.eastern else _UNLIKE
    weight *= 1.0 if one.author == other.author else _UNLIKE
    if one.folder is not None and other.folder is not None and one.folder != other.folder:
        weight *= _UNLIKE
    shared = len(one.keys & other.keys) / max(1, len(one.keys | other.keys))
    return weight * shared**2


def _alike(one: _Traits, other: _Traits, _rank: int) -> float:
    return _likeness(one, other)


def _alike_and_near(one: _Traits, other: _Traits, rank: int) -> float:
    return _likeness(one, other) * _near_in_time(one, other, rank)


def _alike_and_newest(one: _Traits, other: _Traits, rank: int) -> float:
    return _likeness(one, other) * _newest(one, other, rank)


def _of_one_topic(one: _Traits, other: _Traits, rank: int) -> float:
    shared = len(one.topics & other.topics) / max(1, len(one.topics | other.topics))
    return (shared + _UNLIKE / 10) * _near_in_time(one, other, rank)


WAYS: Final[tuple[Weigh, ...]] = (
    _all_alike,
    _near_in_time,
    _newest,
    _alike,
    _alike_and_near,
    _alike_and_newest,
    _of_one_topic,
)


class Poll:
    """The posts that have a say about one new post, asked one question after the other."""

    def __init__(self, samples: Sequence[Sample], draft: Draft) -> None:
        mine = _traits(draft.day, draft.eastern, draft.values, draft.folder)
        near = sorted(samples, key=lambda one: abs(one.day.toordinal() - mine.day))[:MAX_VOTERS]
        self._voters = near
        placed = draft.folder is not None  # else the folder is asked for, and must not be known
        traits = [
            _traits(one.day, one.eastern, one.header.values(), one.relative.parent if placed else None) for one in near
        ]
        self._mine = self._weights(mine, traits, -1)
        self._trials = [self._weights(traits[number], traits, number) for number in range(min(TRIALS, len(near)))]

    @property
    def voters(self) -> Sequence[Sample]:
        """The posts, the nearest in time first."""
        return self._voters

    def answer(self, question: Callable[[Sample], str | None]) -> str | None:
        """What a new post would answer to a question that the posts answer; None where no post does."""
        answers = [question(sample) for sample in self._voters]
        if len({answer for answer in answers if answer is not None}) < 2:
            return next((answer for answer in answers if answer is not None), None)
        tried = [(number, answer) for number, answer in enumerate(answers[:TRIALS]) if answer is not None]
        right = [
            sum(_winner(answers, self._trials[number][way]) == answer for number, answer in tried)
            for way in range(len(WAYS))
        ]
        return _winner(answers, self._mine[right.index(max(right))])

    def nearest(self, question: Callable[[Sample], str | None], answer: str) -> Sample:
        """The post most like the new one that gives an answer."""
        giving = [number for number, sample in enumerate(self._voters) if question(sample) == answer]
        return self._voters[max(giving, key=lambda number: self._mine[_LIKEST][number])]

    @staticmethod
    def _weights(one: _Traits, others: Sequence[_Traits], itself: int) -> list[list[float]]:
        """For each way of weighing, what each post's vote counts for one post; its own counts nothing."""
        ranks = [0] * len(others)
        for rank, number in enumerate(sorted(range(len(others)), key=lambda number: abs(others[number].day - one.day))):
            ranks[number] = rank
        return [
            [0.0 if number == itself else way(one, other, ranks[number]) for number, other in enumerate(others)]
            for way in WAYS
        ]


_LIKEST: Final = WAYS.index(_alike_and_near)


def _winner(answers: Sequence[str | None], weights: Sequence[float]) -> str | None:
    sums: dict[str, float] = {}
    for answer, weight in zip(answers, weights, strict=True):
        if answer is not None and weight:
            sums[answer] = sums.get(answer, 0.0) + weight
    return max(sums, key=lambda answer: sums[answer]) if sums else None
