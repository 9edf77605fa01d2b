"""MDX: nothing is run, nothing of the text is lost, and components are boxes around what stands inside of them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blog.folder import BlogFolder
from editor.blog.site import Blog
from editor.header import Generator, Rules, read_header
from editor.post.post import Post
from editor.render.document import RenderedDocument
from editor.render.finish import with_boxes
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.render.templates.mdx import Mdx
from editor.render.whole import WholePosts
from editor.text.edit import Edit

CASES = [
    ("import A from './a'\n\ntext", "<p>text</p>"),
    ("import {\n  B,\n\n  C\n} from \"b\"\nimport 'c'\n\ntext", "<p>text</p>"),
    ("export const a = {\n\n  b: `}${'`'}\n\n`\n}\n\ntext", "<p>text</p>"),
    ("export const V = () => '5.0';\nexport const T = (p) => p.children;\n\ntext", "<p>text</p>"),
    ("export default function X() {\n  return <p>x</p>\n}\n\ntext", "<p>text</p>"),
    ("text\nimport x from 'y'", "<p>text\nimport x from ‘y’</p>"),
    ("import duties are high", "<p>import duties are high</p>"),
    ("export prices fell", "<p>export prices fell</p>"),
    ("a {/* hidden */} b", "<p>a  b</p>"),
    ("{/*\n\nhidden\n\n*/}\n\na", "<p>a</p>"),
    ("a{' '}b {\"c\"} {3}", "<p>a b c 3</p>"),
    ("{a}", '<span class="postwright-chip">{a}</span>'),
    ("x {a('}')} y", '<p>x <span class="postwright-chip">{a(&#x27;}&#x27;)}</span> y</p>'),
    (r"\{a\} \<A>", "<p>{a} &lt;A&gt;</p>"),
    ("`{a} <A/>`", "<p><code>{a} &lt;A/&gt;</code></p>"),
    ("```\n{a} <A/>\nimport x from 'y'\n```", "<pre><code>{a} &lt;A/&gt;\nimport x from 'y'\n</code></pre>"),
    ("- a\n\n  ```\n  <A>\n  ```", "<ul>\n<li>\n<p>a</p>\n<pre><code>&lt;A&gt;\n</code></pre>\n</li>\n</ul>"),
    ("a <V /> b", "<p>a <V></V> b</p>"),
    ('<V x={1} y="z" {...p}/>', '<V y="z"></V>'),
    ("<A>\n\n*md*\n\n</A>", "<A>\n<p><em>md</em></p>\n</A>"),
    ("<A>\n*md*\n</A>", "<A>\n<p><em>md</em></p>\n</A>"),
    ("<A><B>\nmd\n</B></A>", "<A>\n<B>\n<p>md</p>\n</B>\n</A>"),
    ("<A>*md*</A>", "<A><em>md</em></A>"),
    ("<A.B\n  x={{ a: '>' }}\n>\n  # h\n</A.B>", '<A.B>\n<h1 id="h">h</h1>\n</A.B>'),
    ("<>\na\n</>", "<!---->\n<p>a</p>\n<!---->"),
    ("> <A>\n> b\n> </A>", "<blockquote>\n<A>\n<p>b</p>\n</A>\n</blockquote>"),
    ("<div className='c' style={{ color: 'red' }}>\n    *a*\n</div>", '<div class="c">\n<p><em>a</em></p>\n</div>'),
    ("a < b and {", "<p>a &lt; b and {</p>"),
    ("<A>\nnever closed", "<A>\n<p>never closed</p>"),
    ("    four spaces", "<p>four spaces</p>"),
    ("a\n<A/>\nb", "<p>a</p>\n<A></A>\n<p>b</p>"),
]
PIECES = [
    *("word ", "日本 ", "\n", "\n\n", "<A>", "</A>", "<A>\n", "</A>\n", "<B x={1}/>", "<b>", "</b>", "{", "}", "{a}"),
    *("{/* c */}", "`", "```\n", "'", '"', "<", ">", "- ", "> ", "  ", "import a from 'a'\n", "export const a = {\n"),
    *("\\", "${", "*", "/*", "*/", "//", "[^1]", "[^1]: n\n", "<A\n", "(", "{' '}"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def rendered(body, header=""):
    expanded = Mdx().expand(body, read_header(header))
    flavour = make_flavour(Generator.ASTRO, {}, mdx=True)
    return "\n".join(expanded.marks.restore_all(flavour.blocks(expanded.text)))


@pytest.mark.parametrize(("body", "html"), CASES)
def test_what_mdx_is_rendered_as(body, html):
    assert rendered(body) == html


def test_field_of_the_front_matter_is_its_value():
    assert rendered("{frontmatter.title}: {frontmatter.other}", "---\ntitle: A & B\n---\n").startswith(
        "<p>A &amp; B: <span"
    )


@settings(max_examples=300)
@given(texts)
def test_words_are_not_lost_and_marks_are_gone(text):
    html = rendered(text)
    assert not re.search("[\ufdd0-\ufddf]", html)
    quiet = re.sub(r"[^日本]", "", text)
    if not re.search(r"import|export|/\*|[{<]|\[\^1\]:", text):  # a note that nobody refers to is not shown
        assert re.sub(r"[^日本]", "", html) == quiet


@settings(max_examples=200)
@given(texts, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES)), max_size=8))
def test_random_edits_give_what_a_full_rendering_gives(text, changes):
    live = make_flavour(Generator.ASTRO, {}, live=True, mdx=True)
    for place, removed, new in [(0.0, 0, ""), *changes]:
        at = round(place * len(text))
        text = text[:at] + new + text[at + removed :]
        expanded = Mdx().expand(text, read_header(""))
        full = make_flavour(Generator.ASTRO, {}, mdx=True)
        assert live.blocks(expanded.text) == full.blocks(expanded.text)
        assert live.lines == full.lines
        assert all(0 <= line <= text.count("\n") for line in expanded.source_lines(live.lines))


@pytest.mark.parametrize(
    "torn", ["{", "<A ", "<A>", "{`${", "<A b={", "import {\n\n", "`{", "</", "<A>\n", "{'", "export const a = (\n"]
)
def test_torn_text_is_shown(torn):
    html = rendered(f"{torn * 3_000}\n\nthe end")
    assert "the end" in html or "\n\n" in torn


def test_component_is_a_box_with_its_name():
    assert with_boxes("<A>\n<p>b <C></C></p>\n</A>") == (
        '<div class="postwright-component"><span class="postwright-chip">A</span>\n'
        '<p>b <span class="postwright-component"><span class="postwright-chip">C</span></span></p>\n</div>'
    )


def test_post_is_mdx_by_its_name(tmp_path):
    folder = tmp_path / "src/content/blog"
    folder.mkdir(parents=True)
    (tmp_path / "astro.config.mjs").write_text("", encoding="utf-8")
    blog = Blog(tmp_path, Generator.ASTRO)
    posts = WholePosts()
    text = "---\ntitle: T\n---\n\nimport A from 'a'\n\n<A>*x*</A>\n"
    post = Post.from_bytes(text.encode(), Rules(Generator.ASTRO))
    assert posts.body(post, blog, "src/content/blog/a.mdx") == "<A><em>x</em></A>"
    assert "import A" in posts.body(post, blog, "src/content/blog/a.md")
    site = Site(Generator.ASTRO, BlogFolder(blog), "src/content/blog/a.mdx")
    document = RenderedDocument(make_flavour(Generator.ASTRO, {}, live=True, mdx=site.is_mdx), site)
    document.edit([Edit(0, 0, text)])
    (block,) = document.render().blocks
    assert '<span class="postwright-chip">A</span>' in block
    assert "<em>x</em>" in block
