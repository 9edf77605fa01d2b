"""Style sheets of a blog made harmless: whatever they load must lie in the blog's folder.

This is the first of two walls; the page's policy and its interceptor stand without it.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import Any, Final
from urllib.parse import quote, unquote

import tinycss2
from tinycss2 import ast

from editor.blog.folder import BlogFolder
from editor.text.addresses import split_address

BLOG_URL: Final = "postwright://blog/"
MAX_IMPORTS: Final = 6
"""How deep style sheets may import each other."""
MAX_DEPTH: Final = 100
"""How deep a sheet's brackets may nest: tinycss2 recurses. A deeper sheet is left out."""
_BRACKET: Final = re.compile(r"[(){}\[\]]")
_DROPPED: Final = frozenset(("charset", "namespace", "-moz-document"))
_ADDRESSES: Final = frozenset(
    ("url", "src", "image-set", "-webkit-image-set", "image", "cross-fade", "-webkit-cross-fade")
)
_INLINE: Final = ("data:image/", "data:font/", "data:application/font", "data:application/x-font")


class SafeStyles:
    """Reads a blog's style sheets.

    Args:
        static: where the blog's static files lie below its root, for addresses that begin with a slash.
        base: the path below which the site lies.

    """

    def __init__(self, folder: BlogFolder, static: tuple[str, ...] = ("",), base: str = "") -> None:
        self._folder, self._static, self._base = folder, static, base

    def safe(self, css: str, path: str) -> str:
        """A style sheet without addresses that lead elsewhere; those inside the blog become addresses of our scheme.

        Args:
            path: where the sheet lies, from the blog's root: its relative addresses count from there.

        """
        return self._sheet(css, path, MAX_IMPORTS)

    def file(self, address: str, path: str) -> str | None:
        """The path, from the blog's root, of the file that an address in a sheet or page means."""
        parts = split_address(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        inner = unquote(parts.path)
        if not inner.startswith("/"):
            candidates = [join(dirname(path), inner)]
        else:
            inner = inner.removeprefix(self._base) if self._base and inner.startswith(f"{self._base}/") else inner
            candidates = [f"{static}{inner}" for static in self._static]
        for candidate in candidates:
            clean = normpath(candidate).lstrip("/")
            if not clean.startswith("..") and self._folder.file(clean) is not None:
                return clean
        return None

    def _sheet(self, css: str, path: str, depth: int) -> str:
        if _nests_too_deep(css):
            return ""
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        written = []
        for rule in rules:
            if rule.type == "error":
                continue
            if rule.type == "at-rule" and rule.lower_at_keyword in _DROPPED:
                continue
            if rule.type == "at-rule" and rule.lower_at_keyword == "import":
                written.append(self._imported(rule, path, depth))
                continue
            self._clean(rule, path)
            written.append(rule.serialize())
        return "\n".join(written)

    def _imported(self, rule: Any, path: str, depth: int) -> str:
        """An imported sheet of the blog's in the place of its import; nothing for any other."""
        for token in rule.prelude:
            address = _address(token)
            if address is not None:
                file = self.file(address, path)
                text = self._folder.text(file) if file is not None and depth > 0 else None
                return self._sheet(text, file, depth - 1) if text is not None and file is not None else ""
        return ""

    def _clean(self, node: Any, path: str) -> None:
        """Replace addresses everywhere inside a rule."""
        waiting = [node]
        while waiting:
            here = waiting.pop()
            for name in ("prelude", "content", "arguments"):
                tokens = getattr(here, name, None)
                if not tokens:
                    continue
                # an @import where none may stand is ignored by browsers; its address goes all the same
                late = any(token.type == "at-keyword" and token.lower_value == "import" for token in tokens)
                strings = late or getattr(here, "lower_name", "") in _ADDRESSES
                for number, token in enumerate(tokens):
                    address = _address(token) if token.type != "string" or strings else None
                    if address is not None:
                        tokens[number] = self._safe_address(address, path, token)
                    else:
                        waiting.append(token)

    def _safe_address(self, address: str, path: str, token: Any) -> Any:
        line, column = token.source_line, token.source_column
        if address.lower().startswith(_INLINE):
            safe = address
        else:
            file = self.file(address, path)
            safe = BLOG_URL + quote(file) if file is not None else "data:image/gif,"
        if token.type == "string":
            return ast.StringToken(line, column, safe, f'"{safe}"')
        return ast.URLToken(line, column, safe, f'url("{safe}")')


def _nests_too_deep(css: str) -> bool:
    depth = deepest = 0
    for bracket in _BRACKET.finditer(css):
        depth = depth + 1 if bracket[0] in "({[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _address(token: Any) -> str | None:
    """The address that a token holds."""
    if token.type in ("url", "string"):
        return str(token.value)
    if token.type == "function" and token.lower_name == "url":
        return next((str(part.value) for part in token.arguments if part.type in ("string", "ident")), "")
    return None
