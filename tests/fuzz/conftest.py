"""The posts that the fuzz tests damage: hostile ones and the example blog, and the shared corpus where it is there."""

import pytest

from tests.conftest import ROOT, SHARED
from tests.fuzz.mutator import Mutator, posts_of


@pytest.fixture(scope="session")
def mutator(request):
    files = sorted(
        path for folder in ("tests/security", "resources/example-blog") for path in (ROOT / folder).rglob("*.md")
    )
    if SHARED.is_dir():
        files += [request.getfixturevalue("sample"), *request.getfixturevalue("corpus_posts")]
    return Mutator(posts_of(files), request.config.getoption("--seed") or 0)
