"""The cases of `tests/cases/set`, each through the command line's own words."""

import pytest

from editor.cli import main
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests" / "cases" / "set").glob("*.case"))


def sections(path):
    parts, name = {}, ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            name = line.removeprefix("=== ")
            parts[name] = []
        else:
            parts[name].append(line.replace("␠", " "))
    # the line end before the next section belongs to the section's mark, the file's last one to the file
    return {key: "\n".join(lines[:-1] if key == last else lines) for last in [name] for key, lines in parts.items()}


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
        assert (status, said) == (0, "")
        assert post.read_bytes().decode() == parts["after"].replace("\n", line_end)


def test_there_are_cases():
    assert len(CASES) > 50
