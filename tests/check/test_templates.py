"""Template tags: those that a blog knows are let alone, those that would stop its build are told of."""

import pytest

from editor.check.post_checks import Checker
from editor.post.post import Post
from tests.blog.real_sites import build_with_jekyll, needs
from tests.files import write

JEKYLL = {
    "_config.yml": "plugins: [jekyll-seo-tag]\n",
    "_plugins/own.rb": "Liquid::Template.register_tag('own', Liquid::Tag)\n",
    "_includes/note.html": "x",
}
HUGO = {"hugo.toml": "theme = 't'\n", "layouts/shortcodes/own.html": "x", "themes/t/layouts/shortcodes/box.html": "x"}
HEXO = {"_config.yml": "title: x\n", "source/_posts/a.md": "x", "package.json": '{"dependencies": {"hexo": "7"}}'}


def found(root, name, body, files):
    write(root, {**files, name: f"---\ntitle: x\n---\n\n{body}\n"})
    post = Post.from_bytes((root / name).read_bytes())
    problems = Checker().check_text(post, root / name)
    return [(one.message.split("“")[1].split("”")[0], one.line) for one in problems if one.code == "unknown-tag"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "{% if a %}{% endif %} {% own %} {% seo %} {% highlight ruby %}{% endhighlight %} {% include note.html %}",
            [],
        ),
        ("{% raw %}{% any %}{% endraw %} {% comment %}{% any %}{% endcomment %}", []),
        ("{% youtube x %}\n\n{%- box a='%}' -%}", [("youtube", 5), ("box", 7)]),
        ("`{% code %}`", [("code", 5)]),
        (
            "{% include gone.html %} {% include {{ page.x }} %} {% include 'note.html' %}",
            [("include gone.html", 5), ("include 'note.html'", 5)],
        ),
        ("{% endown2 %}", [("endown2", 5)]),
    ],
)
def test_jekyll(tmp_path, body, names):
    assert found(tmp_path, "_posts/2026-01-07-x.md", body, JEKYLL) == names


def test_a_plugin_that_we_do_not_know_may_bring_any_tag(tmp_path):
    files = {**JEKYLL, "_config.yml": "plugins: [jekyll-my-own]\n"}
    assert found(tmp_path, "_posts/2026-01-07-x.md", "{% youtube x %}", files) == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("{{< own >}} {{% box %}}x{{% /box %}} {{< figure src=x >}} {{</* any */>}} {% liquid %}", []),
        ("{{< any >}}\n{{< /any >}}", [("any", 5), ("any", 6)]),
    ],
)
def test_hugo(tmp_path, body, names):
    assert found(tmp_path, "content/posts/x.md", body, HUGO) == names


def test_hexo(tmp_path):
    assert found(tmp_path, "source/_posts/x.md", "{% asset_img a.png %} `{% x %}`\n{% katex %}", HEXO) == [("katex", 6)]


@needs("jekyll")
@pytest.mark.parametrize(
    "body", ["{% youtube x %}", "{% include gone.html %}", "{% include 'note.html' %}", "{% own x %}", "{% seo %}"]
)
def test_the_real_jekyll_stops_where_we_say(tmp_path, body):
    root = tmp_path / "site"
    told = found(root, "_posts/2020-01-07-x.md", body, {**JEKYLL, "_config.yml": "title: x\n"})
    assert (build_with_jekyll(root) is None) == bool(told)
