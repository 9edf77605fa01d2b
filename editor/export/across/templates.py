"""What a generator would run of a text that another one wrote: rewritten where there is a way, else kept from running.

Jekyll's and Eleventy's Liquid, Hexo's Nunjucks: `{% raw %}` (Shopify's Liquid reference, tag raw; Hexo's docs,
tag-plugins.md). Hugo's shortcodes: `{{</* */>}}` (content-management/shortcodes.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from editor.blog.folder import BlogFolder
from editor.blog.template_tags import known_tags, unknown_tags
from editor.header import Generator
from editor.language import tr
from editor.text.closings import sub_between

_RUNS: Final = frozenset({Generator.JEKYLL, Generator.HEXO, Generator.ELEVENTY})
"""Generators that read `{{ }}` and `{% %}` in a text."""
_RAW: Final = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?:(?P<inside>.*?)\{%-?\s*endraw\s*-?%\}|(?P<torn>.*))", re.DOTALL | re.ASCII
)
"""What is kept from running; what nothing closes runs to the text's end, for nothing closes any behind it either."""
_OPENING: Final = re.compile(r"\{\{|\{%")
_CLOSERS: Final = {"{{": "}}", "{%": "%}"}
_BRACES: Final = re.compile(r"\}*")
_HIGHLIGHT_FORM: Final = r"^(?P<indent>[ \t]*)\{{%-?[ \t\n]*(?:highlight|codeblock){language}[^%\n]*+%\}}[ \t]*\n?"
_HIGHLIGHT: Final = re.compile(
    _HIGHLIGHT_FORM.format(language=r"(?:[ \t]+[\"']?(?P<language>[\w+#-]++))?"), re.MULTILINE
)
_QUOTED_HIGHLIGHT: Final = re.compile(
    _HIGHLIGHT_FORM.format(language=r"[ \t]+[\"'](?P<language>[\w+#-]++)"), re.MULTILINE
)
_HIGHLIGHT_END: Final = re.compile(r"\{%-?[ \t\n]*end(?:highlight|codeblock)[ \t\n]*-?%\}")
_SHORT_HIGHLIGHT: Final = re.compile(
    r"^(?P<indent>[ \t]*)\{\{[<%]\s*highlight[ \t]+[\"`]?(?P<language>[\w+#-]++)[^\n]{0,1000}?[>%]\}\}[ \t]*\n?",
    re.MULTILINE | re.ASCII,
)
_SHORT_HIGHLIGHT_END: Final = re.compile(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}", re.ASCII)
_FIGURE: Final = re.compile(
    r"\{\{[<%]\s*(?:figure|img)\s+(?P<rest>[^\n]{0,2000}?)(?:(?<!\s)\s{1,50})?/?[>%]\}\}", re.ASCII
)
_PAIR: Final = re.compile(
    r"(?<![\w-])(?P<key>[\w-]++)\s*+=\s*+(?:\"(?P<double>[^\"\n]*)\"|`(?P<tick>[^`\n]*)`|(?P<bare>[^\s\"`]+))", re.ASCII
)
_ASSET: Final = re.compile(r"\{%\s*asset_img\s+(?P<words>[^%\n]*?)\s*%\}", re.ASCII)
_SHORT: Final = re.compile(r"\{\{(?P<open>[<%])(?!/\*)")
_SHORT_END: Final = re.compile(r"[>%]\}\}")
_SHORT_COMMENT: Final = re.compile(r"\{\{(?P<open>[<%])/\*")
_SHORT_COMMENT_END: Final = re.compile(r"\*/[>%]\}\}")
_ATTRIBUTES: Final = re.compile(r"^\{:|(?<=[\w)*`])\{:[ .#a-z]", re.MULTILINE)
_NAME: Final = re.compile(r"\{%-?\s*(\w+)|\{\{[<%]\s*/?\s*(\w[\w/-]*)|\{\{-?\s*([\w.]+)", re.ASCII)
_OWN: Final = frozenset(
    {"raw", "endraw", "if", "endif", "else", "elsif", "for", "endfor", "assign", "capture", "endcapture"}
)


def rewritten(text: str, source: Generator, target: Generator) -> str:
    """A text with what markdown has a way for: code, pictures. Links are not touched.

    Args:
        source: who read it so far; PLAIN for a draft whose writer has this blog in mind.

    """
    if source is Generator.PLAIN and target is Generator.JEKYLL:
        return sub_between(text, _QUOTED_HIGHLIGHT, _HIGHLIGHT_END, _fenced)  # Jekyll stops at a language in quotes
    return text if source in (target, Generator.PLAIN) else _rewritten(text, source)


def guarded(text: str, source: Generator, folder: BlogFolder) -> tuple[str, list[str]]:
    """A text in which the other blog's generator runs nothing that was not meant for it; and notes on what it shows."""
    target = folder.blog.generator
    if source in (target, Generator.PLAIN):
        return _without_unknown(text, folder)
    notes = []
    left = _names_left(text, source) if source in _RUNS or source is Generator.HUGO else []
    if left:
        notes.append(tr("{0} does not know {1}: it will show that as text").format(target, ", ".join(left)))
    if source is Generator.JEKYLL and _ATTRIBUTES.search(text):
        notes.append(tr("{0} does not know kramdown’s attributes ({{: …}}): it will show them as text").format(target))
    if source in _RUNS and target not in _RUNS:
        text = _RAW.sub(lambda match: match[0] if match["inside"] is None else match["inside"], text)
    if target in _RUNS:
        return _with_raw(text, kept=source in _RUNS), notes
    if target is Generator.HUGO:
        text = sub_between(text, _SHORT, _SHORT_END, _commented)
    return text, notes


def _without_unknown(text: str, folder: BlogFolder) -> tuple[str, list[str]]:
    """A text whose writer had this generator in mind: only tags that the blog does not know are kept from running."""
    unknown = list(unknown_tags(folder, text, known_tags(folder)))
    for tag in reversed(unknown):
        written = text[tag.start : tag.end]
        shown = sub_between(written, _SHORT, _SHORT_END, _commented)
        shown = shown if folder.blog.generator is Generator.HUGO else f"{{% raw %}}{written}{{% endraw %}}"
        text = text[: tag.start] + shown + text[tag.end :]
    names = list(dict.fromkeys(tag.name for tag in unknown))
    return text, [tr("the blog does not know the tag “{0}”: it will show it as text").format(name) for name in names]


def _rewritten(text: str, source: Generator) -> str:
    """What markdown has a way for."""
    if source in _RUNS:
        text = sub_between(text, _HIGHLIGHT, _HIGHLIGHT_END, _fenced)
        return _ASSET.sub(_asset, text) if source is Generator.HEXO else text
    if source is Generator.HUGO:
        text = sub_between(text, _SHORT_HIGHLIGHT, _SHORT_HIGHLIGHT_END, _fenced)
        text = _FIGURE.sub(_figure, text)
        return sub_between(text, _SHORT_COMMENT, _SHORT_COMMENT_END, _uncommented)
    return text


def _commented(opening: re.Match[str], inside: str, closing: re.Match[str]) -> str:
    return f"{opening[0]}/*{inside}*/{closing[0]}"


def _uncommented(opening: re.Match[str], inside: str, closing: re.Match[str]) -> str:
    return f"{{{{{opening['open']}{inside}{closing[0].removeprefix('*/')}"


def _fenced(match: re.Match[str], inside: str, _closing: re.Match[str]) -> str:
    indent, code = match["indent"], inside.rstrip(" \t").removesuffix("\n")
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", code)), 3)
    return f"{indent}{fence}{match['language'] or ''}\n{code}\n{indent}{fence}"


def _figure(match: re.Match[str]) -> str:
    said = {pair["key"]: pair["double"] or pair["tick"] or pair["bare"] or "" for pair in _PAIR.finditer(match["rest"])}
    address = said.get("src", "")
    if not address:
        return match[0]
    words = said.get("alt") or said.get("caption") or said.get("title") or ""
    address = f"<{address}>" if set(address) & set(" ()") else address
    picture = f"![{words}]({address})"
    return f"[{picture}]({said['link']})" if said.get("link") else picture


def _asset(match: re.Match[str]) -> str:
    words = re.findall(r"\S+", match["words"], re.ASCII)
    at = next((number for number, word in enumerate(words) if "." in word), None)
    if at is None:
        return match[0]
    rest = [word.strip("\"'") for word in words[at + 1 :] if not re.fullmatch("[0-9]+", word)]
    return f"![{' '.join(rest)}]({words[at]})"


def _names_left(text: str, source: Generator) -> list[str]:
    """The tags that only the source runs, as they are written, each once."""
    plain = _RAW.sub(lambda match: match[0] if match["inside"] is None else "", text) if source in _RUNS else text
    found = []
    for start, end in _calls(plain):
        call = plain[start:end]
        if source is Generator.HUGO and not call.startswith(("{{<", "{{%")):
            continue
        name = _NAME.match(call)
        word = next((group for group in name.groups() if group), "") if name is not None else ""
        if word and word not in _OWN:
            found.append("{% " + word + " %}" if call.startswith("{%") else "{{ " + word + " }}")
    return list(dict.fromkeys(found))[:8]


def _with_raw(text: str, *, kept: bool) -> str:
    """A text in which nothing runs.

    Args:
        kept: what its writer kept from running already stays as it is.

    """
    found, at = list[str](), 0
    spans = [match.span() for match in _RAW.finditer(text) if match["inside"] is not None] if kept else []
    for start, end in [*spans, (len(text), len(text))]:
        found += [_guarded(text[at:start]), text[start:end]]
        at = end
    return "".join(found)


def _guarded(text: str) -> str:
    pieces, at = list[str](), 0
    for start, end in _calls(text):
        pieces += [text[at:start], "{% raw %}", text[start:end], "{% endraw %}"]
        at = end
    return "".join((*pieces, text[at:]))


def _calls(text: str) -> Iterator[tuple[int, int]]:
    """Return from where to where each tag and output of a text goes; of one that nothing closes, its bracket."""
    at, never = 0, set[str]()
    while (opening := _OPENING.search(text, at)) is not None:
        closer = _CLOSERS[opening[0]]
        end = text.find(closer, opening.end()) if closer not in never else -1
        if end < 0:
            never.add(closer)
            at = opening.end()
        else:
            at = end + len(closer)
            more = _BRACES.match(text, at) if closer == "}}" else None
            at = more.end() if more is not None else at
        yield opening.start(), at
