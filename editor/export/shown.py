"""A plan's changes for people: the front matter key by key, the text as a diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from editor.export.plan import FileChange, Plan
from editor.header import Header, Rules
from editor.post.post import Post
from editor.post.values import shown, texts
from editor.text.source import UndecodableError, decode
from editor.text.visible import one_line


def header_changes(before: Header | None, after: Header) -> Iterator[str]:
    """What a front matter says otherwise than before: "tags: + AI", "title: Old → New"."""
    old = {field.key: field.value for field in before.fields} if before is not None else {}
    new = {field.key: field.value for field in after.fields}
    for key, value in new.items():
        if key not in old:
            yield f"+ {key}: {shown(value)}"
            continue
        was = old[key]
        if isinstance(was, list) and isinstance(value, list):
            added = [f"+ {item}" for item in texts(value) if item not in texts(was)]
            gone = [f"− {item}" for item in texts(was) if item not in texts(value)]
            if added or gone:
                yield f"{key}: {', '.join([*added, *gone])}"
        elif shown(was) != shown(value):
            yield f"{key}: {shown(was)} → {shown(value)}"
    yield from (f"− {key}" for key in old if key not in new)


def changes_of(plan: Plan) -> list[str]:
    """What the post's front matter says otherwise in the blog than it did there."""
    post = plan.post
    if post is None:
        return []
    rules = Rules(plan.blog.generator)
    before = Post.from_bytes(post.before, rules).header if post.before is not None else None
    return list(header_changes(before, Post.from_bytes(post.after, rules).header))


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def diff_of(change: FileChange, name: str) -> str:
    """A file's change as a unified diff; for what is no text, its size."""
    try:
        old = decode(change.before).text if change.before is not None else ""
        new = decode(change.after).text if b"\0" not in change.after else None
    except UndecodableError:
        new = None
    name = one_line(name)  # else a file's name could forge a line of the diff
    if new is None:
        return f"{'new' if change.before is None else 'changed'} file {name}: {len(change.after):,} bytes\n"
    lines = unified_diff(
        _lines(old),
        _lines(new),
        "/dev/null" if change.before is None else f"a/{name}",
        f"b/{name}",
        lineterm="",
    )
    return "".join(f"{line}\n" for line in lines)
