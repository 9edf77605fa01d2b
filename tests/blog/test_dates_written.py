"""Every writer of dates: what it writes means the moment that was meant, in the precision of the blog's posts."""

import re
import time as clock
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.moves.place import Wish
from editor.blog.moves.plan import plan_move
from editor.blog.rules import RulesBook
from editor.blog.sites import site_in
from editor.blog.style.house import HouseStyle
from editor.export.memory import ExportMemory
from editor.export.plan import plan_export
from editor.header import Generator, Rules, read_header
from editor.header.date_readers import DateReader
from editor.header.dates import Moment
from editor.post.post import Post
from editor.post.values import shown, typed
from tests.blog.real_sites import build_with_jekyll, needs
from tests.files import write

TOKYO = ZoneInfo("Asia/Tokyo")
AT = datetime(2026, 11, 27, 15, 28, 5, tzinfo=TOKYO)
NOW = Moment(AT.date(), AT.time(), 540)
ZONES = {
    Generator.JEKYLL: ("_config.yml", "timezone: Asia/Tokyo\n"),
    Generator.HUGO: ("hugo.toml", 'timeZone = "Asia/Tokyo"\n'),
    Generator.HEXO: ("_config.yml", "timezone: Asia/Tokyo\n"),
    Generator.ASTRO: ("astro.config.mjs", ""),
    Generator.ELEVENTY: (".eleventy.js", ""),
    Generator.PELICAN: ("pelicanconf.py", "TIMEZONE = 'Asia/Tokyo'\n"),
    Generator.ZOLA: ("zola.toml", 'base_url = "x"\n'),
}
PLACES = {
    Generator.JEKYLL: "_posts/2026-01-0{}-p.md",
    Generator.HUGO: "content/posts/p{}.md",
    Generator.HEXO: "source/_posts/p{}.md",
    Generator.ASTRO: "src/content/blog/p{}.md",
    Generator.ELEVENTY: "posts/p{}.md",
    Generator.PELICAN: "content/p{}.md",
    Generator.ZOLA: "content/p{}.md",
}
FORMS = [
    "2026-01-0{}T10:00",
    "2026-01-0{} 10:00",
    "2026-01-0{} 10:00:00",
    "2026-01-0{}T10:00:00",
    "2026-01-0{} 10:00:00 +0900",
    "2026-01-0{}T10:00:00+09:00",
    "2026-01-0{}T01:00:00Z",
    "2026/01/0{} 10:00:00",
    "'2026-01-0{} 10:00:00'",
    "2026-01-0{}",
]


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/New_York"], autouse=True)
def machine(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


def blog(tmp_path, generator, form="", more=()):
    name, configuration = ZONES[generator]
    (tmp_path / name).write_text(configuration, encoding="utf-8")
    if generator is Generator.HEXO:
        (tmp_path / "source/_posts").mkdir(parents=True)
    for number in range(1, 4) if form else ():
        path = tmp_path / PLACES[generator].format(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        date = form.format(number)
        key = "pubDate" if generator is Generator.ASTRO else "date"
        text = (
            f"Title: P\nDate: {date}\n\nx\n"
            if generator is Generator.PELICAN
            else f"---\ntitle: P\n{key} : {date}\n---\n\nx\n"
        )
        path.write_text(text, encoding="utf-8")
    return site_in(tmp_path)


def field_of(text, generator):
    header = read_header(text, Rules(generator))
    field = header.field("date") or header.field("pubDate")
    return header, field


def assert_means_now(text, site, day_only=False):
    header, field = field_of(text, site.generator)
    zone = BlogFolder(site).settings.zone
    quoted = field.node.style in ("single", "double")
    reader = DateReader(site.generator, zone, header.syntax, quoted=quoted)
    written = shown(field.value)
    if day_only:
        assert written == "2026-11-27"
        return
    seconds = re.search(r":\d\d:\d\d", written) is not None
    wanted = AT.astimezone(UTC)
    assert reader.instants(written) == {wanted if seconds else wanted.replace(second=0)}, written


CASES = [
    (generator, form) for generator in ZONES for form in FORMS if generator is not Generator.PELICAN or "'" not in form
]


@pytest.mark.parametrize(("generator", "form"), [*CASES, *((generator, "") for generator in ZONES)])
def test_a_new_post_is_dated_now(tmp_path, generator, form):
    site = blog(tmp_path, generator, form)
    post = HouseStyle.of(site).new_post("T", NOW)
    assert_means_now(post.head, site, day_only=bool(form) and ":" not in form)
    if form.endswith("T10:00") and generator in (Generator.JEKYLL, Generator.HEXO, Generator.PELICAN):
        assert "2026-11-27T15:28\n" in post.head


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("draft", ["", "date: 2025-01-01T08:00:00\n", "date: 2025-01-01T08:00\n"])
def test_a_draft_that_is_published_is_dated_now(tmp_path, form, draft):
    site = blog(tmp_path, Generator.JEKYLL, form)
    path = tmp_path / "_drafts/d.md"
    path.parent.mkdir()
    path.write_text(f"---\ntitle: D\n{draft}---\nx\n", encoding="utf-8")
    move = plan_move(BlogFolder(site), path, Wish(day=AT.date(), draft=False), AT)
    assert_means_now(move.own.new.decode(), site, day_only=":" not in form and not draft)


@pytest.mark.parametrize(("generator", "form"), CASES)
def test_a_date_that_is_typed_means_the_time_on_the_blogs_clock(tmp_path, generator, form):
    site = blog(tmp_path, generator, form)
    path = tmp_path / PLACES[generator].format(7)
    post = Post.from_bytes(
        b"Title: x\n\nx\n" if generator is Generator.PELICAN else b"---\ntitle: x\n---\n", RulesBook().rules_of(path)
    )
    key = "pubDate" if generator is Generator.ASTRO else "date"
    value = typed(key, None, "2026-11-27 15:28:05 +0900", post.header.rules, post.header.syntax)
    post.apply(post.set_value(key, value))
    assert_means_now(post.text, site)


@pytest.mark.parametrize(("generator", "form"), [*CASES, *((generator, "") for generator in ZONES)])
def test_an_exported_draft_keeps_its_moment(tmp_path, generator, form):
    (tmp_path / "blog").mkdir()
    site = blog(tmp_path / "blog", generator, form)
    source = tmp_path / "drafts/d.md"
    source.parent.mkdir()
    source.write_text("---\ntitle: D\ndate: 2026-11-27 15:28:05 +0900\n---\n\nx\n", encoding="utf-8")
    plan = plan_export(source, site, ExportMemory(tmp_path / "memory"), AT + timedelta(days=1))
    assert_means_now(plan.ours.decode(), site)


@pytest.mark.parametrize(("generator", "form"), [*CASES, *((generator, "") for generator in ZONES)])
def test_an_exported_draft_without_a_date_is_dated_now(tmp_path, generator, form):
    (tmp_path / "blog").mkdir()
    site = blog(tmp_path / "blog", generator, form)
    source = tmp_path / "drafts/d.md"
    source.parent.mkdir()
    source.write_text("---\ntitle: D\n---\n\nx\n", encoding="utf-8")
    plan = plan_export(source, site, ExportMemory(tmp_path / "memory"), AT)
    assert_means_now(plan.ours.decode(), site, day_only=bool(form) and ":" not in form)
    if form.endswith("T10:00") and generator is Generator.JEKYLL:
        assert b"2026-11-27T15:28\n" in plan.ours


@needs("jekyll")
@pytest.mark.parametrize("machine", ["UTC"], indirect=True)
def test_jekyll_builds_a_new_post_at_once(tmp_path):
    """A date that is read as the future leaves the post out: each form of neighbours, each a post of now."""
    root = tmp_path / "site"
    wanted = set()
    now = datetime.now(TOKYO)
    for number, form in enumerate(FORMS):
        part = tmp_path / f"part{number}"
        part.mkdir()
        site = blog(part, Generator.JEKYLL, form)
        offset = Moment(now.date(), now.time().replace(microsecond=0), 540)
        post = HouseStyle.of(site).new_post(f"T{number}", offset)
        write(root, {str(post.relative): post.head, "_config.yml": "timezone: Asia/Tokyo\n"})
        wanted.add(str(post.relative))
    assert wanted <= set(build_with_jekyll(root))
