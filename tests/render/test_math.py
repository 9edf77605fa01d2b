"""Formulas as posts write them: what MathJax and KaTeX sites use is read, and nothing of TeX is left over."""

import re
from html import unescape

import pytest

from editor.render.math import mathml
from editor.resources import math_font


def letters(tex):
    return unescape(re.sub(r"<[^>]*>", "", mathml(tex, block=True)))


@pytest.mark.parametrize(
    "environment",
    ["aligned", "align", "align*", "split", "flalign", "eqnarray", "alignat*}{2", "alignedat}{2", "array}{rl"],
)
def test_environments_with_columns_are_tables(environment):
    end = environment.partition("}")[0]
    html = mathml(rf"\begin{{{environment}}} a &= b \\ c &= d \end{{{end}}}", block=True)
    assert html.count("<mtr>") == 2
    assert letters(rf"\begin{{{environment}}} a &= b \\ c &= d \end{{{end}}}") == "a=bc=d"


@pytest.mark.parametrize("environment", ["gather", "gathered", "multline", "gather*"])
def test_environments_of_lines_are_tables(environment):
    assert mathml(rf"\begin{{{environment}}} a \\ b \end{{{environment}}}", block=True).count("<mtr>") == 2


@pytest.mark.parametrize(
    ("tex", "wanted"),
    [
        (r"\begin{equation} x \label{a} \end{equation}", "x"),
        (r"x \nonumber", "x"),
        (r"\operatorname*{argmax}_x", "argmaxx"),
        (r"\mathbf{w}^\top \mathbf{\Phi}", "𝐰⊤𝚽"),
        (r"\textbf{w}", "𝐰"),
        (r"\boldsymbol{x1}", "𝒙𝟏"),
        (r"\bold{1}", "𝟏"),
        (r"\text{買った人} < 3", "買った人<3"),
    ],
)
def test_what_is_shown(tex, wanted):
    assert letters(tex) == wanted


@pytest.mark.parametrize("tex", [r"\frac{", "x" * 5000, r"\middle|", r"\begin{array}"])
def test_what_can_not_be_read_stays_as_it_is_written(tex):
    html = mathml(tex, block=False)
    assert html is None or "<math" in html


def test_a_bar_has_no_room_around():
    assert 'lspace="0" rspace="0">&#x0007C;' in mathml("P(z|q)", block=False)


def test_the_font_is_there():
    assert math_font().read_bytes()[:4] in (b"\0\1\0\0", b"OTTO")
