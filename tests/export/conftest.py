"""A world of repositories, a desk with drafts and a blog, and a writer's configuration of git that no machine changes."""

import os

import pytest

from tests.export.desks import Desk
from tests.export.repositories import make_world


@pytest.fixture(autouse=True)
def own_configuration(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[init]\n\tdefaultBranch = main\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return home / ".gitconfig"


@pytest.fixture
def world(tmp_path):
    return make_world(tmp_path)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)
