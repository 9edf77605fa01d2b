"""`postwright export` as it is called: what it writes, commits, pushes, prints, and when it refuses."""

import json

import pytest

from editor.cli import main
from tests.export.desks import JEKYLL, picture
from tests.export.repositories import git, state_of
from tests.files import write


@pytest.fixture
def desk(world, tmp_path, monkeypatch):
    for name in ("STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    write(world.mine, JEKYLL)
    git(world.mine, "add", "-A")
    git(world.mine, "commit", "-qm", "Add post: First")
    git(world.mine, "push", "-q")
    world.draft = tmp_path / "drafts" / "note.md"
    picture(world.draft.parent / "a.png")
    world.draft.write_text("# 朝の港\n\n![a](a.png)\n")
    return world


def run(world, *options, capsys=None, source=None):
    return main(["export", str(source or world.draft), "--blog", str(world.mine), *options])


def record(capsys):
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_a_dry_run_tells_everything_and_writes_nothing(desk, capsys):
    before = state_of(desk.mine)
    assert run(desk, "--dry-run", "--json", "--push") == 0
    told = record(capsys)
    assert set(told) >= {"path", "images", "url", "appears", "commit", "pushed", "diff", "message", "mapping", "notes"}
    assert told["path"] == str(desk.mine / told["relative"])
    assert told["images"] == [str(desk.mine / "assets/images/a.png")]
    assert told["commit"] is None
    assert not told["pushed"]
    assert "+title: 朝の港" in told["diff"]
    assert told["message"] == "Add post: 朝の港"
    assert state_of(desk.mine) == before
    assert run(desk, "--dry-run") == 0
    assert "+title: 朝の港" in capsys.readouterr().out
    assert state_of(desk.mine) == before


def test_written_committed_and_pushed(desk, capsys):
    desk.make_dirty()
    before = state_of(desk.mine)
    assert run(desk, "--push", "--json", "--message", "新しい記事") == 1
    assert "remote.origin.url" in capsys.readouterr().err  # a folder of this machine: its hooks would run
    assert state_of(desk.mine) == before
    assert run(desk, "--push", "--json", "--message", "新しい記事", "--trust") == 0
    told = record(capsys)
    assert told["pushed"]
    assert git(desk.bare, "rev-parse", "main").strip() == told["commit"]
    names = [told["relative"], "assets/images/a.png"]
    changed = git(desk.bare, "show", "--name-only", "--format=%s", "main").split()
    assert sorted(changed) == sorted(["新しい記事", *names])
    assert state_of(desk.mine, but=names) == before


def test_again_after_a_change(desk, capsys):
    assert run(desk, "--push", "--json", "--trust") == 0
    first = record(capsys)
    desk.draft.write_text("# 朝の港\n\n![a](a.png)\n\nもう一つ\n")
    assert run(desk, "--commit", "--json") == 0
    later = record(capsys)
    assert later["path"] == first["path"]
    assert later["message"] == "Update post: 朝の港"
    assert run(desk, "--commit", "--json") == 0
    assert record(capsys)["commit"] is None


def test_the_blogs_copy_was_changed(desk, capsys):
    assert run(desk, "--json") == 0
    post = desk.mine / record(capsys)["path"]
    post.write_text(post.read_text().replace("![a]", "![theirs]"))
    desk.draft.write_text("# 朝の港\n\n![mine](a.png)\n")
    before = post.read_bytes()
    assert run(desk) == 1
    assert "--merge" in capsys.readouterr().err
    assert post.read_bytes() == before
    assert run(desk, "--merge", "both") == 0
    assert "![mine]" in post.read_text()
    assert "![theirs]" in post.read_text()


def test_a_pull_request(desk, capsys):
    assert run(desk, "--branch", "post/asa", "--json", "--trust") == 0
    assert record(capsys)["pushed"]
    assert git(desk.bare, "log", "-1", "--format=%s", "post/asa").strip() == "Add post: 朝の港"
    assert git(desk.bare, "log", "-1", "--format=%s", "main").strip() == "Add post: First"


def test_hooks_wait_for_trust(desk, capsys):
    hook = desk.mine / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho 'not today' >&2\nexit 1\n")
    hook.chmod(0o755)
    assert run(desk, "--commit") == 0
    assert "not trusted" in capsys.readouterr().err
    desk.draft.write_text("# 朝の港\n\nmore\n")
    assert run(desk, "--commit", "--trust") == 1
    assert "not today" in capsys.readouterr().err
    assert run(desk, "--commit") == 1  # it is remembered


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda desk: git(desk.mine, "checkout", "-q", "--detach"), "detached"),
        (lambda desk: (desk.mine / ".git" / "MERGE_HEAD").write_text("x"), "merge"),
    ],
)
def test_nothing_is_written_where_no_commit_can_be_made(desk, capsys, prepare, told):
    prepare(desk)
    before = state_of(desk.mine)
    assert run(desk, "--commit") == 1
    assert told in capsys.readouterr().err
    assert state_of(desk.mine) == before


def test_a_folder_without_git(desk, capsys, tmp_path):
    write(tmp_path / "plain", JEKYLL)
    assert main(["export", str(desk.draft), "--blog", str(tmp_path / "plain")]) == 0
    assert (tmp_path / "plain" / "assets/images/a.png").is_file() or (tmp_path / "plain" / "assets/img/a.png").is_file()
    assert main(["export", str(desk.draft), "--blog", str(tmp_path / "plain"), "--commit"]) == 1
    assert "git init" in capsys.readouterr().err


def test_a_clone_first(desk, capsys, tmp_path):
    blog = tmp_path / "new" / "clone"
    assert main(["export", str(desk.draft), "--blog", str(blog), "--clone", str(desk.bare), "--json"]) == 0
    assert (blog / record(capsys)["path"]).is_file()


def test_one_of_several_that_can_not_be_read(desk, capsys):
    bad = desk.draft.with_name("bad.md")
    bad.write_text("---\ntitle: 'x\n---\n")
    assert (
        main(["export", str(bad), str(desk.draft), str(desk.draft.with_name("gone.md")), "--blog", str(desk.mine)]) == 1
    )
    said = capsys.readouterr()
    assert "bad.md" in said.err
    assert "line" in said.err
    assert "gone.md" in said.err
    assert "_posts/" in said.out


def test_one_html_file_that_stands_alone(desk, capsys, tmp_path):
    out = tmp_path / "out.html"
    desk.draft.write_text("---\ntitle: 港\n---\n\n![a](a.png) <script>alert(1)</script>\n", encoding="utf-8")
    assert main(["export", str(desk.draft), "--html", str(out)]) == 0
    html = out.read_text(encoding="utf-8")
    assert "<title>港</title>" in html
    assert 'src="data:image/png;base64,' in html
    assert "<script" not in html
    with pytest.raises(SystemExit):
        main(["export", str(desk.draft)])


def test_nothing_is_written_where_there_is_nowhere_to_push_to(desk, capsys):
    git(desk.mine, "remote", "remove", "origin")
    before = state_of(desk.mine)
    assert run(desk, "--push") == 1
    assert "git remote add" in capsys.readouterr().err
    assert state_of(desk.mine) == before


def test_an_empty_message_is_the_usual_one_and_a_name_stays(desk, capsys):
    assert run(desk, "--commit", "--message", "  ") == 0
    assert git(desk.mine, "log", "-1", "--format=%s").strip() == "Add post: 朝の港"
    capsys.readouterr()
    assert run(desk, "--slug", "other") == 0
    assert "keeps its name" in capsys.readouterr().err


def test_a_picture_that_is_none_is_told_of(desk, capsys):
    desk.draft.with_name("a.png").write_text("no picture")
    assert run(desk) == 0
    said = capsys.readouterr().err
    assert "a.png does not come along: is no picture that can be read" in said
    assert "BytesIO" not in said
