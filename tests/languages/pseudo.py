"""A language in which every text of the program stands in brackets: what has none was not looked up."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from editor import language
from tests.ui.user import other_workers

BEGIN, END = "⟦", "⟧"


class Pseudo(QTranslator):
    """Qt's texts and the window's."""

    def translate(self, _context, source, _comment=None, number=-1):
        text = source.replace("%Ln", str(number)).replace("%n", str(number))
        return f"{BEGIN}{text}{END}"

    def isEmpty(self):  # noqa: N802  Qt's name
        return False


class _Texts(dict):
    """The texts of all other modules."""

    def get(self, source, _default=None):
        return f"{BEGIN}{source}{END}"


WORKERS = f"""
from editor import language
class Texts(dict):
    def get(self, source, default=None):
        return {BEGIN!r} + source + {END!r}
language._texts = Texts()
"""


class spoken:  # noqa: N801  used as a function
    """While it lasts, the pseudo language is spoken, in the workers for tasks, too."""

    def __enter__(self):
        self._workers = other_workers(pytest.MonkeyPatch(), WORKERS, limit=60)
        self._workers.__enter__()
        self._former, self._translator = language._texts, Pseudo()
        language._texts = _Texts()
        QCoreApplication.installTranslator(self._translator)
        return self

    def __exit__(self, *_):
        self._workers.__exit__(None, None, None)
        QCoreApplication.removeTranslator(self._translator)
        language._texts = self._former
