"""What an export would do: where the post comes to lie, what it says there, which files come along."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.appearance import Appearance, appearance
from editor.blog.folder import BlogFolder
from editor.blog.links.find import links_in, plain_address
from editor.blog.moves.place import named
from editor.blog.picture_habit import habit_of, variables
from editor.blog.pictures import Place, find_picture, is_remote, place_of
from editor.blog.reading import posts_in
from editor.blog.rules import RulesBook
from editor.blog.site import Blog, blog_of
from editor.blog.style.house import HouseStyle
from editor.export.across.body import BodyCarrier, Goal, first_heading
from editor.export.across.front_matter import Wanted, converted, wanted_values
from editor.export.across.keys import MappedKey
from editor.export.across.pictures import Carried, Home
from editor.export.git import Git
from editor.export.memory import Export, ExportMemory
from editor.export.merge import Merge, merged
from editor.export.safe_names import require_safe
from editor.header import Generator, Header, Refused, Rules, Syntax, Value, read_header
from editor.header.date_readers import DateReader
from editor.header.dates import Moment
from editor.language import tr
from editor.post.files import FileError, read_file
from editor.post.picture_files import MAX_PICTURE
from editor.post.post import Post
from editor.post.values import shown
from editor.text.edit import difference

_DATE_KEYS: Final = ("date", "pubDate", "publishDate")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is written: its bytes now (None for a new one), and then."""

    path: Path
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """An export before it is done.

    Attributes:
        source, draft: the post's file as it is, and its bytes.
        blog: where it goes.
        path: the post's file there.
        files: what is written, the post last; nothing where the post lies in the blog already.
        belongs: the post and all its pictures, for a commit.
        mapping: the keys that get another name or value, and those that come in.
        notes: what the writer should know.
        becomes: whether and where the post will appear.
        url: its whole address; "" where the blog does not say it.
        ours: what the draft becomes in the blog.
        merge: the blog's copy was changed since the last export: both brought together. `files` has ours then.
        again: the post was exported there before.
        added: the keys that the draft does not have.
        sources: the files that come along, by their paths at home: where they come to lie, their bytes.

    """

    source: Path
    draft: bytes
    blog: Blog
    path: Path
    files: tuple[FileChange, ...]
    belongs: tuple[Path, ...]
    mapping: tuple[MappedKey, ...]
    notes: tuple[str, ...]
    becomes: Appearance
    url: str
    ours: bytes = b""
    merge: Merge | None = None
    again: bool = False
    added: tuple[str, ...] = ()
    sources: Mapping[Path, tuple[str, bytes]] = field(default_factory=dict)

    @property
    def is_at_home(self) -> bool:
        """Whether the post lies in the blog already and stays where it is."""
        return self.source == self.path

    @property
    def post(self) -> FileChange | None:
        """What happens to the post's own file."""
        return next((one for one in self.files if one.path == self.path), None)

    def deciding(self, data: bytes) -> Plan:
        """The plan with other bytes for the post: what the writer decided on a merge."""
        files = tuple(replace(one, after=data) if one.path == self.path else one for one in self.files)
        return replace(self, files=files, merge=None)


def plan_export(
    source: Path,
    blog: Blog,
    memory: ExportMemory,
    now: datetime,
    *,
    slug: str = "",
    pattern: str = "",
    house: HouseStyle | None = None,
) -> Plan:
    """What the export of a post's file to a blog would do.

    Args:
        now: the time in the blog's zone.
        slug: what its file is called there; "" for what its name or title gives.
        pattern: where it lies there (`HouseStyle.places`); "" for the place that fits best.
        house: the blog's style, where that was learnt already.

    Raises:
        Refused: it can't be done; the reason names what to do.
        FileError, UndecodableError, UnencodableError: of the post itself.
        GitProblem: git is needed to bring two versions together, and is missing.

    """
    data = read_file(source)
    if blog.holds(source):
        return _at_home(source.resolve(), data, blog, now)
    return _Planner(source.resolve(), data, blog, memory, now, house).plan(slug, pattern)


def _at_home(source: Path, data: bytes, blog: Blog, now: datetime) -> Plan:
    folder = BlogFolder(blog)
    post = Post.from_bytes(data, RulesBook().rules_of(source))
    relative = blog.relative(source)
    becomes = appearance(folder, relative, post, now)
    belongs = (source, *dict.fromkeys(_pictures_of(folder, relative, post)))
    return Plan(source, data, blog, source, (), belongs, (), (), becomes, _url(folder, becomes))


class _Planner:
    """Plans one export to a blog that the post does not lie in."""

    def __init__(
        self, source: Path, data: bytes, blog: Blog, memory: ExportMemory, now: datetime, house: HouseStyle | None
    ) -> None:
        self._source, self._data, self._blog, self._memory = source, data, blog, memory
        self._folder, self._time = BlogFolder(blog), now
        self._house = house or HouseStyle.of(blog)
        at_home = blog_of(source)
        self._home = Home(BlogFolder(at_home), at_home.relative(source))
        self._generator = at_home.generator
        self._reader = DateReader(at_home.generator, self._home.folder.settings.zone)
        self._post = Post.from_bytes(data, Rules(at_home.generator))
        header = self._post.header
        if header.error is not None:
            raise Refused(tr("{0}: mend the front matter, then export").format(header.error.problem), header.error.line)
        if header.syntax is Syntax.TEXT:
            raise Refused(
                tr("a script’s front matter can’t be read without running it: such a post can’t be exported"), 1
            )
        offset = now.utcoffset()
        minutes = int(offset.total_seconds()) // 60 if offset is not None else None
        day = named(PurePosixPath(self._home.relative)).day  # a post's name may tell its day
        self._now = Moment(day) if day is not None else Moment(now.date(), now.time().replace(microsecond=0), minutes)

    def plan(self, slug: str, pattern: str) -> Plan:
        text, header, title = self._titled()
        last = self._memory.last(self._source, self._data, self._blog.root)
        path = self._last_place(last) if last is not None else None
        existing = self._folder.gate.read(path) if path is not None else None
        former = self._memory.ours(last) if last is not None and existing is not None else None
        kept = last.added if last is not None and former is not None else ()
        wanted = self._wanted(header, title, former, kept)
        notes = list[str]()
        if path is None:
            path, notes = self._new_place(header, title, wanted, slug, pattern)
        relative = PurePosixPath(path.relative_to(self._blog.root))
        require_safe(self._blog.root, relative)
        first, _ = converted(text, header, wanted, self._folder, self._house, relative, title, self._now)
        rules = Rules(self._blog.generator)
        names = variables(relative.as_posix(), read_header(first, rules), self._time)
        known = last.pictures if last is not None else {}
        carried = Carried(self._blog.root, habit_of(self._folder, path), names, known)
        changed = dict(_front_pictures(header, carried, self._home))
        wanted = self._wanted(header, title, former, kept, changed)
        goal = Goal(self._folder, relative.as_posix(), self._memory)
        carrier = BodyCarrier(self._home, goal, carried)
        body = carrier.carry(text, header)
        final, more = converted(
            body, read_header(body, header.rules), wanted, self._folder, self._house, relative, title, self._now
        )
        new, spelled = self._spelled(final)
        notes += [*spelled, *carrier.notes, *more]
        post = Post.from_bytes(new, rules)
        becomes = appearance(self._folder, relative.as_posix(), post, self._time)
        files = [
            FileChange(name, was, data) for name, data in carried.files.items() if (was := self._there(name)) != data
        ]
        merge = None if existing is None or existing in (former, new) else self._merged(former, new, existing)
        if existing is None or (existing != new and new != former):
            files.append(FileChange(path, existing, new))
        else:
            merge = None  # the draft is as it was: what the blog has made of it stays
        return Plan(
            self._source,
            self._data,
            self._blog,
            path,
            tuple(files),
            (path, *carried.files),
            wanted.rows,
            tuple(dict.fromkeys(notes)),
            becomes,
            _url(self._folder, becomes),
            new,
            merge,
            again=existing is not None,
            added=tuple(row.new_key for row in wanted.rows if not row.key),
            sources=carried.sources,
        )

    # -- parts

    def _titled(self) -> tuple[str, Header, str]:
        """The text, its front matter and title; a heading that says the title for lack of a key leaves the text."""
        text, header = self._post.text, self._post.header
        field = header.field("title")
        # Unicode: a title of blanks names nothing
        if field is not None and shown(field.value).strip():
            return text, header, shown(field.value)
        heading = first_heading(text[header.body_start :])
        if heading is None:
            return text, header, self._source.stem
        words, rest = heading
        text = text[: header.body_start] + rest
        return text, read_header(text, header.rules), words

    def _wanted(
        self,
        header: Header,
        title: str,
        former: bytes | None,
        kept: Collection[str],
        changed: dict[str, Value] | None = None,
    ) -> Wanted:
        before = None
        if former is not None:
            fields = Post.from_bytes(former, Rules(self._blog.generator)).header.fields
            before = [field for field in fields if field.key in kept]
        return wanted_values(
            header, self._reader, self._folder, self._house, title, self._now, changed or {}, before=before
        )

    def _new_place(self, header: Header, title: str, wanted: Wanted, slug: str, pattern: str) -> tuple[Path, list[str]]:
        day = next((value for key in _DATE_KEYS if isinstance(value := wanted.values.get(key), Moment)), self._now)
        slug = slug or self._own_slug(header)
        relative = self._house.place_for(title, day, wanted.values, slug=slug, pattern=pattern)
        free = self._house.free_place(relative)
        notes = (
            [tr("{0} is there already: this post becomes {1}").format(relative.name, free.name)]
            if free != relative
            else []
        )
        return self._blog.root / free, notes

    def _own_slug(self, header: Header) -> str:
        """The slug that a post has already: by its key, or as a post of another blog by its file's name."""
        field = header.field("slug")
        if field is not None and isinstance(field.value, str) and "/" not in field.value:
            return field.value
        was = named(PurePosixPath(self._home.relative))
        return was.slug if self._generator is not Generator.PLAIN or was.day is not None else ""

    def _last_place(self, last: Export) -> Path | None:
        """Where the post lies in the blog now; it may have been renamed there."""
        path = self._blog.root / last.relative
        if self._folder.file(last.relative) is not None:
            return path
        for other, data, _ in posts_in(self._blog.root):
            if self._memory.is_as_written(last, data):
                return other
        return None

    def _there(self, path: Path) -> bytes | None:
        """What the blog has in a picture's place."""
        try:
            return self._folder.gate.read(path, limit=MAX_PICTURE)
        except FileError:
            return None

    def _spelled(self, text: str) -> tuple[bytes, list[str]]:
        """The file's bytes: line ends as in the draft; in UTF-8, which is all that generators read."""
        post, notes = self._post.copy(), list[str]()
        if post.source.encoding != "utf-8":
            notes.append(tr("the draft is in {0}; in the blog it is in UTF-8").format(post.source.encoding))
            post.write_as("utf-8")
        edit = difference(post.text, text)
        if edit is not None:
            post.apply(edit)
        return post.to_bytes(), notes

    def _merged(self, former: bytes | None, ours: bytes, theirs: bytes) -> Merge | None:
        """Both versions brought together; without the former one everything that differs is in question."""
        return merged(Git(self._blog.root), former if former is not None else b"", ours, theirs)


def _front_pictures(header: Header, carried: Carried, home: Home) -> Iterator[tuple[str, Value]]:
    """The keys of the front matter that name a picture, with its address in the blog."""
    for one in header.fields:
        if isinstance(one.value, str) and "." in one.value and "\n" not in one.value and " " not in one.value:
            address = carried.address(home, header, one.value)
            if address is not None:
                yield one.key, address


def _pictures_of(folder: BlogFolder, relative: str, post: Post) -> Iterator[Path]:
    """The files of the blog that a post shows or names as its picture."""
    place = place_of(folder, folder.blog.generator, relative, post.header)
    names = [plain_address(link.name) for link in links_in(post.text, post.header.body_start) if link.shows]
    names += [field.value for field in post.header.fields if isinstance(field.value, str) and "." in field.value]
    for name in names:
        path = _picture(name, place)
        if path is not None:
            yield path


def _picture(name: str, place: Place) -> Path | None:
    if "\n" in name or is_remote(name, place):
        return None
    try:
        return find_picture(name, place)
    except (OSError, ValueError):
        return None


def _url(folder: BlogFolder, becomes: Appearance) -> str:
    return f"{folder.url}{becomes.address}" if becomes.address else ""
