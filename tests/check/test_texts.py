"""The checks of a post's text: each finds what it is for, says where, and lets alone what only looks like it."""

import pytest

from editor.check.post_checks import Checker
from editor.header import Rules
from editor.post.post import Post
from editor.text.edit import apply

HEAD = "---\ntitle: x\n---\n\n"


def problems(body):
    post = Post.from_bytes((HEAD + body).encode(), Rules())
    return post, [one for one in Checker().check_text(post, None) if one.code != "missing-picture"]


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("text\n\n```py\ncode\n", "unclosed-fence", 7, 1),
        ("~~~~\ncode\n~~~\n", "unclosed-fence", 5, 1),
        ("```\na\n```\n\n```", "unclosed-fence", 9, 1),
        ("## a\n\n#### b\n", "skipped-heading", 7, 1),
        ("# a\n\n### b\n\n#### c\n", "skipped-heading", 7, 1),
        ("a TODO: write more", "note-to-yourself", 5, 3),
        ("数字は要確認。", "note-to-yourself", 5, 4),
        ("![](a.png)", "picture-without-words", 5, 1),
        ("x <img src='a.png'>", "picture-without-words", 5, 3),
        ("![a](http://ex.org/a.png)", "unsafe-picture", 5, 6),
        ("key ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8", "secret", 5, 5),
        ("```\nAKIA1Q2W3E4R5T6Y7U8I\n```", "secret", 6, 1),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA", "secret", 5, 1),
        ("a 【12†source】 b", "pasted-remains", 5, 3),
        ("<p class=MsoNormal>x</p>", "pasted-remains", 5, 4),
        ("![a](file:///home/me/a.png)", "pasted-remains", 5, 6),
        ("[a](https://ex.org/?utm_source=x&b=1#c)", "tracking-address", 5, 5),
        ("[a](github.com/x/y)", "address-without-scheme", 5, 5),
        ("[a]: www.example.org/x", "address-without-scheme", 5, 6),
        ("see [a](https://ex.org/x", "unclosed-bracket", 5, 5),
    ],
)
def test_each_is_found_at_its_place(body, code, line, column):
    _, found = problems(body)
    assert (code, line, column) in [(one.code, one.line, one.column) for one in found]
    assert [one.code for one in found] == [code]


@pytest.mark.parametrize(
    "body",
    [
        "```\ncode\n```\n",
        "> ```\n> code\n> ```\n",
        "~~~~\n```\n~~~~\n",
        "```md\n    ```r\n    x\n    ```\n```\n",
        "2.  ```js\n    x\n    ```\n",
        "1. a\n   - b\n\n     ```\n     x\n     ```\n",
        "## a\n\n### b\n\n## c\n\n### d\n",
        "### a\n",
        "[a]({{ site.x\n}}/b)",
        "`[a](b` [x](y)",
        "TODOS and todo lists, MYTODO_LIST",
        "`TODO: in code`",
        "```\n# TODO: in code\n```",
        "![words](a.png) <img alt='' src='a.png'>",
        "[a](http://ex.org/)",
        "ghp_short AKIAIOSFODNN7EXAMPLE sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
        "[a](https://ex.org/?b=1&c=2)",
        "[a](github) [b](/github.com/) [c](https://github.com/x)",
        "",
    ],
)
def test_what_only_looks_like_it(body):
    assert problems(body)[1] == []


@pytest.mark.parametrize(
    ("body", "label", "mended"),
    [
        ("![a](http://ex.org/a.png)", "Make it https", "![a](https://ex.org/a.png)"),
        ("[a](github.com/x)", "Add https://", "[a](https://github.com/x)"),
        ("[a](https://ex.org/?utm_source=x&b=1#c)", "Shorten it", "[a](https://ex.org/?b=1#c)"),
        ("[a](https://ex.org/p?b=1&utm_source=x&utm_medium=y)", "Shorten it", "[a](https://ex.org/p?b=1)"),
        ("[a](https://ex.org/p?utm_source=x)", "Shorten it", "[a](https://ex.org/p)"),
        ("[a](https://ex.org/p?utm_source=x&b=1&utm_medium=y&c=2)", "Shorten it", "[a](https://ex.org/p?b=1&c=2)"),
    ],
)
def test_a_button_mends_it(body, label, mended):
    post, (problem,) = problems(body)
    assert problem.fix.label == label
    assert apply(post.text, problem.fix.make()) == HEAD + mended


def test_front_matter_is_no_text():
    post = Post.from_bytes(b"---\ntitle: 'TODO: x'\nimage: http://ex.org/a.png\n---\nx\n", Rules())
    assert Checker().check_text(post, None) == []
