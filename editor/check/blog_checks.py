"""What can be told of a post when the whole blog is known: links to nothing, an address that another post has too,
tags that are nearly alike, keys that nearly all posts have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.links.find import whole_span
from editor.blog.links.meaning import Page
from editor.blog.links.survey import Kind, KnownPages, page_of
from editor.blog.pictures import place_of
from editor.blog.reading import posts_in
from editor.blog.tags import KINDS, alike, tags_of
from editor.blog.targets import LinkForm, PostTarget, PostTargets, link_to, post_targets
from editor.check.post_text import PostText
from editor.check.problem import Problem, Severity
from editor.header import Generator, HeaderKind
from editor.language import tr
from editor.text.edit import Edit

ENOUGH: Final = 12
"""Fewer posts are no habit."""
NEARLY_ALL: Final = 0.95
FEW: Final = 6
"""A blog whose categories have that many posts on average has a few that are meant."""
_TAGS: Final = frozenset({LinkForm.POST_URL, LinkForm.LINK, LinkForm.RELREF, LinkForm.REF, LinkForm.POST_PATH})
_EXPECTED: Final = ("title", "date", "description", "excerpt", "categories", "tags", "layout")
"""Keys whose lack is told where nearly all posts have them."""
_STOPS: Final = {Generator.JEKYLL: (LinkForm.POST_URL, LinkForm.LINK), Generator.HUGO: (LinkForm.RELREF, LinkForm.REF)}
"""Tags that stop the build when they name nothing."""


class BlogFacts:
    """What the posts of a blog have between them; they are read once, and not kept."""

    def __init__(self, folder: BlogFolder, wanted: Callable[[Path], bool] = lambda _: True) -> None:
        """Read the posts of a blog.

        Args:
            wanted: is asked before each post is read; one that is not wanted counts as not there.

        """
        self.folder, self._wanted = folder, wanted
        pages, words, categories = list[Page](), Counter[str](), Counter[str]()
        self.addresses: defaultdict[str, list[str]] = defaultdict(list)
        self._keys: Counter[str] = Counter()
        self.posts = 0
        for path, _, post in posts_in(folder.blog.root, wanted=wanted):
            page = page_of(folder, path.relative_to(folder.blog.root).as_posix(), post)
            pages.append(page)
            unlike = post.header.kind is HeaderKind.NONE or post.header.error is not None or "_drafts" in path.parts
            if unlike:
                continue
            self.posts += 1
            self._keys.update({one.key for one in post.header.fields})
            words.update(set(tags_of(post.header, *KINDS["tags"], *KINDS["categories"])))
            categories.update(set(tags_of(post.header, *KINDS["categories"])))
            if page.address:
                self.addresses[page.address].append(page.relative)
        self.known = KnownPages(folder, pages)
        self.usual = {
            word: max(group, key=lambda one: words[one]) for group in alike(words) for word in group if len(group) > 1
        }
        self.counts = words
        self.categories = categories

    @cached_property
    def targets(self) -> PostTargets:
        """How the posts link to each other; they are read once more for that."""
        return post_targets(self.folder, self._wanted)

    def expected(self) -> list[str]:
        """The keys that nearly all posts have."""
        if self.posts < ENOUGH:
            return []
        return [key for key in _EXPECTED if self._keys[key] >= NEARLY_ALL * self.posts]


def broken_links(text: PostText, facts: BlogFacts) -> Iterator[Problem]:
    """A link to a post, page or file that is not there."""
    situation, folder = text.situation, facts.folder
    assert situation.path is not None
    page = text.page
    place = place_of(folder, situation.generator, page.relative, situation.post.header)
    for link in text.links:
        if link.shows or facts.known.target(link, page) is not None:
            continue
        if facts.known.wrong(link, place) is Kind.BROKEN:
            stops = link.form in _STOPS.get(folder.blog.generator, ())
            message = tr("{0} leads to nothing: the post or file was renamed or removed, or the name is wrong").format(
                link.name
            )
            message = tr("{0}; {1} stops there").format(message, folder.blog.generator) if stops else message
            yield text.problem(
                "broken-link", Severity.ERROR if stops else Severity.WARNING, message, link.start, length=len(link.name)
            )


def shared_addresses(text: PostText, facts: BlogFacts) -> Iterator[Problem]:
    """Two posts with one address: one of them is written over the other."""
    situation = text.situation
    relative, address = text.page.relative, text.page.address
    others = [one for one in facts.addresses.get(address, ()) if one != relative] if address else []
    language = situation.post.header.field("lang")
    if others and language is None:
        message = tr("{0} has the same address, {1}: give one of them another name, date or permalink").format(
            others[0], address
        )
        yield text.problem("shared-address", Severity.WARNING, message, 0)


def nearly_alike_tags(text: PostText, facts: BlogFacts) -> Iterator[Problem]:
    """A tag that is written otherwise in most posts."""
    situation = text.situation
    for field in situation.header.fields if situation.header.error is None else ():
        if field.key in ("tags", "tag", "categories", "category"):
            for word in tags_of(situation.header, field.key):
                usual = facts.usual.get(word, word)
                if usual != word and facts.counts[usual] > facts.counts[word]:
                    message = tr("“{0}” is “{1}” in {2} posts").format(word, usual, facts.counts[usual])
                    yield situation.problem("tag-nearly-alike", Severity.HINT, message, field)


def categories_of_their_own(text: PostText, facts: BlogFacts) -> Iterator[Problem]:
    """A category that no other post has, in a blog with a few that all others share."""
    situation = text.situation
    if situation.header.error is not None or facts.posts < ENOUGH or len(facts.categories) * FEW > facts.posts:
        return
    for field in situation.header.fields:
        if field.key in ("categories", "category"):
            for word in tags_of(situation.header, field.key):
                if facts.categories[word] <= 1 and facts.usual.get(word, word) == word:
                    message = tr("no other post is in the category “{0}”").format(word)
                    yield situation.problem("unknown-category", Severity.HINT, message, field)


def links_in_another_form(text: PostText, facts: BlogFacts) -> Iterator[Problem]:
    """A link to a post that is written otherwise than nearly all of the blog's are; their form survives a rename."""
    situation, folder = text.situation, facts.folder
    assert situation.path is not None
    page = text.page
    for link in text.links:
        if link.shows or link.alone or link.form is not LinkForm.PATH or link.name.startswith("#"):
            continue
        target = facts.known.target(link, page)
        if target is None or target.relative == page.relative:
            continue
        targets = facts.targets
        if targets.share < NEARLY_ALL or targets.form not in _TAGS:
            return
        start, end = whole_span(text.text, link)
        new = link_to(PostTarget(target.relative, "", "", target.address), targets.form, folder, page.relative)
        anchor = link.name.partition("#")[2]
        new += f"#{anchor}" if anchor else ""
        message = tr("nearly all links between posts of this blog are written as {0}").format(new)
        fix = tr("Write it so"), Edit(start, end, new)
        yield text.problem("link-form", Severity.HINT, message, link.start, fix, length=len(link.name))


def keys_that_others_have(text: PostText, facts: BlogFacts) -> Iterator[Problem]:
    """A key that nearly all posts of the blog have."""
    situation, folder = text.situation, facts.folder
    if situation.header.error is not None or situation.header.kind is HeaderKind.NONE:
        return
    inside = folder.blog.generator not in (Generator.JEKYLL, Generator.HEXO) or situation.in_posts
    given = folder.given_to(folder.blog.relative(situation.path)) if situation.path is not None else {}
    for key in facts.expected() if inside else ():
        if situation.header.field(key) is None and key not in given:
            message = tr("nearly all posts of this blog have “{0}”, and this one does not").format(key)
            yield situation.problem("key-that-others-have", Severity.HINT, message)


CHECKS: Final = (
    broken_links,
    shared_addresses,
    nearly_alike_tags,
    categories_of_their_own,
    links_in_another_form,
    keys_that_others_have,
)
