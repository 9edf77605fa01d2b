"""Read a new post as its blog's generator will, before it is written."""

from __future__ import annotations

from collections.abc import Mapping

from editor.header import Generator, HeaderKind, Refused, Rules, Value, read_header
from editor.header.dates import Moment, read_date
from editor.language import tr
from editor.post.values import shown


def require_readable(
    text: str,
    generator: Generator,
    values: Mapping[str, Value | Moment],
    *,
    body: str = "",
    kind: HeaderKind | None = None,
) -> None:
    """Require that a generator reads a post's text as its front matter and its body were meant.

    Args:
        values: what the front matter says; a key without a value need not be there, a date only has to be one.
        body: the text after the front matter; blank lines around it do not count.
        kind: the form of front matter that the blog's posts have; None where there is none to compare with.

    Raises:
        Refused: it would be read otherwise.

    """
    header = read_header(text, Rules(generator))
    reason = ""
    if header.error is not None:
        reason = header.error.problem
    elif header.kind is HeaderKind.NONE or kind not in (None, header.kind):
        reason = tr("{0} would not read the front matter").format(generator.label)
    elif text[header.body_start :].strip("\n") != body.strip("\n"):
        reason = tr("{0} would take lines of the front matter for text").format(generator.label)
    else:
        for key, value in values.items():
            field = header.field(key)
            found = field.value if field is not None else None
            if not _says(found, value):
                reason = tr("“{0}” would be read as something else").format(key)
    if reason:
        raise Refused(tr("the post can’t be written as this blog’s posts are: {0}").format(reason))


def _says(found: Value, wanted: Value | Moment) -> bool:
    if wanted is None or wanted in ("", []):
        return found in (None, "", [])
    if isinstance(wanted, Moment):
        return read_date(shown(found)) is not None
    return shown(found) == shown(wanted)
