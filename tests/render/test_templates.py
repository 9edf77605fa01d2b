"""Template syntax: the cases of `tests/cases/templates`, the lines that it leaves, and its bounds."""

import html5lib
import pytest

from editor.blog.folder import BlogFolder
from editor.blog.settings import markdown_settings
from editor.blog.site import blog_of
from editor.header import Generator, Rules, read_header
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.render.templates.expander import Expander
from tests.cases.reader import sections
from tests.conftest import ENDS, ROOT

CASES = sorted((ROOT / "tests" / "cases" / "templates").glob("*.case"))


def written(parts, tmp_path):
    """Writes a case's site and post, and gives the post's path."""
    for name, text in parts.items():
        if name.startswith("site "):
            file = tmp_path / name.removeprefix("site ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8")
    path = tmp_path / parts["path"].strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(parts["post"], encoding="utf-8")
    return path


def elements(html):
    return html5lib.serialize(
        html5lib.parseFragment(html), omit_optional_tags=False, quote_attr_values="always"
    ).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case, tmp_path):
    parts = sections(case)
    path = written(parts, tmp_path)
    blog = blog_of(path)
    site = Site(blog.generator, BlogFolder(blog), blog.relative(path))
    header = read_header(parts["post"], Rules(blog.generator))
    expanded = Expander(site).expand(parts["post"][header.body_start :], header)
    blocks = make_flavour(blog.generator, markdown_settings(blog)).blocks(expanded.text)
    html = "\n".join(map(expanded.marks.restore, blocks))
    assert elements(html) == elements(parts["html"])


def expanded(body, generator=Generator.JEKYLL):
    return Expander(Site(generator)).expand(body, read_header("---\ntitle: T\n---\n", Rules(generator)))


@pytest.mark.parametrize(
    ("generator", "body"),
    [
        (Generator.JEKYLL, "{% comment %}\n\n\n{% endcomment %}\n\nA\n\n{% raw %}\nx\n{% endraw %}\n\nB"),
        (Generator.JEKYLL, "x\n{% if page.title -%}\n\n\nA\n\n{%- endif %}\n\nB"),
        (Generator.JEKYLL, "{% for i in (1..3) %}\n\nx\n\n{% endfor %}\n\nA\n\nB"),
        (Generator.HUGO, "{{< highlight go >}}\n1\n\n2\n{{< /highlight >}}\n\nA\n\nB"),
        (Generator.HEXO, "{% codeblock %}\n1\n\n2\n{% endcodeblock %}\n\nA\n\nB"),
    ],
)
def test_lines_lead_back_to_the_source(generator, body):
    result = expanded(body, generator)
    for wanted in "AB":
        line = result.text.split("\n").index(wanted)
        assert result.source_line(line) == body.split("\n").index(wanted)


@pytest.mark.parametrize("generator", [Generator.JEKYLL, Generator.HUGO, Generator.HEXO])
@pytest.mark.parametrize(
    "body",
    [
        "{{< " * 20_000,
        '{{< a "' * 20_000,
        "{{% x " * 20_000 + "}}",
        "`" * 100_000 + "{% x %}",
        "{% codeblock %}" * 5000,
        "{# " * 20_000,
        "{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}",
        "{% assign x = 'aaaaaaaaaaaaaaaaaaaa' %}" + "{% assign x = x | append: x %}" * 60 + "{{ x }}",
        "{% assign x = 'ab' %}" + "{% assign x = x | replace: 'a', 'aaaaaaaaaaaaaaaa' %}" * 40,
        "{% if a %}" * 2000,
        "{{" * 5000,
        "{% " * 5000,
        "{{ x | " + "append: 'y' | " * 3000 + "upcase }}",
        "{{ " + "a." * 20000 + "b }}",
        "{% include " + "x" * 100_000 + " %}",
    ],
    ids=range(15),
)
def test_no_template_takes_long(generator, body):
    import time

    started = time.perf_counter()
    result = expanded(body, generator)
    assert time.perf_counter() - started < ENDS
    assert len(result.marks.restore(result.text)) < 20_000_000


def test_an_include_that_includes_itself_ends(tmp_path):
    parts = {
        "site _config.yml": "title: x",
        "site _includes/a.html": "a{% include a.html %}",
        "path": "_posts/2020-01-01-x.md",
        "post": "---\n---\n\n{% include a.html %} after",
    }
    path = written(parts, tmp_path)
    blog = blog_of(path)
    site = Site(blog.generator, BlogFolder(blog), blog.relative(path))
    result = Expander(site).expand("{% include a.html %} after", read_header("---\n---\n"))
    assert "after" in result.text


def test_a_link_that_leads_away_is_no_include(tmp_path):
    (tmp_path / "secret.html").write_text("SECRET", encoding="utf-8")
    parts = {"site blog/_config.yml": "title: x", "path": "blog/_posts/2020-01-01-x.md", "post": "---\n---\n"}
    path = written(parts, tmp_path)
    (tmp_path / "blog" / "_includes").mkdir()
    (tmp_path / "blog" / "_includes" / "a.html").symlink_to(tmp_path / "secret.html")
    blog = blog_of(path)
    site = Site(blog.generator, BlogFolder(blog), blog.relative(path))
    result = Expander(site).expand("{% include a.html %}", read_header("---\n---\n"))
    assert "SECRET" not in result.marks.restore(result.text)
