"""What the move of a post changes: the files that go along, the links of all posts to them, what the old address says.

Nothing is written here. A file's change keeps the bytes that it was looked at, so that it is written only if it still
has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from typing import Final
from urllib.parse import quote, unquote

from editor.blog.folder import BlogFolder
from editor.blog.gate import leads_out
from editor.blog.links.find import Link, is_remote, links_in, plain_address
from editor.blog.links.meaning import Meanings, Page
from editor.blog.moves.place import Wish, named, path_after, values_after
from editor.blog.neighbours import Neighbours
from editor.blog.picture_habit import Habit, habit_of, habits_in, variables
from editor.blog.pictures import find_picture, place_of
from editor.blog.reading import post_at, posts_in
from editor.blog.rules import RulesBook
from editor.blog.site import require_in_blog
from editor.header import Generator, Header, Refused, Value
from editor.header.date_readers import DateReader
from editor.language import tr
from editor.post.post import Post
from editor.post.values import shown
from editor.text.addresses import site_prefix
from editor.text.edit import Edit
from editor.text.source import UnencodableError

_REDIRECTS: Final = {Generator.JEKYLL: "redirect_from", Generator.HUGO: "aliases"}
"""The key in which a post keeps its former addresses (jekyll-redirect-from; Hugo's docs, urls.md)."""

NEAR: Final = 40
"""So many of the last posts show how a date is written."""
MAX_NAME: Final = 240
"""A longer name, in bytes, leaves a file system no room for what is put behind it while a file is saved."""


@dataclass(frozen=True, slots=True)
class Row:
    """A change to see: the line (from 1, of the file as it is), what stands there, what will."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """What changes in a post.

    Attributes:
        path: the file as it is called now.
        data, new: its bytes as they were looked at, and then.

    """

    path: Path
    data: bytes
    new: bytes
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A planned move.

    Attributes:
        root: the blog's folder.
        path, new_path: the post.
        files: what is moved: the post or its bundle, and folders of pictures.
        own: what changes in the post; None when nothing does.
        links: what changes in other posts.
        address, new_address: as readers see them, without the site's base; "" for a draft.
        redirect_key: in which the post keeps its former address; "" where the blog has no way for that.
        notes: what the writer should know.

    """

    root: Path
    path: Path
    new_path: Path
    files: tuple[tuple[Path, Path], ...]
    own: TextChange | None
    links: tuple[TextChange, ...]
    address: str
    new_address: str
    redirect_key: str = ""
    notes: tuple[str, ...] = ()

    def after(self, path: Path) -> Path:
        """Where a file is after the move."""
        for old, new in self.files:
            if path == old or old in path.parents:
                return new / path.relative_to(old) if path != old else new
        return path


@dataclass(slots=True)
class _Draft:
    """The changes of one post, collected before they are made."""

    post: Post
    edits: list[tuple[Link, str]] = field(default_factory=list)

    def made(self, path: Path, data: bytes, values: Sequence[tuple[str, Value]] = ()) -> TextChange | None:
        """The post with the changes; None when there are none. Raises `Refused`, `UnencodableError`."""
        post, rows = self.post.copy(), list[Row]()
        before = len(post.text)
        for link, new in sorted(self.edits, key=lambda pair: pair[0].start, reverse=True):
            if link.end > before:
                continue  # what stands there was found twice
            before = link.start
            rows.append(Row(post.text.count("\n", 0, link.start) + 1, link.name, new))
            post.apply(Edit(link.start, link.end, new))
        for key, value in values:
            old = post.header.field(key)
            line = old.line if old is not None else post.text.count("\n", 0, post.header.span.end)
            post.apply(post.set_value(key, value))
            rows.append(Row(line, f"{key}: {shown(old.value) if old is not None else ''}", f"{key}: {shown(value)}"))
        return TextChange(path, data, post.to_bytes(), tuple(rows[::-1])) if rows else None


def plan_move(
    folder: BlogFolder,
    path: Path,
    wish: Wish,
    now: datetime,
    *,
    redirect: bool = False,
    posts: OtherPosts | None = None,
) -> Move:
    """What a wish changes.

    Args:
        now: the time in the blog's zone.
        redirect: keep the old address in the post, where the blog has a way for that.
        posts: the other posts, where they were read already.

    Raises:
        Refused: the post can't be changed, or another file is in the way.
        FileError, UndecodableError, UnencodableError: of the post itself.

    """
    root, generator = folder.blog.root, folder.blog.generator
    require_in_blog(path)
    data = folder.gate.read(path)
    post = Post.from_bytes(data, RulesBook().rules_of(path))
    old = Page(folder.blog.relative(path), folder.address_of(folder.blog.relative(path), post.header))
    new_path = path_after(generator, old.path, post.header, wish)
    _refuse_bad_names(wish, new_path)
    files = _moved_files(folder, path, old.path, new_path, post.header)
    for before, after in files:
        folder.place_for(before.relative_to(root))
        folder.place_for(after.relative_to(root))
        if after.exists() and not (before.exists() and after.samefile(before)):
            raise Refused(tr("{0} is there already: choose another name").format(after.relative_to(root)))
    posts = posts or OtherPosts(folder, path)
    reader = DateReader(generator, folder.settings.zone)
    values = list(values_after(reader, old.path, post.header, wish, now, posts.date_like))
    header = _header_with(post, values)
    new = Page(new_path.as_posix(), folder.address_of(new_path.as_posix(), header))
    draft_was, draft_is = ("_drafts" in one.path.parts for one in (old, new))
    redirect_key = _redirect_key(folder, posts) if not draft_was and not draft_is and old.address != new.address else ""
    if redirect and redirect_key:
        values.append((redirect_key, _with_former(header, redirect_key, unquote(old.address))))
    was, becomes = ("" if "_drafts" in one.path.parts else one.address for one in (old, new))
    moved = Move(root, path, root / new_path, files, None, (), was, becomes)
    meanings = Meanings(folder, [old])
    own = _Draft(post, list(_own_links(folder, meanings, moved, old, new, post)))
    values += _front_pictures(folder, moved, old, post)
    links, notes = [], list[str]()
    for other, other_data, other_post, here in posts.that_may_name(_needles(old, files)):
        draft = _Draft(other_post, list(_links_from(folder, meanings, moved, here, new, other_post)))
        try:
            change = draft.made(other, other_data)
        except (Refused, UnencodableError) as error:
            notes.append(f"{other.name}: {error}")
            continue
        if change is not None:
            links.append(change)
    changed = own.made(path, data, values)
    return replace(moved, own=changed, links=tuple(links), redirect_key=redirect_key, notes=tuple(notes))


def links_to(folder: BlogFolder, path: Path, posts: OtherPosts | None = None) -> Iterator[tuple[Path, int, str]]:
    """The places of other posts that link to a post: the file, the line (from 1) and what is written there."""
    relative = folder.blog.relative(path)
    post = post_at(path)
    page = Page(relative, folder.address_of(relative, post.header))
    meanings, posts = Meanings(folder, [page]), posts or OtherPosts(folder, path)
    for other, _, other_post, here in posts.that_may_name(_needles(page, ())):
        for link in links_in(other_post.text, other_post.header.body_start):
            if meanings.page(link, here) is not None:
                yield other, other_post.text.count("\n", 0, link.start) + 1, link.name


class OtherPosts:
    """The other posts of a blog, read once, and what they have in common that a move asks for."""

    def __init__(
        self,
        folder: BlogFolder,
        but: Path,
        stopped: Callable[[], bool] = lambda: False,
        wanted: Callable[[Path], bool] = lambda _: True,
    ) -> None:
        self._folder, self._but = folder, but.resolve()
        read = posts_in(folder.blog.root, stopped, wanted=wanted)
        self._read = [one for one in read if one[0].resolve() != self._but]

    @property
    def date_like(self) -> str:
        """Return a date in the form that most of the last posts have; "" where most posts have none."""
        posts = [post.header for path, _, post in self._read if "_drafts" not in path.parts]
        dated = [header for header in posts if header.field("date") is not None]
        newest = Neighbours(lambda: dated[: -NEAR - 1 : -1])
        return newest.date_like("date")[0] if len(dated) * 2 > len(posts) else ""

    def has_key(self, key: str) -> bool:
        """Whether a post has a key in its front matter."""
        return any(post.header.field(key) is not None for _, _, post in self._read)

    def that_may_name(self, needles: Sequence[str]) -> Iterator[tuple[Path, bytes, Post, Page]]:
        """The posts in whose text one of some words stands."""
        for path, data, post in self._read:
            if any(needle in post.text for needle in needles):
                relative = path.relative_to(self._folder.blog.root).as_posix()
                yield path, data, post, Page(relative, self._folder.address_of(relative, post.header))


def _moved_files(
    folder: BlogFolder, path: Path, old: PurePosixPath, new: PurePosixPath, header: Header
) -> tuple[tuple[Path, Path], ...]:
    """The post or its bundle, and the folder that its pictures have for themselves."""
    root = folder.blog.root
    if old == new:
        return ()
    was = named(old)
    found = [(root / old.parent, root / new.parent)] if was.bundle else [(root / old, root / new)]
    if folder.blog.generator is Generator.HEXO and folder.gate.folder(old.with_suffix("")) is not None:
        found.append((root / old.with_suffix(""), root / new.with_suffix("")))
    names = [variables(one.as_posix(), header, datetime.now()) for one in (old, new)]
    for kept in dict.fromkeys(habit.folder for habit in (*habits_in(folder, path), habit_of(folder, path))):
        if "{stem}" not in kept and "{name}" not in kept:
            continue
        before, after = (root / Habit(kept, "").folder_for(name) for name in names)
        apart = before != after and before not in (root, path.parent)
        if (
            apart
            and folder.gate.folder(before.relative_to(root)) is not None
            and all(before != one for one, _ in found)
        ):
            found.append((before, after))
    return tuple(found)


def _own_links(
    folder: BlogFolder, meanings: Meanings, move: Move, old: Page, new: Page, post: Post
) -> Iterator[tuple[Link, str]]:
    """The links of the moved post that would lead elsewhere from its new place."""
    place = place_of(folder, folder.blog.generator, old.relative, post.header)
    there = PurePosixPath(new.relative).parent.as_posix()
    for link in links_in(post.text, post.header.body_start):
        if meanings.page(link, old) is not None:
            written = meanings.respelled(link, old, new, new)
        else:
            name = plain_address(link.name)
            path, tail = _split(name)
            if link.form.value not in ("path", "filename") or not path or is_remote(name):
                continue
            picture = find_picture(name, place)
            if path.startswith("/"):
                written = _renamed(name, picture, move) if picture is not None else name
            else:
                written = _relative(path, old, new, picture, move, there) + tail
        if written != plain_address(link.name):
            yield link, written


def _links_from(
    folder: BlogFolder, meanings: Meanings, move: Move, here: Page, new: Page, post: Post
) -> Iterator[tuple[Link, str]]:
    """The links of another post to the moved one and to its pictures."""
    place = place_of(folder, folder.blog.generator, here.relative, post.header)
    for link in links_in(post.text, post.header.body_start):
        if meanings.page(link, here) is not None:
            written = meanings.respelled(link, here, here, new)
        elif link.form.value == "path":
            name = plain_address(link.name)
            picture = find_picture(name, place) if not is_remote(name) or site_prefix(name, place.url) else None
            written = _renamed(name, picture, move) if picture is not None else name
        else:
            continue
        if written != plain_address(link.name):
            yield link, written


def _relative(path: str, old: Page, new: Page, picture: Path | None, move: Move, there: str) -> str:
    """A relative address from the new place, counted from the file where that is meant, else from the address."""
    root = move.path.parents[len(PurePosixPath(old.relative).parts) - 1]
    file = root / normpath((old.path.parent / unquote(path)).as_posix())
    plain = unquote(path)
    if leads_out(file, root) is None and file.exists() and (picture is None or picture == file.resolve()):
        target = move.after(file)
        written = relpath(target.as_posix(), (root / there).as_posix())
        dotted = plain.startswith("./") and not written.startswith(".")
        written = f"./{written}" if dotted else written
    elif picture is not None and move.after(picture) != picture:
        return _renamed(path, picture, move)
    else:
        before, after = (unquote(page.address).rpartition("/")[0] or "/" for page in (old, new))
        if before == after or not old.address:
            return path
        written = relpath(normpath(f"{before}/{plain}"), after) + ("/" if plain.endswith("/") else "")
    if normpath(written) == normpath(plain):
        return path
    return quote(written) if "%" in path else written


def _renamed(name: str, picture: Path, move: Move) -> str:
    """An address of a file that moves along: as much of its end as the file's path has is written anew."""
    now = move.after(picture)
    if now == picture:
        return name
    path, tail = _split(name)
    parts, old, new = unquote(path).split("/"), picture.parts, now.parts
    same = 0
    while same < min(len(parts), len(old)) and parts[-1 - same] == old[-1 - same]:
        same += 1
    grown = len(new) - len(old)
    written = "/".join([*parts[: len(parts) - same], *new[len(new) - max(1, same + grown) :]])
    return (quote(written) if "%" in path else written) + tail


def _front_pictures(folder: BlogFolder, move: Move, old: Page, post: Post) -> Iterator[tuple[str, Value]]:
    """The keys of the post's own front matter that name a picture which moves along."""
    place = place_of(folder, folder.blog.generator, old.relative, post.header)
    for one in post.header.fields:
        if isinstance(one.value, str) and "." in one.value and "\n" not in one.value and not is_remote(one.value):
            picture = find_picture(one.value, place)
            written = _renamed(one.value, picture, move) if picture is not None else one.value
            if written != one.value:
                yield one.key, written


def _redirect_key(folder: BlogFolder, posts: OtherPosts) -> str:
    """Jekyll needs a plugin for it: the configuration names it, or posts use it."""
    key = _REDIRECTS.get(folder.blog.generator, "")
    if folder.blog.generator is not Generator.JEKYLL:
        return key
    plugins = folder.configuration.get("plugins") or folder.configuration.get("gems")
    listed = isinstance(plugins, list) and "jekyll-redirect-from" in plugins
    gems = folder.text("Gemfile") or ""
    return key if listed or "jekyll-redirect-from" in gems or "github-pages" in gems or posts.has_key(key) else ""


def _with_former(header: Header, key: str, address: str) -> Value:
    known = header.field(key)
    if known is None or known.value in (None, ""):
        return [address]
    if isinstance(known.value, list):
        return [*known.value, *([address] if address not in known.value else [])]
    return [known.value, address]


def _header_with(post: Post, values: Sequence[tuple[str, Value]]) -> Header:
    """The front matter as it will be. Raises `Refused`."""
    copy = post.copy()
    for key, value in values:
        copy.apply(copy.set_value(key, value))
    return copy.header


def _needles(page: Page, files: Sequence[tuple[Path, Path]]) -> list[str]:
    """Words of which one stands in every text that names the page or a file that moves with it."""
    was = named(page.path)
    last = page.address.strip("/").rpartition("/")[2].removesuffix(".html")
    words = {was.slug, quote(was.slug), last, unquote(last)} | {quote(old.stem) for old, _ in files}
    return [word for word in words | {old.stem for old, _ in files} if word]


def _split(name: str) -> tuple[str, str]:
    """An address's path, and its query and fragment."""
    ends = [at for mark in "?#" if (at := name.find(mark)) >= 0]
    at = min(ends, default=len(name))
    return name[:at], name[at:]


def _refuse_bad_names(wish: Wish, path: PurePosixPath) -> None:
    slug = wish.slug
    if slug is not None and (not slug.strip(". ") or set(slug) & set("/\\\0")):
        raise Refused(tr("“{0}” can’t be a file’s name").format(slug))
    if len(path.name.encode()) > MAX_NAME or len(path.parent.name.encode()) > MAX_NAME:
        raise Refused(tr("the name is too long for a file"))
