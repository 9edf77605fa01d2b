"""Sections change places, and nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import apply
from editor.writing.sections import move_section, put_before

TEXT = "intro\n\n# A\n\na\n\n## A1\n\na1\n\n## A2\n\na2\n\n# B\n\nb"


def moved(text, at, *, down):
    change = move_section(text, at, down=down)
    if change is None:
        return None
    new = apply(text, change.edit)
    return new, new[change.start :].split("\n")[0]


def test_a_section_goes_with_all_below_it():
    new, line = moved(TEXT, TEXT.index("# A"), down=True)
    assert new == "intro\n\n# B\n\nb\n\n# A\n\na\n\n## A1\n\na1\n\n## A2\n\na2"
    assert line == "# A"


def test_it_goes_up_and_the_caret_with_it():
    new, line = moved(TEXT, TEXT.index("a2"), down=False)
    assert new == "intro\n\n# A\n\na\n\n## A2\n\na2\n\n## A1\n\na1\n\n# B\n\nb"
    assert line == "a2"


@pytest.mark.parametrize(
    ("word", "down"), [("intro", True), ("# A", False), ("A2", True), ("A1", False), ("# B", True)]
)
def test_the_outer_ones_stay(word, down):
    assert move_section(TEXT, TEXT.index(word), down=down) is None


def test_headings_in_code_are_none():
    text = "# A\n\n```\n# no\n```\n\n# B\n"
    assert moved(text, 0, down=True)[0] == "# B\n\n# A\n\n```\n# no\n```\n"


@pytest.mark.parametrize(
    ("heading", "other", "after"),
    [
        (3, 0, "intro\n\n# B\n\nb\n\n# A\n\na\n\n## A1\n\na1\n\n## A2\n\na2"),
        (0, None, "intro\n\n# B\n\nb\n\n# A\n\na\n\n## A1\n\na1\n\n## A2\n\na2"),
        (2, 1, "intro\n\n# A\n\na\n\n## A2\n\na2\n\n## A1\n\na1\n\n# B\n\nb"),
        (1, None, "intro\n\n# A\n\na\n\n## A2\n\na2\n\n# B\n\nb\n\n## A1\n\na1"),
        (1, 0, "intro\n\n## A1\n\na1\n\n# A\n\na\n\n## A2\n\na2\n\n# B\n\nb"),
        (0, 1, None),
        (0, 3, None),
        (1, 1, None),
        (3, None, None),
    ],
)
def test_a_section_is_put_before_another(heading, other, after):
    change = put_before(TEXT, heading, other)
    assert (None if change is None else apply(TEXT, change.edit)) == after
    if change is not None:
        assert apply(TEXT, change.edit)[change.start :].startswith("#")


@given(st.lists(st.sampled_from(["# A", "## B", "text", "", "```", "海"]), max_size=12), st.data(), st.booleans())
def test_lines_are_kept(lines, data, down):
    text = "\n".join(lines)
    at = data.draw(st.integers(0, len(text)))
    change = move_section(text, at, down=down)
    if change is not None:
        new = apply(text, change.edit)
        assert sorted(filter(None, new.split("\n"))) == sorted(filter(None, lines))
        assert len(new) == len(text)
        assert 0 <= change.start <= len(new)
