"""Another program writes a post while it is saved, by each writer of ours: its version is there afterwards, and told of."""

import os
from datetime import UTC, datetime
from functools import partial

import pytest

from editor import cli
from editor.blog.folder import BlogFolder
from editor.blog.moves import carry
from editor.blog.moves.carry import carry_out
from editor.blog.moves.place import Wish
from editor.blog.moves.plan import plan_move
from editor.blog.search import replace_in_posts, search_blog
from editor.blog.site import blog_of
from editor.blog.tags import changes, write
from editor.export.carry import carry_out as carry_export
from editor.post import atomic, swap
from editor.post.files import FileChangedError, Stamp, write_file
from editor.post.saved_versions import SavedVersions
from editor.writing.search import Query
from tests.export.desks import Desk
from tests.faults.other_program import THEIRS, WAYS, by_rename, in_place, meanwhile
from tests.ui.user import User

POST = b"---\ntitle: x\ntags: [a]\ndraft: true\n---\n\nsea\n"
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
MOMENTS = ("fsync", "exchange")


@pytest.fixture
def post(tmp_path):
    (tmp_path / "_config.yml").write_text("title: x\n")
    path = tmp_path / "_posts" / "2026-01-02-a.md"
    path.parent.mkdir()
    path.write_bytes(POST)
    return path


def litter(folder):
    return [one.name for one in folder.iterdir() if one.name.startswith(".")]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_save(post, moment, way, can_exchange, monkeypatch):
    """`exchange` is asked in both cases: where it can't be done, what was replaced is looked at all the same."""
    if not can_exchange:
        if (moment, way) == ("exchange", by_rename):
            return  # there the last moment remains: nothing tells which file a rename has replaced
        monkeypatch.setattr(swap, "_renameat2", lambda: None)
    with meanwhile(moment, partial(way, post)), pytest.raises(FileChangedError, match="changed"):
        write_file(post, b"mine", expected=Stamp.of(POST))
    assert post.read_bytes() not in (b"mine", POST)
    assert litter(post.parent) == []


@pytest.mark.parametrize("way", WAYS[:2])
@pytest.mark.parametrize("syncs", [0, 1, 2])
def test_a_save_of_a_file_with_two_names(post, way, syncs):
    """While the record is synced, its folder, or the file itself."""
    other = post.with_name("linked.md")
    os.link(post, other)
    with meanwhile("fsync", partial(way, post), syncs), pytest.raises(FileChangedError, match="changed"):
        write_file(post, b"mine", expected=Stamp.of(POST))
    assert post.read_bytes() == THEIRS
    assert litter(post.parent) == []


@pytest.mark.parametrize("moment", ["fsync", "rename_new"])
def test_a_new_file(post, moment):
    new = post.with_name("new.md")
    with meanwhile(moment, partial(in_place, new)), pytest.raises(FileChangedError, match="exists already"):
        write_file(new, b"mine", expected=None)
    assert new.read_bytes() == THEIRS
    assert litter(post.parent) == []


def test_a_file_that_was_deleted_or_became_something_else(post):
    with meanwhile("fsync", post.unlink), pytest.raises(FileChangedError, match="deleted"):
        write_file(post, b"mine", expected=Stamp.of(POST))
    assert not post.exists()
    target = post.with_name("elsewhere")
    target.write_bytes(POST)

    def become(make):
        post.unlink(missing_ok=True)
        make()

    for make in (lambda: os.mkfifo(post), lambda: post.symlink_to(target)):
        post.write_bytes(POST)
        with meanwhile("fsync", partial(become, make)), pytest.raises(OSError, match=r"2026-01-02-a\.md: "):
            write_file(post, b"mine", expected=Stamp.of(POST))
        assert not post.is_file() or post.is_symlink()
        post.unlink()
    assert target.read_bytes() == POST
    assert litter(post.parent) == []


def test_two_others_at_the_last_moments(post, monkeypatch):
    """The one slips in before the names are exchanged, the other before they are exchanged back: both are kept."""
    real, calls = atomic.exchange, []

    def exchange(*names):
        calls.append(names)
        if len(calls) < 3:
            post.write_bytes(b"other %d" % len(calls))
        return real(*names)

    monkeypatch.setattr(atomic, "exchange", exchange)
    with pytest.raises(FileChangedError):
        write_file(post, b"mine", expected=Stamp.of(POST))
    monkeypatch.undo()
    assert post.read_bytes() == b"other 2"
    (left,) = litter(post.parent)
    assert post.with_name(left).read_bytes() == b"other 1"
    kept = []
    atomic.clean_leftovers(post.parent, now=2**40, keep=lambda *one: kept.append(one))
    assert kept == [(post.name, b"other 1")]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("way", WAYS[:2])
def test_replacing_in_the_blog(post, moment, way):
    found = list(search_blog(post.parent.parent, Query("sea"), "mountain", lambda: False))
    with meanwhile(moment, partial(way, post)):
        outcome = replace_in_posts([(one, range(len(one.hits))) for one in found])
    assert "changed by another program" in "".join(outcome.left)
    assert post.read_bytes() == THEIRS


@pytest.mark.parametrize("moment", MOMENTS)
def test_tags(post, moment):
    plan = list(changes(post.parent.parent, "tags", ["a"], "b"))
    with meanwhile(moment, partial(by_rename, post)):
        outcome = write(plan)
    assert "changed by another program" in "".join(outcome.left)
    assert post.read_bytes() == THEIRS


@pytest.mark.parametrize("moment", MOMENTS)
def test_renaming(post, moment):
    other = post.with_name("2026-01-03-o.md")
    other.write_bytes(b"---\ntitle: o\n---\n[a]({% post_url 2026-01-02-a %})\n")
    move = plan_move(BlogFolder(blog_of(post)), post, Wish(slug="b"), NOW)
    with meanwhile(moment, lambda: in_place(other)):
        moved = carry_out(move)
    assert "changed by another program" in "".join(moved.outcome.left)
    assert other.read_bytes() == THEIRS


@pytest.mark.parametrize("moment", MOMENTS)
def test_publishing(tmp_path, moment):
    (tmp_path / "hugo.toml").write_text("")
    path = tmp_path / "content" / "posts" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(POST)
    move = plan_move(BlogFolder(blog_of(path)), path, Wish(draft=False), NOW)
    with meanwhile(moment, lambda: in_place(path)):
        moved = carry_out(move)
    assert "changed by another program" in "".join(moved.outcome.left)
    assert path.read_bytes() == THEIRS


def test_a_rename_never_takes_a_name_that_came_meanwhile(post, monkeypatch):
    move = plan_move(BlogFolder(blog_of(post)), post, Wish(slug="b"), NOW)
    monkeypatch.setattr(carry, "_refuse_to_replace", lambda old, new: None)  # as if it came right after the look
    move.new_path.write_bytes(THEIRS)
    with pytest.raises(OSError, match="can’t be moved"):
        carry_out(move)
    assert (post.read_bytes(), move.new_path.read_bytes()) == (POST, THEIRS)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("way", WAYS[:2])
def test_the_set_verb(post, moment, way, capsys):
    with meanwhile(moment, partial(way, post)):
        assert cli.main(["set", "title=mine", "--", str(post)]) == 1
    assert "changed by another program" in capsys.readouterr().err
    assert post.read_bytes() == THEIRS


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_export_again(tmp_path, moment):
    desk = Desk(tmp_path)
    draft = desk.draft("# Title\n\nfirst\n")
    carry_export(desk.plan(draft), desk.memory)
    draft.write_text("# Title\n\nsecond\n")
    plan = desk.plan(draft)
    with meanwhile(moment, lambda: by_rename(plan.path)), pytest.raises(FileChangedError, match="changed"):
        carry_export(plan, desk.memory)
    assert plan.path.read_bytes() == THEIRS


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("way", WAYS[:2])
def test_the_window_saves(window, qtbot, post, moment, way):
    """The text stays, theirs too; what the writer then overwrites is among the earlier versions."""
    window.files.open(post)
    window.pane.setFocus()
    user = User(window, qtbot)
    user.press("Ctrl+End")
    user.type("mine")
    typed = window.document.post.text
    with meanwhile(moment, partial(way, post)):
        user.press("Ctrl+S")
    assert post.read_bytes() == THEIRS
    assert window.document.modified
    assert window.document.post.text == typed
    assert "changed by another program" in window.messages.text
    next(one for one in window.messages.buttons if one.text() == "Overwrite it").click()
    assert post.read_bytes().decode() == typed
    versions = SavedVersions(window._settings.versions)
    assert THEIRS in [versions.content(one) for one in versions.versions(post)]


def test_what_the_writer_replaces_by_keeping_mine_is_kept(window, qtbot, post):
    window.files.open(post)
    window.pane.setFocus()
    user = User(window, qtbot)
    user.press("Ctrl+End")
    user.type("mine")
    in_place(post)
    window.keeping.watching.look()
    next(one for one in window.messages.buttons if one.text() == "Keep mine").click()
    user.press("Ctrl+S")
    assert not window.document.modified
    versions = SavedVersions(window._settings.versions)
    assert THEIRS in [versions.content(one) for one in versions.versions(post)]
