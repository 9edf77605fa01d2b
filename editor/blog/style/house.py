"""A blog's house style: what its posts have in common, and new posts that have it too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.moves.place import Wish, path_after, values_after
from editor.blog.neighbours import Neighbours
from editor.blog.posts import suffixes_of
from editor.blog.rules import rules_for
from editor.blog.settings import settings_of
from editor.blog.site import Blog
from editor.blog.style.compose import compose, key_order
from editor.blog.style.names import naming_of, pattern_of, slug_rule_of
from editor.blog.style.new_post import NewPost
from editor.blog.style.readable import require_readable
from editor.blog.style.samples import Sample, is_eastern, read_samples
from editor.blog.style.scaffold import scaffold
from editor.blog.style.slugs import fitting, slug_like
from editor.blog.style.vote import Draft, Poll
from editor.header import DateText, Field, FieldType, Generator, Rules, Syntax, Value, read_header, set_value
from editor.header.date_readers import DateReader, meant_day
from editor.header.dates import Moment, read_date
from editor.header.key_kinds import DATE_KEYS, neutral_boolean
from editor.post.assignments import Change, make
from editor.post.post import Post
from editor.post.values import form_kind, shown, typed
from editor.text.edit import apply
from editor.text.line_ends import LineEnds
from editor.text.source import Source
from editor.text.white_space import ASCII_SPACE

NEAR: Final = 40
"""So many of the newest posts are asked what a new one says."""
PLACES: Final = 6
"""So many places are offered."""
_KEPT: Final = 0.5
"""A key that so many of the posts near it have comes into a new post."""
_CONSTANT: Final = 0.8
"""A value that so many of them have, too."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that most posts do: what about, how, the share that does, and one of them."""

    about: str
    how: str
    share: float
    example: str


@dataclass(slots=True)
class HouseStyle:
    """What was learnt of a blog."""

    blog: Blog
    samples: Sequence[Sample] = field(default_factory=list)

    @classmethod
    def of(cls, blog: Blog) -> HouseStyle:
        """Read the posts of a blog."""
        return cls(blog, read_samples(blog))

    def new_post(
        self,
        title: str,
        moment: Moment,
        values: Mapping[str, Value] | None = None,
        *,
        slug: str = "",
        like: Sample | None = None,
        draft: bool = False,
        pattern: str = "",
    ) -> NewPost:
        """A post with a title and a date as this blog's newest posts are.

        Args:
            moment: now, in the blog's zone.
            values: more keys, which take the place of what the posts have in common.
            slug: what the file is called; "" for what the title makes.
            like: a post to take keys, values and place from.
            pattern: one of `places`; "" for the one that fits best.
            draft: in the generator's way: in its folder for drafts, or by the key that says it.

        Raises:
            Refused: a value can't be written in this blog's front matter.

        """
        given = dict(values or {})
        if not self.samples:
            slug = fitting(slug) or slug_like(title, "", (), moment)
            made = scaffold(BlogFolder(self.blog), title, moment, given, slug)
            made = self._drafted(made) if draft else made
            return replace(made, relative=self.free_place(made.relative))
        spelled = self._spelling([like] if like is not None else self.samples[:NEAR])
        given = {spelled.get(key.lower(), key): value for key, value in {"title": title, **given}.items()}
        wanted = {**self.common_values(moment, like), **given}
        path = self.place_for(title, moment, wanted, slug=slug, like=like, pattern=pattern)
        made = self.put_together(path, title, moment, wanted, like)
        made = self._drafted(made) if draft else made
        return replace(made, relative=self.free_place(made.relative))

    @property
    def reader(self) -> DateReader:
        """How the blog's generator reads dates."""
        return DateReader(self.blog.generator, settings_of(self.blog).zone)

    @property
    def rules(self) -> Rules:
        """What the blog asks of the front matter of its posts, learnt from the newest ones."""
        neighbours = Neighbours(lambda: [sample.header for sample in self.samples[:NEAR]])
        rules = rules_for(self.blog, self.blog.root)
        return replace(rules, kind=neighbours.kind, date_like=neighbours.date_like)

    def changed(self, post: NewPost, changes: Sequence[Change]) -> NewPost:
        """Return a new post with more changes. Raises `Refused`."""
        made = Post(Source(post.head, post.encoding, post.bom, LineEnds(post.line_end)), self.rules)
        make(made, changes)
        return replace(post, head=made.text)

    def place_for(
        self,
        title: str,
        moment: Moment,
        values: Mapping[str, Value | Moment],
        *,
        slug: str = "",
        like: Sample | None = None,
        pattern: str = "",
    ) -> PurePosixPath:
        """Where a post with these values lies, from the blog's root; whether a file is there is not asked.

        The arguments are those of `new_post`.
        """
        slug = fitting(slug)
        if not self.samples:
            slug = slug or slug_like(title, "", (), moment)
            return scaffold(BlogFolder(self.blog), title, moment, {}, slug).relative
        plain = {key: _value(one) for key, one in values.items()}
        voters = self.samples if like is None else [like]
        naming = naming_of(Poll(voters, Draft(moment.day, is_eastern(title), plain)))
        assert naming is not None
        naming = replace(naming, pattern=pattern or naming.pattern)
        return naming.path_of(slug or slug_like(title, naming.slug_rule, voters, moment), moment.day, plain)

    def put_together(
        self,
        path: PurePosixPath,
        title: str,
        moment: Moment,
        values: Mapping[str, Value | Moment],
        like: Sample | None = None,
    ) -> NewPost:
        """A post at a place with these values, written as the posts near it are; there must be some.

        Raises:
            Refused: a value can't be written in this blog's front matter.

        """
        plain = {key: _value(one) for key, one in values.items()}
        voters = self.samples if like is None else [like]
        poll = Poll(voters, Draft(moment.day, is_eastern(title), plain, path.parent))
        near = poll.voters[0]
        made = NewPost(path, compose(poll, values, self.reader), near.encoding, near.bom, near.line_end)
        kinds = {sample.header.kind for sample in voters}
        kind = near.header.kind if len(kinds) == 1 else None
        require_readable(made.head, self.blog.generator, values, kind=kind)
        return made

    def _spelling(self, near: Sequence[Sample]) -> dict[str, str]:
        """Return how the posts spell their keys, by the lower-case name, where the generator ignores case."""
        if not Rules(self.blog.generator).ignores_case:
            return {}
        return {key.lower(): key for sample in reversed(near) for key in sample.keys}

    def places(self) -> list[str]:
        """Where the newest posts lie and how their files are named, the most frequent first: patterns for a new one."""
        counts = Counter(pattern_of(sample) for sample in self.samples[:NEAR])
        return [pattern for pattern, _ in counts.most_common(PLACES)]

    def list_keys(self) -> list[str]:
        """The keys in which the newest posts have lists of words, in the order of the front matter."""
        near = self.samples[:NEAR]
        counts = Counter(
            field.key for sample in near for field in _with_taxonomies(sample) if isinstance(field.value, list)
        )
        usual = [key for key, times in counts.items() if times / len(near) >= _KEPT]
        return key_order(Poll(near, Draft(date.max, near[0].eastern, dict.fromkeys(usual))), usual) if usual else []

    def habits(self) -> list[Habit]:
        """What the posts have in common, for people."""
        if not self.samples:
            return []
        found = [
            self._habit("place and file name", pattern_of),
            self._habit("slug from the title", lambda one: slug_rule_of(one) or "typed by hand"),
            self._habit("front matter", lambda one: one.header.kind.value),
            self._habit("blank line after the front matter", lambda one: "yes" if one.blank_after else "no"),
            self._habit("line ends", lambda one: "CRLF" if one.line_end == "\r\n" else "LF"),
        ]
        counts = Counter(key for sample in self.samples for key in dict.fromkeys(sample.keys))
        usual = [key for key, times in counts.most_common() if times / len(self.samples) >= _KEPT / 5]
        order = key_order(Poll(self.samples, Draft(date.max, self.samples[0].eastern, dict.fromkeys(usual))), usual)
        return found + [self._habit(f"key {key}", partial(_form, key)) for key in order]

    def _habit(self, about: str, question: Callable[[Sample], str | None]) -> Habit:
        """The answer of most posts; its share is of all posts."""
        answers = [(answer, sample) for sample in self.samples if (answer := question(sample)) is not None]
        how, times = Counter(answer for answer, _ in answers).most_common(1)[0]
        example = next(sample for answer, sample in answers if answer == how)
        return Habit(about, how, times / len(self.samples), str(example.relative))

    def common_values(self, moment: Moment, like: Sample | None = None) -> dict[str, Value | Moment]:
        """What a new post says besides its title: its date, and what the posts near it have in common."""
        near = [like] if like is not None else self.samples[:NEAR]
        found: dict[str, Value | Moment] = {}
        any_case = self.blog.generator is Generator.HUGO
        counts = Counter(key for sample in near for key in dict.fromkeys(sample.keys))
        for key, times in counts.items():
            if times / len(near) < _KEPT:
                continue
            if key in DATE_KEYS or (any_case and key.lower() in DATE_KEYS):
                found[key] = _moment_like(near, key, moment, self.reader)
            elif like is not None:
                found[key] = like.header.values()[key]
            else:
                found.update(_common(near, key, times))
        return found

    def _drafted(self, post: NewPost) -> NewPost:
        """The post as a draft."""
        generator, wish, head = self.blog.generator, Wish(draft=True), post.head
        header = read_header(head, Rules(generator))
        path = path_after(generator, post.relative, header, wish)
        for key, value in values_after(self.reader, post.relative, header, wish, datetime.now().astimezone(), ""):
            head = apply(head, set_value(head, header, key, value))
            header = read_header(head, Rules(generator))
        return replace(post, relative=path, head=head)

    def free_place(self, wanted: PurePosixPath) -> PurePosixPath:
        """A place, with a number behind its name where a file has that name already.

        Raises:
            Refused: it leads out of the blog, or the file would be no post.

        """
        folder, path, number = BlogFolder(self.blog), wanted, 1
        folder.place_for(wanted, suffixes_of(self.blog.generator))
        bundle = path.stem in ("index", "_index")
        while folder.gate.exists(path.parent if bundle else path):
            number += 1
            if bundle:
                path = wanted.parent.with_name(f"{wanted.parent.name}-{number}") / wanted.name
            else:
                path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        return path


def _common(near: Sequence[Sample], key: str, times: int) -> dict[str, Value]:
    """A key with what nearly all posts say; empty where that differs, and nothing where it can't be empty.

    An empty list is left out where lists have lines of their own: `[]` would lead the first item into brackets.
    """
    values = Counter(repr(sample.value(key)) for sample in near if sample.header.field(key) is not None)
    how, most = values.most_common(1)[0]
    sample = next(one for one in near if one.header.field(key) is not None and repr(one.value(key)) == how)
    found = sample.header.field(key)
    assert found is not None
    if found.type is FieldType.TEXT and form_kind(key, found, sample.header.rules) is FieldType.BOOLEAN:
        return {key: _as_boolean(key, found, same=most / times >= _CONSTANT)}
    if most / times >= _CONSTANT and (times > 1 or key == "layout"):
        return {key: found.value}
    match found.type:
        case FieldType.LIST if found.node is not None and found.node.style == "flow":
            return {key: []}
        case FieldType.TEXT | FieldType.EMPTY if sample.header.syntax in (Syntax.YAML, Syntax.PELICAN):
            return {key: None}
        case FieldType.BOOLEAN:
            return {key: found.value}
    return {}  # a number or a date that the post itself gives


def _as_boolean(key: str, field: Field, *, same: bool) -> bool:
    """Return the boolean for a word that the generator takes for a text (`draft: no` in Hugo).

    Args:
        same: nearly all posts have this word; else the boolean that says the same as no key is taken.

    """
    value = typed(key, None, shown(field.value), Rules()) if same else None
    return value if isinstance(value, bool) else neutral_boolean(key)


def _value(one: Value | Moment) -> Value:
    return DateText(one.day.isoformat()) if isinstance(one, Moment) else one


def _moment_like(near: Sequence[Sample], key: str, moment: Moment, reader: DateReader) -> Moment:
    """Return the day alone where most of the posts have no time of day, else the moment."""
    found = [read_date(shown(field.value)) for sample in near if (field := sample.header.field(key)) is not None]
    dates = [one for one in found if one is not None]
    days = sum(one.clock is None for one in dates)
    return Moment(meant_day(reader, moment)) if days * 2 > len(dates) else moment


def _with_taxonomies(sample: Sample) -> Iterator[Field]:
    """The keys of a post; Zola's tags and categories stand one level down."""
    for one in sample.header.fields:
        yield from one.fields if one.key == "taxonomies" else (one,)


def _form(key: str, sample: Sample) -> str | None:
    return next((entry.form.strip(ASCII_SPACE) for entry in sample.entries if entry.key == key), None)
