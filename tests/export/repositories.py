"""Real repositories for tests: a bare one, the writer's clone of it, somebody else's; and all that a clone consists of."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2026-01-07T12:00:00+0900",
    "GIT_COMMITTER_DATE": "2026-01-07T12:00:00+0900",
}


def make_own_configuration(folder, monkeypatch):
    """A home with the writer's own settings of git, which no machine changes; gives the file."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = folder / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[init]\n\tdefaultBranch = main\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return home / ".gitconfig"


def git(root, *arguments, given=None):
    done = subprocess.run(
        ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments],
        input=given,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout


def identify(root):
    git(root, "config", "user.name", "書き手")
    git(root, "config", "user.email", "writer@example.org")


@dataclass
class World:
    """The repositories of a test."""

    bare: Path
    mine: Path
    theirs: Path

    def post(self, name="_posts/2026-01-07-new.md", text="---\ntitle: 新しい\n---\n本文\n"):
        """A post in the writer's clone that is in no commit."""
        path = self.mine / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def somebody_commits(self, name, text, *, message="theirs"):
        """A commit of somebody else, pushed."""
        git(self.theirs, "pull", "-q", "--rebase")
        path = self.theirs / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        git(self.theirs, "add", "-A")
        git(self.theirs, "commit", "-qm", message)
        git(self.theirs, "push", "-q")

    def make_dirty(self):
        """Staged, half staged, changed, removed, new and stashed things that nobody may touch."""
        (self.mine / "stashed.md").write_text("stashed\n")
        git(self.mine, "stash", "-q")
        (self.mine / "staged.md").write_text("staged\n")
        git(self.mine, "add", "staged.md")
        (self.mine / "half.md").write_text("one\n")
        git(self.mine, "add", "half.md")
        (self.mine / "half.md").write_text("one\ntwo\n")
        (self.mine / "changed.md").write_text("changed\n")
        git(self.mine, "rm", "-q", "--cached", "gone.md")
        (self.mine / "new file.md").write_text("new\n")


def make_world(folder):
    bare, mine, theirs = folder / "bare.git", folder / "mine", folder / "theirs"
    git(folder, "init", "-q", "--bare", "-b", "main", str(bare))
    git(folder, "init", "-q", "-b", "main", str(mine))
    identify(mine)
    (mine / "_posts").mkdir()
    (mine / "_config.yml").write_text("title: Blog\n")
    (mine / "_posts" / "2026-01-06-old.md").write_text("---\ntitle: old\n---\none\n\ntwo\n\nthree\n")
    for name in ("stashed.md", "half.md", "changed.md", "gone.md"):
        (mine / name).write_text("first\n")
    git(mine, "add", "-A")
    git(mine, "commit", "-qm", "first")
    git(mine, "remote", "add", "origin", str(bare))
    git(mine, "push", "-qu", "origin", "main")
    git(folder, "clone", "-q", str(bare), str(theirs))
    identify(theirs)
    return World(bare, mine, theirs)


def state_of(root, *, but=()):
    """Everything of a clone that a commit of one post must leave: index, refs, stashes, bytes.

    Args:
        but: files that the commit is about.

    """
    index = [line for line in git(root, "ls-files", "-s").splitlines() if line.split("\t")[1].strip('"') not in but]
    refs = git(root, "for-each-ref", "--format=%(refname) %(objectname)", "refs/tags", "refs/stash", "refs/heads")
    current = subprocess.run(
        ["git", "-C", str(root), "symbolic-ref", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    others = [line for line in refs.splitlines() if line.split(" ")[0] != current]
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }
    return index, others, {name: data for name, data in files.items() if name not in but}
