"""Find and replace: what is found, what becomes of it, and that no pattern holds the writer up."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.edit import apply_all
from editor.writing.search import Query, SearchError, find, replace_all
from tests.conftest import ENDS


def found(text, needle, **options):
    return [text[match.start : match.end] for match in find(text, Query(needle, **options))]


@pytest.mark.parametrize(
    ("text", "needle", "options", "wanted"),
    [
        ("AI ai Ａｉ", "ai", {}, ["AI", "ai"]),
        ("AI ai", "ai", {"case": True}, ["ai"]),
        ("AI ＡＩ ai ａｉ", "ai", {"width": True}, ["AI", "ＡＩ", "ai", "ａｉ"]),
        ("AI ＡＩ", "ＡＩ", {"width": True}, ["AI", "ＡＩ"]),
        ("ガス ｶﾞｽ カス", "ガス", {"width": True}, ["ガス", "ｶﾞｽ"]),
        ("ポート ﾎﾟｰﾄ", "ポート", {"width": True}, ["ポート", "ﾎﾟｰﾄ"]),
        ("a　b a b", "a b", {"width": True}, ["a　b", "a b"]),
        ("cat category", "cat", {"word": True}, ["cat"]),
        ("a.b axb", "a.b", {}, ["a.b"]),
        ("a1 b22", r"[a-z](\d+)", {"pattern": True}, ["a1", "b22"]),
        ("one\ntwo", "^t", {"pattern": True}, ["t"]),
        ("aaa", "aa", {}, ["aa"]),
        ("x", "", {}, []),
    ],
)
def test_found(text, needle, options, wanted):
    assert found(text, needle, **options) == wanted


def replaced(text, needle, new, **options):
    edits = replace_all(text, find(text, Query(needle, **options), new))
    return apply_all(text, edits)


@pytest.mark.parametrize(
    ("text", "needle", "new", "options", "wanted"),
    [
        ("a b a", "a", "x", {}, "x b x"),
        ("2025-11-02", r"(\d+)-(\d+)-(\d+)", r"\3.\2.\1", {"pattern": True}, "02.11.2025"),
        (r"a\1", "a", r"\1", {}, r"\1\1"),
        ("none", "x", "y", {}, "none"),
        ("ab", "(?=b)", "-", {"pattern": True}, "a-b"),
    ],
)
def test_replaced(text, needle, new, options, wanted):
    assert replaced(text, needle, new, **options) == wanted


@pytest.mark.parametrize(("needle", "new"), [("(", ""), ("a", r"\2"), ("[", ""), ("(?P<x", "")])
def test_a_pattern_that_is_none_is_said_so(needle, new):
    with pytest.raises(SearchError):
        find("aaa", Query(needle, pattern=True), new)


def test_no_pattern_takes_long():
    started = time.perf_counter()
    with pytest.raises(SearchError, match="too long"):
        find("a" * 60 + "!" + "a" * 200_000, Query(r"(a|aa)+$", pattern=True))
    assert time.perf_counter() - started < ENDS


@given(
    st.text("aAＡbガｶﾞ ()*\\", max_size=30),
    st.text("aAＡbガｶﾞ ()*\\", min_size=1, max_size=3),
    st.text("xy\\1", max_size=3),
)
def test_plain_replacing_is_what_python_does(text, needle, new):
    assert replaced(text, needle, new, case=True) == text.replace(needle, new)
