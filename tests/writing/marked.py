"""Texts whose selection stands between `⟦` and `⟧`."""

from editor.text.edit import apply


def selected(marked):
    """The text without the marks, and where they were."""
    start = marked.index("⟦")
    text = marked.replace("⟦", "", 1)
    end = text.index("⟧")
    return text.replace("⟧", "", 1), start, end


def shown(text, change):
    """The text after a change, its selection marked."""
    new = apply(text, change.edit)
    return f"{new[: change.start]}⟦{new[change.start : change.end]}⟧{new[change.end :]}"
