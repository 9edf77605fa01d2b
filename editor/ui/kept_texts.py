"""Texts that would be lost otherwise, put among the earlier versions of their post.

They are what a stopped save was to write where the file has changed since, and what another program wrote where the
writer replaces it.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from editor.language import tr
from editor.post.files import FileError, read_file
from editor.post.saved_versions import SavedVersions
from editor.post.through import Leftover, settle
from editor.ui.messages import Choice, MessageBar

TOPIC = "stopped-save"


def keep_stopped(
    path: Path, found: Leftover, versions: SavedVersions, bar: MessageBar, compare: Callable[[], None]
) -> None:
    """Keep the text of a stopped save, and tell; one that is not ours stays where it is, and is told of once.

    Args:
        compare: shows the earlier versions of the open post.

    """
    digest = hashlib.blake2b(found.data, digest_size=16).hexdigest()
    try:
        known = any(one.digest == digest for one in versions.versions(path))
        if not known:
            versions.keep(path, found.data, datetime.now(UTC))
    except OSError as error:
        text = tr("A save of {0} was stopped earlier. Its text could not be kept ({1}); it is still in {2}.")
        bar.say(text.format(path.name, error.strerror or error, found.copy.name), topic=TOPIC)
        return
    settle(found)
    if not known or found.ours:
        text = tr(
            "A save of {0} was stopped earlier, and the file is not as it was then. "
            "It was left alone; the text of that save is among its earlier versions."
        )
        bar.say(text.format(path.name), [Choice(tr("Compare"), compare)], topic=TOPIC)


def read_and_keep(path: Path, folder: Path) -> bytes | None:
    """Return what a file holds, kept in the folder of versions before it is replaced; None where it can't be read."""
    try:
        data = read_file(path)
    except FileError:
        return None
    keep_theirs(path, data, folder)
    return data


def keep_theirs(path: Path, data: bytes, folder: Path) -> None:
    """Keep what another program wrote, before the writer's text replaces it; raises nothing."""
    with contextlib.suppress(OSError):
        SavedVersions(folder).keep(path, data, datetime.now(UTC))
