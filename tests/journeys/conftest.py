"""The real window, and a user with keys and a mouse."""

import pytest

from tests.ui.user import User


@pytest.fixture
def user(window, qtbot):
    """Somebody at the window."""
    return User(window, qtbot)
