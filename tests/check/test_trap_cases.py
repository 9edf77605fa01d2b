"""The cases of `tests/cases/traps`: a post in its place, what `check` says of it, and the post after the fix."""

from datetime import UTC, datetime

import pytest

from editor.blog.rules import RulesBook
from editor.check.post_checks import Checker
from editor.header.verbs import NO_CHANGE
from editor.post.post import Post
from tests.cases.reader import sections
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests" / "cases" / "traps").glob("*.case"))
NOW = datetime(2026, 1, 10, 3, 0, 0, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    """Writes a case's site and post, and gives the post's path."""

    def write(parts):
        for name, text in parts.items():
            if name.startswith("site "):
                file = tmp_path / name.removeprefix("site ")
                file.write_text(text, encoding="utf-8")
        path = tmp_path / parts["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(parts["post"].encode())
        return path

    return write


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case, place):
    parts = sections(case)
    path = place(parts)
    post = Post.from_bytes(path.read_bytes(), RulesBook().rules_of(path))
    checker = Checker(now=NOW)
    problems = checker.check_post(post, path)
    if parts["problem"] == "none":
        assert problems == []
        return
    code, line, words = parts["problem"].split(" ", 2)
    found = [problem for problem in problems if problem.code == code]
    assert len(found) == 1, problems
    assert found[0].line == int(line)
    assert words in found[0].message
    if "fixed" not in parts:
        assert found[0].fix is None
        return
    fix = found[0].fix
    edit = fix.make()
    if fix.drops_bom:
        post.write_as("utf-8")
    else:
        assert edit != NO_CHANGE
        post.apply(edit)
    assert post.to_bytes() == parts["fixed"].encode()
    if code != "draft-in-posts":
        assert code not in [problem.code for problem in checker.check_post(post, path)]


def test_each_check_has_a_case():
    """A check that no case makes speak is not known to work."""
    codes = {sections(case)["problem"].split(" ")[0] for case in CASES}
    assert codes >= {
        "published-is-text",
        "published-is-empty",
        "draft-in-posts",
        "commas-in-words",
        "tag-beside-tags",
        "text-without-quotes",
        "switch-is-text",
        "permalink-style",
        "no-date",
        "date-differs-from-name",
        "time-is-utc",
        "date-ahead",
        "broken-header",
        "tab-indent",
        "duplicate-key",
        "byte-order-mark",
    }
