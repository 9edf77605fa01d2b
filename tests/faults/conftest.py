"""The program started once more, as in the tests of the window."""

from tests.ui.conftest import again

__all__ = ["again"]
