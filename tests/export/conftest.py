"""A world of repositories, a desk with drafts and a blog, and a writer's configuration of git that no machine changes."""

import pytest

from tests.export.desks import Desk
from tests.export.repositories import make_own_configuration, make_world


@pytest.fixture(autouse=True)
def own_configuration(tmp_path, monkeypatch):
    return make_own_configuration(tmp_path, monkeypatch)


@pytest.fixture
def world(tmp_path):
    return make_world(tmp_path)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)
