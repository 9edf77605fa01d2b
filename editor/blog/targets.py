"""What a post may refer to, and how its blog's posts write that: other posts by title, pictures by file."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from os.path import relpath
from pathlib import Path, PurePosixPath
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.gate import leads_out, walk
from editor.blog.permalink import DATED_NAME
from editor.blog.picture_habit import Habit, variables
from editor.blog.pictures import STATIC, find_picture, place_of
from editor.blog.posts import NOT_CONTENT
from editor.blog.reading import posts_in
from editor.blog.site import Blog
from editor.header import Generator, Header, HeaderKind
from editor.post.picture_files import WEB_SUFFIXES
from editor.post.values import shown
from editor.text.addresses import site_prefix

POSTS_ASKED: Final = 200
"""How many of the newest posts with links are asked how they write them."""
ENOUGH_LINKS: Final = 10
"""Fewer links are no habit."""
MAX_PICTURES: Final = 5_000
"""More pictures of a blog are not listed."""


class LinkForm(StrEnum):
    """How a post writes a link to another one."""

    POST_URL = "post_url"  # {% post_url 2026-01-07-name %}
    BASE_POST_URL = "baseurl post_url"  # the same behind {{ site.baseurl }}, as Jekyll 3 needs it
    LINK = "link"  # {% link _posts/2026-01-07-name.md %}
    BASE_PATH = "baseurl path"  # {{ site.baseurl }}/2026/01/07/name.html
    RELREF = "relref"  # {{< relref "posts/name.md" >}}
    REF = "ref"  # {{< ref "posts/name.md" >}}
    POST_PATH = "post_path"  # {% post_path name %}
    FILENAME = "filename"  # {filename}/name.md
    PATH = "path"  # /2026/01/07/name.html
    WHOLE = "whole"  # https://example.org/2026/01/07/name.html
    FILE = "file"  # ../name.md
    AT = "at"  # @/posts/name.md


_USUAL: Final = {
    Generator.JEKYLL: LinkForm.POST_URL,
    Generator.HUGO: LinkForm.RELREF,
    Generator.HEXO: LinkForm.POST_PATH,
    Generator.PELICAN: LinkForm.FILENAME,
    Generator.ZOLA: LinkForm.AT,
    Generator.PLAIN: LinkForm.FILE,
}
"""By the generators' documentation; a path elsewhere."""

_SPELLINGS: Final = (
    (LinkForm.BASE_POST_URL, re.compile(r"\]\(\{\{-?\s*site\.baseurl\s*-?\}\}/?\{%-?\s*post_url\s", re.ASCII)),
    (LinkForm.POST_URL, re.compile(r"\]\(\{%-?\s*post_url\s", re.ASCII)),
    (
        LinkForm.LINK,
        re.compile(r"\]\((?:\{\{-?\s*site\.baseurl\s*-?\}\}/?)?\{%-?\s*link\s+[^%]*\.(?:md|markdown)\s", re.ASCII),
    ),
    (LinkForm.RELREF, re.compile(r"\]\(\{\{[<%]\s*relref\s", re.ASCII)),
    (LinkForm.REF, re.compile(r"\]\(\{\{[<%]\s*ref\s", re.ASCII)),
    (LinkForm.POST_PATH, re.compile(r"\]\(\{%\s*post_path\s", re.ASCII)),
    (LinkForm.FILENAME, re.compile(r"\]\([{|]filename[}|]")),
    (LinkForm.AT, re.compile(r"\]\(@/")),
    (
        LinkForm.FILE,
        re.compile(r"(?<!!)\[[^\[\]\n]{0,300}\]\((?![a-z]+:|/|#)[^()\s{}]+\.(?:md|markdown|mdx)[)#]", re.ASCII),
    ),
)
_ADDRESS: Final = re.compile(
    r"(?<!!)\[[^\[\]\n]{0,300}\]\((\{\{-?\s*site\.baseurl\s*-?\}\})?([^()\s{}<>]{2,500})\)", re.ASCII
)


@dataclass(frozen=True, slots=True)
class PostTarget:
    """A post that can be linked to: its path from the blog's root, title, day ("2026-01-07") and address."""

    relative: str
    title: str
    day: str
    address: str


@dataclass(slots=True)
class PostTargets:
    """A blog's posts, the newest first, the form in which most of its links to posts are written, and their share."""

    posts: list[PostTarget] = field(default_factory=list)
    form: LinkForm = LinkForm.PATH
    share: float = 0.0


def post_targets(folder: BlogFolder, wanted: Callable[[Path], bool] = lambda _: True) -> PostTargets:
    """Read all posts of a blog; those that can't be read are passed over.

    Args:
        wanted: is asked before each post is read; one that is not wanted is passed over.

    """
    found, linking = list[PostTarget](), list[tuple[str, str]]()
    for path, _, post in posts_in(folder.blog.root, wanted=wanted):
        target = _target(folder, path, post.header)
        if _is_built(folder, path, post.header):
            found.append(target)
        if "](" in post.body:
            linking.append((target.day, post.body))
    newest = [body for _, body in sorted(linking, reverse=True)[:POSTS_ASKED]]
    found.sort(key=lambda target: target.day, reverse=True)
    form, share = _form_of(newest, folder, {target.address.strip("/") for target in found})
    return PostTargets(found, form, share)


def link_to(target: PostTarget, form: LinkForm, folder: BlogFolder, here: str) -> str:
    """What a post writes in the brackets of a link to another one.

    Args:
        here: the path of the post that is written, from the blog's root; "" for a draft without a place.

    """
    path = PurePosixPath(target.relative)
    if form in (LinkForm.POST_URL, LinkForm.BASE_POST_URL) and "_posts" not in path.parts:
        form = LinkForm.LINK  # a page
    match form:
        case LinkForm.POST_URL:
            return f"{{% post_url {jekyll_name(path)} %}}"
        case LinkForm.BASE_POST_URL:
            return f"{{{{ site.baseurl }}}}{{% post_url {jekyll_name(path)} %}}"
        case LinkForm.LINK:
            return f"{{% link {folder.from_source(below(path, folder.content))} %}}"
        case LinkForm.BASE_PATH:
            return f"{{{{ site.baseurl }}}}{target.address}"
        case LinkForm.RELREF | LinkForm.REF:
            return f'{{{{< {form} "{hugo_name(path, folder.content)}" >}}}}'
        case LinkForm.POST_PATH:
            return f"{{% post_path {hexo_name(path)} %}}"
        case LinkForm.FILENAME:
            return f"{{filename}}/{below(path, folder.content)}"
        case LinkForm.AT:
            return f"@/{below(path, folder.content)}"
        case LinkForm.FILE:
            return relpath(path, PurePosixPath(here).parent if here else ".")
        case LinkForm.WHOLE:
            return f"{folder.url}{folder.base}{target.address}"
    return f"{folder.base}{target.address}"


def jekyll_name(path: PurePosixPath) -> str:
    """The name that `post_url` wants: below `_posts`, without the suffix (docs/liquid/tags.md)."""
    parts = path.with_suffix("").parts
    below = parts[parts.index("_posts") + 1 :] if "_posts" in parts else parts[-1:]
    return "/".join(below)


def below(path: PurePosixPath, content: str) -> str:
    """A post's path from the folder that its generator takes posts from."""
    return path.relative_to(content).as_posix() if content and path.is_relative_to(content) else path.as_posix()


def hugo_name(path: PurePosixPath, content: str = "content") -> str:
    """The path that `relref` wants: from the content's root; a bundle by its folder."""
    inner = below(path, content)
    return f"/{PurePosixPath(inner).parent}" if path.stem in ("index", "_index") else f"/{inner}"


def hexo_name(path: PurePosixPath) -> str:
    """The name that `post_path` wants: below `_posts`, without the suffix (Hexo's docs, tag-plugins.md)."""
    return path.as_posix().partition("_posts/")[2].rpartition(".")[0] or path.stem


def picture_files(blog: Blog) -> list[str]:
    """The pictures of a blog by their paths from its root, the newest first."""
    root, found = blog.root, list[tuple[float, str]]()
    passed_over = NOT_CONTENT.difference(STATIC[blog.generator])  # Astro's static files lie in "public"
    for here, folders, files, links in walk(root):
        folders[:] = sorted(name for name in folders if name not in passed_over and not name.startswith("."))
        for name in files:
            if os.path.splitext(name)[1].lower() in WEB_SUFFIXES and not name.startswith("."):
                path = os.path.join(here, name)
                if name in links and leads_out(Path(path), root) is not None:
                    continue
                found.append((_changed(path), Path(path).relative_to(root).as_posix()))
        if len(found) >= MAX_PICTURES:
            break
    return [name for _, name in sorted(found, reverse=True)]


def picture_address(folder: BlogFolder, picture: str, here: str, header: Header, habit: Habit) -> str:
    """How a post writes a picture of its blog; "" when its generator would not find the picture from there.

    Args:
        picture: the file, from the blog's root.
        here: the path of the post, from the blog's root.
        habit: how the blog's posts write their pictures.

    """
    names = variables(here, header, datetime.now())
    path = PurePosixPath(picture)
    place = place_of(folder, folder.blog.generator, here, header)
    wanted = (folder.blog.root / picture).resolve()
    if habit.folder_for(names) == ("" if str(path.parent) == "." else path.parent.as_posix()):
        return habit.address_of(path.name, names)
    liquid = re.match(r"\{\{-?\s*site\.\w+\s*-?\}\}", habit.address, flags=re.ASCII)
    for candidate in _spelled(folder, picture, here):
        if find_picture(candidate, place) == wanted:
            absolute = candidate.startswith("/")
            return liquid[0] + candidate.removeprefix(folder.base) if liquid and absolute else candidate
    return ""


def _spelled(folder: BlogFolder, picture: str, here: str) -> Iterator[str]:
    """Ways to write a picture's address, the sturdiest first."""
    beside = relpath(picture, PurePosixPath(here).parent if here else ".")
    if folder.blog.generator is Generator.PLAIN:
        yield beside
    for static in STATIC[folder.blog.generator]:
        if not static or picture.startswith(f"{static}/"):
            yield f"{folder.base}/{folder.from_source(picture).removeprefix(static).lstrip('/')}"
    yield beside
    yield PurePosixPath(picture).name  # in a bundle or an asset folder


def _is_built(folder: BlogFolder, path: Path, header: Header) -> bool:
    """Whether a link to a file leads somewhere: a draft is no page, nor is a file without front matter."""
    if folder.blog.generator is Generator.PLAIN:
        return True
    return header.kind is not HeaderKind.NONE and "_drafts" not in path.parts


def _target(folder: BlogFolder, path: Path, header: Header) -> PostTarget:
    relative = path.relative_to(folder.blog.root).as_posix()
    title = header.field("title")
    match, date = DATED_NAME.fullmatch(path.stem), header.field("date")
    day = match[0][:10] if match is not None else shown(date.value)[:10] if date is not None else ""
    address = folder.address_of(relative, header)
    return PostTarget(relative, shown(title.value) if title is not None else path.stem, day, address)


def _form_of(bodies: Iterable[str], folder: BlogFolder, addresses: set[str]) -> tuple[LinkForm, float]:
    """The form that most links between posts have, and how many of them do (0 to 1; 0 where there are too few)."""
    counts = Counter[LinkForm]()
    for body in bodies:
        counts.update(form for form, pattern in _SPELLINGS for _ in pattern.findall(body))
        counts.update(_paths(body, folder, addresses))
    usual = _USUAL.get(folder.blog.generator, LinkForm.PATH)
    if not counts:
        return usual, 0.0
    form = max(counts, key=lambda one: (counts[one], one is usual))
    return form, counts[form] / counts.total() if counts.total() >= ENOUGH_LINKS else 0.0


def _paths(body: str, folder: BlogFolder, addresses: set[str]) -> Iterable[LinkForm]:
    """The links of a text that are addresses of posts."""
    for base, address in _ADDRESS.findall(body):
        whole = site_prefix(address, folder.url)
        path = address.removeprefix(whole)
        path = path.removeprefix(folder.base).partition("#")[0]
        if (whole or path.startswith("/")) and path.strip("/") in addresses:
            yield LinkForm.WHOLE if whole else LinkForm.BASE_PATH if base else LinkForm.PATH


def _changed(path: str) -> float:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0
