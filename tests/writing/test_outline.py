"""The headings of a text."""

import pytest

from editor.writing.outline import headings


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# 一\n\n## **二** `c` [l](u) ##\n", [(0, 1, "一"), (2, 2, "二 c l")]),
        ("a\n===\nb\n---\n", [(0, 1, "a"), (2, 2, "b")]),
        ("```\n# no\n```\n# yes {#id}", [(3, 1, "yes")]),
        ("#no\n    # no\n- a\n---\n\n---", []),
        ("", []),
    ],
)
def test_headings(text, wanted):
    assert [(heading.line, heading.level, heading.title) for heading in headings(text)] == wanted
