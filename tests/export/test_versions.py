"""What git tells of a blog, without running a program that a stranger's repository names."""

import subprocess

import pytest

from editor.export.git import Git, GitProblem
from editor.export.repository import Repository
from editor.export.versions import Changed, History, changed_files, content, history


def git(root, *arguments):
    command = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    root = tmp_path / "repo"
    (root / "blog" / "_posts").mkdir(parents=True)
    for name in ("朝.md", "b c.md", "d.md"):
        (root / "blog" / "_posts" / name).write_text("a\n", encoding="utf-8")
    (root / "other.md").write_text("a\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "all")
    return root


def test_changed_new_and_staged_files_by_their_paths_from_the_blog(repository):
    blog = repository / "blog"
    assert changed_files(blog) == Changed(frozenset())
    (blog / "_posts" / "朝.md").write_text("b\n", encoding="utf-8")
    (blog / "_posts" / "new ノート.md").write_text("n\n", encoding="utf-8")
    (blog / "_posts" / "b c.md").write_text("b\n")
    git(repository, "add", "blog/_posts/b c.md")
    (repository / "other.md").write_text("b\n")
    assert changed_files(blog) == Changed(frozenset({"_posts/朝.md", "_posts/new ノート.md", "_posts/b c.md"}))


def test_no_repository(tmp_path):
    assert changed_files(tmp_path) is None


def test_the_versions_of_a_file_under_its_former_names_too(repository):
    path, moved = repository / "blog" / "_posts" / "朝.md", repository / "blog" / "new name.md"
    path.write_text("a\nb\n", encoding="utf-8")
    git(repository, "commit", "-qam", "二つ目 | second")
    git(repository, "mv", str(path), str(moved))
    git(repository, "commit", "-qm", "moved")
    moved.write_bytes(b"not committed")
    versions = history(moved).versions
    assert history(moved).failure == ""
    assert [(one.subject, one.path) for one in versions] == [
        ("moved", "blog/new name.md"),
        ("二つ目 | second", "blog/_posts/朝.md"),
        ("all", "blog/_posts/朝.md"),
    ]
    assert [content(moved.parent, one) for one in versions] == [b"a\nb\n", b"a\nb\n", b"a\n"]
    assert versions[0].when.tzinfo is not None


def test_a_file_that_git_does_not_know(repository, tmp_path):
    (repository / "new.md").write_text("x")
    assert history(repository / "new.md") == History(())
    (tmp_path / "apart").mkdir()
    assert history(tmp_path / "apart" / "x.md") is None


def test_nothing_of_the_repository_is_run(repository, tmp_path):
    ran = tmp_path / "ran"
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\necho $0 >> {ran}\ncat\n")
    script.chmod(0o755)
    for name, value in (
        ("core.fsmonitor", str(script)),
        ("filter.evil.clean", str(script)),
        ("filter.evil.process", str(script)),
        ("filter.evil.required", "true"),
        ("filter.other.clean", str(script)),
        ("diff.external", str(script)),
        ("core.pager", str(script)),
        ("core.sshCommand", str(script)),
        ("alias.status", f"!{script}"),
        ("log.showSignature", "true"),
        ("gpg.program", str(script)),
        ("diff.evil.textconv", str(script)),
    ):
        git(repository, "config", name, value)
    hooks = repository / ".git" / "hooks"
    for name in ("post-index-change", "fsmonitor-watchman"):
        (hooks / name).write_text(script.read_text())
        (hooks / name).chmod(0o755)
    (repository / ".gitattributes").write_text("*.md filter=evil\nd.md filter=other\n")
    (repository / "blog" / "_posts" / "d.md").write_text("b\n")
    (repository / "blog" / "_posts" / "朝.md").write_text("c\n", encoding="utf-8")
    assert changed_files(repository / "blog") == Changed(frozenset({"_posts/d.md", "_posts/朝.md"}))
    (version,) = history(repository / "blog" / "_posts" / "d.md").versions
    assert content(repository, version) == b"a\n"
    assert not ran.exists(), ran.read_text()


# -- a command that failed is no "there is none"


def lose(root, name):
    """Take an object out of a repository."""
    found = subprocess.run(["git", "-C", str(root), "rev-parse", name], check=True, capture_output=True, text=True)
    digest = found.stdout.strip()
    (root / ".git" / "objects" / digest[:2] / digest[2:]).unlink()


@pytest.fixture
def written(repository):
    path = repository / "other.md"
    for number in range(5):
        path.write_text(f"{number}\n")
        git(repository, "commit", "-qam", f"change {number}")
    return path


@pytest.mark.parametrize("lost", ["HEAD~3^{tree}", "HEAD~4:other.md", "HEAD~3", "HEAD^{tree}", "HEAD"])
def test_what_git_listed_before_it_failed_is_used_and_the_failure_told(repository, written, lost):
    whole = history(written).versions
    lose(repository, lost)
    found = history(written)
    assert found is not None
    if found.failure:
        assert whole[: len(found.versions)] == found.versions
        assert len(found.versions) < len(whole)
    else:
        assert found.versions == whole  # git did not need it
    if lost == "HEAD~3^{tree}":
        assert [one.subject for one in found.versions] == ["change 4", "change 3", "change 2"][: len(found.versions)]
        assert found.versions
        assert "unable to read tree" in found.failure or "bad tree" in found.failure or found.failure


def test_a_version_that_is_gone_is_told_with_gits_reason(repository, written):
    version = history(written).versions[2]
    lose(repository, f"{version.commit}:other.md")
    with pytest.raises(GitProblem, match=r"other\.md|unable to read|could not get object|bad file|missing"):
        content(repository, version)


def test_a_repository_before_its_first_commit_has_none_and_no_failure(tmp_path):
    root = tmp_path / "new"
    root.mkdir()
    git(root, "init", "-q")
    (root / "a.md").write_text("x")
    assert history(root / "a.md") == History(())
    assert changed_files(root) == Changed(frozenset({"a.md"}))


@pytest.mark.parametrize("damage", ["config", "HEAD", "index"])
def test_a_damaged_repository_is_told_and_not_taken_for_none(repository, damage):
    (repository / ".git" / damage).write_bytes(b"[[[\n\0damaged")
    listed, changed = history(repository / "other.md"), changed_files(repository)
    assert listed is not None
    assert changed is not None
    assert changed.failure
    assert listed.failure or damage == "index"  # the log does not need the index


@pytest.mark.parametrize("in_repository", [True, False])
def test_git_that_is_missing_is_told_only_where_there_is_something_to_miss(
    repository, tmp_path, monkeypatch, in_repository
):
    (tmp_path / "apart").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    folder = repository if in_repository else tmp_path / "apart"
    listed, changed = history(folder / "other.md"), changed_files(folder)
    if in_repository:
        assert "git is not installed" in listed.failure
        assert "git is not installed" in changed.failure
    else:
        assert (listed, changed) == (None, None)


def test_an_answer_that_could_not_be_had_is_no_no(repository):
    asked = Git(repository)
    assert asked.answer("config", "branch.none.remote") == ""
    assert asked.answer("rev-parse", "--verify", "-q", "refs/heads/none") == ""
    (repository / ".git" / "config").write_bytes(b"[[[\n")
    for arguments in (("config", "branch.none.remote"), ("remote",), ("ls-files",)):
        with pytest.raises(GitProblem, match="git can’t read the repository"):
            asked.answer(*arguments)


def test_a_repository_whose_settings_can_not_be_read_is_not_one_without_remotes(repository):
    found = Repository.of(repository)
    git(repository, "remote", "add", "origin", "https://example.org/x.git")
    assert found.upstream().remote == "origin"
    (repository / ".git" / "config").write_bytes(b"[[[\n")
    with pytest.raises(GitProblem) as problem:
        found.upstream()
    assert problem.value.code == "broken"
