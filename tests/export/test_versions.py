"""What git tells of a blog, without running a program that a stranger's repository names."""

import subprocess

import pytest

from editor.export.versions import changed_files, content, history


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
    assert changed_files(blog) == frozenset()
    (blog / "_posts" / "朝.md").write_text("b\n", encoding="utf-8")
    (blog / "_posts" / "new ノート.md").write_text("n\n", encoding="utf-8")
    (blog / "_posts" / "b c.md").write_text("b\n")
    git(repository, "add", "blog/_posts/b c.md")
    (repository / "other.md").write_text("b\n")
    assert changed_files(blog) == {"_posts/朝.md", "_posts/new ノート.md", "_posts/b c.md"}


def test_no_repository(tmp_path):
    assert changed_files(tmp_path) is None


def test_the_versions_of_a_file_under_its_former_names_too(repository):
    path, moved = repository / "blog" / "_posts" / "朝.md", repository / "blog" / "new name.md"
    path.write_text("a\nb\n", encoding="utf-8")
    git(repository, "commit", "-qam", "二つ目 | second")
    git(repository, "mv", str(path), str(moved))
    git(repository, "commit", "-qm", "moved")
    moved.write_bytes(b"not committed")
    versions = history(moved)
    assert [(one.subject, one.path) for one in versions] == [
        ("moved", "blog/new name.md"),
        ("二つ目 | second", "blog/_posts/朝.md"),
        ("all", "blog/_posts/朝.md"),
    ]
    assert [content(moved.parent, one) for one in versions] == [b"a\nb\n", b"a\nb\n", b"a\n"]
    assert versions[0].when.tzinfo is not None


def test_a_file_that_git_does_not_know(repository, tmp_path):
    (repository / "new.md").write_text("x")
    assert history(repository / "new.md") == []
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
    assert changed_files(repository / "blog") == {"_posts/d.md", "_posts/朝.md"}
    (version,) = history(repository / "blog" / "_posts" / "d.md")
    assert content(repository, version) == b"a\n"
    assert not ran.exists(), ran.read_text()
