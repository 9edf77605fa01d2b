"""The table of checks names each code that is given, with its gravest severity, and no other."""

import ast

from editor.check.catalogue import CATALOGUE
from editor.cli import main
from tests.conftest import ROOT


def given():
    """Every code that the checks' sources give to a problem."""
    found = set()
    for path in (ROOT / "editor" / "check").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in ("problem", "problem_at", "Problem"):
                found |= {one.value for one in node.args if isinstance(one, ast.Constant) and "-" in str(one.value)}
    return found | {"secret"}


def test_each_code_is_a_row_and_each_row_a_code():
    codes = [row.code for row in CATALOGUE]
    assert len(codes) == len(set(codes))
    assert set(codes) == given()


def test_rows_say_why_and_where_that_is_said():
    assert all(row.what and row.why and row.source for row in CATALOGUE)


def test_the_table_is_printed(capsys):
    assert main(["check", "--codes"]) == 0
    printed = capsys.readouterr().out
    assert "date-ahead" in printed
    assert "measured with Jekyll 4.3.1" in printed
