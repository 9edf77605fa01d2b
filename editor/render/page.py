"""The page around a post's blocks: what the preview loads once and then patches, and what `render` prints."""

from __future__ import annotations

from html import escape

from editor.resources import resource


def content_policy(*, remote: bool = False) -> str:
    """The preview page's Content-Security-Policy: nothing but our styles and the blog's own files.

    Args:
        remote: whether pictures of other sites are let in too.

    """
    pictures = " http: https:" if remote else ""
    return (
        f"default-src 'none'; img-src postwright: data:{pictures}; media-src postwright:; style-src postwright:; "
        "font-src postwright:; script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; "
        "base-uri 'none'"
    )


STYLE_URL = "postwright://page/preview.css"


def preview_page(theme: str) -> str:
    """The empty page of the preview, in a theme ("light" or "dark") from its first frame on."""
    return _page(f'<link rel="stylesheet" href="{STYLE_URL}">', "", "", "", theme)


def standalone_page(title: str, head: str, body: str) -> str:
    """A whole page with its style inside."""
    return _page(f"<style>{style()}</style>", escape(title), head, body)


def style() -> str:
    """The preview's style sheet."""
    return resource("preview/preview.css").read_text(encoding="utf-8")


def _page(style_element: str, title: str, head: str, body: str, theme: str = "light") -> str:
    return (
        f'<!doctype html>\n<html data-theme="{theme}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>{style_element}</head>\n'
        f'<body><article><header id="head">{head}</header>\n<main id="post">{body}</main></article></body></html>\n'
    )
