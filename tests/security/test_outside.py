"""Nothing outside of a blog is read or written: links of all kinds that lead out, and files that change while they are
looked at."""

import contextlib
import os
import signal
import threading
from pathlib import Path

import pytest

from editor.blog.folder import BlogFolder
from editor.blog.gate import Gate, LeadsOutError, inner_path
from editor.blog.library.index import Index
from editor.blog.library.scan import scan
from editor.blog.links.survey import survey
from editor.blog.moves.copy import copy_of
from editor.blog.moves.place import Wish
from editor.blog.moves.plan import plan_move
from editor.blog.posts import newest_post, posts_of_site
from editor.blog.reading import posts_in
from editor.blog.rewriting import write_all
from editor.blog.search import replace_in_posts, search_blog
from editor.blog.site import Blog, blog_of, leads_out_of_blog
from editor.blog.tags import changes, uses, write
from editor.blog.targets import picture_files, post_targets
from editor.blog.translations import Translations
from editor.blog.vocabulary import vocabulary
from editor.cli import main
from editor.header import Generator, Refused
from editor.post.files import FileError, Stamp, read_file
from editor.post.post import Post
from editor.writing.search import Query
from tests import files
from tests.conftest import ENDS

SECRET = "CANARY-7d1f0c"
OUT = f"---\ntitle: {SECRET}\ndate: 2031-01-01 10:00:00 +0900\ntags: [{SECRET}, harbour]\n---\n\n{SECRET} [a](a.md)\n"
INSIDE = "---\ntitle: A boat\ndate: 2026-01-01 10:00:00 +0900\ntags: [harbour]\n---\n\nA boat.\n"


@pytest.fixture(autouse=True)
def _ends():
    """What hangs is stopped."""

    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(ENDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def ground(tmp_path):
    """A blog, and a folder beside it that is none of its business."""
    return files.write(
        tmp_path,
        {
            "blog/_config.yml": "title: x\ncategories: y\n",
            "blog/_posts/2026-01-01-a.md": INSIDE,
            "out/secret.md": OUT,
            "out/2030-01-01-secret.md": OUT,
            "out/secret.png": SECRET,
        },
    )


def everything(folder):
    """All that lies below a folder: kinds, targets of links, bytes."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path)
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else path.stat().st_mode
        for path in sorted(folder.rglob("*"))
    }


def absolute(ground, link):
    link.symlink_to(ground / "out/secret.md")


def relative(_, link):
    link.symlink_to("../../out/secret.md")


def in_two_steps(ground, link):
    (ground / "blog/step.txt").symlink_to("../out/secret.md")
    link.symlink_to("../step.txt")


def by_a_folder(ground, link):
    (ground / "blog/beside").symlink_to("../out")
    link.symlink_to("../beside/secret.md")


def by_proc(ground, link):
    link.symlink_to(f"/proc/self/root{ground}/out/secret.md")


def to_where_nothing_is(_, link):
    link.symlink_to("../../out/not-there.md")


LINKS = (absolute, relative, in_two_steps, by_a_folder, by_proc, to_where_nothing_is)
NAME = "_posts/2031-01-01-link.md"


@pytest.fixture(params=LINKS, ids=lambda one: one.__name__)
def blog(request, ground):
    """The blog, with a post that is a link out of it."""
    request.param(ground, ground / "blog" / NAME)
    return blog_of(ground / "blog/_posts/2026-01-01-a.md")


def test_it_is_listed_with_where_it_leads_and_neither_read_nor_found(blog, ground):
    index = Index(ground / "cache/index.sqlite")
    try:
        scan(blog, index)
        row = next(row for row in index.rows() if row.path == NAME)
        assert row.state == "broken"
        assert "leads out of the blog" in row.reason
        assert "secret" in row.reason or "not-there" in row.reason
        assert (row.title, row.tags, row.characters) == ("", (), 0)
        assert index.search(SECRET) == []
        assert scan(blog, index) == 0, "what is known is not told anew"
    finally:
        index.close()
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in (ground / "cache").iterdir())


def test_a_post_that_becomes_a_link_is_forgotten(ground):
    blog, post = blog_of(ground / "blog/_posts/2026-01-01-a.md"), ground / "blog/_posts/2026-01-01-a.md"
    index = Index(ground / "cache/index.sqlite")
    try:
        scan(blog, index)
        assert index.search("boat") != []
        post.unlink()
        post.symlink_to(ground / "out/secret.md")
        scan(blog, index)
        assert [row.state for row in index.rows()] == ["broken"]
        assert index.search("boat") == index.search(SECRET) == []
    finally:
        index.close()


def test_nothing_that_goes_through_all_posts_reads_it(blog):
    folder, unread = BlogFolder(blog), list[Path]()
    assert [path.name for path in posts_of_site(blog.root)] == ["2026-01-01-a.md"]
    assert [path.name for path, _, _ in posts_in(blog.root, unread=unread.append)] == ["2026-01-01-a.md"]
    assert blog.root / NAME in unread, "it is named"
    assert newest_post(blog.root).name == "2026-01-01-a.md"
    assert list(search_blog(blog.root, Query(SECRET), "x", lambda: False)) == []
    assert set(uses(blog.root, "tags")) == {"harbour"}
    assert [one.title for one in post_targets(folder).posts] == ["A boat"]
    assert SECRET not in repr((survey(folder), vocabulary(blog.root), vars(Translations(folder))))
    assert picture_files(blog) == []


def test_replace_and_tags_do_not_write_it(blog, ground):
    before = everything(ground / "out")
    hits = list(search_blog(blog.root, Query("a"), "@", lambda: False))
    replace_in_posts([(found, range(len(found.hits))) for found in hits])
    write(list(changes(blog.root, "tags", ["harbour"], "port")))
    assert everything(ground / "out") == before
    assert b"[port]" in (ground / "blog/_posts/2026-01-01-a.md").read_bytes()


@pytest.mark.parametrize("make", LINKS[:-1], ids=lambda one: one.__name__)
def test_a_change_that_was_looked_at_before_is_not_written_through_a_link(ground, make):
    """Between the look and the writing the post became a link to a file with the same bytes."""
    post, before = ground / "blog" / NAME, everything(ground / "out")
    make(ground, post)
    outcome = write_all([(post, OUT.encode(), lambda: b"written")])
    assert everything(ground / "out") == before
    assert outcome.written == ()
    assert "leads out of the blog" in outcome.left[0]


def test_it_is_not_renamed_copied_or_mended(blog, ground):
    before = everything(ground)
    with pytest.raises((Refused, FileError)):
        plan_move(BlogFolder(blog), blog.root / NAME, Wish(slug="other"), _now())
    with pytest.raises(Refused):
        copy_of(blog, blog.root / NAME, Post.from_bytes(OUT.encode()))
    assert everything(ground) == before


def _now():
    from datetime import UTC, datetime

    return datetime.now(UTC)


@pytest.mark.parametrize("verb", [["check"], ["check", "--all"], ["style"], ["new", "A title", "--blog"]])
def test_the_command_line_says_it_in_a_line(blog, ground, capsys, verb):
    before = everything(ground / "out")
    assert main([*verb, str(ground / "blog")]) in (0, 1)
    out, err = capsys.readouterr()
    told = [line for line in (out + err).splitlines() if "leads out of the blog" in line]
    assert len(told) == 1
    assert Path(NAME).name in told[0]
    assert "Traceback" not in out + err
    assert SECRET not in out + err
    assert everything(ground / "out") == before


def test_a_linked_folder_of_posts_is_named_and_not_entered(ground, capsys):
    blog = ground / "blog"
    (blog / "_posts/2026-01-01-a.md").unlink()
    (blog / "_posts").rmdir()
    (blog / "_posts").symlink_to("../out")
    index, before = Index(ground / "cache/index.sqlite"), everything(ground / "out")
    try:
        scan(Blog(blog, Generator.JEKYLL), index)
        assert [(row.path, row.state) for row in index.rows()] == [("_posts", "broken")]
    finally:
        index.close()
    assert main(["new", "A title", "--blog", str(blog)]) == 1
    assert "leads out of the blog" in capsys.readouterr().err
    assert everything(ground / "out") == before


@pytest.mark.parametrize(
    "name",
    [
        "_config.yml",
        "_data/a.yml",
        "_includes/a.html",
        "_layouts/post.html",
        "assets/main.scss",
        "Gemfile",
        "package.json",
        "static/a.png",
        "page.html",
    ],
)
@pytest.mark.parametrize("by", ["file", "folder"])
def test_no_file_of_the_blog_is_read_outside(ground, name, by):
    """Each kind of file that is read besides posts, as a link out, or in a folder that is one."""
    path = ground / "blog" / name
    path.unlink(missing_ok=True)
    if by == "file":
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(ground / "out/secret.md")
    elif "/" in name:
        (ground / "out" / path.name).write_text(f"{SECRET}: {SECRET}\n")
        path.parent.symlink_to(ground / "out")
    else:
        return
    folder = BlogFolder(Blog(ground / "blog", Generator.JEKYLL))
    assert folder.text(name) is None
    assert folder.file(name) is None
    found = (folder.configuration, folder.data(), survey(folder), picture_files(folder.blog))
    assert SECRET not in repr(found)
    assert not [path for path in folder.gate.files() if "out" in path.resolve().parts]


def test_links_inside_the_blog_work(ground):
    files.write(ground / "blog", {"shared/b.md": INSIDE, "real/data.yml": "a: 1\n"})
    (ground / "blog/_posts/2026-01-02-b.md").symlink_to("../shared/b.md")
    (ground / "blog/_data").symlink_to("real")
    blog = blog_of(ground / "blog/_posts/2026-01-01-a.md")
    names = sorted(path.name for path, _, _ in posts_in(blog.root))
    assert names == ["2026-01-01-a.md", "2026-01-02-b.md", "b.md"]
    assert BlogFolder(blog).data() == {"data": {"a": 1}}
    link = blog.root / "_posts/2026-01-02-b.md"
    outcome = write_all([(link, INSIDE.encode(), lambda: b"new")])
    assert outcome.left == ()
    assert link.is_symlink()
    assert (ground / "blog/shared/b.md").read_bytes() == b"new"


def test_what_a_link_is_called_does_not_steer_the_terminal(ground, capsys):
    """Whoever made the link chose the characters of its target."""
    (ground / "blog" / NAME).symlink_to("/tmp/\x1b]0;title\x07\u202e")
    os.symlink(b"/tmp/\xff", os.fsencode(ground / "blog/_posts/2026-01-03-c.md"))
    for verb in (["check"], ["style"], ["new", "A title", "--dry-run", "--blog"]):
        main([*verb, str(ground / "blog")])
    out, err = capsys.readouterr()
    assert (out + err).count("leads out of the blog") == 6
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)


def test_links_that_lead_in_rings_or_far(ground, capsys):
    posts = ground / "blog/_posts"
    (posts / "a.md").symlink_to("a.md")
    (posts / "b.md").symlink_to("c.md")
    (posts / "c.md").symlink_to("b.md")
    for number in range(60):
        (posts / f"far{number}.md").symlink_to(f"far{number + 1}.md")
    (posts / "far60.md").symlink_to("../../out/secret.md")
    assert main(["check", str(ground / "blog")]) == 1
    out, _ = capsys.readouterr()
    assert out.count("leads out of the blog") == 61
    assert SECRET not in out


def test_a_blog_that_is_itself_reached_by_a_link_works(ground, capsys):
    (ground / "way").symlink_to("blog")
    post = ground / "way/_posts/2026-01-01-a.md"
    assert leads_out_of_blog(post) is None
    blog = Blog(ground / "way", Generator.JEKYLL)
    assert [path for path, _, _ in posts_in(blog.root)] == [post]
    assert BlogFolder(blog).text("_config.yml") is not None
    outcome = write_all([(post, INSIDE.encode(), lambda: INSIDE.replace("boat", "ship").encode())])
    assert outcome.left == ()
    assert main(["new", "A title", "--blog", str(ground / "way")]) == 0
    assert len(list((ground / "blog/_posts").iterdir())) == 2


@pytest.mark.parametrize(
    "named",
    [
        "../out",
        "..",
        "a/../../out",
        "../../../../etc",
        "C:\\out",
        "C:out",
        "\\\\server\\share",
        "//server/share/out",
        "\\\\?\\C:\\out",
        "..\\out",
        "a\\..\\..\\out",
        "~/out",
        "a\0b",
        "",
        None,
        7,
        ["x"],
        ". .. ".strip(" ") + "/../..",
    ],
)
def test_a_path_that_a_configuration_names_is_inside_or_not_said(named):
    assert inner_path(named, "usual") in ("usual", "server/share/out")


@pytest.mark.parametrize(
    ("named", "inner"),
    [
        ("content", "content"),
        ("./a/./b/", "a/b"),
        ("/a/", "a"),
        (".", ""),
        ("a/../b", "b"),
        ("朝/夜", "朝/夜"),
        ("..a", "..a"),
    ],
)
def test_a_path_inside_is_taken(named, inner):
    assert inner_path(named, "usual") == inner


class Swapped:
    """Exchanges a path for another at the moment at which a function of `os` is called for the nth time."""

    def __init__(self, monkeypatch, name, exchange, at=1):
        self.left, self.exchange, real = at, exchange, getattr(os, name)

        def called(*arguments, **named):
            self.left -= 1
            if self.left == 0:
                self.exchange()
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, called)


def test_a_file_that_becomes_a_link_when_it_is_opened_is_not_read(ground, monkeypatch):
    post = ground / "blog/_posts/2026-01-01-a.md"

    def exchange():
        post.unlink()
        post.symlink_to(ground / "out/secret.md")

    Swapped(monkeypatch, "open", exchange)
    with pytest.raises(FileError, match="leads out of the blog"):
        Gate(ground / "blog").read(post)


@pytest.mark.parametrize("function", ["open", "stat", "replace", "fsync", "access"])
@pytest.mark.parametrize("at", range(1, 6))
def test_a_folder_that_becomes_a_link_while_a_post_is_written_takes_nothing_out(ground, monkeypatch, function, at):
    """The folder is exchanged at each call of the system that a save makes: what lies outside stays as it is."""
    posts, before = ground / "blog/_posts", everything(ground / "out")

    def exchange():
        os.rename(posts, ground / "blog/was")
        posts.symlink_to(ground / "out")

    (ground / "out/2026-01-01-a.md").write_text(INSIDE)
    before = everything(ground / "out")
    Swapped(monkeypatch, function, exchange, at)
    with contextlib.suppress(FileError):
        Gate(ground / "blog").write(posts / "2026-01-01-a.md", b"written", expected=Stamp.of(INSIDE.encode()))
    assert everything(ground / "out") == before


@pytest.mark.parametrize("function", ["open", "mkdir", "lstat"])
@pytest.mark.parametrize("at", range(1, 8))
def test_a_folder_that_becomes_a_link_while_others_are_made_in_it_takes_nothing_out(ground, monkeypatch, function, at):
    made, before = ground / "blog/made", everything(ground / "out")

    def exchange():
        if made.exists():
            os.rename(made, ground / "was")
        made.symlink_to(ground / "out")

    Swapped(monkeypatch, function, exchange, at)
    with contextlib.suppress(FileError):
        Gate(ground / "blog").make_folder(made / "a" / "b")
    assert everything(ground / "out") == before


def test_a_link_that_is_exchanged_all_the_time_gives_nothing_away(ground):
    """The real race: one thread exchanges, another one reads and writes."""
    post, out = ground / "blog/_posts/2026-01-01-a.md", ground / "out/secret.md"
    link, file, done = ground / "link", ground / "file", threading.Event()

    def exchange():
        while not done.is_set():
            link.symlink_to(out)
            os.replace(link, post)
            file.write_text(INSIDE)
            os.replace(file, post)

    thread = threading.Thread(target=exchange)
    thread.start()
    try:
        gate, read = Gate(ground / "blog"), set[bytes]()
        for _ in range(1_500):
            with contextlib.suppress(FileError):
                read.add(gate.read(post))
            with contextlib.suppress(FileError):
                gate.write(post, OUT.replace("harbour", "x").encode(), expected=Stamp.of(OUT.encode()))
    finally:
        done.set()
        thread.join()
    assert read <= {INSIDE.encode(), b""}
    assert out.read_text() == OUT


def test_a_post_that_the_user_names_is_opened_wherever_it_leads(ground):
    """On purpose: its own file is meant."""
    link = ground / "blog" / NAME
    link.symlink_to(ground / "out/secret.md")
    assert read_file(link) == OUT.encode()
    assert leads_out_of_blog(link) == ground / "out/secret.md"
    assert main(["set", "title=Other", "--", str(link)]) == 0
    assert link.is_symlink()
    assert b"title: Other" in (ground / "out/secret.md").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        ".git/hooks/post-commit",
        "_posts/../.git/config",
        ".GIT/x.md",
        "git~1/x.md",
        ".git./x.md",
        ".git /x.md",
        ".g\u200cit/x.md",
        "a\0b.md",
    ],
)
def test_git_s_own_folder_is_not_written(ground, path):
    with pytest.raises(LeadsOutError):
        Gate(ground / "blog").place(ground / "blog" / path)
