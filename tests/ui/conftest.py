"""A user at the window with a small post."""

import pytest

from tests.ui.user import POST, User


@pytest.fixture
def user(window, qtbot):
    return User(window, qtbot)


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(POST.encode())
    return path


@pytest.fixture
def opened(window, post):
    window.files.open(post)
    return window
