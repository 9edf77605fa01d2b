"""The table `tests/cases/liquid.tsv`: texts at which Jekyll 4.3.1 with Liquid 5.4 stops, and texts that it builds."""

import pytest

from editor.check.post_checks import Checker, Report
from editor.header import Generator, Rules
from editor.post.post import Post
from tests.conftest import ROOT

ROWS = [line.split("\t") for line in (ROOT / "tests/cases/liquid.tsv").read_text("utf-8").splitlines()]
HEAD = "---\ntitle: x\n---\n"


def faults(body, head=HEAD, generator=Generator.JEKYLL):
    post = Post.from_bytes((head + body).encode(), Rules(generator))
    return [one for one in Checker().check_text(post, None) if one.code == "liquid-syntax"]


@pytest.mark.parametrize(("outcome", "text"), ROWS)
def test_row(outcome, text):
    body = "\\".join(part.replace("\\n", "\n") for part in text.split("\\\\")) + "\n"
    assert ["stops" if faults(body) else "fine"] == [outcome]


@pytest.mark.parametrize("block", ["if a", "for a in b", "unless a", "case a", "capture a", "raw", "comment"])
def test_the_tag_that_is_open_is_named_at_its_line(block):
    name = block.split()[0]
    (fault,) = faults(f"words\n\n`{{% {block} %}}`\n\nmore\n")
    assert (fault.line, fault.column, fault.severity) == (6, 2, "error")
    assert f"{{% {block} %}}" in fault.message
    assert f"{{% end{name} %}}" in fault.message


def test_what_jekyll_does_not_run_is_let_alone():
    assert faults("{% if a %}", "---\ntitle: x\nrender_with_liquid: false\n---\n") == []
    assert faults("{% if a %}", generator=Generator.HUGO) == []
    assert faults("no braces, 100%} of {them\n") == []


def test_a_hidden_post_is_only_warned_about():
    (fault,) = faults("{% if a %}", "---\ntitle: x\npublished: false\n---\n")
    assert fault.severity == "warning"


@pytest.mark.parametrize(
    ("path", "text", "stops"),
    [
        ("_posts/2026-01-02-a.md", HEAD, True),
        ("_posts/2026-01-02-a.md", "", True),
        ("about.md", HEAD, True),
        ("README.md", "", False),
        ("_notes/a.md", HEAD, False),
        ("_recipes/a.md", HEAD, True),
    ],
)
def test_the_plain_check_tells_it_of_files_that_jekyll_renders(tmp_path, path, text, stops):
    (tmp_path / "_config.yml").write_text("title: x\ncollections:\n  recipes:\n    output: true\n")
    post = tmp_path / path
    post.parent.mkdir(exist_ok=True)
    post.write_text(text + "{% for a in b %}\n")
    report = Report()
    Checker().check_file(post, report)
    assert ("liquid-syntax" in [one.code for one in report.problems]) is stops
