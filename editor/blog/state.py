"""What becomes of a post: the states, their names for people, and the sign beside each."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from editor.language import msg, tr


class State(StrEnum):
    """What becomes of a post."""

    VISIBLE = "visible"
    FUTURE = "future"
    DRAFT = "draft"
    HIDDEN = "hidden"
    NOT_BUILT = "not built"
    BREAKS = "breaks the build"


BROKEN: Final = "broken"
"""What the library has for a post whose front matter can't be read."""

MARKS: Final = {
    State.FUTURE: "◷",
    State.DRAFT: "✎",
    State.HIDDEN: "◌",
    State.NOT_BUILT: "–",
    State.BREAKS: "!",
    BROKEN: "!",
}
"""A sign beside the word: colour alone says nothing."""

_NAMES: Final = {
    State.VISIBLE: msg("visible"),
    State.FUTURE: msg("lies ahead"),
    State.DRAFT: msg("draft"),
    State.HIDDEN: msg("hidden"),
    State.NOT_BUILT: msg("not built"),
    State.BREAKS: msg("breaks the build"),
    BROKEN: msg("broken"),
}


def named(state: str) -> str:
    """A state in words."""
    return tr(_NAMES.get(state, state))
