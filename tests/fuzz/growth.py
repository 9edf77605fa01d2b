"""How processor time grows with a text that repeats a piece, judged so that a busy or slow machine changes nothing."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from typing import Final

STEEPEST: Final = 1.6
"""Time that grows with this power of the text's length is too much: 1 is steady, 2 is the whole text for each piece."""
_FLAT: Final = 1.2
"""Below this power at the second longest text the longest one is not tried."""
_FACTOR: Final = 3
_SHORTEST_S: Final = 0.004
"""Times below say nothing about growth: the clock and the caches weigh more."""

PIECES: Final = (
    "[", "]", "![", "](", "[a](", "[a][", "[a]: ", "<a ", "<a href='", '<img src="', "<img src='", "<div>", "</div>", "<b>",
    "<", ">", "<!--", "-->", "<!-", "<?", "<![CDATA[", "<!A ", "{{", "}}", "{%", "%}", "{% raw %}", "{% endraw %}", "{% if a %}",
    "{% post_url ", "{% include ", "{% highlight x %}", "{{ a | b ", "{{<", "{{%", "{{< a >}}", "{{< highlight >}}", "{#", "{:",
    "{::", "{: .a", "{::a}", "{:a: ", "{", "}", "`", "``a", "`a", "```\n", "~~~", "~~", "~~a", "*", "**", "**a", "*a ", "a*", "_", "__a",
    "_a_", "***a", "- ", "- - ", "-", "---", "---\n", "+++\n", "> ", ">", "1. ", "1) ", "* a\n", "+ ", "|", "a|", "|-", "|a\n", "|---|\n",
    "[^", "[^1]", "[^1]:", "[^1]: a\n\n", ":::", ":a", ":a: ", "$", "$$", "$a", "$$a", "\\", "\\(", "\\[", "\\\\", "&", "&a", "&#", "&#x1",
    '"', "'", '"a', "'a ", "\"'", "(", ")", "(((", "^", "^a", "=", "==", "==a", "# ", "#", "a\n===\n", "\n", " ", "\t", "a ", "a\n\n", "    a\n",
    " \n", "\n    ", "a", "a.", "a@", "a@a.", "http://", "https://a.b ", "www.a.", "www.", "ftp://", "*[a]: ", "*[a", ": a\n", "\n:",
    "!!! a\n", "[[", "[[a", "]]", "+", "++", "--", "...", "<<", ">>", "<a@", "<http:", "<details>\n", "<script>", "<style>", "</", "</a",
    "<pre>", "<table>", "<td>", "<svg>", "? ", "? a\n", "&a ", "*a\n", "!!", "!a ", "a: ", "a: b\n", "a: &a ", "{a: ", "- a: ", "[[a.",
    "[a.", "a.", "a = ", '"""', "'''", "a = [", "[[a]]\n", '{"a":', '"a":', "\\u", '\\"', "|\n", ">-\n", "\u3000", "。", "日本", "（",
    "「", "］（", "＃ ", "＊", "\u00a0", "\u200b", "é", "\ufdd0", "\ufdd1", "\ufdde", "%EF%B7%90", "TODO", "import a\n", "export ", "<A ", "<A>",
    "<A.", "=>", "//", "/*", "*/", "src=", "style=", "style='color:", "font-weight:", "@import '", "url(", "/a", "?a=", "#a", ";", ",", "%", "%a",
    "begin{", "\\begin{a}", "\\frac{", "{a}", "_{", "^{", "\\left(", "<ul><li>", "<a href=x>", "<p>", "<br>", "x y. ", "x-y", "'x", "x'", "0", "1.",
)  # fmt: skip
"""Pieces of everything that has a meaning somewhere in a post."""


def cost(run: Callable[[str], object], text: str, times: int) -> float:
    """Return the least processor time of some runs, in seconds."""
    best = math.inf
    for _ in range(times):
        started = time.process_time()
        run(text)
        best = min(best, time.process_time() - started)
    return best


def repeated(start: str, piece: str, length: int, end: str = "") -> str:
    """Return a text of about a length that repeats a piece."""
    return start + piece * max(1, length // len(piece)) + end


def steepness(run: Callable[[str], object], text_of: Callable[[int], str], first: int, last: int) -> float:
    """Return the power of the length with which the time grows, as it is at the longest texts; 0 where it is no time.

    A power that looks too high is measured again, more often, and only believed when it stays at longer texts.
    """
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        length, before, power = first, cost(run, text_of(first), 1), 0.0
        confirmed = 0
        while length * _FACTOR <= last:
            length *= _FACTOR
            now = cost(run, text_of(length), 1)
            power = _power(before, now)
            if power >= STEEPEST - 0.1:  # a disturbance, or so
                before = cost(run, text_of(length // _FACTOR), 3)
                now = min(now, cost(run, text_of(length), 2))
                power = _power(before, now)
            if power >= STEEPEST:
                confirmed += 1
                if confirmed == 2:
                    return power
            elif confirmed or (0 < power < _FLAT and length * _FACTOR * _FACTOR > last):
                return power
            before = now
        return power if confirmed else min(power, STEEPEST - 0.01)
    finally:
        if enabled:
            gc.enable()


def _power(before: float, now: float) -> float:
    return math.log(now / max(before, 1e-6), _FACTOR) if now > _SHORTEST_S else 0.0
