"""What a stranger's repository configures is run only once the writer trusts its folder."""

import pytest

from editor.export.clone import clone
from editor.export.commit import commit_files
from editor.export.git import GitProblem, Watch
from editor.export.push import push, standing
from editor.export.repository import Repository
from editor.export.trust import Trust
from editor.settings import Settings
from tests.export.repositories import git
from tests.export.server import serving

NAME = "_posts/2026-01-07-new.md"
SETTINGS = (
    "core.fsmonitor",
    "core.sshCommand",
    "core.askPass",
    "core.editor",
    "core.pager",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "credential.helper",
    "credential.http://127.0.0.1.helper",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "merge.evil.driver",
    "gpg.program",
    "gpg.ssh.program",
    "gpg.ssh.defaultKeyCommand",
    "sequence.editor",
    "interactive.diffFilter",
    "pager.log",
    "trailer.sign.command",
    "remote.origin.uploadpack",
    "remote.origin.receivepack",
    "alias.commit",
    "alias.push",
)
HOOKS = (
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "pre-push",
    "post-index-change",
    "reference-transaction",
    "post-checkout",
    "post-merge",
    "post-rewrite",
    "pre-auto-gc",
    "fsmonitor-watchman",
)


def trap(world, tmp_path):
    """Make each setting and hook write its name to a file."""
    ran = tmp_path / "ran"
    for name in (*SETTINGS, *HOOKS):
        script = tmp_path / f"evil-{name.replace('/', '_').replace(':', '_')}"
        script.write_text(f"#!/bin/sh\necho '{name}' >> {ran}\nexit 0\n")
        script.chmod(0o755)
        if name in HOOKS:
            (world.mine / ".git" / "hooks" / name).write_text(script.read_text())
            (world.mine / ".git" / "hooks" / name).chmod(0o755)
        else:
            git(world.mine, "config", name, f"!{script}" if name.startswith(("alias", "credential")) else str(script))
    (world.mine / ".git" / "more").write_text("[core]\n\tfsmonitor = " + str(tmp_path / "evil-core.fsmonitor") + "\n")
    git(world.mine, "config", "include.path", "more")
    (world.mine / ".gitattributes").write_text("*.txt filter=evil diff=evil merge=evil\n")
    return ran


def test_an_untrusted_repository_runs_nothing(world, tmp_path):
    ran = trap(world, tmp_path)
    git(world.bare, "config", "http.receivepack", "true")
    world.post()
    world.somebody_commits("theirs.md", "x\n")
    (world.mine / "a.txt").write_text("x\n")
    ran.unlink(missing_ok=True)
    with serving(world.bare.parent, password="secret") as (address, _):
        git(world.mine, "config", "remote.origin.url", f"{address}/bare.git")
        ran.unlink(missing_ok=True)
        repository = Repository.of(world.mine)
        assert commit_files(repository, [world.mine / NAME], "x") is not None
        with pytest.raises(GitProblem) as refusal:
            standing(repository, Watch())
        assert refusal.value.code == "untrusted-remote"
        assert "include.path" in refusal.value.message
        assert not ran.exists(), ran.read_text()
        git(world.mine, "config", "--unset", "include.path")
        ran.unlink(missing_ok=True)
        with pytest.raises(GitProblem) as refusal:
            push(repository, standing(repository, Watch()), Watch())
        assert refusal.value.code == "password"
    assert not ran.exists(), ran.read_text()
    for address in ("git://127.0.0.1:9/x.git", "ssh://127.0.0.1:9/x.git", "nobody@127.0.0.1:x.git"):
        git(world.mine, "config", "remote.origin.url", address)
        ran.unlink(missing_ok=True)
        with pytest.raises(GitProblem):
            standing(Repository.of(world.mine), Watch())
        assert not ran.exists(), ran.read_text()
    ran.unlink(missing_ok=True)
    git(world.mine, "config", "remote.origin.url", str(world.bare))
    ran.unlink(missing_ok=True)
    with pytest.raises(GitProblem) as refusal:
        standing(Repository.of(world.mine), Watch())
    assert refusal.value.code == "untrusted-remote"
    with serving(world.bare.parent) as (address, _):
        git(world.mine, "config", "remote.origin.url", f"{address}/bare.git")
        ran.unlink(missing_ok=True)
        push(repository, standing(repository, Watch()), Watch())
    assert not ran.exists(), ran.read_text()
    assert git(world.bare, "log", "--format=%s").split() == ["x", "theirs", "first"]
    told = repository.git.of_the_repository
    assert {"hook pre-commit", "hook pre-push", "core.fsmonitor", "filter.evil.clean", "credential.helper"} <= set(told)


def test_a_trusted_one_runs_its_hooks(world, tmp_path):
    ran = tmp_path / "ran"
    for name in ("pre-commit", "commit-msg", "post-commit", "pre-push"):
        hook = world.mine / ".git" / "hooks" / name
        hook.write_text(f"#!/bin/sh\necho {name} >> {ran}\n")
        hook.chmod(0o755)
    world.post()
    repository = Repository.of(world.mine, trusted=True)
    commit_files(repository, [world.mine / NAME], "x")
    push(repository, standing(repository, Watch()), Watch())
    assert ran.read_text().split() == ["pre-commit", "commit-msg", "post-commit", "pre-push"]


def test_the_writers_own_programs_stay(world, own_configuration, tmp_path):
    """A credential helper and a filter of the writer's configuration serve an untrusted repository too."""
    helper = tmp_path / "helper"
    helper.write_text('#!/bin/sh\nif [ "$1" = get ]; then echo username=writer; echo password=secret; fi\n')
    helper.chmod(0o755)
    own_configuration.write_text(
        f'[credential]\n\thelper = "!{helper}"\n[filter "up"]\n\tclean = tr a-z A-Z\n\tsmudge = cat\n'
    )
    git(world.mine, "config", "credential.helper", "!false")
    (world.mine / ".gitattributes").write_text("*.md filter=up\n")
    git(world.bare, "config", "http.receivepack", "true")
    world.post(text="abc\n")
    with serving(world.bare.parent, password="secret") as (address, _):
        git(world.mine, "config", "remote.origin.url", f"{address}/bare.git")
        repository = Repository.of(world.mine)
        commit_files(repository, [world.mine / NAME], "x")
        push(repository, standing(repository, Watch()), Watch())
    assert git(world.bare, "show", f"main:{NAME}") == "ABC\n"


def test_a_configuration_that_has_its_files_elsewhere_is_refused(world, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    git(world.mine, "config", "core.worktree", str(tmp_path / "elsewhere"))
    with pytest.raises(GitProblem) as refusal:
        Repository.of(world.mine)
    assert refusal.value.code == "inside-git"


def test_a_clone_runs_nothing(world, tmp_path):
    with pytest.raises(GitProblem) as refusal:
        clone("ext::touch /tmp/never", tmp_path / "a", Watch())
    assert refusal.value.code == "address"
    with pytest.raises(GitProblem):
        clone("--upload-pack=touch", tmp_path / "a", Watch())
    with pytest.raises(GitProblem) as refusal:
        clone(str(world.bare), world.mine, Watch())
    assert refusal.value.code == "in-use"
    with pytest.raises(GitProblem) as refusal:
        clone(str(tmp_path / "nowhere.git"), tmp_path / "a", Watch())
    assert refusal.value.code == "not-found"
    assert not (tmp_path / "a").exists()
    clone(str(world.bare), tmp_path / "a" / "b", Watch())
    assert (tmp_path / "a" / "b" / "_config.yml").is_file()


def test_trust_is_remembered_for_this_folder_alone(tmp_path):
    settings = Settings(tmp_path / "config", tmp_path / "state")
    trust = Trust(settings.get("trusted_repositories"), lambda folders: settings.set("trusted_repositories", folders))
    trust.add(tmp_path / "a")
    again = Settings(tmp_path / "config", tmp_path / "state")
    later = Trust(again.get("trusted_repositories"), lambda _: None)
    assert later.covers(tmp_path / "a")
    assert not later.covers(tmp_path / "a" / "b")
    assert not later.covers(tmp_path)
