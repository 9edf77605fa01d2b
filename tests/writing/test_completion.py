"""What is being named at the caret, which names fit, and what is written. `|` is the caret."""

import pytest

from editor.text.edit import apply
from editor.writing.completion import Candidate, Wanted, chosen, fitting, footnotes, is_whole, languages, request


def asked(marked):
    """The kind of name and what is typed of it."""
    at = marked.index("|")
    found = request(marked.replace("|", "", 1), at)
    return None if found is None else (found.wanted.value, found.typed)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("see [](|)", ("post", "")),
        ("see [](海|", ("post", "海")),
        ("see [the map](a small|)", ("post", "a small")),
        ("[x]({% post_url 2026|%})", ("post", "2026")),
        ("[x]({{ site.baseurl }}{% post_url 2026|%})", ("post", "2026")),
        ("[x](https://exa|)", None),
        ("[x](//exa|)", None),
        ("![](|)", ("picture", "")),
        ("![a cat](ca|", ("picture", "ca")),
        ("[x](#ab|)", ("heading", "ab")),
        ("text[^|]", ("footnote", "")),
        ("海[^no|", ("footnote", "no")),
        ("[^1] and [|", None),
        ("うれしい:smi|", ("emoji", "smi")),
        ("at 10:30|", None),
        ("http:ab|", None),
        ("a :x|", None),
        ("see: ab|", None),
        ("```py|", ("language", "py")),
        ("- ```py|", ("language", "py")),
        ("```py| more", None),
        ("`[](|)`", None),
        ("`a` [](|)", ("post", "")),
        ("plain |text", None),
        ("[a](b) and (|", None),
    ],
)
def test_what_is_named(marked, wanted):
    assert asked(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "candidate", "after"),
    [
        ("see [](|)", Candidate("朝の散歩", "/a.html"), "see [朝の散歩](/a.html)|"),
        ("see [](asa|", Candidate("a [b]", "/a.html"), r"see [a \[b\]](/a.html)|"),
        ("see [](as| now", Candidate("x", "/a.html"), "see [x](/a.html)| now"),
        ("see [there](as|) now", Candidate("x", "/a.html"), "see [there](/a.html)| now"),
        ("[x](a|/old.html)", Candidate("x", "/new"), "[x](/new)|"),
        ('[x](a| "title")', Candidate("x", "/new"), '[x](/new |"title")'),
        ("[x]({% post_url 20|26-old %})", Candidate("x", "{% post_url n %}"), "[x]({% post_url n %})|"),
        ("![](|)", Candidate("cat.png", "/i/cat.png"), "![|](/i/cat.png)"),
        ("![a cat](|", Candidate("cat.png", "/i/cat.png"), "![a cat](/i/cat.png)|"),
        ("[](#|)", Candidate("A heading", "#a-heading"), "[A heading](#a-heading)|"),
        ("x[^n|] y", Candidate("note", "note"), "x[^note]| y"),
        ("x[^n|", Candidate("note", "note"), "x[^note]|"),
        ("海:smi| x", Candidate("smile", "😄"), "海😄| x"),
        ("```py|", Candidate("python", "python"), "```python|"),
    ],
)
def test_what_is_written(marked, candidate, after):
    line, at = marked.replace("|", "", 1), marked.index("|")
    change = chosen(line, request(line, at), candidate)
    new = apply(line, change.edit)
    assert f"{new[: change.start]}|{new[change.start :]}" == after


def labels(found):
    return [one.label for one in found]


def test_the_beginning_counts_most_then_the_order_of_the_names():
    names = [Candidate("A small map", "1"), Candidate("Maps of the sea", "2"), Candidate("Other", "3", other="map.md")]
    assert labels(fitting(names, "map")) == ["Maps of the sea", "A small map", "Other"]
    assert labels(fitting(names, "")) == ["A small map", "Maps of the sea", "Other"]
    assert labels(fitting(names, "sea map")) == ["Maps of the sea"]
    assert labels(fitting(names, "xyz")) == []


def test_neither_case_nor_width_counts():
    assert labels(fitting([Candidate("ＡＩの海", "1"), Candidate("ｶﾒﾗ", "2")], "ai")) == ["ＡＩの海"]
    assert labels(fitting([Candidate("ｶﾒﾗ", "2")], "カメ")) == ["ｶﾒﾗ"]


def test_a_language_that_is_typed_whole_leaves_enter_alone():
    found = request("```c", 4)
    fit = fitting(languages(["c"], {"c", "cpp", "csharp"}), found.typed)
    assert is_whole(found, fit)
    assert found.wanted is Wanted.LANGUAGE
    assert not is_whole(request("```py", 5), fitting(languages([], {"python"}), "py"))


def test_languages_of_the_post_come_first():
    assert labels(languages(["nim", ""], {"zig"}))[:2] == ["nim", "bash"]


def test_footnotes_of_a_text():
    found = footnotes("a[^1] b[^long]\n\n[^1]: One.\n[^long]: 海の注\n")
    assert [(one.label, one.detail) for one in found] == [("1", "One."), ("long", "海の注")]
