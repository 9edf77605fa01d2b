"""Each command that the README and the manual name does what stands beside it, run as it is written."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MANUAL = ROOT / "docs/manual"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(MANUAL.glob("*/*.md"))]
LONG = {"test", "faults", "fuzz", "journeys", "soak", "bench", "package", "pictures", "lock", "lint", "run"}
"""Verbs of dev.py that are run by others than this test: the suite itself, its own scripts, the packages' step."""
POST = "---\ntitle: a\ndate: 2026-01-02\ntags: [x]\nlayout: post\nweight: 1\nimage: {path: /b.png}\n---\n\n# Head\n\nbody\n"


def blocks(page):
    return re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(page):
    """The commands of a page, without what is said behind them."""
    for block in blocks(page):
        for line in block.splitlines():
            command = re.sub(r"\s+#.*", "", line).strip()
            if command:
                yield command


@pytest.fixture
def desk(tmp_path):
    """A folder as the pages suppose: a post, a draft, a blog."""
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    (tmp_path / "draft.md").write_text(POST, encoding="utf-8")
    shutil.copytree(ROOT / "resources/example-blog", tmp_path / "blog")
    return tmp_path


MANUALS = sorted((page, command) for page in PAGES for command in commands(page) if command.startswith("postwright"))


@pytest.mark.parametrize(("page", "command"), MANUALS, ids=lambda one: one if isinstance(one, str) else one.parent.name)
def test_commands_of_the_program(desk, page, command):
    words = shlex.split(command)
    assert words[0] == "postwright"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "editor", *words[1:]],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr


def test_pages_name_verbs_that_there_are():
    help_text = (ROOT / "packaging/dev.py").read_text(encoding="utf-8").partition('"""')[2].partition('"""')[0]
    known = set(re.findall(r"dev\.py (\w+)", help_text))
    for page in PAGES:
        for command in commands(page):
            found = re.match(r"python3 packaging/dev\.py (\w+)", command)
            if found is not None:
                assert found[1] in known, f"{page.name}: {command}"
                assert found[1] in LONG | {"languages"}, f"{command} is run by nobody"
            elif not command.startswith("postwright"):
                assert re.match(r"(?:python3? |tests/|git |cd )", command), f"{page.name}: {command}"


def links(page):
    text = re.sub(r"`[^`\n]*`", "", page.read_text(encoding="utf-8"))
    found = re.findall(r"\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"", text)
    return [one or other for one, other in found if not (one or other).startswith("http")]


@pytest.mark.parametrize(
    "page", [*PAGES, *sorted((ROOT / "docs").glob("*.md"))], ids=lambda one: f"{one.parent.name}/{one.name}"
)
def test_links_and_pictures_are_there(page):
    for link in links(page):
        assert (page.parent / link).exists(), f"{page.name} leads to {link}"


def test_both_manuals_have_the_same_pages():
    english, japanese = ({path.name for path in (MANUAL / code).glob("*.md")} for code in ("en", "ja"))
    assert english == japanese


def test_the_pages_that_are_made_are_as_their_tables():
    command = [sys.executable, str(ROOT / "packaging/manual.py"), "--check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, f"run packaging/dev.py pictures: {done.stdout}{done.stderr}"


def test_the_versions_agree():
    from editor import __version__

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    data = Path(ROOT / "packaging/linux/io.github.postwright.Postwright.metainfo.xml").read_text(encoding="utf-8")
    assert f'<release version="{__version__}"' in data
