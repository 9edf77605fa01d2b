"""Which template tags a blog's generator knows in a text; one that it does not know stops the build or is left out.

Liquid's reference (tags); Jekyll's docs, liquid/tags.md; Hexo's docs, tag-plugins.md, and Nunjucks' templating.md;
Hugo's docs, content-management/shortcodes.md. A blog's own are read off its files; where plugins may bring more that
can't be known, nothing is called unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.links.find import without_code
from editor.header import Generator
from editor.text.closings import Closings

_JEKYLL: Final = (
    "assign break capture case comment continue cycle decrement echo else elsif for if ifchanged increment liquid raw"
    " render tablerow unless when"
    " highlight include include_relative link post_url"
)
_OF_GEMS: Final = {
    "jekyll-gist": "gist",
    "jekyll-seo-tag": "seo",
    "jekyll-feed": "feed_meta",
    "jekyll-avatar": "avatar",
    "jekyll-include-cache": "include_cached",
    "jekyll-github-metadata": "github_edit_link",
    "jekyll-sitemap": "",
    "jekyll-paginate": "",
    "jekyll-paginate-v2": "",
    "jekyll-redirect-from": "",
    "jekyll-archives": "",
    "jekyll-postfiles": "",
    "jekyll-readme-index": "",
    "jekyll-optional-front-matter": "",
    "jekyll-titles-from-headings": "",
    "jekyll-relative-links": "",
    "jekyll-default-layout": "",
    "jekyll-remote-theme": "",
    "jekyll-toc": "",
    "jekyll-last-modified-at": "last_modified_at",
    "jekyll-compose": "",
    "jekyll-coffeescript": "",
    "jekyll-mentions": "",
    "jemoji": "",
    "github-pages": "gist seo feed_meta avatar include_cached github_edit_link",
}
"""What well-known plugins bring, by their READMEs."""
_HEXO: Final = (
    "blockquote quote codeblock code pullquote jsfiddle gist iframe img link include_code youtube vimeo post_path"
    " post_link asset_path asset_img asset_link raw verbatim"
    " if elif else for set block extends macro filter call include import from asyncEach asyncAll"
)
_HUGO: Final = (
    "figure gist highlight instagram instagram_simple param ref relref tweet twitter_simple vimeo vimeo_simple youtube"
    " qr details x comment"
)
_RAW: Final = re.compile(r"\{%-?\s*(?P<name>raw|verbatim|comment)\s*-?%\}", re.ASCII)
_RAW_ENDS: Final = {
    "raw": re.compile(r"\{%-?\s*endraw\s*-?%\}", re.ASCII),
    "verbatim": re.compile(r"\{%-?\s*endverbatim\s*-?%\}", re.ASCII),
    "comment": re.compile(r"\{%-?\s*endcomment\s*-?%\}", re.ASCII),
}
_TAG: Final = re.compile(
    r"\{%-?\s*+(?P<end>end(?=\w))?(?P<name>\w++)(?:[^%]++|%(?!\}))*+(?:%\}|(?P<torn>\Z))", re.ASCII
)
"""A tag; one that nothing closes runs to the text's end, for nothing closes any behind it either."""
_SHORTCODE: Final = re.compile(r"\{\{(?P<mark>[<%])\s*+/?\s*+(?P<name>\w[\w/.-]*+)[^{}]*+(?<=[>%])\}\}", re.ASCII)
_RUBY: Final = re.compile(r"register_tag\s*\(?\s*[:'\"](?P<name>\w+)", re.ASCII)
_SCRIPT: Final = re.compile(r"tag\.register\(\s*['\"](?P<name>\w+)", re.ASCII)
_INCLUDE: Final = re.compile(r"\{%-?\s*include\s+(?P<name>[^\s%]+)", re.ASCII)
_BLANK: Final = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class UnknownTag:
    """A tag that the blog's generator does not know: where it stands in the text, and its name."""

    start: int
    end: int
    name: str


def unknown_tags(folder: BlogFolder, text: str, known: Collection[str] | None) -> Iterator[UnknownTag]:
    """The tags of a text that its generator would not know.

    Args:
        known: what `known_tags` gave; nothing is unknown where that is None.

    """
    if known is None:
        return
    hugo = folder.blog.generator is Generator.HUGO
    plain = text if hugo else _without_raw(text)
    plain = without_code(plain) if folder.blog.generator is Generator.HEXO else plain  # it runs nothing in code
    for match in (_SHORTCODE if hugo else _TAG).finditer(plain):
        name = match["name"]
        if not hugo and match["torn"] is not None:
            return
        closes = not hugo and match["end"]
        if name == "include" and folder.blog.generator is Generator.JEKYLL:
            wanted = _missing_include(folder, match[0])
            if wanted:
                yield UnknownTag(match.start(), match.end(), f"include {wanted}")
        elif name not in known and not (closes and f"end{name}" in known):
            yield UnknownTag(match.start(), match.end(), f"end{name}" if closes else name)


def _without_raw(text: str) -> str:
    """Return a text with blanks in the place of what is not expanded; every place stays where it is."""
    closings = dict[str, Closings]()
    pieces, at, done = list[str](), 0, 0
    while (found := _RAW.search(text, at)) is not None:
        name = found["name"]
        if name not in closings:
            closings[name] = Closings(text, _RAW_ENDS[name])
        end = closings[name].after(found.end())
        at = found.end()
        if end is not None:
            at = end.end()
            pieces += [text[done : found.start()], _BLANK.sub(" ", text[found.start() : at])]
            done = at
    return "".join((*pieces, text[done:]))


def _missing_include(folder: BlogFolder, tag: str) -> str:
    """The file that an include of Jekyll's wants and the blog does not have; a theme may have more."""
    match = _INCLUDE.match(tag)
    if match is None or "{{" in tag:
        return ""
    name, place = match["name"], str(folder.configuration.get("includes_dir") or "_includes")
    brought = any(key in folder.configuration for key in ("theme", "remote_theme"))
    if name[0] in "\"'":
        return name  # Jekyll takes the quotes for a part of the name, and stops
    return "" if brought or folder.file(folder.in_source(f"{place}/{name}")) is not None else name


def known_tags(folder: BlogFolder) -> frozenset[str] | None:
    """The tags that a blog knows; None where that can't be said, or its generator has none in texts."""
    match folder.blog.generator:
        case Generator.JEKYLL:
            return _of_jekyll(folder)
        case Generator.HEXO:
            return _of_hexo(folder)
        case Generator.HUGO:
            return _of_hugo(folder)
    return None


def _of_jekyll(folder: BlogFolder) -> frozenset[str] | None:
    configuration = folder.configuration
    listed = [configuration.get(key) for key in ("plugins", "gems")]
    gems = {str(gem) for one in listed if isinstance(one, list) for gem in one}
    if not gems.issubset(_OF_GEMS):
        return None
    if re.search(r"group\s*:jekyll_plugins", folder.text("Gemfile") or "", flags=re.ASCII):
        found = re.findall(r"gem\s*['\"]([\w-]+)['\"]", folder.text("Gemfile") or "", flags=re.ASCII)
        if not {name for name in found if name.startswith("jekyll-")}.issubset(_OF_GEMS):
            return None
        gems |= {name for name in found if name in _OF_GEMS}
    own = _named_in(folder, str(configuration.get("plugins_dir") or "_plugins"), ".rb", _RUBY)
    return frozenset(_JEKYLL.split()) | {name for gem in gems for name in _OF_GEMS[gem].split()} | own


def _of_hexo(folder: BlogFolder) -> frozenset[str] | None:
    package = folder.text("package.json")
    if package is None or re.search(r"\"hexo-(?=[\w-]*\")[\w-]*?(?:tag|include|asset|embed|filter)", package):
        return None
    if folder.gate.find("themes") is not None:
        return None  # themes bring tags, too
    return frozenset(_named_in(folder, "scripts", ".js", _SCRIPT).union(_HEXO.split()))


def _of_hugo(folder: BlogFolder) -> frozenset[str] | None:
    if "module" in folder.configuration:
        return None
    theme = folder.configuration.get("theme")
    themes = [str(name) for name in theme] if isinstance(theme, list) else [str(theme)] if theme else []
    found = set(_HUGO.split())
    for place in ("", *(f"themes/{name}/" for name in themes)):
        if place and folder.gate.find(place) is None:
            return None  # the theme is fetched when the blog is built
        for name in ("layouts/shortcodes", "layouts/_shortcodes"):
            root = folder.gate.folder(f"{place}{name}")
            for path in folder.gate.files(f"{place}{name}") if root is not None else ():
                found.add(path.relative_to(root or path).as_posix().partition(".")[0])
    return frozenset(found)


def _named_in(folder: BlogFolder, place: str, suffix: str, names: re.Pattern[str]) -> set[str]:
    """The tags that a blog's own scripts register; they are read, never run."""
    paths = (path for path in folder.gate.files(place) if path.suffix == suffix)
    texts = (folder.text(folder.gate.relative(path)) or "" for path in paths)
    return {match["name"] for text in texts for match in names.finditer(text)}
