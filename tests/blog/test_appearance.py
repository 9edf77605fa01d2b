"""Whether, when and where a post appears, compared with what the real Jekyll and Hugo build."""

from datetime import UTC, datetime, timedelta

import pytest

from editor.blog.appearance import State, appearance
from editor.blog.calendar import ruby_date
from editor.blog.folder import BlogFolder
from editor.blog.posts import find_posts
from editor.blog.site import Blog
from editor.header import Generator, Rules
from editor.post.post import Post
from tests.blog.real_sites import build_with_hugo, build_with_jekyll, needs
from tests.files import write

JEKYLL_CASES = {
    "_posts/2026-01-01-plain.md": "title: x",
    "_posts/2026-1-2-short.md": "title: x",
    "_posts/26-1-3-year.md": "title: x",
    "_posts/2026-01-04-記事（その1）.md": "title: x",
    "_posts/2026-01-05-A b C.md": "title: x",
    "_posts/sub/2026-01-06-sub.md": "title: x",
    "blog/_posts/2026-01-07-above.md": "title: x",
    "Blog Two/_posts/2026-01-08-above.md": "categories: [X Y, Zed]",
    "_posts/2026-01-09-cat.md": "categories: a b",
    "_posts/2026-01-10-cat.md": "category: a b",
    "_posts/2026-01-11-cat.md": "category: 日本\ncategories: [Ｂ, c/d]",
    "_posts/2026-01-12-slug.md": "slug: My Slug",
    "_posts/2026-01-13-perma.md": "permalink: /over/there/",
    "_posts/2026-01-14-perma.md": "permalink: /:year/:title.html",
    "_posts/2026-01-15-unpub.md": "published: false",
    "_posts/2026-01-16-unpub.md": "published: no",
    "_posts/2026-01-17-unpub.md": "published:",
    "_posts/2026-01-18-pub.md": "published: 'no'",
    "_posts/2026-01-19-pub.md": "published: 0",
    "_posts/2026-01-20-draftkey.md": "draft: true",
    "_posts/2026-01-21-date.md": "date: 2026-02-03",
    "_posts/2026-01-22-date.md": "date: 2026-02-03 23:30:00",
    "_posts/2026-01-23-date.md": "date: 2026-02-03 23:30:00 -0500",
    "_posts/2026-01-24-date.md": "date: '2026-02-03 23:30'",
    "_posts/2026-01-25-date.md": "date: 2026-02-03 23:30:00 +0900",
    "_posts/2026-01-26-future.md": "date: 2099-01-01",
    "_posts/2099-01-27-future.md": "title: x",
    "_posts/2099-01-28-past.md": "date: 2020-01-01",
    "_posts/noname.md": "title: x",
    "_posts/2026-01-29-tab.html": "title: x",
    "_posts/2026-01-30-txt.txt": "title: x",
    "_posts/2026-01-31-broken.md": "title: [x",
    "_posts/2026-02-01-c++ & d.md": "title: x",
    "_posts/2026-02-02-100% sure?.md": "title: x",
    "_posts/2026-02-03-dots.in.name.md": "title: x",
    "_posts/2026-02-04-UPPER_lower.md": "title: x",
    "_posts/2026-02-06-cats.md": "categories: []\ntags: [x]",
    "_posts/2026-02-07-num.md": "categories: [2026, 1.5, true]",
    "_posts/2026-02-08-slash.md": "categories: 'a/b c'",
    "_posts/2026-02-09-trail-.md": "title: x",
    "_posts/2026-02-10-emoji😀.md": "title: x",
    "_posts/2026-02-11-lang.md": "lang: ja\ntitle: 'Title'",
    "_posts/2026-02-12-t.md": "date: 2026-02-12T23:30:00Z",
    "_posts/2026-02-13-t.md": "date: Fri, 13 Feb 2026 20:00:00 +0000",
    "_posts/2026-02-14-t.md": "date: 2026/02/14 10:00",
    "_posts/2026-02-15-t.md": "date: 2026-02-15 10",
    "_posts/2026-02-16-slugjp.md": "slug: 日本 語",
    "_posts/2026-02-17-permcat.md": "permalink: /:categories/:title/\ncategories: [Ab Cd]",
    "_posts/2026-02-18-permname.md": "permalink: pretty",
    "_drafts/d.md": "title: x",
    "_drafts/2026-02-19-d.md": "title: x",
    ".hidden/_posts/2026-02-20-x.md": "title: x",
    "_under/_posts/2026-02-21-x.md": "title: x",
    "vendor/_posts/2026-02-22-x.md": "title: x",
}
"""Front matter by path; all of it in one site."""

JEKYLL_SITES = [
    "",
    "timezone: Asia/Tokyo",
    "timezone: America/New_York\npermalink: pretty",
    "future: true\npermalink: /:categories/:year/:month/:day/:hour:minute/:slug.html",
    "permalink: /p/:title",
    "permalink: ordinal\nexclude: [blog, vendor]",
    "permalink: weekdate",
    "permalink: none",
    "permalink: /:collection/:name:output_ext",
    "permalink: /:slugified_categories/:short_month-:long_day/:short_year-:i_month-:i_day-:y_day/:title",
    "collections_dir: blog",
    "collections_dir: nowhere",
    """defaults:
- {scope: {path: _posts/sub}, values: {permalink: "/sub/:title/", categories: [dflt]}}
- {scope: {path: "", type: posts}, values: {categories: [all]}}
- {scope: {path: blog}, values: {published: false}}""",
]

BREAKING = {
    "_posts/2026-02-05-empty.md": "date:",
    "_posts/2026-02-05-soon.md": "date: soon",
    "_posts/2026-02-30-beyond.md": "title: x",
    "_posts/2026-02-05-beyond.md": "date: 2026-02-30",
    "_posts/2026-02-05-month.md": "date: '2026-13-01'",
    "_posts/2026-13-05-month.md": "published: false",
    "_posts/2026-02-05-day.md": "date: 12",
    "_posts/2026-02-05-list.md": "date: [2026-01-01]",
    "_posts/2026-02-05-year.md": "date: 2026",
    "_posts/2026-02-05-clock.md": "date: 10:30",
    "_posts/2026-02-05-words.md": "date: Sep 3",
    "_posts/2026-02-05-hour.md": "date: 2026-01-01 25:00",
    "_posts/2026-02-05-null.md": "date: ~",
    "_posts/2026-02-05-both.md": "date: nope\npublished: false",
    "_posts/2026-02-05-more.md": "date: 2026-01-29 18:30:22 2026 -0800",
}

HUGO_CASES = {
    "posts/plain.md": "title: x",
    "posts/With Space.md": "title: x",
    "posts/記事（その1）.md": "title: x",
    "posts/UPPER_lower.md": "title: x",
    "posts/dots.in.name.md": "title: x",
    "posts/bundle/index.md": "title: x",
    "posts/slug.md": "slug: My Slug",
    "posts/slugjp.md": "slug: 日本 語",
    "posts/url.md": "url: /over/there/",
    "posts/urlrel.md": "url: over/here",
    "posts/urlhtml.md": "url: /a/b.html",
    "posts/draft.md": "draft: true",
    "posts/draftno.md": "draft: false",
    "posts/future.md": "date: 2099-01-01",
    "posts/publish.md": "date: 2020-01-01\npublishDate: 2099-01-01",
    "posts/expired.md": "expiryDate: 2020-01-01",
    "posts/date.md": "date: 2026-02-03T23:30:00+09:00",
    "posts/date2.md": "date: 2026-02-03 23:30:00",
    "root.md": "title: x",
    "a/b/c/deep.md": "title: x",
    "posts/c++ & d.md": "title: x",
    "posts/100% sure.md": "title: x",
    "posts/2026-01-05-dated.md": "title: T",
    "posts/emoji😀.md": "title: x",
    "posts/headless/index.md": "headless: true",
    "posts/norender.md": "_build:\n  render: never",
    "posts/pub.md": "published: 2020-01-01",
    "posts/pubd.md": "pubdate: 2099-01-01",
    "posts/mod.md": "lastmod: 2099-01-01",
    "posts/title.md": "title: 'A Title: with ！ marks & Ünïcode'\ndate: 2026-03-04",
    "posts/café.md": "title: x",
    "Posts2/x.md": "title: x",
    "posts/nodate.md": "description: x",
    "posts/slugslash.md": "slug: a/b",
    "posts/under_score__x.md": "title: x",
    "posts/a--b.md": "title: x",
    "posts/quote'd.md": "title: x",
    "posts/comma,x.md": "title: x",
    "posts/x#y.md": "title: x",
    "posts/tilde~x.md": "title: x",
    "posts/a  b - c.md": "title: x",
    "posts/-x-.md": "title: x",
    "posts/が.md": "title: が",
    "posts/ﾊﾟ.md": "slug: ﾊﾟ",
    "posts/at@x.md": "title: '@a: b/c'",
    "posts/ja.ja.md": "title: 日本",
    "posts/bl/index.ja.md": "title: 日本",
    "posts/url3.md": "url: /no/slash",
    "posts/capsurl.md": "URL: /Up/",
    "posts/caps.md": "Slug: Caps\nDraft: true",
    "posts/numslug.md": "slug: 2026",
}
HUGO_SITES = [
    "",
    'timeZone = "Asia/Tokyo"',
    '[permalinks]\nposts = "/:year/:month/:day/:slug/"',
    '[permalinks]\nposts = "/:section/:title/"',
    '[permalinks]\nposts = "/p/:filename/"',
    '[permalinks]\nposts = "/:sections/:slugorfilename/"',
    "buildFuture = true\nbuildExpired = true",
    "uglyURLs = true",
    "disablePathToLower = true",
    "removePathAccents = true",
    'defaultContentLanguage = "en"\n[languages.en]\n[languages.ja]',
    'defaultContentLanguage = "ja"\ndefaultContentLanguageInSubdir = true\n[languages.en]\n[languages.ja]',
]


def ours(root, generator, relative):
    """Our answer for a post."""
    post = Post.from_bytes((root / relative).read_bytes(), Rules(generator))
    return appearance(BlogFolder(Blog(root.resolve(), generator)), relative, post, datetime.now(UTC))


def address(root, generator, relative):
    found = ours(root, generator, relative)
    return found.address if found.state is State.VISIBLE else None


def posts(root):
    return [path.relative_to(root).as_posix() for path in find_posts(root)]


def with_text(header):
    return f"---\n{header}\n---\n\ntext\n"


@needs("jekyll")
@pytest.mark.parametrize("configuration", JEKYLL_SITES)
def test_jekyll_shows_what_we_say(tmp_path, configuration):
    root = tmp_path / "site"
    write(root, {name: with_text(header) for name, header in JEKYLL_CASES.items()})
    write(
        root, {"_posts/2026-03-01-nohead.md": "just text\n", "_posts/2026-03-02-unclosed.md": "---\ntitle: x\n\ntext\n"}
    )
    write(root, {"_config.yml": f"{configuration}\n"})
    built = build_with_jekyll(root)
    assert built is not None
    wanted = [name for name in posts(root) if "_posts" in name or "_drafts" in name]
    assert {name: address(root, Generator.JEKYLL, name) for name in wanted} == {
        name: built.get(name) for name in wanted
    }


@needs("jekyll")
@pytest.mark.parametrize(("name", "header"), BREAKING.items(), ids=BREAKING)
def test_what_stops_jekyll(tmp_path, name, header):
    root = tmp_path / "site"
    write(root, {name: with_text(header), "_config.yml": "title: x\n"})
    built = build_with_jekyll(root)
    found = ours(root, Generator.JEKYLL, name)
    assert (found.state is State.BREAKS) == (built is None), found
    if built is not None:
        assert address(root, Generator.JEKYLL, name) == built.get(name)


@needs("jekyll")
@pytest.mark.parametrize(
    ("blog", "configuration"),
    [
        ("mzlogin__mzlogin.github.io", "permalink: /:year/:month/:day/:title/\ntimezone: Asia/Shanghai\n"),
        ("rails__weblog", "permalink: pretty\n"),
        ("jekyll__jekyll/docs", "permalink: /news/:year/:month/:day/:title/\n"),
    ],
)
def test_jekyll_shows_the_corpus_as_we_say(tmp_path, shared, blog, configuration):
    root, source = tmp_path / "site", shared / "corpus" / blog
    names = [name for name in posts(source) if "_posts" in name]
    for name in names:
        post = Post.from_bytes((source / name).read_bytes())
        write(root, {name: f"{post.text[: post.header.span.end]}\ntext\n"})
    write(root, {"_config.yml": configuration})
    built = build_with_jekyll(root)
    assert built is not None
    assert len(names) > 90
    assert {name: address(root, Generator.JEKYLL, name) for name in names} == {name: built.get(name) for name in names}


@needs("hugo")
@pytest.mark.parametrize("configuration", HUGO_SITES)
def test_hugo_shows_what_we_say(tmp_path, configuration):
    root = tmp_path / "site"
    write(root, {f"content/{name}": with_text(header) for name, header in HUGO_CASES.items()})
    base = "https://e.org/" if configuration else "https://e.org/sub/"
    write(root, {"config.toml": f'baseURL = "{base}"\n{configuration}\n'})
    built = build_with_hugo(root)
    wanted = [name for name in posts(root) if name.startswith("content/")]
    assert len(wanted) == len(HUGO_CASES)
    assert {name: address(root, Generator.HUGO, name) for name in wanted} == {name: built.get(name) for name in wanted}


@needs("hugo")
@pytest.mark.parametrize("blog", ["yihui__yihui.org", "takuti__takuti.me"])
def test_hugo_shows_the_corpus_as_we_say(tmp_path, shared, blog):
    root, source = tmp_path / "site", shared / "corpus" / blog
    for name in posts(source):
        post = Post.from_bytes((source / name).read_bytes())
        inner = name.partition("content/")[2]
        if inner and not inner.rpartition("/")[2].startswith("_index"):
            write(root, {f"content/{inner}": f"{post.text[: post.header.span.end]}\ntext\n"})
    write(root, {"config.toml": 'baseURL = "https://e.org/"\n[permalinks]\nen = "/:section/:year/:month/:slug/"\n'})
    built = build_with_hugo(root)
    wanted = posts(root)
    assert len(wanted) > 150
    assert {name: address(root, Generator.HUGO, name) for name in wanted} == {name: built.get(name) for name in wanted}


NOW = datetime.now(UTC)
STATES = [
    (Generator.JEKYLL, "_posts/2026-01-01-x.md", "title: x", State.VISIBLE, ""),
    (Generator.JEKYLL, "_posts/2026-01-01-x.md", "published: false", State.HIDDEN, "published"),
    (Generator.JEKYLL, "_posts/2099-01-01-x.md", "title: x", State.FUTURE, ""),
    (Generator.JEKYLL, "_posts/2026-01-01-x.md", "date: 2099-01-01", State.FUTURE, "date"),
    (Generator.JEKYLL, "_posts/x.md", "title: x", State.NOT_BUILT, ""),
    (Generator.JEKYLL, "_drafts/x.md", "title: x", State.DRAFT, ""),
    (Generator.JEKYLL, "_posts/2026-01-01-x.md", "date: soon", State.BREAKS, "date"),
    (Generator.HUGO, "content/x.md", "draft: true", State.DRAFT, "draft"),
    (Generator.HUGO, "content/x.md", "date: 2099-01-01", State.FUTURE, "date"),
    (Generator.HUGO, "content/x.md", "expiryDate: 2020-01-01", State.HIDDEN, "expiryDate"),
    (Generator.HUGO, "content/x.md", "title: [x", State.BREAKS, ""),
    (Generator.HUGO, "notes/x.md", "title: x", State.NOT_BUILT, ""),
    (Generator.HEXO, "source/_posts/x.md", "title: x", State.VISIBLE, ""),
    (Generator.HEXO, "source/_posts/x.md", "published: false", State.HIDDEN, "published"),
    (Generator.HEXO, "source/_drafts/x.md", "title: x", State.DRAFT, ""),
    (Generator.HEXO, "source/_posts/x.md", "date: 2099-01-01", State.VISIBLE, ""),
    (Generator.HEXO, "source/_hidden/x.md", "title: x", State.NOT_BUILT, ""),
]


@pytest.mark.parametrize(("generator", "name", "header", "state", "key"), STATES)
def test_each_state_has_its_reason(tmp_path, generator, name, header, state, key):
    write(tmp_path, {name: with_text(header), "_config.yml": "", "hugo.toml": ""})
    found = ours(tmp_path, generator, name)
    assert (found.state, found.key) == (state, key)
    assert bool(found.reason) == (state is not State.VISIBLE)
    assert (found.since is not None) == (state is State.FUTURE)


def test_the_day_is_the_site_s(tmp_path):
    write(
        tmp_path,
        {
            "_config.yml": "timezone: Asia/Tokyo\n",
            "_posts/2026-01-01-x.md": with_text("date: 2026-01-01 20:00:00 +0000"),
        },
    )
    found = ours(tmp_path, Generator.JEKYLL, "_posts/2026-01-01-x.md")
    assert str(found.day) == "2026-01-02"
    assert found.address == "/2026/01/02/x.html"


def test_a_post_of_tomorrow_appears_tomorrow(tmp_path):
    tomorrow = (NOW + timedelta(days=1)).replace(microsecond=0)
    write(tmp_path, {"_config.yml": "", "_posts/2026-01-01-x.md": with_text(f"date: {tomorrow:%Y-%m-%d %H:%M:%S %z}")})
    assert ours(tmp_path, Generator.JEKYLL, "_posts/2026-01-01-x.md").since == tomorrow


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-02-30", "2026-03-02 00:00:00"),
        ("2026-02-30 10:20", "2026-03-02 10:20:00"),
        ("Sep 3", "2026-09-03 00:00:00"),
        ("Fri Sep  3 11:21:31 CEST 2021", "2021-09-03 11:21:31+02:00"),
        ("12", "2026-05-12 00:00:00"),
        ("2026-01-29 18:30:22 2026 -0800", "2026-01-29 18:30:22"),
        ("10:30 XYZ 2026-01-02", "2026-01-02 10:30:00"),
        ("2026", "None"),
        ("soon", "None"),
        ("2026-13-01", "None"),
        ("\x00٣/-０:999999999999999999999999999999", "None"),
        ("", "None"),
    ],
)
def test_dates_as_ruby_reads_them(text, found):
    assert str(ruby_date(text, datetime(2026, 5, 6, tzinfo=UTC))) == found
