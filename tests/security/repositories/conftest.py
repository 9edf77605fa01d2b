"""What tests of hostile repositories need: a writer's configuration of git that no machine changes, and repositories."""

import pytest

from tests.export.repositories import make_own_configuration, make_world


@pytest.fixture(autouse=True)
def own_configuration(tmp_path, monkeypatch):
    return make_own_configuration(tmp_path, monkeypatch)


@pytest.fixture
def world(tmp_path):
    return make_world(tmp_path)
