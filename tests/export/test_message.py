"""The message of a commit, in the words and form of the blog's own log."""

import pytest

from editor.export.message import commit_message
from editor.export.repository import Repository
from tests.export.repositories import git, identify


def repository(root, subjects, *, change=False):
    """A repository whose log has a commit for each post, with the subject that the form makes of its title."""
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    identify(root)
    for number, subject in enumerate(subjects):
        path = root / f"2026-01-{number + 1:02}-post-{number}.md"
        path.write_text(f"---\ntitle: Title {number}\n---\n", encoding="utf-8")
        if change:
            git(root, "add", "-A")
            git(root, "commit", "-qm", "bulk\n")
            path.write_text(f"---\ntitle: Title {number}\n---\nmore\n", encoding="utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-qm", subject.format(title=f"Title {number}", slug=f"post-{number}", name=path.name))
    return Repository.of(root)


@pytest.mark.parametrize(
    ("subjects", "message"),
    [
        (["Add post: {title}"] * 5, "Add post: 港の朝"),
        (["記事「{title}」を追加"] * 3, "記事「港の朝」を追加"),
        (["post: {slug}"] * 4 + ["fix typo"], "post: asa"),
        (["Create {name}"] * 2, "Create 2026-01-07-asa.md"),
        (["new post"] * 4, "new post"),
        (["a", "b", "c", "d"], "Add post: 港の朝"),
        (["記事を書いた", "直した", "いろいろ"], "記事を追加: 港の朝"),
        (["feat: one", "feat: two", "docs: three"], "feat: add post: 港の朝"),
        ([], "Add post: 港の朝"),
    ],
)
def test_a_new_post(tmp_path, subjects, message):
    found = repository(tmp_path / "r", subjects)
    assert commit_message(found, tmp_path / "r" / "2026-01-07-asa.md", "港の朝", new=True) == message


def test_titles_are_read_as_the_blogs_generator_has_them(tmp_path):
    root = tmp_path / "r"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    identify(root)
    (root / "pelicanconf.py").write_text("", encoding="utf-8")
    for number in range(3):
        (root / f"post-{number}.md").write_text(f"Title: Sea {number}\n\ntext\n", encoding="utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-qm", f"“Sea {number}” is out")
    assert commit_message(Repository.of(root), root / "asa.md", "港の朝", new=True) == "“港の朝” is out"


def test_a_changed_post(tmp_path):
    found = repository(tmp_path / "r", ["Update {title}"] * 3, change=True)
    path = tmp_path / "r" / "2026-01-07-asa.md"
    assert commit_message(found, path, "港の朝", new=False) == "Update 港の朝"
    assert commit_message(found, path, "{slug} \\1", new=False) == "Update {slug} \\1"
