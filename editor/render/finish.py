"""What the preview makes of the HTML that the blog's generator writes: pictures that are found, or named where not;
embedded diagrams and emoji as the site would show them; the place of the excerpt's end. Then it is cleaned.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from pathlib import Path
from typing import Final
from urllib.parse import quote

import imagesize

from editor.blog.gate import Gate
from editor.blog.pictures import Place, find_picture, is_remote
from editor.post.counts import reading_minutes
from editor.render.clean import clean
from editor.render.emoji_names import with_emoji
from editor.text.addresses import split_address
from editor.text.white_space import ASCII_SPACE

SIZE_READ: Final = 1024 * 1024
"""A picture's size stands in its first part, behind what a camera writes there (previews, colour profiles)."""
_PICTURE: Final = re.compile(
    r"<(?P<tag>img|video|audio|source)\b(?P<rest>(?:[^>\"'<]++|\"[^\"]*+\"|'[^']*+'){0,80}+)>", re.IGNORECASE
)
_MEDIA: Final = re.compile(r"<(?:img|video|audio|source)\b", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"(?<![^\s\"'<>/=])([^\s\"'<>/=]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.ASCII
)
_MORE: Final = re.compile(r"<!--\s*(?:more|excerpt|readmore)\s*-->|<span id=\"more\"></span>", re.IGNORECASE | re.ASCII)
_DIAGRAM: Final = re.compile(
    r"<pre\b[^<>]*+>\s*+<code class=\"(?:language-)?(?P<kind>mermaid|plantuml|graphviz|dot|flowchart|sequence|chart)\">"
    r"(?P<source>[^<]*+(?:<(?!/code>\s*+</pre>|pre\b)[^<]*+)*+)</code>\s*+</pre>",
    re.DOTALL | re.ASCII,
)
_COMPONENT: Final = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Z][\w$]*(?:\.[\w$]+)*)(?:[ \t\r\n\f](?:[^<>\"]|\"[^\"]*\")*)?>"
)
_TAGS: Final = re.compile(r"(<[^>]*+(?:>|\Z))")


@dataclass(frozen=True, slots=True)
class Finishing:
    """How one post's blocks are finished.

    Attributes:
        place: where its pictures are looked for.
        remote: whether pictures of other sites are shown.
        emoji: whether the site shows `:smile:` as an emoji.

    """

    place: Place
    remote: bool = False
    emoji: bool = False


class Finisher:
    """Finishes blocks; a block that stays the same is finished once, unless a picture of it was not there."""

    def __init__(self, finishing: Finishing) -> None:
        self._finishing = finishing
        self._known: dict[str, tuple[str, float]] = {}  # by the blog's HTML: the page's, and the minutes to read it
        self.remote = 0  # pictures of other sites that were not shown, of all blocks that are kept
        self.missing = 0
        self.minutes = 0.0  # how long all blocks take to read
        self._open: dict[str, tuple[int, int]] = {}  # blocks whose pictures are not there: remote, missing

    def finish(self, blocks: list[str]) -> list[str]:
        """Each block's HTML for the page."""
        known, was_open, finished = self._known, self._open, dict[str, tuple[str, float]]()
        self._open = {}
        for block in blocks:
            if block in finished:
                continue
            if block in known and block not in was_open:
                finished[block] = known[block]
            else:
                finished[block] = self._finished(block), reading_minutes(_TAGS.sub(" ", block))
        self._known = finished
        self.remote = sum(remote for remote, _ in self._open.values())
        self.missing = sum(missing for _, missing in self._open.values())
        done = [finished[block] for block in blocks]
        self.minutes = sum(minutes for _, minutes in done)
        return [html for html, _ in done]

    def _finished(self, block: str) -> str:
        lost = [0, 0]
        html = block
        if _MEDIA.search(html):
            html = _PICTURE.sub(lambda tag: self._picture(tag, lost), html)
        if "<!--" in html or '"more"' in html:
            html = _MORE.sub('<div class="postwright-more"></div>', html)
        html = with_boxes(html)
        if "<pre" in html:
            html = _DIAGRAM.sub(_diagram, html)
        if self._finishing.emoji and ":" in html:
            html = _with_emoji(html)
        if any(lost):
            self._open[block] = (lost[0], lost[1])
        return clean(html)

    def _picture(self, tag: re.Match[str], lost: list[int]) -> str:
        """A picture's tag with the address of its file and its size; or a box that says what is not there."""
        found = _ATTRIBUTE.finditer(tag["rest"])
        attributes = {match[1].lower(): unescape(match[2] or match[3] or match[4] or "") for match in found}
        source = attributes.get("src", "").strip(ASCII_SPACE)
        name = tag["tag"].lower()
        if not source or source.startswith("data:"):
            return tag[0]
        place = self._finishing.place
        if is_remote(source, place):
            wanted = self._finishing.remote and split_address(source).scheme in ("", "http", "https")
            if wanted or name != "img":
                return tag[0]
            lost[0] += 1
            return _box(source, attributes.get("alt", ""), "postwright-remote")
        path = find_picture(source, place)
        if path is None or place.folder is None:
            if name != "img":
                return tag[0]
            lost[1] += 1
            return _box(source, attributes.get("alt", ""), "postwright-missing")
        attributes["src"] = "/" + quote(path.relative_to(place.folder.blog.root).as_posix())
        if name == "img" and "width" not in attributes and "height" not in attributes and (size := _size(place, path)):
            attributes["width"], attributes["height"] = map(str, size)
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        return f"<{name}{written}>"


def with_boxes(html: str) -> str:
    """Return HTML with the components of MDX as boxes that bear their names."""
    if _COMPONENT.search(html) is None:
        return html
    return "\n".join(_with_boxes(line) if "<" in line else line for line in html.split("\n"))


def _with_boxes(line: str) -> str:
    """A component alone in its line is a block."""
    kind = "div" if not _COMPONENT.sub("", line).strip(" ") else "span"

    def box(tag: re.Match[str]) -> str:
        if tag["closing"]:
            return f"</{kind}>"
        name = f'<span class="postwright-chip">{escape(tag["name"])}</span>'
        return f'<{kind} class="postwright-component">{name}'

    return _COMPONENT.sub(box, line)


def _box(source: str, alt: str, kind: str) -> str:
    tip = f' title="{escape(alt)}"' if alt else ""
    return f'<span class="postwright-chip {kind}"{tip}>{escape(source)}</span>'


def _size(place: Place, path: Path) -> tuple[int, int] | None:
    """A picture's size in pixels, so that the page does not jump when it is there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return (
        _read_size(place.folder.blog.root, path, stat.st_mtime_ns, stat.st_size) if place.folder is not None else None
    )


@lru_cache(maxsize=4_000)
def _read_size(root: Path, path: Path, _changed: int, _bytes: int) -> tuple[int, int] | None:
    try:
        width, height = imagesize.get(io.BytesIO(Gate(root).head(path, SIZE_READ)))
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None
    return (int(width), int(height)) if width > 0 and height > 0 else None


def _diagram(match: re.Match[str]) -> str:
    """A diagram that the site draws with a script: its source in a box that says so."""
    return (
        f'<figure class="postwright-diagram"><figcaption><span class="postwright-chip">{match["kind"]}</span>'
        f"</figcaption><pre><code>{match['source']}</code></pre></figure>"
    )


def _with_emoji(html: str) -> str:
    """`:smile:` as its emoji in running text, not in code."""
    parts, depth = _TAGS.split(html), 0
    for number, part in enumerate(parts):
        if part.startswith("<"):
            depth += part.startswith(("<code", "<pre")) - part.startswith(("</code", "</pre"))
        elif depth == 0 and ":" in part:
            parts[number] = with_emoji(part)
    return "".join(parts)
