"""Version, and under which licences the program and its parts may be used."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, requires

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from editor import __version__
from editor.text.white_space import ASCII_SPACE
from editor.ui.plain_text import Label
from editor.ui.theme.fonts import interface
from editor.ui.theme.sizes import open_at
from editor.ui.theme.tokens import SPACE_12, TYPE_20

WIDTH, HEIGHT = 560, 460


def parts() -> Iterator[str]:
    """The packages that the program uses, each with its version and licence."""
    for line in requires("postwright") or ():
        name = line.split(";")[0].strip(ASCII_SPACE)
        if "extra ==" in line:
            continue
        name = name[: next((at for at, letter in enumerate(name) if letter in "<>=!~ ["), len(name))]
        try:
            found = distribution(name).metadata.json
        except PackageNotFoundError:
            continue
        licence = found.get("license_expression") or found.get("license") or _classified(found.get("classifier"))
        yield f"{found['name']} {found['version']}: {str(licence).partition(chr(10))[0] or '?'}"


def _classified(classifiers: str | list[str] | None) -> str:
    listed = classifiers if isinstance(classifiers, list) else []
    names = [one.rpartition("::")[2].strip(ASCII_SPACE) for one in listed if one.startswith("License ::")]
    return ", ".join(names)


class About(QDialog):
    """What the program is, and what it is made of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Postwright"))
        open_at(self, WIDTH, HEIGHT)
        title = Label(f"Postwright {__version__}", self)
        title.setFont(interface(TYPE_20, bold=True))
        what = Label(self.tr("An editor for blog posts that keeps every byte you did not edit."), self)
        what.setWordWrap(True)
        terms = Label(
            self.tr(
                "Postwright is free under the MIT licence. Qt and its web engine (Chromium) are used under the LGPL 3; "
                "the licences of Chromium’s parts come with them."
            ),
            self,
        )
        terms.setWordWrap(True)
        listed = QPlainTextEdit("\n".join((f"Qt {qVersion()}: LGPL-3.0", *parts())), self)
        listed.setReadOnly(True)
        listed.setTabChangesFocus(True)
        listed.setAccessibleName(self.tr("Parts and their licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE_12)
        for widget in (title, what, terms, listed, buttons):
            layout.addWidget(widget)
