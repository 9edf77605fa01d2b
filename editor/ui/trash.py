"""The desktop's trash: what goes there can be put back."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths


def to_trash(path: Path) -> Path | None:
    """Move a file or folder to the trash; where it lies there, None when there is no trash for it."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    with contextlib.suppress(OSError):  # Qt makes the trash in this folder, and not the folder
        Path(data).mkdir(parents=True, exist_ok=True)
    file = QFile(str(path))
    return Path(file.fileName()) if file.moveToTrash() else None


def put_back(kept: Path, path: Path) -> bool:
    """Put back what lies in the trash; False when it is gone from there, or something lies in its old place."""
    if not kept.exists() or path.exists():
        return False
    import shutil

    shutil.move(kept, path)
    (kept.parent.parent / "info" / f"{kept.name}.trashinfo").unlink(missing_ok=True)
    return True
