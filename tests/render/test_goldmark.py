"""What Hugo makes of markdown; the wanted HTML is what Hugo 0.168 wrote for the same text (tests/cases/goldmark)."""

import json
import re
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.header import Generator
from editor.render.common_mark import CommonMark, goldmark_profile
from editor.render.flavours import make_flavour
from editor.render.go_template import MAX_TEXT, Html, UnsupportedError, fill
from editor.render.goldmark_options import goldmark_options
from tests.cases.goldmark.measure import CASES
from tests.files import write

GROUPS = json.loads(CASES.read_text("utf-8"))
BLOCKS = {
    *("blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}


def elements(html):
    """HTML as a browser sees it: attributes in order, white space folded and left out beside blocks."""
    tree = html5lib.parseFragment(html.strip(), namespaceHTMLElements=False)
    for element in tree.iter():
        element.attrib = dict(sorted(element.attrib.items()))
    text = ET.tostring(tree, encoding="unicode", short_empty_elements=False)
    parts = re.split(r"(<pre>.*?</pre>)", text, flags=re.DOTALL)
    folded = "".join(part if number % 2 else re.sub(r"[ \t\n]+", " ", part) for number, part in enumerate(parts))
    names = "|".join(BLOCKS)
    return re.sub(rf"\s*(</?(?:{names}|DOCUMENT_FRAGMENT)\b[^>]*>)\s*", r"\1", folded)


def options_of(group, folder):
    files = {f"layouts/_markup/{name}": hook for name, hook in group["hooks"].items()}
    site = {"hugo.toml": f"[markup.goldmark]\n{group['options']}", **files}
    return markdown_settings(Blog(write(folder, site), Generator.HUGO)).get("goldmark", {})


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_each_option_gives_what_hugo_gives(group, tmp_path):
    flavour = make_flavour(Generator.HUGO, {"goldmark": options_of(group, tmp_path)})
    for text, html in group["cases"]:
        assert elements("\n".join(flavour.blocks(text))) == elements(html), text


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("\"a\" and 'b'", "<p>“a” and ‘b’</p>"),
        ('任务"级别"的', "<p>任务&quot;级别&quot;的</p>"),
        ("it's the '90s, don't", "<p>it’s the ’90s, don’t</p>"),
        ("a -- b --- c...", "<p>a – b — c…</p>"),
        ("(c) (tm)", "<p>(c) (tm)</p>"),
        ("~~x~~", "<p><del>x</del></p>"),
        ("# A `b` --- c", '<h1 id="a-b--c">A <code>b</code> — c</h1>'),
        (
            "a.example.com https://example.com",
            '<p>a.example.com <a href="https://example.com">https://example.com</a></p>',
        ),
        ("网站：https://example.com", "<p>网站：https://example.com</p>"),
        ("see www.example.com/x.", '<p>see <a href="https://www.example.com/x">www.example.com/x</a>.</p>'),
        ("- [x] a\n- [ ] b", '<li><input checked="" disabled="" type="checkbox"> a</li>'),
        ("t\n\n: d", "<dd>\n<p>d</p>\n</dd>"),
        ("t\n: d", "<dd>d</dd>"),
        ("a[^1]\n\n[^1]: n", '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>'),
        ("a[^1]\n\n[^1]: n", '<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>'),
    ],
)
def test_as_hugo_writes_it(markdown, html):
    assert html in "\n".join(make_flavour(Generator.HUGO, {}).blocks(markdown))


def test_quotes_are_counted_over_the_whole_post():
    """A closing quote needs one that was opened, be it in a paragraph before."""
    blocks = make_flavour(Generator.HUGO, {}).blocks('"open\n\n中"。\n\n中"。')
    assert blocks == ["<p>“open</p>", "<p>中”。</p>", "<p>中&quot;。</p>"]


PIECES = sorted(
    {piece for group in GROUPS for text, _ in group["cases"] for piece in re.findall(r"\w+|\s+|[^\w\s]+", text)}
)
OPTIONS = [
    group
    for group in GROUPS
    if group["name"] in ("default", "attr", "cjk", "extras", "pass", "black", "hook 2", "elements 1")
]


@pytest.mark.parametrize("group", OPTIONS, ids=lambda group: group["name"])
@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from([*PIECES, ""])), max_size=6),
)
def test_typing_gives_what_a_full_rendering_gives(tmp_path_factory, group, text, changes):
    """Without drawn formulas, which only the preview has."""
    profile = goldmark_profile(goldmark_options(options_of(group, tmp_path_factory.mktemp("site"))))
    live, full = CommonMark(profile, live=True), CommonMark(profile)
    assert live.blocks(text) == full.blocks(text)
    for place, removed, new in changes:
        at = round(place * len(text))
        text = text[:at] + new + text[at + removed :]
        assert live.blocks(text) == full.blocks(text)
        fresh = CommonMark(profile)
        fresh.blocks(text)
        assert live.lines == fresh.lines


def test_attributes_follow_the_block_that_is_typed_before_them():
    profile = goldmark_profile(goldmark_options({"block_attributes": True}))
    live = CommonMark(profile, live=True)
    lines = ["a\n\n"] * 6 + ["b\n", "{.c}\n", "\nd\n"]
    text = "".join(lines)
    assert '<p class="c">b</p>' in live.blocks(text)
    for edited in (text.replace("b\n", "bb\n"), text.replace("{.c}", "{.e}"), text.replace("\n{.c}", "\n\n{.c}"), text):
        assert live.blocks(edited) == CommonMark(profile).blocks(edited)


def test_the_preview_draws_passed_through_formulas():
    goldmark = {"passthrough_inline": [["$", "$"]], "passthrough_block": [["$$", "$$"]]}
    preview = make_flavour(Generator.HUGO, {"goldmark": goldmark}, live=True)
    inline, block, broken = preview.blocks("a $x_1*y*$\n\n$$z$$\n\n$<b>\\begin{q}$")
    assert inline.startswith("<p>a <math")
    assert 'display="inline"' in inline
    assert block.startswith("<math")
    assert 'display="block"' in block
    assert "<b>" not in broken


def test_a_sites_own_template_writes_its_quotes(tmp_path):
    hook = (
        '{{ if eq .Type "alert" }}<div class="{{ .AlertType }}">{{ .Text }}</div>{{ else }}<p>{{ .Text }}</p>{{ end }}'
    )
    site = {
        "hugo.toml": 'theme = ["t"]\n',
        "themes/t/layouts/_default/_markup/render-blockquote.html": hook,
        "themes/t/layouts/_default/_markup/render-blockquote-regular.html": "<i>{{ .Text }}</i>",
    }
    flavour = make_flavour(Generator.HUGO, markdown_settings(Blog(write(tmp_path, site), Generator.HUGO)))
    assert flavour.blocks("> [!TIP]\n> a") == ['<div class="tip"><p>a</p></div>']
    assert flavour.blocks("> a") == ["<i><p>a</p>\n</i>"]


def test_a_template_that_is_not_simple_leaves_a_labelled_quote():
    hook = '{{ partial "callout.html" . }}'
    flavour = make_flavour(Generator.HUGO, {"goldmark": {"alert_hook": hook, "blockquote_hook": hook}})
    (alert,) = flavour.blocks("> [!NOTE]\n> **a**")
    assert "note" in alert
    assert "<strong>a</strong>" in alert
    assert "[!NOTE]" not in alert
    assert flavour.blocks("> a") == ["<blockquote>\n<p>a</p>\n</blockquote>"]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ .Name }}{{ .Html }}", "a &lt;b&gt;<b>"),
        ('{{- if and (eq .Name "x") .None -}} a {{- else with .Map.key -}} {{ . }} {{- end -}}!', "value!"),
        ('{{ $a := .Name | upper }}{{ $a = printf "%s-%d" $a 2 }}{{ $a }}', "A &lt;B&gt;-2"),
        ('{{/* note */}}{{ if in (slice "a" "b") "b" }}{{ index .Map "key" | title }}{{ end }}', "Value"),
    ],
)
def test_simple_templates_are_filled_in(template, text):
    assert fill(template, {"Name": "a <b>", "Html": Html("<b>"), "None": "", "Map": {"key": "value"}}) == text


@pytest.mark.parametrize(
    "template",
    [
        "{{ .Unknown }}",
        "{{ .Name.upper }}",
        "{{ .__class__ }}",
        '{{ partial "x" . }}',
        "{{ range .Map }}{{ end }}",
        "{{ if .Name }}",
        "{{ end }}",
        '{{ printf "%9999999999d" 1 }}',
        '{{ printf "%s" }}',
        "{{ $x := .Name }}" + "{{ $x = print $x $x }}" * 1000,
        "{{ .Name }" + "{" * 10,
        "{{ .Name }}" * 5_000,
    ],
)
def test_templates_reach_nothing_else(template):
    with pytest.raises(UnsupportedError):
        fill(template, {"Name": "name", "Map": {}})


def test_a_template_can_not_make_quotes_grow_without_end():
    hook = "{{ .Text }}" * 500
    flavour = make_flavour(Generator.HUGO, {"goldmark": {"blockquote_hook": hook}})
    assert len("".join(flavour.blocks(f"{'> ' * 8}text"))) < 2 * MAX_TEXT
