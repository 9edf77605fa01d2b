"""The command line's verbs about a whole blog: how its posts are written, and a new one like them."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate, LeadsOutError
from editor.blog.posts import links_out
from editor.blog.settings import settings_of
from editor.blog.site import Blog
from editor.blog.sites import site_in
from editor.blog.style.house import HouseStyle
from editor.blog.version import generator_version
from editor.header import Refused
from editor.header.dates import read_date
from editor.language import tr
from editor.post.assignments import Assignment, adding, setting
from editor.post.post import Post
from editor.terminal import printable, say
from editor.text.visible import in_json, one_line


def style(arguments: list[str]) -> int:
    """How the posts of a blog are written."""
    parser = ArgumentParser(prog="postwright style", description=tr("tell how the posts of a blog are written"))
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--json", action="store_true", help=tr("for machines"))
    options = parser.parse_args(arguments)
    house = HouseStyle.of(site_in(options.folder))
    _tell_links_out(house.blog)
    if not house.samples:
        return say(tr("{0}: no posts with front matter that can be read").format(options.folder))
    habits, version = house.habits(), generator_version(BlogFolder(house.blog))
    if options.json:
        rows = [{"about": row.about, "how": row.how, "share": row.share, "example": row.example} for row in habits]
        answer = {
            "generator": str(house.blog.generator),
            "version": version,
            "posts": len(house.samples),
            "habits": rows,
        }
        print(in_json(json.dumps(answer, ensure_ascii=False, indent=1)))
        return 0
    print(one_line(f"{house.blog.generator}{f' {version}' if version else ''}, {len(house.samples)} posts"))
    for row in habits:
        print(one_line(f"{row.about}: {row.how.replace(chr(10), '⏎')}  ({row.share:.0%}, {row.example})"))
    return 0


def new(arguments: list[str]) -> int:
    """A new post as the blog's posts are."""
    parser = ArgumentParser(prog="postwright new", description=tr("start a post as the blog's posts are"))
    parser.add_argument("title")
    parser.add_argument("assignments", nargs="*", metavar="KEY=TEXT|KEY:=JSON", help=tr("one more value"))
    parser.add_argument("--blog", type=Path, default=Path(), metavar="DIR", help=tr("its folder; the current one"))
    parser.add_argument("--slug", default="", help=tr("the file's name; what the title makes"))
    parser.add_argument("--date", help=tr("instead of now"))
    parser.add_argument("--like", type=Path, metavar="FILE", help=tr("with the keys, values and place of this post"))
    parser.add_argument("--set", action="append", default=[], metavar="KEY=TEXT", help=tr("one more value"))
    parser.add_argument("--add", action="append", default=[], metavar="KEY=TEXT", help=tr("add an item to a list"))
    parser.add_argument("--draft", action="store_true", help=tr("as the generator has its drafts"))
    parser.add_argument("--dry-run", action="store_true", help=tr("print what would be written where"))
    options = parser.parse_intermixed_args(arguments)
    try:
        assignments = [Assignment.parse(text) for text in (*options.set, *options.assignments)]
        additions = [Assignment.parse(text) for text in options.add]
    except ValueError as error:
        parser.error(str(error))
    blog = site_in(options.blog)
    now = datetime.now().astimezone(settings_of(blog).zone)
    moment = read_date(options.date or f"{now:%Y-%m-%d %H:%M:%S %z}")
    if moment is None:
        return say(
            tr("--date {0}: this is no date: write it as 2026-04-12 or 2026-04-12 07:40 +0900").format(options.date)
        )
    if "/" in options.slug or "\\" in options.slug:
        return say(tr("--slug {0}: a file name has no slashes").format(options.slug))
    house = HouseStyle.of(blog)
    _tell_links_out(blog)
    wanted = options.like.resolve() if options.like is not None else None
    like = next((one for one in house.samples if blog.root / one.relative == wanted), None)
    if options.like is not None and like is None:
        return say(tr("{0}: no post of this blog with front matter that can be read").format(options.like))
    try:
        empty = Post.from_bytes(b"", house.rules)
        at_top = [one for one in assignments if len(one.path) == 1]
        values = {one.key: one.value(None, empty, one.path) for one in at_top}
        post = house.new_post(options.title, moment, values, slug=options.slug, like=like, draft=options.draft)
        nested = (setting(one) for one in assignments if len(one.path) > 1)
        post = house.changed(post, [*nested, *(adding(one) for one in additions)])
    except Refused as refusal:
        return say(refusal.reason)
    if options.dry_run:
        print(f"{printable(post.relative)}\n\n{post.head}", end="")
        return 0
    gate, path = Gate(blog.root), blog.root / post.relative
    gate.make_folder(path.parent)
    gate.write(path, post.to_bytes(), expected=None)
    print(printable(path))
    return 0


def _tell_links_out(blog: Blog) -> None:
    """Name the posts that were not looked at, for they lie elsewhere."""
    for path, away in links_out(blog.root):
        say(str(LeadsOutError(path, away)))
