"""Every setting of git is planted in a stranger's repository and in those inside of it; then all that we do is done."""

import shutil
import subprocess

import pytest

from editor.export.commit import commit_files
from editor.export.git import GitProblem, Watch
from editor.export.push import push, push_aside, standing
from editor.export.repository import Repository
from editor.export.versions import Changed, changed_files, content, history
from tests.export.pushes import NAME, OLD, there
from tests.export.repositories import git
from tests.export.server import serving
from tests.security.repositories.traps import HOOKS, NAMES, REDIRECTS, Traps, attributes, keys, with_embedded


@pytest.fixture
def traps(tmp_path):
    return Traps.at(tmp_path)


@pytest.fixture
def address(world):
    git(world.bare, "config", "http.receivepack", "true")
    with serving(world.bare.parent) as (address, _):
        git(world.mine, "remote", "set-url", "origin", f"{address}/bare.git")
        yield address


def prepare(world, traps, *, but=(), also=()):
    """Someone else's clone with everything in it that can be configured; a post that is to be committed."""
    embedded = with_embedded(world)
    for name in ("one.txt", "two.txt"):
        (world.mine / name).write_text("a\n")
    git(world.mine, "add", "-A", "*.txt")
    git(world.mine, "commit", "-qm", "texts")
    git(world.mine, "push", "-q")
    for folder in embedded:
        traps.plant(folder / ".git", but=but)
    traps.plant(world.mine / ".git", but=but, also=also)
    (world.mine / ".gitattributes").write_text(attributes("*.txt"))
    (world.mine / "one.txt").write_text("b\n")
    (world.mine / OLD).write_text("changed\n")
    world.post()
    traps.ran.unlink(missing_ok=True)


def look(world):
    """What opening the folder, the library and the history look at."""
    changed = changed_files(world.mine)
    assert changed.failure == ""
    assert {NAME, OLD, "one.txt"} <= changed.names
    found = history(world.mine / OLD)
    assert found.failure == ""
    assert content(world.mine, found.versions[0]).startswith(b"---\ntitle: old")
    assert history(world.mine / "theme" / "a.md").failure == ""
    assert changed_files(world.mine / "theme").names >= {"a.md", "new.md"}
    assert changed_files(world.mine / "loose").names >= {"a.md", "new.md"}


def test_there_are_as_many_traps_as_git_has_settings():
    planted = {f"{section}.{name}.{variable}" for section, name, variable in keys()}
    assert len(planted) > 2_000
    for name in ("a=b", "a b\ttab", "q\"u'ote"):
        assert f"filter.{name}.clean" in planted
        assert f"hook.{name}.command" in planted


def test_the_traps_bite(world, traps):
    """git itself runs them when it is asked without care; else the other tests would prove nothing."""
    theme, _ = with_embedded(world)
    for place, name in ((world.mine, "a=b"), (theme, "a.b.c")):
        traps.run_filter(place / ".git", name)
        (place / ".gitattributes").write_text(f"* filter={name}\n")
    (world.mine / OLD).write_text("changed\n")
    ran = []
    for place in (world.mine, theme):
        git(world.mine, "-C", str(place), "status")
        ran.append(traps.ran.exists())
        traps.ran.unlink(missing_ok=True)
    git(theme, "config", "core.fsmonitor", str(traps.script))
    subprocess.run(["git", "-C", str(world.mine), "status"], check=False, capture_output=True)
    assert [*ran, traps.ran.exists()] == [True, True, True]


def test_nothing_is_run_and_a_push_says_what_is_in_its_way(world, traps, address):
    prepare(world, traps, also=("origin", "main", address))
    look(world)
    traps.check()
    repository = Repository.of(world.mine)
    assert commit_files(repository, [world.mine / NAME, world.mine / OLD], "x") is not None
    traps.check()
    with pytest.raises(GitProblem, match="decides where a push goes") as refusal:
        standing(repository, Watch())
    assert refusal.value.code == "untrusted-remote"
    traps.check()
    assert {"core.hookspath", "core.fsmonitor", "hook.evil.command"} <= set(repository.git.of_the_repository)
    assert all(name.isprintable() for name in repository.git.of_the_repository)


def test_nothing_is_run_when_the_push_goes_to_a_server(world, traps, address):
    prepare(world, traps, but=REDIRECTS, also=("origin", "main", address, "https://example.org"))
    look(world)
    repository = Repository.of(world.mine)
    assert commit_files(repository, [world.mine / NAME], "x") is not None
    push(repository, standing(repository, Watch()), Watch(), others=True)
    traps.check()
    assert there(world)[0] == "x"
    world.post(text="again\n")
    assert commit_files(repository, [world.mine / NAME], "y") is not None
    world.somebody_commits("theirs.md", "x\n")
    world.somebody_commits("two.txt", "b\n", message="theirs, filtered")
    push_aside(repository, standing(repository, Watch()), "post/new", Watch())
    push(repository, standing(repository, Watch()), Watch())
    assert [(world.mine / name).read_text() for name in ("theirs.md", "two.txt")] == ["x\n", "b\n"]
    traps.check()
    assert there(world)[:3] == ["y", "theirs, filtered", "theirs"]
    assert there(world, "post/new")[0] == "y"
    for place in (world.mine, world.mine / "theme"):  # what goes through a program of the repository is not committed
        with pytest.raises(GitProblem) as refusal:
            commit_files(Repository.of(place), [place / ("one.txt" if place == world.mine else "a.md")], "x")
        assert refusal.value.code == "untrusted-filter"
    traps.check()


@pytest.mark.parametrize(
    "line",
    [
        *(f"[{'extensions'}]\n\t{name} = {{script}}" for name in ("partialClone", "refStorage", "objectFormat")),
        "[extensions]\n\tunheardOf = {script}\n[core]\n\trepositoryformatversion = 1",
        "[extensions]\n\trefStorage = files:///{script}\n[core]\n\trepositoryformatversion = 1",
        "[core]\n\trepositoryformatversion = 99",
        "[core]\n\tworktree = {outside}",
        "[core]\n\tbare = true",
        '[filter "a\nb"]\n\tclean = {script}',
        "[core\n\tfsmonitor = {script}",
        "[core]\n\tfsmonitor = {script}\n\0",
    ],
)
def test_a_repository_of_a_strange_format_runs_nothing(world, traps, line):
    with (world.mine / ".git" / "config").open("a") as file:
        file.write("[core]\n\tfsmonitor = " + str(traps.script) + "\n")
        file.write(line.format(script=traps.script, outside=traps.outside) + "\n")
    world.post()
    assert changed_files(world.mine) is not None
    assert history(world.mine / OLD) is not None
    with pytest.raises(GitProblem) as refusal:
        commit_and_look(world)
    assert refusal.value.code in ("broken", "inside-git", "bare", "untrusted-remote")
    traps.check()


def commit_and_look(world):
    repository = Repository.of(world.mine)
    commit_files(repository, [world.mine / NAME], "x")
    standing(repository, Watch())


def test_settings_of_a_working_tree_are_no_others(world, traps, tmp_path):
    """`config.worktree` is a second file of settings (git-worktree(1))."""
    git(world.mine, "config", "extensions.worktreeConfig", "true")
    git(world.mine, "config", "core.repositoryformatversion", "1")
    git(world.mine, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    for own in (world.mine / ".git", world.mine / ".git" / "worktrees" / "tree"):
        (own / "config.worktree").write_text(
            f'[core]\n\tfsmonitor = {traps.script}\n[user]\n\tname = 木\n[filter "a=b"]\n\tclean = {traps.script}\n'
        )
    for root in (world.mine, tmp_path / "tree"):
        (root / ".gitattributes").write_text("*.txt filter=a=b\n")
        (root / "new.md").write_text("new\n")
        assert "new.md" in changed_files(root).names
        assert commit_files(Repository.of(root), [root / "new.md"], "x") is not None
        assert git(root, "show", "-s", "--format=%an").strip() == "木"
        traps.check()


def test_what_the_users_own_settings_do_is_left_to_them(world, traps, own_configuration, tmp_path):
    """The user's filter serves a commit, but no look; a folder of hooks that is relative would be the stranger's."""
    own = tmp_path / "own"
    own.write_text('#!/bin/sh\necho x >> "$0.ran"\nexec cat\n')
    own.chmod(0o755)
    own_configuration.write_text(
        f'[filter "mine"]\n\tclean = {own}\n\trequired = true\n[core]\n\thooksPath = hooks\n\tfsmonitor = {traps.script}\n'
        "[submodule]\n\trecurse = true\n[push]\n\trecurseSubmodules = on-demand\n[status]\n\tsubmoduleSummary = true\n"
        f"[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {traps.script}\n"
    )
    with_embedded(world)
    shutil.copytree(traps.outside, world.mine / "hooks")
    for name in HOOKS:
        shutil.copy(traps.script, world.mine / "hooks" / name)
    (world.mine / ".gitattributes").write_text("*.md filter=mine\n")
    (world.mine / OLD).write_text("changed\n")
    (world.mine / "plain.txt").write_text("x\n")
    look_at = changed_files(world.mine)
    assert OLD in look_at.names
    assert look_at.failure == ""
    assert history(world.mine / OLD).failure == ""
    assert not own.with_name("own.ran").exists()
    assert commit_files(Repository.of(world.mine), [world.mine / OLD], "x") is not None
    assert own.with_name("own.ran").exists()
    traps.check()


def test_all_of_it_is_used_once_the_folder_is_trusted(world, traps):
    for name in NAMES[1:3]:
        traps.run_filter(world.mine / ".git", name)
    (world.mine / ".gitattributes").write_text("*.md filter=a=b\n")
    hook = world.mine / ".git" / "hooks" / "pre-push"
    hook.write_text(f"#!/bin/sh\necho pushed >> {traps.ran}\n")
    hook.chmod(0o755)
    world.post()
    repository = Repository.of(world.mine, trusted=True)
    commit_files(repository, [world.mine / NAME], "x")
    push(repository, standing(repository, Watch()), Watch())
    said = traps.ran.read_text().split("\n")
    assert str(traps.script) in said[0]
    assert "pushed" in said
    assert changed_files(world.mine) == Changed(frozenset({".gitattributes"}))
