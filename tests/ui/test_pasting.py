"""What is pasted or dropped into the window, by its keys: all of it is there, and the place stays what it was."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.files import write
from tests.ui.user import pasted

HEAD = "---\ntitle: x\ntags: [a]\n---\n\n"


def clipboard(text="", html=""):
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


BLOGS = {
    "Jekyll": ("_config.yml", "_posts/2020-01-02-x.md"),
    "Hugo": ("hugo.toml", "content/posts/x.md"),
    "Hexo": ("_config.yml", "source/_posts/x.md"),
    "Eleventy": (".eleventy.js", "posts/x.md"),
}


def in_blog(window, root, generator, marked, head=HEAD):
    """Open a post of a blog with the caret at `⟦⟧`."""
    site, name = BLOGS[generator]
    write(root, {site: "", name: head + marked.replace("⟦⟧", ""), "package.json": '{"dependencies": {"hexo": "8"}}'})
    if generator != "Hexo":
        (root / "package.json").unlink()
    window.files.open(root / name)
    window.pane.setFocus()
    at = window.document.to_qt(len(head) + marked.index("⟦⟧"))
    window.pane.select(at, at)


def body(window):
    return window.document.post.body.removeprefix("\n")


PLAIN = {
    "fence in a fence": ("Jekyll", "```\na\n⟦⟧\n```\nb", "```\nx\n```", "````\na\n```\nx\n```\n````\nb"),
    "fence in an item": ("Hugo", "- a\n\n  ```\n  b⟦⟧\n  ```", "\nc\n\nd", "- a\n\n  ```\n  b\n  c\n\n  d\n  ```"),
    "backtick in a span": ("Hugo", "x `a⟦⟧` y", "b`c", "x ``ab`c`` y"),
    "backtick first": ("Hugo", "x `⟦⟧b` y", "`", "x `` `b `` y"),
    "bar in a span of a cell": ("Hugo", "| a |\n|---|\n| `c⟦⟧` |", "|", "| a |\n|---|\n| <code>c&#124;</code> |"),
    "indented code": ("Hugo", "a\n\n    b⟦⟧", "\n  c\n\nd", "a\n\n    b\n      c\n\n    d"),
    "cell in a quote": ("Hugo", "> | a |\n> |---|\n> | c⟦⟧ |", "|\nd", "> | a |\n> |---|\n> | c\\| d |"),
    "link in a cell": ("Hugo", "| a |\n|---|\n| [c⟦⟧](/u) |", "|]", "| a |\n|---|\n| [c\\|\\]](/u) |"),
    "heading": ("Hugo", "# C⟦⟧", " #", "# C \\#"),
    "Liquid in a fence": ("Jekyll", "```\n⟦⟧\n```", "{{ a }}", "```\n{% raw %}{{ a }}{% endraw %}\n```"),
    "Liquid between raw tags": ("Jekyll", "{% raw %}\n```\n⟦⟧\n```", "{{ a }}", "{% raw %}\n```\n{{ a }}\n```"),
    "Liquid in a span": ("Eleventy", "`b ⟦⟧`", "{% a %}", "`b {% raw %}{% a %}{% endraw %}`"),
    "a raw tag": ("Jekyll", "`b ⟦⟧`", "{% raw %}", "`b {% raw %}{%{% endraw %} raw %}`"),
    "Liquid in a highlight tag": (
        "Jekyll",
        "{% highlight html %}\n⟦⟧\n{% endhighlight %}",
        "{{ a }}",
        "{% highlight html %}\n{% raw %}{{ a }}{% endraw %}\n{% endhighlight %}",
    ),
    "shortcode": ("Hugo", "```\n⟦⟧\n```", '{{< f "a" >}}{{% b %}}', '```\n{{</* f "a" */>}}{{%/* b */%}}\n```'),
    "Hexo's tags in code": ("Hexo", "```\n⟦⟧\n```", "{{ a }}", "```\n{{ a }}\n```"),
    "Liquid that is meant": ("Jekyll", "a ⟦⟧", "{% include a.html %}", "a {% include a.html %}"),
}


@pytest.mark.parametrize(("generator", "place", "text", "after"), PLAIN.values(), ids=PLAIN)
def test_text(window, user, qtbot, tmp_path, generator, place, text, after):
    in_blog(window, tmp_path, generator, place)
    before = window.document.post.text
    clipboard(text)
    user.press("Ctrl+V")
    pasted(window, qtbot)
    assert body(window) == after
    user.type("!")
    assert body(window)[: window.document.from_qt(window.pane.textCursor().position()) - len(HEAD)].endswith("!")
    user.press("Ctrl+Z", "Ctrl+Z")
    assert window.document.post.text == before


RICH = {
    "code in a line": ("Hugo", "a ⟦⟧ b", "<pre>c*d*</pre>", "a \n\n```\nc*d*\n```\n\n b"),
    "code with Liquid": ("Jekyll", "⟦⟧", "<pre>{{ a }}</pre>", "{% raw %}\n```\n{{ a }}\n```\n{% endraw %}"),
    "span with Liquid": (
        "Eleventy",
        "a ⟦⟧",
        "<p><b>b</b> <code>{{ c }}</code></p>",
        "a **b** {% raw %}`{{ c }}`{% endraw %}",
    ),
    "in a fence": ("Hugo", "```\n⟦⟧\n```", "<p><b>a*</b></p>", "```\na*\n```"),
    "in HTML": ("Hugo", "<div>\na⟦⟧\n</div>", "<p><b>&lt;b&gt;</b> *c*</p>", "<div>\na&lt;b&gt; *c*\n</div>"),
    "Liquid is off": ("Jekyll", "⟦⟧", "<pre>{{ a }}</pre>", "```\n{{ a }}\n```"),
}


@pytest.mark.parametrize("name", RICH)
def test_rich_text(window, user, qtbot, tmp_path, name):
    generator, place, html, after = RICH[name]
    head = HEAD.replace("x\n", "x\nrender_with_liquid: false\n") if name == "Liquid is off" else HEAD
    in_blog(window, tmp_path, generator, place, head)
    clipboard(html=html)
    user.press("Ctrl+V")
    pasted(window, qtbot)
    assert body(window) == after


def test_front_matter_that_is_shown_as_text_gets_no_markdown(window, user, tmp_path):
    in_blog(window, tmp_path, "Hugo", "b⟦⟧")
    window.actions_["show_header"].setChecked(True)
    window.pane.setFocus()
    at = window.document.post.text.index("x\n") + 1
    window.pane.select(at, at)
    clipboard("*b*", "<p><b>*b*</b></p>")
    user.press("Ctrl+V")
    assert window.document.post.text == HEAD.replace("x", "x*b*") + "b"


def test_every_character_is_pasted(window, user, tmp_path):
    """Qt's documents use two noncharacters for themselves; in their place stands what replaces what can't be shown."""
    in_blog(window, tmp_path, "Hugo", "⟦⟧")
    clipboard("a\0b\x1bc\u2028d\ufdd0e\ufdd1f\u00a0g\ufeffh\r\ni\rj\u0085k")
    user.press("Ctrl+V")
    assert body(window) == "a\0b\x1bc\u2028d\ufffde\ufffdf\u00a0g\ufeffh\ni\nj\u0085k"
    window.do_save()
    assert window.files.path.read_bytes().endswith(body(window).encode())


# -- fields of the form


LONG = "word " * 20_000


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", "a\nb\tc", "a b\tc"),
        ("title", "\n\na\r\n  b\n", "a b"),
        ("title", "a\u2029b\u2028c", "a b c"),
        ("title", "\"q\" 'r': #s", "\"q\" 'r': #s"),
        ("title", "a\0b\x1bc", "a\0b\x1bc"),
        ("description", "a\n\n  b\tc\n", "a\n\n  b\tc\n"),
        ("tags", "b, c、d\ne\r\nf\tg", ["a", "b", "c", "d", "e", "f", "g"]),
        ("tags", "京都，大阪\n\n", ["a", "京都", "大阪"]),
        ("tags", '"b", c: d', ["a", '"b"', "c: d"]),
    ],
)
def test_a_field_has_what_was_pasted(window, user, tmp_path, key, text, value):
    post = tmp_path / "x.md"
    post.write_text("---\ntitle: ''\ndescription: ''\ntags: [a]\n---\n\nb\n")
    window.files.open(post)
    window.form._more.setChecked(True)
    window.form.focus(key)
    clipboard(text)
    user.press("Ctrl+V")
    if key == "tags" and not text.endswith("\n"):
        user.press("Return")
    found = window.document.header.field(key)
    unsaved = window.document.field_texts.get((key,))
    assert (found.value, unsaved) == (value, None)
    window.pane.setFocus()
    user.press("Ctrl+S")
    assert not window.document.modified


def test_a_very_long_text_is_taken(window, user, tmp_path):
    post = tmp_path / "x.md"
    post.write_text("---\ntitle: ''\ndate: 2020-01-02\ntags: [a]\n---\n\nb\n")
    window.files.open(post)
    clipboard(LONG)
    for key in ("title", "tags", "date"):
        window.form.focus(key)
        user.press("Ctrl+A", "Ctrl+V")
        if key == "tags":
            user.press("Return")
    assert window.document.header.field("tags").value == ["a", LONG.strip()]
    assert window.document.header.field("title").value.strip() == LONG.strip()
    assert window.document.field_texts.get(("date",)).text.strip() == LONG.strip()
    window.pane.setFocus()
    user.press("Ctrl+S")
    assert LONG.strip() in post.read_text()
    assert window.form.height() < window.height()


# -- drag and drop


def drop(widget, data, at=None):
    """Drag over a widget and let go; whether it took it."""
    target = getattr(widget, "viewport", lambda: widget)()
    point = QPointF(at or target.rect().center())
    copy, button, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(point.toPoint(), copy, data, button, plain)
    entered.ignore()
    QApplication.sendEvent(target, entered)
    if entered.isAccepted():
        QApplication.sendEvent(target, QDragMoveEvent(point.toPoint(), copy, data, button, plain))
        QApplication.sendEvent(target, QDropEvent(point, copy, data, button, plain))
    return entered.isAccepted()


def test_text_that_is_dropped_fits_its_place(window, user, tmp_path):
    in_blog(window, tmp_path, "Jekyll", "```\n⟦⟧\n```")
    data = QMimeData()
    data.setText("{{ a }}")
    assert drop(window.pane, data, window.pane.cursorRect().center())
    assert body(window) == "```\n{% raw %}{{ a }}{% endraw %}\n```"


def test_text_dropped_on_a_field_with_refused_text_is_a_part_of_it(window, user, tmp_path):
    in_blog(window, tmp_path, "Jekyll", "⟦⟧b", HEAD.replace("tags", "n: 8\ntags"))
    window.form._more.setChecked(True)
    window.form.focus("n")
    user.press("Ctrl+A")
    user.type("eight")
    data = QMimeData()
    data.setText("y\nz")
    assert drop(window.form.row("n").editor._text, data)
    assert sorted(window.document.field_texts.get(("n",)).text) == sorted("eighty z")


@pytest.mark.parametrize("field", ["title", "tags"])
def test_a_file_dropped_on_a_field_is_opened(window, user, tmp_path, field):
    in_blog(window, tmp_path, "Jekyll", "⟦⟧b")
    before = window.document.post.text
    other = tmp_path / "other.md"
    other.write_text("---\ntitle: y\n---\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    editor = window.form.row(field).editor
    assert drop(editor._text if field == "title" else editor._input, data)
    assert window.files.path == other
    window.tabs.do_previous_tab()
    assert window.document.post.text == before
