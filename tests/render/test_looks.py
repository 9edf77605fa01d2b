"""The blog's own look: where it is found, and that its style sheets load nothing from elsewhere."""

import shutil

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.site import blog_of
from editor.header import Rules, read_header
from editor.render.looks.blog_look import blog_look
from editor.render.looks.css import SafeStyles
from editor.render.looks.look import Look, LookName, own_look
from editor.render.looks.markup import read_page
from editor.render.page import preview_page
from editor.render.site import Site


def look_of(path):
    blog = blog_of(path)
    site = Site(blog.generator, BlogFolder(blog), blog.relative(path))
    return blog_look(site, read_header(path.read_text(encoding="utf-8"), Rules(blog.generator)))


def classes(look):
    return [dict(element.attributes).get("class", element.tag) for element in look.frame]


@pytest.fixture
def post(example_blog):
    return example_blog / "_posts" / "2026-04-12-asa-no-sanpo.md"


def test_jekyll_layouts_give_sheets_and_frame(post):
    look = look_of(post)
    assert look.name is LookName.BLOG
    assert classes(look) == ["html", "harbour", "sheet", "story", "story-text"]
    assert ".story-text" in look.styles[1]


def test_a_built_page_comes_first(post, example_blog):
    page = example_blog / "_site" / "2026" / "04" / "12" / "asa-no-sanpo" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        "<html><head><link rel=stylesheet href=/built.css><style>b{color:red}</style></head><body class=b><nav><ul><li>x"
        "</ul></nav><div id=c><p>" + "long text " * 50 + "</p><h2>h</h2></div></body></html>",
        encoding="utf-8",
    )
    (example_blog / "_site" / "built.css").write_text("p { color: green }", encoding="utf-8")
    look = look_of(post)
    assert [dict(element.attributes) for element in look.frame] == [{}, {"class": "b"}, {"id": "c"}]
    assert [style.strip() for style in look.styles[1:]] == ["p { color: green }", "b{color:red}"]


def test_sass_is_compiled_with_imports_of_the_blog_alone(post, example_blog, tmp_path):
    pytest.importorskip("sass")
    (tmp_path / "outside.scss").write_text("b { color: red }", encoding="utf-8")
    (example_blog / "_sass").mkdir()
    (example_blog / "_sass" / "_ink.scss").write_text("$ink: #123456;", encoding="utf-8")
    (example_blog / "assets" / "css" / "site.css").unlink()
    sheet = example_blog / "assets" / "css" / "site.scss"
    sheet.write_text('---\n---\n@import "ink";\np { a { color: $ink } }\n', encoding="utf-8")
    assert "p a" in look_of(post).styles[1]
    sheet.write_text('---\n---\n@import "../../../outside";\n', encoding="utf-8")
    assert look_of(post).name is LookName.PLAIN


def test_a_blog_without_sheets_says_so(post, example_blog):
    shutil.rmtree(example_blog / "assets")
    look = look_of(post)
    assert look.name is LookName.PLAIN
    assert "style sheets" in look.problem


def test_a_layout_with_broken_or_unknown_tags_still_gives_its_frame(post, example_blog):
    layout = example_blog / "_layouts" / "post.html"
    layout.write_text(
        layout.read_text(encoding="utf-8").replace("<article", "{% seo %}{% nope %}<article"), encoding="utf-8"
    )
    head = example_blog / "_includes" / "head.html"
    head.write_text("{% unknown x %}" + head.read_text(encoding="utf-8"), encoding="utf-8")
    assert classes(look_of(post)) == ["html", "harbour", "sheet", "story", "story-text"]


@pytest.mark.parametrize(
    "css",
    [
        "@import 'https://evil.org/a.css';",
        "@import url(//evil.org/a.css) screen;",
        "@import '../../outside.css';",
        "a { background: url(https://evil.org/a.png) }",
        "a { background: URL( 'https://evil.org/a.png' ) }",
        "a { background: u\\72l(https://evil.org/a.png) }",
        "a { background: image-set('https://evil.org/a.png' 1x) }",
        "a { background: -webkit-image-set(url(https://evil.org/a.png) 1x) }",
        "a { background: url(/../outside.png) }",
        "a { background: url(file:///etc/passwd) }",
        "a { background: url('data:text/html,<script>') }",
        "@font-face { src: url(//evil.org/a.woff2) }",
        "@media screen { a { cursor: url(https://evil.org/a.cur), auto } }",
        "@supports (a: b) { @import 'https://evil.org/a.css'; }",
        "a { --x: url(https://evil.org/a.png); background: var(--x) }",
        "a { & b { background: url(https://evil.org/a.png) } }",
    ],
)
def test_no_sheet_loads_from_elsewhere(css, tmp_path):
    (tmp_path / "outside.css").write_text("x { color: red }", encoding="utf-8")
    (tmp_path / "outside.png").write_bytes(b"x")
    (tmp_path / "blog" / "css").mkdir(parents=True)
    (tmp_path / "blog" / "_config.yml").write_text("", encoding="utf-8")
    folder = BlogFolder(blog_of(tmp_path / "blog" / "x.md"))
    safe = SafeStyles(folder).safe(css, "css/a.css")
    for word in ("evil", "outside", "passwd", "text/html", "color: red"):
        assert word not in safe


def test_sheets_and_files_of_the_blog_are_let_in(tmp_path):
    (tmp_path / "_config.yml").write_text("", encoding="utf-8")
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "b.css").write_text("i { background: url('海.png') }", encoding="utf-8")
    (tmp_path / "css" / "海.png").write_bytes(b"x")
    folder = BlogFolder(blog_of(tmp_path / "x.md"))
    safe = SafeStyles(folder, base="/base").safe(
        "@import 'b.css';\na { src: url(/base/css/%E6%B5%B7.png) }", "css/a.css"
    )
    assert safe.count('url("postwright://blog/css/%E6%B5%B7.png")') == 2


@pytest.mark.parametrize("theme", ["../../outside", "/etc", "", "[a, b]", "7"])
def test_a_theme_leads_nowhere_else(tmp_path, theme):
    (tmp_path / "outside" / "source").mkdir(parents=True)
    (tmp_path / "outside" / "source" / "a.css").write_text("p { color: red }", encoding="utf-8")
    post = tmp_path / "blog" / "source" / "_posts" / "x.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ntitle: x\n---\n", encoding="utf-8")
    (tmp_path / "blog" / "_config.yml").write_text(f"theme: {theme}\n", encoding="utf-8")
    assert look_of(post).name is LookName.PLAIN


def test_sheets_that_import_each_other_end(tmp_path):
    (tmp_path / "_config.yml").write_text("", encoding="utf-8")
    (tmp_path / "a.css").write_text("@import 'a.css'; @import 'a.css'; p { color: red }", encoding="utf-8")
    folder = BlogFolder(blog_of(tmp_path / "x.md"))
    assert SafeStyles(folder).safe("@import 'a.css';", "b.css").count("color: red") < 100


def test_markup_survives_what_pages_are_like():
    assert read_page("").frame == ()
    assert read_page("<p>x").frame == ()
    assert read_page("<div>" * 5000 + "<p>x</p>").frame == ()
    frame = read_page("<body><div class=a><br><img src=x><p>one two three</p></p></div></nope></body>").frame
    assert [element.tag for element in frame] == ["body", "div"]


def test_the_look_goes_through_the_worker_whole():
    look = own_look(LookName.GITHUB)
    assert Look.from_message(look.to_message()) == look


def test_a_frame_can_put_nothing_into_the_page():
    page = read_page(
        "<body onload='x' data-mode='\"><script>'><section style=x class='a\"b'><p>text</p></section></body>"
    )
    look = Look(LookName.BLOG, (), page.frame)
    html = preview_page(look, "dark")
    assert "onload" not in html
    assert "<script" not in html
    assert "style=" not in html
