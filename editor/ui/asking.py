"""Asks for a password that git or ssh wants, prints it, and keeps it nowhere (gitcredentials(7), GIT_ASKPASS)."""

from __future__ import annotations

import sys
from typing import NoReturn

from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox

from editor import language
from editor.language import tr
from editor.text.white_space import ASCII_SPACE
from editor.ui.plain_text import MessageBox, lines
from editor.ui.speaking import speak, system_languages
from editor.ui.theme.style import apply_theme, choose


def ask(question: str) -> str | None:
    """Show the question; None when the writer does not answer.

    Args:
        question: what git asks, as "Password for 'https://writer@example.org': ".

    """
    shown = question.strip(ASCII_SPACE).rstrip(":") or tr("Password")
    if "yes/no" in question.lower():
        kind = QMessageBox.StandardButton
        box = MessageBox()
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("git")
        box.setText(question)
        box.setStandardButtons(kind.Yes | kind.No)
        box.setDefaultButton(kind.No)  # Enter trusts no host
        return "yes" if box.exec() == kind.Yes else "no"
    open_text = shown.lower().startswith("username")
    mode = QLineEdit.EchoMode.Normal if open_text else QLineEdit.EchoMode.Password
    dialog = QInputDialog()
    dialog.setWindowTitle("git")
    dialog.setLabelText(lines(shown))
    dialog.setTextEchoMode(mode)
    return dialog.textValue() if dialog.exec() else None


def run() -> NoReturn:
    """The entry point of the `postwright-ask` command."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("postwright")
    application.setStyle("Fusion")
    speak(language.begin("", system_languages()))
    apply_theme(application, choose("system"))
    answer = ask(" ".join(sys.argv[1:]))
    if answer is None:
        sys.exit(1)
    sys.stdout.write(f"{answer}\n")
    sys.stdout.flush()
    sys.exit(0)
