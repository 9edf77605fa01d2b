"""The window's language: Qt's translators, and numbers and moments as the language writes them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLibraryInfo, QLocale, QTranslator

from editor import language
from editor.resources import resource


def speak(code: str) -> None:
    """Speak a language from now on: our texts, Qt's own, numbers and dates."""
    application = QCoreApplication.instance()
    assert application is not None
    language.use(code)
    system = QLocale.system()
    QLocale.setDefault(system if system.name().partition("_")[0] == code else QLocale(code))
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    texts, folder = str(resource("languages")), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in ((f"qtbase_{code}", folder), (f"postwright_{code}", texts)):
        translator = QTranslator(application)
        if translator.load(name, place):
            application.installTranslator(translator)


def system_languages() -> list[str]:
    """The languages of the system, the most wanted one first."""
    return list(QLocale.system().uiLanguages())


def counted(number: int) -> str:
    """A number with the language's marks between thousands."""
    return QLocale().toString(number)


def moment(when: datetime) -> str:
    """A moment by the clock of this machine, as short as the language writes it."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), QLocale.FormatType.ShortFormat)
