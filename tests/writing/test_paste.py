"""What browsers, Google Docs, Word and spreadsheets put on the clipboard, as markdown."""

import pytest

from editor.writing.paste import from_cells, from_html, has_structure


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<p>See <a href="https://e.org/x_y">a link</a>.</p>', "See [a link](https://e.org/x_y)."),
        ("<h2>見出し</h2><p>本文<br>次</p>", "## 見出し\n\n本文  \n次".replace("  \n", "\n")),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n  1. c"),
        ("<pre><code>x = 1\ny</code></pre>", "```\nx = 1\ny\n```"),
        ("<blockquote>q</blockquote>", "> q"),
        ("<p><del>a</del> <code>b*c</code></p>", "~~a~~ `b*c`"),
        (
            (
                '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">これは</span>'
                '<span style="font-weight:700">太字</span><span style="font-style:italic">斜体</span></p></b>'
            ),
            "これは**太字***斜体*",
        ),
        (
            (
                "<html><head><style>p{}</style></head><body><!--StartFragment--><p class=MsoNormal><b>Word</b><o:p></o:p></p>"
                "<!--EndFragment--></body></html>"
            ),
            "**Word**",
        ),
        (
            "<table><tr><td>魚</td><td>値段</td></tr><tr><td>さば</td><td>300</td></tr></table>",
            "| 魚   | 値段 |\n| ---- | ---- |\n| さば | 300  |",
        ),
        ('<a href="javascript:alert(1)">x</a><script>y</script><img src="data:image/png,z"><img src=x onerror=y>', "x"),
        ('<img src="https://e.org/a.png" alt="海">', "![海](https://e.org/a.png)"),
        ("", ""),
    ],
)
def test_html(html, markdown):
    assert from_html(html) == markdown


@pytest.mark.parametrize(
    ("html", "structure"),
    [
        ("plain", False),
        ('<div style="color: #fff"><span style="color: red">code</span></div>', False),
        ("<p>a <b>b</b></p>", True),
        ("<a name=x>a</a>", False),
        ('<a href="x">a</a>', True),
        ("<b>" * 1_000_000, False),
    ],
)
def test_only_html_that_says_more_than_its_text_counts(html, structure):
    assert has_structure(html) is structure


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("魚\t値段\nさば\t300\n", "| 魚   | 値段 |\n| ---- | ---- |\n| さば | 300  |"),
        ("a|b\tc\nd\te", "| a\\|b | c   |\n| ---- | --- |\n| d    | e   |"),
        ("a\tb", None),
        ("a b\nc d", None),
        ("a\tb\nc", None),
    ],
)
def test_cells(text, table):
    assert from_cells(text) == table
