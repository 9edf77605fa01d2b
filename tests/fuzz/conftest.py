"""Where the damage starts from, and what it has found so far."""

import pytest

from tests.conftest import ROOT
from tests.fuzz.mutator import Mutator, posts_of


@pytest.fixture(scope="session")
def mutator(corpus_posts, sample, request):
    files = [sample, *corpus_posts, *sorted((ROOT / "tests" / "security").rglob("*.md"))]
    return Mutator(posts_of(files), request.config.getoption("--seed") or 0)
