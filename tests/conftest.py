"""What all tests share: the shared material, copies of posts, and a log that must stay quiet."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["POSTWRIGHT_LANGUAGE"] = "en"

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

ENDS = 20
"""Seconds within which hostile input must be done with: what grows with its square would take minutes. No measurement."""

settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("thorough", max_examples=2_000, deadline=None)
settings.register_profile("ci", settings.get_profile("suite"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "suite")


FULLY = 100
"""After so many tests all objects are looked at: a full look takes some 0.3 s."""
_ENDED = itertools.count(1)
_FIGURES = pytest.StashKey[list[str]]()


def pytest_addoption(parser):
    parser.addoption("--n", type=int, help="how many cases faults, fuzz and journeys try; without it, a sample")
    parser.addoption("--seed", type=int, help="walk this random journey alone; damage posts by this seed")


def pytest_collection_modifyitems(config, items):
    """Leave out the tests that need the shared material where it is missing; their number is told at the end."""
    if SHARED.is_dir():
        return
    needing = [item for item in items if "shared" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in set(needing)]
    config.stash.setdefault(_FIGURES, []).append(
        f"skipped: {len(needing)} tests that need the shared material in ../shared, beside the project's folder"
    )


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash.get(_FIGURES, []):
        terminalreporter.write_line(line)


@pytest.fixture
def cases(request):
    """How many cases a test tries: what the suite has time for, or its share of what was asked for, if that is more."""
    wanted = request.config.getoption("--n") or 0
    return lambda sample, share=1.0: max(sample, round(wanted * share))


@pytest.fixture
def tell(request):
    """Says a figure at the end of a run that was asked for a number of cases."""
    lines = request.config.stash.setdefault(_FIGURES, [])
    return lines.append if request.config.getoption("--n") else lambda line: None


@pytest.fixture(autouse=True)
def _quiet_log(caplog):
    """An error in the log that the test did not expect (and clear) fails it."""
    yield
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert not errors, f"logged: {[record.getMessage() for record in errors]}"


@pytest.fixture(autouse=True)
def _collected():
    """As in the program, garbage is looked for on the window's thread alone: here between two tests, and fully at times."""
    yield
    if not gc.isenabled():
        gc.collect(2 if next(_ENDED) % FULLY == 0 else 1)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test material; tests that need it are skipped without it, counted in one line of the report."""
    if not SHARED.is_dir():
        pytest.skip("needs the shared material in ../shared, beside the project's folder")
    return SHARED


@pytest.fixture(scope="session")
def sample(shared) -> Path:
    """The article that the project was born from."""
    return shared / "sample" / "2025-11-02-ai-infra.md"


@pytest.fixture(scope="session")
def corpus_posts(shared) -> list[Path]:
    """Every post of the shared corpus."""
    from editor.blog.posts import find_posts

    return list(find_posts(shared / "corpus"))


@pytest.fixture
def sample_copy(sample, tmp_path) -> Path:
    """The sample, to edit."""
    return Path(shutil.copy(sample, tmp_path / sample.name))


@pytest.fixture
def example_blog(tmp_path) -> Path:
    """A copy of the example blog."""
    return Path(shutil.copytree(ROOT / "resources" / "example-blog", tmp_path / "blog"))


@pytest.fixture(scope="session")
def qapp():
    """The application as the program makes it (the preview's scheme must be known before it exists)."""
    from PySide6.QtCore import QEvent

    from editor.app import make_application
    from editor.ui.garbage import Garbage
    from editor.ui.speaking import speak
    from editor.ui.theme.style import apply_theme
    from editor.ui.theme.tokens import LIGHT

    application = make_application()
    speak("en")
    apply_theme(application, LIGHT)
    Garbage(application)
    yield application
    # Windows that were given up are freed while Qt is there: their icons can't be afterwards.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    # Without a screen Qt keeps the clipboard beyond the interpreter: an object of Python in it would be freed too late.
    application.clipboard().clear()


def close_unasked(window):
    """Close a window whatever was typed in it."""
    from editor.ui.messages import Answer

    window.questions.save_changes = lambda _: Answer.DISCARD
    window.close()
    window.deleteLater()


@pytest.fixture
def still(qapp, tmp_path):
    """The window, shown, before anything is started: without preview and journal; closed without questions."""
    from editor.settings import Settings
    from editor.ui.theme.tokens import LIGHT
    from editor.ui.window import Window

    window = Window(Settings(tmp_path / "config", tmp_path / "state"), LIGHT)
    window.resize(1400, 900)
    window.show()
    yield window
    close_unasked(window)
    qapp.processEvents()


@pytest.fixture
def window(still, qtbot):
    """The window, active, with its render worker running."""
    still.activateWindow()
    qtbot.waitUntil(still.isActiveWindow)
    still.start()
    return still
