"""The names that may be completed in the open post: those of its blog are read on a thread and kept for a while."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from editor.blog.site import Blog
from editor.header import Header
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.jobs import Asked, Jobs
from editor.ui.preview.anchors import Anchors
from editor.writing.completion import Candidate, Wanted, footnotes, languages
from editor.writing.insert import angled
from editor.writing.marks import fences

FRESH_S: Final = 20.0
"""How long the names of a blog are good before they are read again."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A post that names are written in: its blog, its file and its front matter."""

    blog: Blog
    path: Path | None
    header: Header


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
        self._of_words, self._of_names = Jobs(self), Jobs(self)

    def start(self) -> None:
        """From now on read blogs: the text of the open post comes first."""
        self._started = True
        self.find_words(self._files.blog)

    def find_words(self, blog: Blog | None) -> None:
        """Read the vocabulary of a blog, unless that is the one that was read last; `words_found` tells."""
        if self._started and blog is not None and blog.root != self._words_of:
            self._words_of = blog.root
            self.words_found.emit({})
            self._of_words.ask(self._read_words, blog.root)

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
            self._reading = _Place(blog, path, self._document.header)
            self._of_names.ask(self._read_blog, self._reading)
        return known

    def _read_blog(self, asked: Asked, place: _Place) -> None:
        """On a thread."""
        posts, pictures = list[Candidate](), list[Candidate]()
        try:
            posts, pictures = _posts(place), _pictures(place)
        finally:
            asked.answer(self._take, _Read(place, time.monotonic(), posts, pictures))

    def _read_words(self, asked: Asked, root: Path) -> None:
        """On a thread."""
        from editor.blog.vocabulary import vocabulary

        asked.answer(self.words_found.emit, vocabulary(root))

    def _take(self, read: _Read) -> None:
        self._known, self._reading = read, None
        self.found.emit()


def _posts(place: _Place) -> list[Candidate]:
    """The other posts of a blog, by title, as links are written there."""
    from editor.blog.folder import BlogFolder
    from editor.blog.targets import link_to, post_targets

    folder = BlogFolder(place.blog)
    here, targets = _relative(place), post_targets(folder)
    return [
        Candidate(target.title, link_to(target, targets.form, folder, here), target.day, target.relative)
        for target in targets.posts
        if target.relative != here
    ]


def _pictures(place: _Place) -> list[Candidate]:
    """The pictures of a blog that the post can show, by file name."""
    from editor.blog.folder import BlogFolder
    from editor.blog.picture_habit import habit_of, usual
    from editor.blog.targets import picture_address, picture_files

    folder, here = BlogFolder(place.blog), _relative(place)
    habit = habit_of(folder, place.path) if place.path is not None else usual(folder, here)
    found = []
    for picture in picture_files(place.blog):
        address = picture_address(folder, picture, here, place.header, habit)
        if address:
            before, _, name = picture.rpartition("/")
            found.append(Candidate(name, angled(address), before, picture))
    return found


def _relative(place: _Place) -> str:
    inside = place.path is not None and place.blog.holds(place.path)
    return place.blog.relative(place.path) if inside and place.path is not None else ""
