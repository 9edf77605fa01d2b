"""No regular expression takes more than steady time for each character, whatever is repeated in a text.

By default every pattern is tried with all of its pieces, behind nothing and behind the first two parts of a match.
Left out are patterns that are steady as `is_bounded` tells from their trees, and the other beginnings; `--n 1000` tries
all.
"""

import math
import re

import pytest

from tests.fuzz.matcher import Matcher, TooManyError
from tests.fuzz.patterns import all_patterns, is_bounded, pumped

STEEPEST = 1.6
"""Steps that grow with this power of the text's length are too many: 1 is steady, 2 is a text read again for each of
its characters."""
FIRST, LAST = 32, 256
"""How long the texts are; four times as many steps for twice the text show at any length."""
LEAST = 4
"""So often at least a piece is repeated in the shortest text."""
MOST = 150_000
STARTS, ALL_STARTS = 2, 8
"""How many beginnings are tried by default, and with `--n`."""
ENDS = ("", "\x01", "\n\x01")
LINES = ("\n", "\x01\n", "\n\x01\n")
"""Ends for kramdown's blocks: its text always ends with a line end."""
WAYS = {
    **dict.fromkeys(("check.broken_lines._KINDS", "check.liquid._ARGUMENTS", "check.wide_marks._MARKS"), "match"),
    **dict.fromkeys(("header.fences._ZOLA", "header.fences:88", "header.toml_nodes._STRINGS"), "match"),
    **dict.fromkeys(("header.scalar_readers._", "post.conflict_copies._PATTERNS"), "fullmatch"),
    **dict.fromkeys(("export.local_settings._", "post.values._SIXTIES", "post.values._TEXT_FORMS"), "fullmatch"),
    "render.kramdown.syntax.": "match",
    "render.kramdown.lists": "match",
    **dict.fromkeys(("writing.html_text._TAG", "writing.html_text._LOOSE_TAG"), "match"),
}
"""How patterns are tried that reach their users through tables, arguments or kramdown's scanner, where the source does
not show it by their name."""
GUARDED = {
    "blog.links.find._BEFORE": "at most `_AROUND` characters",
    "render.white_space.HTML_TAG_RE": "markdown-it's own, which is tried at a place only",
    "writing.marks._HEADING": "lines up to `MAX_LINE`",
    "writing.marks._INLINE": "lines up to `MAX_LINE`",
    "render.kramdown.tables._CODE_TAG": "up to the last closing tag, which closes all before it",
    "render.templates.expanded._CODE": "up to the last closing tag, which closes all before it",
    "writing.landing._BAR": "up to the last closing tag, which closes all before it",
    "render.kramdown.syntax.FENCED": "kinds of fences that nothing closes are remembered",
}
"""Patterns that alone would be slow; what their users do about it. `test_growth.py` tries those."""
PATTERNS = [one for one in all_patterns() if one.names[0].removeprefix("editor.") not in GUARDED]


def steps(matcher, text, way):
    try:
        matcher.run(text, way, MOST)
    except TooManyError:
        return MOST
    return max(1, matcher.steps)


def growth(matcher, start, piece, end, way):
    """Return the power of the length that the steps grow with, at the longest texts that were needed to tell."""
    length, before = FIRST, 0
    power = 0.0
    while length <= LAST:
        times = max(length // len(piece), LEAST * length // FIRST)
        now = steps(matcher, start + piece * times + end, way)
        if now >= MOST:
            return math.inf
        power = math.log2(now / before) if before else 0.0
        if before and power < STEEPEST - 0.2:
            return power
        length, before = length * 2, now
    return power


def name_of(used):
    return used.names[0].removeprefix("editor.")


@pytest.mark.parametrize("used", PATTERNS, ids=name_of)
def test_a_pattern_is_steady(used, cases):
    starts = min(cases(STARTS), ALL_STARTS)
    matcher = Matcher(used.pattern, shrink=True)
    slow = []
    known = {way for name, way in WAYS.items() if name_of(used).startswith(name)}
    for way in sorted(known or used.ways):
        if starts < ALL_STARTS and is_bounded(used.pattern, way):
            continue
        for start, piece in pumped(used.pattern, starts=starts):
            for end in LINES if name_of(used).startswith("render.kramdown.") else ENDS:
                if (power := growth(matcher, start, piece, end, way)) >= STEEPEST:
                    slow.append(f"{way} {start!r} + {piece!r} × n + {end!r}: n^{power:.1f}")
                    break
            if len(slow) >= 3:
                break
    assert not slow, f"{used.names}\n{used.pattern.pattern}\n" + "\n".join(slow)


@pytest.mark.parametrize("used", PATTERNS, ids=name_of)
def test_the_matcher_finds_what_re_finds(used):
    matcher = Matcher(used.pattern)
    tries = {
        "match": lambda text: [found.span()] if (found := used.pattern.match(text)) else [],
        "fullmatch": lambda text: [found.span()] if (found := used.pattern.fullmatch(text)) else [],
        "search": lambda text: [found.span() for found in used.pattern.finditer(text)],
    }
    for start, piece in pumped(used.pattern, most=6, starts=1):
        for end in ENDS[:2]:
            text = start + piece * 3 + end
            for way, wanted in tries.items():
                assert matcher.run(text, way) == wanted(text), (way, text, used.pattern.pattern)


def test_the_patterns_are_found_and_slow_ones_told():
    names = {name.removeprefix("editor.") for one in all_patterns() for name in one.names}
    assert len(names) > 600
    assert names >= set(GUARDED)
    slow = re.compile(r"(?:a+)+b")
    assert growth(Matcher(slow), "", "a", "", "match") >= STEEPEST
    assert growth(Matcher(re.compile(r"<!--.*?-->", re.DOTALL)), "", "<!--", "", "search") >= STEEPEST
    assert growth(Matcher(re.compile(r"<[^<>]*>")), "", "<a ", "", "search") < STEEPEST
