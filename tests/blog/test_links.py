"""The links of a text and what they mean; what is wrong with the links of a whole blog."""

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.links.find import links_in
from editor.blog.links.meaning import Meanings, Page
from editor.blog.links.survey import Kind, survey
from editor.blog.site import Blog, blog_of
from editor.header import Generator
from tests.files import write


def found(text):
    return sorted((text[link.start : link.end], link.form.name, link.based, link.shows) for link in links_in(text))


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("[a](/x/y.html#k 'title')", "/x/y.html#k", "PATH"),
        ("[a]( <b c.md> )", "b c.md", "PATH"),
        ("[a [b] c](/x(1).html)", "/x(1).html", "PATH"),
        ("[a]: ../b.md 'title'", "../b.md", "PATH"),
        ("<a class=x href='/y/'>", "/y/", "PATH"),
        ("<A HREF=/y/>", "/y/", "PATH"),
        ("[a]({% post_url 2026-01-07-x %})", "2026-01-07-x", "POST_URL"),
        ("{%- post_url sub/2026-01-07-x -%}", "sub/2026-01-07-x", "POST_URL"),
        ("[a]({% link _posts/2026-01-07-x.md %}#part)", "_posts/2026-01-07-x.md", "LINK"),
        ('[a]({{< relref "posts/x.md#h" >}})', "posts/x.md#h", "RELREF"),
        ('{{% ref path="x" %}}', "x", "REF"),
        ("{% post_link x A title %}", "x", "POST_PATH"),
        ("[a]({filename}../x.md)", "../x.md", "FILENAME"),
        ("[a](|filename|/x.md)", "/x.md", "FILENAME"),
        (r"[a\]b](/x/)", "/x/", "PATH"),
        (r"[a\[b](/x/)", "/x/", "PATH"),
        (r"[a\]b]: /x/", "/x/", "PATH"),
        ("[a\\\nb](/x/)", "/x/", "PATH"),
        ("[two\nlines](/x/)", "/x/", "PATH"),
        ("> [two\n> lines](/x/)", "/x/", "PATH"),
        ("[a](\n/x/)", "/x/", "PATH"),
        ("[a](\n  <b c.md>\n)", "b c.md", "PATH"),
        ("[a]:\n  /x/", "/x/", "PATH"),
        ("[a]:\n/x/ 'title'", "/x/", "PATH"),
        ("> [a]: /x/", "/x/", "PATH"),
        ("<a\nhref='/y/'>", "/y/", "PATH"),
        ("<https://ex.org/x/>", "https://ex.org/x/", "PATH"),
        ("see https://ex.org/x/.", "https://ex.org/x/", "PATH"),
        ("海（https://ex.org/x/）", "https://ex.org/x/", "PATH"),
        ("「https://ex.org/朝/」", "https://ex.org/朝/", "PATH"),
    ],
)
def test_each_way_to_write_a_link(text, name, form):
    assert found(text) == [(name, form, False, False)]


def test_pictures_bases_and_pictures_that_are_links():
    assert found("![a](b.png)") == [("b.png", "PATH", False, True)]
    assert found("<img alt='x' src=\"b.png\">") == [("b.png", "PATH", False, True)]
    assert found("[a]({{ site.baseurl }}/x/)") == [("/x/", "PATH", True, False)]
    assert found('[a]({{ "/x/" | relative_url }})') == [("/x/", "PATH", True, False)]
    assert found("[![a](b.png)](/to/)") == [("/to/", "PATH", False, False), ("b.png", "PATH", False, True)]
    assert found("![a]({static}/b.png)") == [("{static}/b.png", "PATH", False, True)]


@pytest.mark.parametrize(
    "text",
    [
        "`[a](b)`",
        "``[a](b) ` ``",
        "```\n[a](b)\n```",
        "~~~ md\n[a](b)\n",
        "<!-- [a](b) -->",
        "{% raw %}{% post_url x %}{% endraw %}",
        "[^1]: word",
        "a [b] (c)",
        "[a\n\nb](/x/)",
        "[a](\n\n/x/)",
        "[note]:\nSome words",
        "http://",
        "[a]({{ page.next.url }})",
    ],
)
def test_what_is_no_link(text):
    assert found(text) == []


def test_tags_run_inside_of_code_too():
    assert found("```\n{% post_url x %}\n```") == [("x", "POST_URL", False, False)]


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "[a\n",
        "](\n",
        "[a]:\n",
        "\n> ",
        "https://",
        "<https://",
        "![",
        "<a ",
        "{{",
        "{%",
        "<!--",
        "{% raw %}",
        "[a](",
        "`",
        "|a|",
        "[a]: ",
        "<img src=",
    ],
)
def test_long_nonsense_is_read_in_one_go(piece):
    text = piece * 20_000  # a pattern that tries all ways would not come back
    assert all(text[link.start : link.end] == link.name for link in links_in(text))


def meaning(tmp_path, generator, configuration, text, here="a/b.md", here_address="/a/b/"):
    (tmp_path / ("hugo.toml" if generator is Generator.HUGO else "_config.yml")).write_text(configuration)
    pages = [
        Page("_posts/2026-01-02-x.md", "/2026/01/02/x.html"),
        Page("content/posts/y.md", "/posts/y/"),
        Page("content/posts/z/index.md", "/posts/z/"),
        Page("a/c.md", "/a/c/"),
    ]
    meanings = Meanings(BlogFolder(Blog(tmp_path, generator)), pages)
    (link,) = links_in(text)
    page = meanings.page(link, Page(here, here_address))
    return page.relative if page is not None else None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("[a](/b/2026/01/02/x.html)", "_posts/2026-01-02-x.md"),
        ("[a](/2026/01/02/x)", "_posts/2026-01-02-x.md"),
        ("[a](https://ex.org/b/2026/01/02/x.html?q#f)", "_posts/2026-01-02-x.md"),
        ("[a]({{ site.url }}{{ site.baseurl }}/2026/01/02/x.html)", "_posts/2026-01-02-x.md"),
        ("[a](https://other.org/2026/01/02/x.html)", None),
        ("[a](//other.org/2026/01/02/x.html)", None),
        ("[a](http://ex.org/b/2026/01/02/x.html)", "_posts/2026-01-02-x.md"),
        ("[a](//EX.org/b/2026/01/02/x.html)", "_posts/2026-01-02-x.md"),
        ("<https://ex.org/b/2026/01/02/x.html>", "_posts/2026-01-02-x.md"),
        ("https://ex.org/b/2026/01/02/x.html, and", "_posts/2026-01-02-x.md"),
        ("[a](https://ex.org.evil.com/b/2026/01/02/x.html)", None),
        ("[a](ftp://ex.org/b/2026/01/02/x.html)", None),
        ("[a](mailto:x@y.z)", None),
        ("[a](#part)", None),
        ("[a](c.md)", "a/c.md"),
        ("[a](../c/)", "a/c.md"),
        ("[a]({% post_url 2026-01-02-y %})", None),
    ],
)
def test_what_an_address_means(tmp_path, text, means):
    assert meaning(tmp_path, Generator.JEKYLL, "url: https://ex.org\nbaseurl: /b\n", text) == means


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("/posts/y", "content/posts/y.md"),
        ("posts/y.md", "content/posts/y.md"),
        ("y.md", "content/posts/y.md"),
        ("z", "content/posts/z/index.md"),
        ("posts/z/index.md", "content/posts/z/index.md"),
        ("w", None),
        ("#part", None),
    ],
)
def test_what_a_reference_of_hugo_means(tmp_path, name, means):
    text = f'{{{{< relref "{name}" >}}}}'
    assert meaning(tmp_path, Generator.HUGO, "", text, "content/posts/b.md", "/posts/b/") == means


BLOG = {
    "_config.yml": "collections: {docs: {output: true, permalink: /d/:path/}}\n",
    "_posts/2026-01-02-x.md": (
        "---\ntitle: x\n---\n[ok]({% post_url 2026-01-03-y %}) [gone]({% post_url 2026-01-09-no %})\n\n"
        "[old](/2025/05/05/no.html) [tag](/tags/a/) [about](/about/) [what](/what/) ![p](/assets/a.png) ![q](/assets/no.png)\n"
        "[file](../_posts/none.md) [doc](/d/one/) [year](/2025/) [feed](/feed.xml) [pdf](/files/a.pdf) [css](/css/a.css)"
    ),
    "_posts/2026-01-03-y.md": "---\ntitle: y\n---\n[me]({% post_url 2026-01-03-y %})\n",
    "about.html": "---\npermalink: /about/\n---\n",
    "_docs/one.md": "---\ntitle: d\n---\n",
    "css/a.css": "body { background: url(../assets/bg.png) }",
    "assets/a.png": "",
    "assets/bg.png": "",
    "assets/said.png": "",
    "assets/海.png": "",
    "_data/x.yml": "図はassets/said.pngと、これは海.png\n",
    "assets/never.png": "",
}


def test_a_survey_of_a_blog(tmp_path):
    write(tmp_path, BLOG)
    told = {
        (one.kind, one.path, one.line, one.name)
        for one in survey(BlogFolder(blog_of(tmp_path / "_posts/2026-01-02-x.md")))
    }
    post = "_posts/2026-01-02-x.md"
    assert told == {
        (Kind.BROKEN, post, 4, "2026-01-09-no"),
        (Kind.BROKEN, post, 6, "/2025/05/05/no.html"),
        (Kind.DOUBTFUL, post, 6, "/what/"),
        (Kind.MISSING, post, 6, "/assets/no.png"),
        (Kind.BROKEN, post, 7, "../_posts/none.md"),
        (Kind.BROKEN, post, 7, "/files/a.pdf"),
        (Kind.LONELY, post, 0, ""),
        (Kind.UNUSED, "assets/never.png", 0, ""),
    }
