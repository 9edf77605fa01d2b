"""Markdown to HTML blocks with Python-Markdown, as Pelican sets it up: `extra` (tables, fenced code, footnotes,
definition lists, attributes) and code coloured by Pygments; and with what a site's `MARKDOWN` setting adds to that.

A block is one element at the top of the document. Python-Markdown knows no blocks, so its stages are run one by
one here: the tree is cut into its children before the postprocessors put raw HTML and code back.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import LinkInlineProcessor

PELICAN: Final[dict[str, dict[str, Any]]] = {"extra": {}, "codehilite": {"css_class": "highlight"}}
"""Pelican's default extensions (docs/settings.rst, `MARKDOWN`); the metadata is read before."""

KNOWN: Final = frozenset(
    (
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    )
)
"""Python-Markdown's own extensions: any other would be a program of the site's, and is left out."""

QUOTES: Final = 290
"""So deep quotes nest at most, measured with Python-Markdown 3.11 some frames below a program's start."""
_LINK_END: Final = re.compile(r"""[)"']""")
_BRACKET: Final = re.compile(r"[\[\]]")
_MARK: Final = f"\n<!--block {secrets.token_hex(8)}-->\n"


class PythonMarkdown:
    """The converter, made once: loading its extensions takes longer than most posts."""

    def __init__(self, extensions: Mapping[str, object] | None = None) -> None:
        self.lines: list[int] = []  # Python-Markdown does not know where its blocks come from
        configs = {name: config if isinstance(config, dict) else {} for name, config in (extensions or PELICAN).items()}
        known = {name: config for name, config in configs.items() if name in KNOWN}
        try:
            self._converter = markdown.Markdown(extensions=list(known), extension_configs=known, output_format="html")
        except (KeyError, TypeError, ValueError, AttributeError):  # options that an extension does not have
            self._converter = markdown.Markdown(
                extensions=list(PELICAN), extension_configs=PELICAN, output_format="html"
            )

        for extension in self._converter.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                _number_at_once(extension)
        _bound_quotes(self._converter)
        for pattern in self._converter.inlinePatterns:
            if isinstance(pattern, LinkInlineProcessor):
                pattern.getText = _Brackets().text  # type: ignore[method-assign]
                pattern.getLink = partial(_link, pattern.getLink)  # type: ignore[method-assign]

    def blocks(self, body: str) -> list[str]:
        """The HTML of each block of a post's body, in order; nothing for an empty body."""
        # Unicode: as Markdown.convert strips
        if not body.strip():
            return []
        converter = self._converter.reset()
        lines = body.split("\n")
        for preprocessor in converter.preprocessors:
            lines = preprocessor.run(lines)
        root: Any = converter.parser.parseDocument(lines).getroot()
        for treeprocessor in converter.treeprocessors:
            changed = treeprocessor.run(root)
            root = changed if changed is not None else root
        html = _MARK.join(converter.serializer(child) for child in root)
        for postprocessor in converter.postprocessors:
            html = postprocessor.run(html)
        # Unicode: as Markdown.convert strips
        return [block for part in html.split(_MARK) if (block := part.strip())]


class _Brackets:
    """Where the brackets of a text close, found once: Python-Markdown reads on to the text's end for each that does
    not, so that a text full of opening brackets takes time by the square of their number.
    """

    def __init__(self) -> None:
        self._text = ""
        self._ends: dict[int, int] = {}  # behind an opening bracket: the closing one

    def text(self, data: str, index: int) -> tuple[str, int, bool]:
        """What stands in the bracket that ends before an index, the place behind it, and whether it is closed."""
        if data != self._text:
            self._text, self._ends = data, {}
            opened: list[int] = []
            for bracket in _BRACKET.finditer(data):
                if bracket[0] == "[":
                    opened.append(bracket.end())
                elif opened:
                    self._ends[opened.pop()] = bracket.start()
        end = self._ends.get(index)
        return (data[index:end], end + 1, True) if end is not None else ("", len(data), False)


def _bound_quotes(converter: markdown.Markdown) -> None:
    """Let quotes nest as deep as for Pelican: Python-Markdown stops short of Python's limit of recursion, which is the
    usual one there and far higher in our process.
    """
    state = converter.parser.state
    quotes = converter.parser.blockprocessors["quote"]
    fits = quotes.test
    quotes.test = lambda parent, block: state.count("blockquote") < QUOTES and fits(parent, block)  # type: ignore[method-assign]


def _link(
    read: Callable[[str, int], tuple[str, str | None, int, bool]], data: str, index: int
) -> tuple[str, str | None, int, bool]:
    """The address behind a bracket; nothing is read where nothing follows that could end it."""
    return read(data, index) if _LINK_END.search(data, index) else ("", None, index, False)


def _number_at_once(extension: FootnoteExtension) -> None:
    """Let the n-th reference to a footnote have its name without trying all n names before it: Python-Markdown tries
    them, so that a text full of one reference takes time by the square of their number.
    """
    slowly = extension.unique_ref

    def unique_ref(reference: str, found: bool = False) -> str:
        before = extension.found_refs.get(reference, 0)
        if not found or not before:
            return slowly(reference, found)
        head, separator, rest = reference.partition(extension.get_separator())
        extension.found_refs[reference] = before + 1
        number = before + 1
        while (name := f"{head}{number}{separator}{rest}") in extension.used_refs:
            number += 1
        extension.used_refs.add(name)
        return name

    extension.unique_ref = unique_ref  # type: ignore[method-assign]
