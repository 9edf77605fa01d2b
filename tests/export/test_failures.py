"""A repository that git can't read whole: told as that, never taken for a file or commit that is not there."""

import subprocess

import pytest

from editor.export.exporting import committed_bytes
from editor.export.git import Git, GitProblem
from editor.export.push import _bytes, _made_anew, _rebased, standing
from editor.export.repository import Repository


@pytest.fixture
def repository(tmp_path):
    """A repository with the commits `base`, `ours` and `theirs`; ours is checked out."""
    root = tmp_path / "blog"
    root.mkdir()
    run(root, "init", "-q", "-b", "main")
    for name, value in (("user.name", "a"), ("user.email", "a@b.c")):
        run(root, "config", name, value)
    for branch, file, text in (("base", "a.md", "a"), ("ours", "b.md", "b"), ("theirs", "c.md", "c")):
        run(root, "checkout", "-q", *(["-b", branch] if branch == "base" else ["-b", branch, "base"]))
        (root / file).write_text(text)
        run(root, "add", ".")
        run(root, "commit", "-q", "-m", branch)
    run(root, "checkout", "-q", "ours")
    return Repository.of(root)


def run(root, *arguments):
    done = subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def damage(root, name):
    """Lose an object."""
    whole = run(root, "rev-parse", name)
    (root / ".git" / "objects" / whole[:2] / whole[2:]).unlink()


def test_a_commit_that_can_not_be_read_is_not_one_without_changes(repository):
    """It would be left out when it is made anew on top of the other side's."""
    root = repository.root
    damage(root, "ours^{tree}")
    with pytest.raises(GitProblem, match="can’t read"):
        _rebased(repository, "ours", "theirs", {})


def test_a_commit_whose_parent_can_not_be_read_is_not_the_first_one(repository):
    damage(repository.root, "base")
    with pytest.raises(GitProblem, match="can’t read"):
        _rebased(repository, "ours", "theirs", {})


def test_a_version_that_can_not_be_read_is_not_a_deleted_file(repository):
    blob = run(repository.root, "rev-parse", "ours:b.md")
    assert _bytes(repository, blob) == b"b"
    damage(repository.root, "ours:b.md")
    with pytest.raises(GitProblem, match="can’t read"):
        _bytes(repository, blob)
    with pytest.raises(GitProblem, match="can’t read"):
        committed_bytes(repository, repository.root / "b.md")
    assert committed_bytes(repository, repository.root / "none.md") is None


def test_a_message_that_can_not_be_read(repository):
    ours = run(repository.root, "rev-parse", "ours")
    damage(repository.root, "ours")
    with pytest.raises(GitProblem, match="can’t read"):
        _made_anew(repository, ours, "tree", "theirs")


def test_histories_that_can_not_be_compared_are_not_unrelated(repository, tmp_path, monkeypatch):
    root = repository.root
    run(root, "init", "-q", "--bare", str(tmp_path / "other.git"))
    run(root, "remote", "add", "origin", str(tmp_path / "other.git"))
    run(root, "push", "-q", "origin", "theirs:ours")
    run(root, "config", "branch.ours.remote", "origin")
    run(root, "config", "branch.ours.merge", "refs/heads/ours")
    fails(monkeypatch, "merge-base")
    with pytest.raises(GitProblem, match="can’t read"):
        standing(Repository.of(root, trusted=True), None)


def fails(monkeypatch, command):
    """Have git fail at a command."""
    real = Git.run

    def run_or_fail(self, *arguments, **options):
        return real(self, "cat-file", "blob", "none") if arguments[0] == command else real(self, *arguments, **options)

    monkeypatch.setattr(Git, "run", run_or_fail)
    monkeypatch.setattr(Git, "version", (2, 45))


@pytest.mark.parametrize("command", ["check-attr", "sparse-checkout"])
def test_rules_that_can_not_be_read_are_not_taken_for_none(repository, monkeypatch, command):
    run(repository.root, "config", "core.sparseCheckout", "true")
    fails(monkeypatch, command)
    with pytest.raises(GitProblem, match="can’t read"):
        repository.require_committable(["b.md"])
