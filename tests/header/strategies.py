"""Front matter as people write it, at random: hypothesis strategies for each format, with the data it holds."""

import random
import string

from hypothesis import strategies as st

_OTHER_TYPES = {"y", "n", "no", "on", "yes", "off", "true", "null", "false"}
"""No texts without quotes to YAML 1.1, which reads some of these headers for the tests."""


def _words(count):
    """Return words and pairs of words. One choice among them costs a tenth of drawing letters."""
    dice = random.Random(1)
    for _ in range(count):
        word = "".join(dice.choices(f"{string.ascii_lowercase}日本", k=dice.randint(1, 6)))
        more = "".join(dice.choices(string.ascii_lowercase, k=dice.randint(1, 4)))
        if word not in _OTHER_TYPES:
            yield f"{word} {more}" if dice.random() < 0.3 else word


WORDS = st.sampled_from(sorted(set(_words(2_000))))
NASTY = st.one_of(
    st.sampled_from(
        ["no", "y", "1.10", "012", "2026-01-02", "12:30", "a: b", "# x", "- x", "@me", "~", "", "'", '"', "\\"]
    ),
    st.text(alphabet="abc 日本🎉:#-'\",[]{}&*!?|>%@`\\\tyn01.", max_size=10),
)
KEYS = ["title", "tags", "date", "mine", "yours", "x-1", "図"]


def comment(draw):
    return draw(st.sampled_from(["", "", "  # note"]))


@st.composite
def yaml_value(draw, depth=0):
    """A value with its indentation below a key that stands at `depth` times two spaces."""
    pad = "  " * (depth + 1)
    word, other = draw(WORDS), draw(WORDS)
    kinds = [
        "plain",
        "single",
        "double",
        "literal",
        "folded",
        "flow",
        "block",
        "empty",
        "bool",
        "number",
        "date",
        "lines",
    ]
    kind = draw(st.sampled_from([*kinds, "map", "flow map", "maps"] if depth < 2 else kinds))
    items = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    note = comment(draw)
    match kind:
        case "plain":
            return f" {word}{note}"
        case "single":
            return f" '{word}''s'{note}"
        case "double":
            return f' "{word}: \\"{other}\\" \\u3042"{note}'
        case "lines":
            return f" {word}\n{pad}{other}"
        case "literal":
            return f" |\n{pad}{word}\n\n{pad}{other}"
        case "folded":
            return f" >-\n{pad}{word}\n{pad}{other}"
        case "flow":
            return f" [{', '.join(items)}]{note}"
        case "block":
            margin = draw(st.sampled_from([pad, "  " * depth]))
            return "".join(f"\n{margin}- {item}{note}" for item in items)
        case "empty":
            return note
        case "bool":
            return " " + draw(st.sampled_from(["true", "no", "On", "FALSE"])) + note
        case "number":
            return " " + draw(st.sampled_from(["1", "1.10", "-3", "0x1F", "1_000"])) + note
        case "date":
            return " " + draw(st.sampled_from(["2026-01-02", "2026-01-02 10:00:00 +0900", "'2026-01-02'"])) + note
        case "map":
            return f"\n{pad}sub:{draw(yaml_value(depth + 1))}\n{pad}more:{draw(yaml_value(depth + 1))}"
        case "flow map":
            return f" {{a: {word}, b: [1, 2]}}{note}"
        case _:
            return f"\n{pad}- name: {word}\n{pad}  url: {other}\n{pad}- name: {other}"


@st.composite
def yaml_lines(draw):
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True))
    rows = []
    for key in keys:
        rows.append(draw(st.sampled_from(["", "", "# about the next\n", "\n", "# old: 1\n"])))
        rows.append(f"{key}:{draw(yaml_value())}\n")
    return "".join(rows)


@st.composite
def toml_value(draw):
    word = draw(WORDS)
    items = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    return draw(
        st.sampled_from(
            [
                f'"{word}"',
                f"'{word}'",
                f'"{word} \\u3042 \\"q\\""',
                f'"""\n{word}\nb"""',
                "[" + ", ".join(f'"{item}"' for item in items) + "]",
                "[\n" + "".join(f"  '{item}', # n\n" for item in items) + "]",
                "true",
                "1_000",
                "1.10",
                "2026-01-02T10:00:00+09:00",
                "2026-01-02",
                f'{{ a = "{word}", b = [1] }}',
                "[[1, 2], [3]]",
            ]
        )
    )


@st.composite
def toml_lines(draw):
    keys = draw(st.lists(st.sampled_from(["title", "tags", "date", "mine", "x-1", '"図"']), min_size=1, unique=True))
    rows = []
    for key in keys:
        rows.append(draw(st.sampled_from(["", "", "# note\n", "\n"])))
        equals = draw(st.sampled_from([" = ", "=", "  =  "]))
        rows.append(f"{key}{equals}{draw(toml_value())}{comment(draw)}\n")
    if draw(st.booleans()):
        rows.append(f"\n[extra]\nteam = {draw(toml_value())}\n")
    if draw(st.booleans()):
        rows.append(f"[extra.deep]\nx = {draw(toml_value())}\n[[images]]\nsrc = 'a'\n[[images]]\nsrc = 'b'\n")
    return "".join(rows)


@st.composite
def json_value(draw):
    word = draw(WORDS)
    return draw(
        st.sampled_from(
            [
                f'"{word}"',
                f'"{word} \\u3042 \\"q\\""',
                '["a", "b"]',
                '[\n    "a"\n  ]',
                "true",
                "1.10",
                "null",
                '{"a": {"b": 1}}',
                "[]",
            ]
        )
    )


@st.composite
def json_pairs(draw):
    keys = draw(st.lists(st.sampled_from(["title", "tags", "mine", "図"]), min_size=1, unique=True))
    return ",\n".join(f'  "{key}": {draw(json_value())}' for key in keys) + "\n"


@st.composite
def pelican_lines(draw):
    keys = draw(st.lists(st.sampled_from(["Slug", "Tags", "Authors", "Summary", "Status"]), unique=True))
    rows = ["Title: x\n", "Date: 2026-01-02\n"]
    for key in keys:
        words = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
        if key in ("Tags", "Authors"):
            rows.append(f"{key}: {draw(st.sampled_from([', ', ',', '; '])).join(words)}\n")
        elif key == "Summary":
            rows.append(f"{key}: {words[0]}\n    {words[-1]}\n")
        else:
            rows.append(f"{key}:{draw(st.sampled_from([' ', '  ']))}{words[0]}\n")
    return "".join(rows)
