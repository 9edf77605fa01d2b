"""The page around a post's blocks: what the preview loads once and then patches, and what `render` prints."""

from __future__ import annotations

from html import escape
from zlib import crc32

from editor.render.looks.look import Look, LookName, own_look


def content_policy(*, remote: bool = False) -> str:
    """The preview page's Content-Security-Policy: nothing but our styles and the blog's own files.

    Args:
        remote: whether pictures of other sites are let in too.

    """
    pictures = " http: https:" if remote else ""
    return (
        f"default-src 'none'; img-src postwright: data:{pictures}; media-src postwright:; style-src postwright:; "
        "font-src postwright: data:; script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; "
        "base-uri 'none'"
    )


def style_url(look: Look, number: int) -> str:
    """The address of a look's style sheet, by its place among them; another text has another address."""
    return f"postwright://page/{crc32(look.styles[number].encode()):08x}/{number}.css"


def preview_page(look: Look, theme: str) -> str:
    """The empty page of the preview, in a theme ("light" or "dark") from its first frame on."""
    links = "".join(f'<link rel="stylesheet" href="{style_url(look, number)}">' for number in range(len(look.styles)))
    return framed_page(look, links, "", "", "", theme)


def standalone_page(title: str, head: str, body: str) -> str:
    """A whole page with its style inside."""
    look = own_look(LookName.PLAIN)
    styles = "\n".join(look.styles)
    return framed_page(look, f"<style>{styles}</style>", escape(title), head, body, "light")


def framed_page(look: Look, styles: str, title: str, head: str, body: str, theme: str) -> str:
    """A whole page: a post in a look's frame; `styles` are the elements that bring its style sheets."""
    html, framed = look.around(head, body, theme)
    return (
        f'<!doctype html>\n{html}<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>{styles}</head>\n{framed}</html>\n"
    )
