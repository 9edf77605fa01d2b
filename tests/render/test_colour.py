"""Code in colours: whatever the lexer does, the text of the output is the code."""

import re
from html import unescape

import pytest
from pygments.lexers import get_all_lexers

from editor.header import Generator, read_header
from editor.render import colour
from editor.render.colour import coloured, line_colours
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.render.templates.expander import Expander

LEXERS = sorted({names[0] for _, names, _, _ in get_all_lexers(plugins=False) if names})
SESSIONS = [
    "console",
    "psql",
    "rbcon",
    "iex",
    "erl",
    "doscon",
    "sqlite3",
    "pycon",
    "rconsole",
    "pwsh-session",
    "gap-console",
]
TEXTS = [
    "$ ls",
    "x = 1\ny",
    "x = 1\n",
    ">>> 1\n1\n>>> x\n\n\n",
    "\n\n$ x\n",
    "\n",
    "",
    "   ",
    "　全角\u00a0\n　",
    "\tif x:\n\t\ty  \n",
    "$ a\r\nb\r\n",
    "a\rb\r",
    "a\0b",
    "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg",
    "\ufeffx",
    "<b a=\"1\">&amp;</b> 'q'",
    "*** Settings ***\nx    y\n",
]


def text_of(html):
    return unescape(re.sub(r"<[^>]*>", "", html))


def inside_pre(html):
    return text_of(re.search(r"<pre[^>]*>(.*)</pre>", html, re.DOTALL)[1])


@pytest.mark.parametrize("language", LEXERS)
def test_text_of_coloured_code_is_the_code(language):
    for code in TEXTS:
        html = coloured(code, language)
        if html is not None:
            assert text_of(html).replace("\0", "") == code.replace("\0", ""), (language, code)
            assert html.count("\0") == code.count("\0")
        for line, pieces in zip(code.split("\n"), line_colours(code, language), strict=False):
            assert all(0 <= start < end <= len(line) for start, end, _ in pieces)


@pytest.mark.parametrize("language", SESSIONS)
def test_sessions_are_coloured(language):
    prompts = {
        "pycon": ">>> 1",
        "psql": "a=# select 1;",
        "rbcon": "irb(main):001:0> 1",
        "iex": "iex(1)> 1",
        "erl": "1> a.",
    }
    code = prompts.get(language, "$ ls")
    assert coloured(code, language) is not None
    assert inside_pre(f"<pre>{coloured(code, language)}</pre>") == code


def test_last_line_of_a_session_has_its_colours_in_the_pane():
    assert line_colours("$ ls\n$ cd /", "console")[1]


def test_lexer_that_fails_leaves_the_code_plain(monkeypatch):
    class Broken:
        def get_tokens(self, text):
            raise RecursionError(text)

    monkeypatch.setattr(colour, "_lexer", lambda language: Broken())
    assert coloured("x", "python") is None
    assert line_colours("x unlike others", "python") == [[]]


@pytest.mark.parametrize("generator", [one for one in Generator if one is not Generator.PELICAN])
@pytest.mark.parametrize("language", SESSIONS)
def test_fence_of_one_line_is_there_in_each_flavour(generator, language):
    (html,) = make_flavour(generator, {}).blocks(f"```{language}\n$ ls\n```\n")
    assert inside_pre(html) == "$ ls\n"


@pytest.mark.parametrize(
    ("generator", "body"),
    [
        (Generator.JEKYLL, "{% highlight console %}\n$ ls\n{% endhighlight %}\n"),
        (Generator.HUGO, "{{< highlight console >}}\n$ ls\n{{< /highlight >}}\n"),
        (Generator.HEXO, "{% codeblock lang:console %}\n$ ls\n{% endcodeblock %}\n"),
    ],
)
def test_tag_of_one_line_is_there(generator, body):
    site = Site(generator)
    expanded = Expander(site).expand(body, read_header(""))
    (html,) = expanded.marks.restore_all(make_flavour(generator, {}).blocks(expanded.text))
    assert inside_pre(html).strip("\n") == "$ ls"
