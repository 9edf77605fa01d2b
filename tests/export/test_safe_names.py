"""Paths that a post or picture is never written to."""

from pathlib import PurePosixPath

import pytest

from editor.export.safe_names import require_safe
from editor.header import Refused


@pytest.mark.parametrize(
    "name", ["_posts/2026-01-07-朝.md", "a b/c.d.md", "content/post/index.md", ".drafts/x.md", "console.md"]
)
def test_usual_names(tmp_path, name):
    assert require_safe(tmp_path, PurePosixPath(name)) == tmp_path / name


@pytest.mark.parametrize(
    "name",
    [
        "../x.md",
        "a/../../x.md",
        "/etc/passwd",
        "C:/x.md",
        "C:x.md",
        ".git/hooks/pre-commit",
        ".GIT/config",
        "a/.git/config",
        "git~1/config",
        ".git\u200c/config",
        ".git /config",
        ".git./config",
        ".gitmodules",
        ".gitattributes",
        "con.md",
        "a/NUL",
        "com1.txt",
        "aux/x.md",
        "a?.md",
        "a:b.md",
        'a".md',
        "a\\b.md",
        "a\n.md",
        "a|b.md",
        "x.",
        "x /y.md",
        "x" * 300 + ".md",
    ],
)
def test_names_that_lead_out_or_that_some_system_can_not_have(tmp_path, name):
    with pytest.raises(Refused) as refusal:
        require_safe(tmp_path, PurePosixPath(name))
    assert "choose" in refusal.value.reason


def test_links_that_lead_out(tmp_path):
    blog = tmp_path / "blog"
    blog.mkdir()
    (blog / "_posts").symlink_to(tmp_path)
    (blog / "x.md").symlink_to(tmp_path / "y.md")
    (blog / "inside").mkdir()
    (blog / "link").symlink_to(blog / "inside")
    for name in ("_posts/x.md", "x.md"):
        with pytest.raises(Refused, match="link"):
            require_safe(blog, PurePosixPath(name))
    assert require_safe(blog, PurePosixPath("link/x.md"))


def test_a_name_that_differs_only_in_case(tmp_path):
    (tmp_path / "Posts").mkdir()
    (tmp_path / "Posts" / "Hello.md").write_text("x")
    for name in ("posts/x.md", "Posts/hello.md"):
        with pytest.raises(Refused, match="only in case"):
            require_safe(tmp_path, PurePosixPath(name))
