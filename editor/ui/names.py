"""The names that may be completed in the open post: a worker process reads those of its blog; they are kept a while."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from editor.blog.site import Blog
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.preview.anchors import Anchors
from editor.ui.tasks import Lane, Tasks
from editor.writing.completion import Candidate, Wanted, footnotes, languages
from editor.writing.marks import fences

FRESH_S: Final = 20.0
"""How long the names of a blog are good before they are read again."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A post that names are written in: its blog and its file."""

    blog: Blog
    path: Path | None

    @property
    def relative(self) -> str:
        """The file's path in the blog; "" where it has none there."""
        return self.blog.relative(self.path) if self.path is not None and self.blog.holds(self.path) else ""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was found for a post in its blog."""

    place: _Place
    at: float
    posts: list[Candidate]
    pictures: list[Candidate]

    def is_of(self, blog: Blog | None, path: Path | None) -> bool:
        """Whether it is good for a post."""
        return (self.place.blog, self.place.path) == (blog, path)


class Names(QObject):
    """What `candidates` gives is what is known now; `found` tells when more was read."""

    found = Signal()
    words_found = Signal(object)  # the vocabulary of the open post's blog, for the form

    def __init__(self, document: PostDocument, files: PostFiles, anchors: Anchors, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._files, self._anchors = document, files, anchors
        self._known: _Read | None = None
        self._reading: _Place | None = None
        self._emoji: dict[bool, list[Candidate]] = {}
        self._words_of: Path | None = None
        self._started = False
        self._tasks = Tasks(self, Lane.BLOG)
        self._passed_over: dict[Path, list[str]] = {}  # posts that stopped the worker, by their blog's root

    def start(self) -> None:
        """From now on read blogs: the text of the open post comes first."""
        self._started = True
        self.find_words(self._files.blog)

    def find_words(self, blog: Blog | None) -> None:
        """Read the vocabulary of a blog, unless that is the one that was read last; `words_found` tells."""
        if self._started and blog is not None and blog.root != self._words_of:
            self._words_of = blog.root
            self.words_found.emit({})
            self._ask("words", {"task": "words", "root": str(blog.root)}, blog.root, self._take_words)

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        """The names of a kind, those first that are likeliest."""
        match wanted:
            case Wanted.POST:
                return known.posts if (known := self._of_blog()) is not None else []
            case Wanted.PICTURE:
                return known.pictures if (known := self._of_blog()) is not None else []
            case Wanted.HEADING:
                return [
                    Candidate(text or name, f"#{name}", f"#{name}", name) for name, text in self._anchors.headings()
                ]
            case Wanted.FOOTNOTE:
                return footnotes(self._document.post.body)
            case Wanted.EMOJI:
                return self._known_emoji()
        from editor.render.colour import known_languages

        names, used = known_languages(), Counter(fence.language for fence in fences(self._document.post.body))
        # One that is not known and stands there once is the very name that is being typed.
        return languages((name for name, times in used.most_common() if times > 1 or name in names), names)

    def _known_emoji(self) -> list[Candidate]:
        """By name. Where the blog does not turn names into emoji, the emoji itself is written."""
        from editor.blog.folder import BlogFolder
        from editor.render.site import Site

        blog = self._files.blog
        by_name = blog is not None and Site(blog.generator, BlogFolder(blog)).emoji
        if by_name not in self._emoji:
            from editor.render.emoji_names import names

            found = [Candidate(name, f":{name}:" if by_name else sign, sign) for name, sign in names()]
            self._emoji[by_name] = found
        return self._emoji[by_name]

    def _of_blog(self) -> _Read | None:
        """What was read for the open post; it is read, or read again, when that is too long ago."""
        blog, path = self._files.blog, self._files.path
        if blog is None:
            return None
        known = self._known if self._known is not None and self._known.is_of(blog, path) else None
        if (known is None or time.monotonic() - known.at > FRESH_S) and self._reading is None:
            self._reading = place = _Place(blog, path)
            post = self._document.post
            of_post = {"here": place.relative, "header": post.text[: post.header.body_start]}
            request = {"task": "names", "root": str(blog.root), "generator": str(blog.generator), **of_post}
            self._ask("names", request, blog.root, partial(self._take, place))
        return known

    def _ask(self, topic: str, request: dict[str, Any], root: Path, take: Callable[[dict[str, Any]], None]) -> None:
        over = self._passed_over.setdefault(root, [])
        self._tasks.ask_about_posts(topic, request, over, lambda answer: take(answer.result))

    def _take_words(self, result: dict[str, Any]) -> None:
        self.words_found.emit({kind: Counter(counted) for kind, counted in result.get("words", {}).items()})

    def _take(self, place: _Place, result: dict[str, Any]) -> None:
        posts, pictures = ([Candidate(*one) for one in result.get(kind, ())] for kind in ("posts", "pictures"))
        self._known, self._reading = _Read(place, time.monotonic(), posts, pictures), None
        self.found.emit()
