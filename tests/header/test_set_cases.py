"""The cases of `tests/cases/set`, each through the command line's own words."""

import pytest

from editor.cli import main
from tests.cases.reader import sections
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests" / "cases" / "set").glob("*.case"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_case(case, line_end, tmp_path, capsys):
    parts = sections(case)
    post = tmp_path / "post.md"
    before = parts["before"].replace("\n", line_end).encode()
    post.write_bytes(before)
    arguments = [
        word for line in parts["do"].split("\n") for word in (line.split(" ", 1) if line[:2] == "--" else [line])
    ]
    status = main(["set", *arguments, "--", str(post)])
    said = capsys.readouterr().err
    if "refused" in parts:
        assert status == 1
        assert parts["refused"] in said
        assert str(post) in said
        assert post.read_bytes() == before
    else:
        assert status == (1 if "said" in parts else 0)
        assert parts["said"] in said if "said" in parts else not said
        assert post.read_bytes().decode() == parts["after"].replace("\n", line_end)


def test_there_are_cases():
    assert len(CASES) > 50
