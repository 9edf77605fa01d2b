"""Damaged posts in a blog through all checks: each is told what is wrong with it, and none is the program's own fault."""

import pytest

from editor.check.post_checks import Checker, Report
from tests.fuzz.finds import FINDS
from tests.fuzz.mutator import no_hang


@pytest.fixture
def check(tmp_path):
    (tmp_path / "_config.yml").write_text("title: t\nurl: https://example.org\n")
    post = tmp_path / "_posts" / "2026-01-02-post.md"
    post.parent.mkdir()

    def check(data):
        post.write_bytes(data)
        report = Report()
        Checker(whole=True).check_file(post, report)
        assert "not-lossless" not in {problem.code for problem in report.problems}
        for problem in report.problems:
            assert problem.message
            assert problem.line >= 1
        return len(report.problems)

    return check


def test_any_post_is_checked(check, mutator, cases, tell):
    count = 0
    numbers = range(cases(150, share=1 / 5))
    for number in numbers:
        with no_hang(f"mutant {number}"):
            count += check(mutator.mutant(number))
    assert count > len(numbers) / 10
    tell(f"{len(numbers)} damaged posts checked, {count} problems told")


@pytest.mark.parametrize("find", FINDS, ids=lambda path: path.name)
def test_what_was_found_before(check, find):
    check(find.read_bytes())
