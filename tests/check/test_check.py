"""`check`: the lossless proof and headers that can't be read, in three formats."""

import json

from editor.check.output import as_github, as_json, as_text
from editor.check.post_checks import Checker, Report, is_lossless
from editor.check.problem import Problem, Severity
from editor.cli import main
from editor.post.post import Post
from editor.text.edit import Edit


def test_a_good_post_is_identical_and_has_no_problem(sample_copy):
    report = Report()
    Checker().check_file(sample_copy, report)
    assert (report.files, report.identical, report.problems) == (1, 1, [])


def test_a_broken_header_is_told_with_its_line_and_the_file_still_counts_as_identical(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\ntags: [a\n---\n")
    report = Report()
    Checker().check_file(path, report)
    assert (report.identical, [(p.code, p.line) for p in report.problems]) == (1, [("broken-header", 3)])


def test_a_file_that_is_no_text_is_a_problem_and_not_identical(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"\0")
    report = Report()
    Checker().check_file(path, report)
    assert (report.files, report.identical, report.problems[0].code) == (1, 0, "unreadable-file")


def test_the_proof_notices_a_post_that_would_be_written_differently():
    post = Post.from_bytes(b"a")
    post.apply(Edit(0, 0, "b"))
    assert not is_lossless(post, b"a")


def test_the_formats():
    problem = Problem("a,b.md", 3, 2, "broken-header", Severity.ERROR, "50 % wrong\nhere")
    report = Report(2, 1, [problem])
    assert json.loads(as_json(report)) == {
        "files": 2,
        "identical": 1,
        "problems": [
            {
                "path": "a,b.md",
                "line": 3,
                "column": 2,
                "code": "broken-header",
                "severity": "error",
                "message": "50 % wrong\nhere",
            }
        ],
    }
    assert as_text(report).startswith("a,b.md:3:2: error: 50 % wrong")
    assert as_github(report) == "::error file=a%2Cb.md,line=3,col=2,title=broken-header::50 %25 wrong%0Ahere"


def test_sample_and_corpus_open_and_save_unchanged(shared, capsys):
    status = main(["check", str(shared / "sample"), str(shared / "corpus"), "--format", "json"])
    result = json.loads(capsys.readouterr().out)
    assert result["files"] == result["identical"] > 1_000
    assert {problem["code"] for problem in result["problems"]} <= {"date-differs-from-name"}
    assert status == (1 if result["problems"] else 0)
