"""Where the damage starts from, and what it has found so far."""

import pytest

from editor.settings import Settings
from editor.ui.messages import Answer
from editor.ui.theme.tokens import LIGHT
from editor.ui.window import Window
from tests.conftest import ROOT
from tests.fuzz.mutator import Mutator, posts_of


@pytest.fixture(scope="session")
def mutator(corpus_posts, sample, request):
    files = [sample, *corpus_posts, *sorted((ROOT / "tests" / "security").rglob("*.md"))]
    return Mutator(posts_of(files), request.config.getoption("--seed") or 0)


@pytest.fixture
def still(qapp, tmp_path):
    """The window with its form, and without a preview: the renderers have tests of their own."""
    window = Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT)
    window.show()
    yield window
    window.questions.save_changes = lambda _: Answer.DISCARD
    window.close()
    window.deleteLater()
    qapp.processEvents()
