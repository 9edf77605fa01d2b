"""A commit of one post in every situation that a repository can be in: made and nothing else, or refused in plain words."""

import os
import stat

import pytest

from editor.export.commit import commit_files
from editor.export.git import GitProblem, Watch
from editor.export.repository import Repository
from editor.export.versions import changed_files
from tests.export.repositories import git, identify, state_of

NAME = "_posts/2026-01-07-new.md"


def commit(world, *paths, message="Add post: 新しい", **options):
    return commit_files(Repository.of(world.mine, **options), paths or [world.mine / NAME], message)


def files_of_last_commit(root):
    return git(root, "show", "--name-status", "--format=", "-1").split()


def test_one_new_post_and_nothing_else(world):
    world.make_dirty()
    path = world.post()
    before = state_of(world.mine, but=(NAME,))
    made = commit(world)
    assert made is not None
    assert git(world.mine, "rev-parse", "HEAD").strip() == made.name
    assert files_of_last_commit(world.mine) == ["A", NAME]
    assert git(world.mine, "show", "-s", "--format=%an|%B").strip() == "書き手|Add post: 新しい"
    assert state_of(world.mine, but=(NAME,)) == before
    assert git(world.mine, "status", "--porcelain", "--", NAME) == ""
    assert git(world.mine, "show", f"HEAD:{NAME}").encode() == path.read_bytes()
    assert commit(world) is None


def test_a_changed_post_with_a_new_picture_and_one_that_goes(world):
    world.post()
    picture = world.post("assets/a [1] *.png", "1")
    commit(world, world.mine / NAME, picture)
    world.make_dirty()
    world.post(text="---\ntitle: x\n---\nother\n")
    picture.unlink()
    more = world.post("assets/絵 2.png", "2")
    names = (NAME, "assets/a [1] *.png", "assets/絵 2.png")
    before = state_of(world.mine, but=names)
    commit(world, world.mine / NAME, picture, more)
    assert files_of_last_commit(world.mine) == ["M", NAME, "D", "assets/a", "[1]", "*.png", "A", "assets/絵", "2.png"]
    assert state_of(world.mine, but=names) == before


def test_a_post_that_was_staged_half_is_committed_as_it_lies_there(world):
    path = world.post(text="one\n")
    git(world.mine, "add", NAME)
    path.write_text("one\ntwo\n")
    assert commit(world) is not None
    assert git(world.mine, "show", f"HEAD:{NAME}") == "one\ntwo\n"
    assert git(world.mine, "status", "--porcelain") == ""


def test_the_first_commit_of_a_repository(tmp_path):
    root = tmp_path / "empty"
    root.mkdir()
    git(root, "init", "-q")
    identify(root)
    (root / "a.md").write_text("a\n")
    (root / "b.md").write_text("b\n")
    git(root, "add", "b.md")
    made = commit_files(Repository.of(root), [root / "a.md"], "first")
    assert made is not None
    assert files_of_last_commit(root) == ["A", "a.md"]
    assert git(root, "status", "--porcelain") == "A  b.md\n"


def test_a_blog_in_a_folder_of_a_repository_and_below_a_link(world, tmp_path):
    (tmp_path / "link").symlink_to(world.mine)
    world.post()
    made = commit_files(Repository.of(tmp_path / "link" / "_posts"), [tmp_path / "link" / NAME], "x")
    assert made is not None
    assert files_of_last_commit(world.mine) == ["A", NAME]


def test_a_worktree_has_its_own_branch(world, tmp_path):
    git(world.mine, "worktree", "add", "-q", "-b", "drafts", str(tmp_path / "tree"))
    (tmp_path / "tree" / "x.md").write_text("x\n")
    before = state_of(world.mine)[0]
    assert commit_files(Repository.of(tmp_path / "tree"), [tmp_path / "tree" / "x.md"], "x") is not None
    assert git(world.mine, "log", "-1", "--format=%s", "drafts").strip() == "x"
    assert git(world.mine, "log", "-1", "--format=%s", "main").strip() == "first"
    assert state_of(world.mine)[0] == before


def test_a_message_is_taken_as_it_is(world):
    world.post()
    commit(world, message="#12 を直す\n\n# not a comment\n--- a/x\n")
    assert git(world.mine, "show", "-s", "--format=%B").strip() == "#12 を直す\n\n# not a comment\n--- a/x"


# -- refused


def under_way(name):
    def prepare(world):
        path = world.mine / ".git" / name
        path.mkdir() if name.startswith("rebase") else path.write_text(git(world.mine, "rev-parse", "HEAD"))

    return prepare


def detach(world):
    git(world.mine, "checkout", "-q", "--detach")


def lock(world):
    (world.mine / ".git" / "index.lock").write_text("")


def no_identity(world):
    git(world.mine, "config", "--unset", "user.name")
    git(world.mine, "config", "--unset", "user.email")
    git(world.mine, "config", "user.useConfigOnly", "true")


def ignored(world):
    (world.mine / ".gitignore").write_text("_posts/*-new.md\n")


def other_case(world):
    world.post("_posts/2026-01-07-NEW.md")
    git(world.mine, "add", "-A")
    git(world.mine, "commit", "-qm", "case")


def submodule(world):
    git(world.mine, "rm", "-qr", "_posts")
    git(world.mine, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(world.bare), "_posts")
    git(world.mine, "commit", "-qm", "submodule")


def lfs_without_program(world):
    (world.mine / ".gitattributes").write_text("*.md filter=lfs diff=lfs\n")


def lfs_of_the_repository(world):
    lfs_without_program(world)
    git(world.mine, "config", "filter.lfs.clean", "cat")


def refusing_hook(world):
    hook = world.mine / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'タイトルがない' >&2\nexit 1\n")
    hook.chmod(0o755)


def refusing_message_hook(world):
    hook = world.mine / ".git" / "hooks" / "commit-msg"
    hook.write_text("#!/bin/sh\necho 'no ticket'; exit 1\n")
    hook.chmod(0o755)


def signing_without_key(world):
    git(world.mine, "config", "commit.gpgSign", "true")
    git(world.mine, "config", "gpg.program", "false")


def sparse(world):
    git(world.mine, "sparse-checkout", "set", "--no-cone", "/other/")


REFUSED = [
    (under_way("MERGE_HEAD"), "under-way", "git merge --abort"),
    (under_way("rebase-merge"), "under-way", "git rebase --abort"),
    (under_way("rebase-apply"), "under-way", "git rebase --continue"),
    (under_way("CHERRY_PICK_HEAD"), "under-way", "git cherry-pick --abort"),
    (under_way("REVERT_HEAD"), "under-way", "git revert --abort"),
    (under_way("BISECT_LOG"), "under-way", "git bisect reset"),
    (detach, "detached", "git switch"),
    (lock, "busy", "index.lock"),
    (no_identity, "no-identity", "user.name"),
    (ignored, "ignored", ".gitignore:1"),
    (other_case, "case", "only in case"),
    (submodule, "submodule", "choose that folder"),
    (lfs_without_program, "no-lfs", "git lfs install"),
    (lfs_of_the_repository, "untrusted-filter", "trust the folder"),
    (refusing_hook, "hook", "hook"),
    (refusing_message_hook, "hook", "hook"),
    (signing_without_key, "not-signed", "commit.gpgsign"),
    (sparse, "sparse", "git sparse-checkout add"),
]


@pytest.mark.parametrize(("prepare", "code", "told"), REFUSED, ids=[f"{row[1]}-{n}" for n, row in enumerate(REFUSED)])
def test_refused_and_everything_is_as_it_was(world, prepare, code, told):
    world.make_dirty()
    prepare(world)
    path = world.post()
    before, head = state_of(world.mine), git(world.mine, "rev-parse", "HEAD")
    trusted = code in ("hook", "not-signed")
    with pytest.raises(GitProblem) as refusal:
        commit(world, trusted=trusted)
    assert refusal.value.code == code
    assert told in refusal.value.message
    assert state_of(world.mine) == before
    assert git(world.mine, "rev-parse", "HEAD") == head
    assert path.exists()


def test_what_a_refusing_hook_says_is_shown(world):
    refusing_hook(world)
    world.post()
    with pytest.raises(GitProblem) as refusal:
        commit(world, trusted=True)
    assert "タイトルがない" in refusal.value.output


def no_repository(tmp_path):
    folder = tmp_path / "plain"
    folder.mkdir()
    return folder


def bare(tmp_path):
    git(tmp_path, "init", "-q", "--bare", "b.git")
    return tmp_path / "b.git"


def inside_of_git(tmp_path):
    git(tmp_path, "init", "-q", "r")
    return tmp_path / "r" / ".git"


def broken(tmp_path):
    git(tmp_path, "init", "-q", "r")
    (tmp_path / "r" / ".git" / "config").write_text("[core\n")
    return tmp_path / "r"


def missing(tmp_path):
    return tmp_path / "gone"


@pytest.mark.parametrize(
    ("make", "code", "told"),
    [
        (no_repository, "no-repository", "git init"),
        (bare, "bare", "clone"),
        (inside_of_git, "inside-git", "choose the blog’s folder"),
        (broken, "broken", "config"),
        (missing, "no-folder", "does not exist"),
    ],
)
def test_folders_that_no_commit_can_be_made_in(tmp_path, make, code, told):
    folder = make(tmp_path)
    with pytest.raises(GitProblem) as refusal:
        Repository.of(folder)
    assert refusal.value.code == code
    assert told in refusal.value.message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a folder to another user")
def test_a_repository_of_another_user(world):
    os.chown(world.mine, 12_345, 12_345)
    os.chown(world.mine / ".git", 12_345, 12_345)
    with pytest.raises(GitProblem) as refusal:
        Repository.of(world.mine)
    assert refusal.value.code == "other-owner"
    assert "safe.directory" in refusal.value.message


def test_git_is_missing(world, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitProblem) as refusal:
        Repository.of(world.mine)
    assert refusal.value.code == "no-git"
    assert "install" in refusal.value.message


def test_git_is_too_old(world, monkeypatch, tmp_path):
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\necho git version 2.17.1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(GitProblem) as refusal:
        Repository.of(world.mine)
    assert refusal.value.code == "old-git"
    assert "2.31" in refusal.value.message
    assert "2.31" in changed_files(world.mine).failure


def test_stopped_while_a_hook_runs(world):
    hook = world.mine / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho started >&2\nsleep 60\n")
    hook.chmod(0o755)
    world.make_dirty()
    world.post()
    before = state_of(world.mine)
    watch = Watch()
    watch.heard = lambda said: watch.stop() if "started" in said else None
    with pytest.raises(GitProblem) as stopped:
        commit_files(Repository.of(world.mine, trusted=True), [world.mine / NAME], "x", watch)
    assert stopped.value.code == "stopped"
    assert state_of(world.mine) == before
    assert not (world.mine / ".git" / "index.lock").exists()


def test_a_hook_may_change_what_is_committed(world):
    hook = world.mine / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\necho 'by the hook' >> {NAME}\ngit add {NAME}\n")
    hook.chmod(0o755)
    world.post()
    commit(world, trusted=True)
    assert "by the hook" in git(world.mine, "show", f"HEAD:{NAME}")
    assert git(world.mine, "status", "--porcelain") == ""


def test_hooks_are_left_out_before_the_folder_is_trusted(world):
    refusing_hook(world)
    world.post()
    repository = Repository.of(world.mine)
    assert repository.git.of_the_repository == ("remote.origin.url", "hook pre-commit")
    assert commit_files(repository, [world.mine / NAME], "x") is not None


def test_hooks_of_the_writers_own_configuration_run(world, own_configuration, tmp_path):
    (tmp_path / "hooks").mkdir()
    hook = tmp_path / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho mine >&2\n")
    hook.chmod(0o755)
    own_configuration.write_text(f"[core]\n\thooksPath = {tmp_path / 'hooks'}\n")
    git(world.mine, "config", "core.hooksPath", "/nowhere")
    world.post()
    made = commit(world)
    assert made is not None
    assert "mine" in made.said
