"""Attacks on whoever opens, commits and pushes in a stranger's folder, each built as the attacker would."""

import ast
import contextlib
import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.export.clone import clone
from editor.export.commit import commit_files
from editor.export.git import Git, GitProblem, Watch
from editor.export.push import push, standing
from editor.export.repository import Repository
from editor.export.versions import changed_files, history
from tests.conftest import ROOT
from tests.export.pushes import NAME, OLD, committed, there
from tests.export.repositories import git, identify
from tests.export.server import serving
from tests.security.repositories.traps import HOOKS, Traps, with_embedded


@pytest.fixture
def traps(tmp_path):
    return Traps.at(tmp_path)


def write_settings(root, text):
    with (root / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write(text)


def lose(root, name):
    """Take an object out of a repository."""
    digest = git(root, "rev-parse", name).strip()
    (root / ".git" / "objects" / digest[:2] / digest[2:]).unlink()


# -- a partial clone


def as_partial_clone(world, traps):
    write_settings(
        world.mine,
        f'[remote "origin"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n\tuploadpack = {traps.script}\n\turl = .\n'
        "[extensions]\n\tpartialClone = origin\n[core]\n\trepositoryformatversion = 1\n",
    )


@pytest.mark.parametrize("lost", [f"HEAD:{OLD}", "HEAD:_config.yml", "HEAD:_posts"])
def test_what_a_partial_clone_lacks_is_not_fetched(world, traps, lost):
    lose(world.mine, lost)
    as_partial_clone(world, traps)
    (world.mine / OLD).write_text("changed\n")
    before = git(world.mine, "rev-parse", "HEAD").strip()
    assert OLD in changed_files(world.mine).names or lost == "HEAD:_posts"
    assert history(world.mine / OLD) is not None
    made = None
    with contextlib.suppress(GitProblem):
        made = commit_files(Repository.of(world.mine), [world.mine / OLD], "x")
    traps.check()
    now = git(world.mine, "rev-parse", "HEAD").strip()
    assert (made is not None) == (now != before), "what is told is what was done"


@pytest.mark.parametrize("trusted", [False, True])
def test_a_commit_that_git_could_not_tell_of_is_no_refusal(world, traps, trusted):
    """git makes the commit, then fails to count its lines: the old version is missing and can't be fetched."""
    lose(world.mine, f"HEAD:{OLD}")
    as_partial_clone(world, traps)
    git(world.mine, "config", "--unset-all", "remote.origin.uploadpack")
    git(world.mine, "config", "--replace-all", "remote.origin.url", "/nowhere")
    (world.mine / OLD).write_text("changed\n")
    made = commit_files(Repository.of(world.mine, trusted=trusted), [world.mine / OLD], "x")
    assert made is not None
    assert made.name == git(world.mine, "rev-parse", "HEAD").strip()
    assert git(world.mine, "show", "-s", "--format=%s").strip() == "x"
    assert changed_files(world.mine).names == frozenset()


# -- where a push goes


@pytest.mark.parametrize(
    "address", ["./theme.git", "theme.git", "file://{root}/theme.git", "{root}/theme.git", "~/x", ""]
)
@pytest.mark.parametrize("key", ["url", "pushurl"])
def test_a_repository_inside_of_the_blog_gets_no_push(world, traps, address, key):
    git(world.mine, "clone", "-q", "--bare", str(world.bare), str(world.mine / "theme.git"))
    for name in HOOKS:
        shutil.copy(traps.script, world.mine / "theme.git" / "hooks" / name)
    world.post()
    git(world.mine, "config", "remote.origin.url", "http://127.0.0.1:9/blog.git")
    git(world.mine, "config", f"remote.origin.{key}", address.format(root=world.mine))
    repository = committed(world, trusted=False)
    with pytest.raises(GitProblem) as refusal:
        push(repository, standing(repository, Watch()), Watch())
    assert refusal.value.code == "untrusted-remote"
    assert f"remote.origin.{key}" in refusal.value.message
    traps.check()


@pytest.mark.parametrize("folder", ["remotes", "branches"])
def test_a_remote_in_a_file_is_none(world, traps, folder):
    """`.git/remotes` and `.git/branches` name addresses too (gitrepository-layout(5))."""
    git(world.mine, "remote", "remove", "origin")
    (world.mine / ".git" / folder).mkdir(exist_ok=True)
    text = f"URL: ext::{traps.script}\n" if folder == "remotes" else f"{world.mine}/theme.git#main\n"
    (world.mine / ".git" / folder / "origin").write_text(text)
    write_settings(world.mine, '[remote "origin"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n')
    world.post()
    repository = committed(world, trusted=False)
    with pytest.raises(GitProblem):
        push(repository, standing(repository, Watch()), Watch())
    traps.check()


def test_no_cookies_are_written_and_no_password_goes_elsewhere(world, traps, own_configuration):
    """`saveCookies` writes a file; `curloptResolve` sends what is meant for a host to another one."""
    own_configuration.write_text(
        '[credential "http://blog.example"]\n\thelper = "!echo username=me; echo password=hunter2; true"\n'
    )
    git(world.bare, "config", "http.receivepack", "true")
    world.post()
    with serving(world.bare.parent, password="hunter2") as (address, server):
        port = address.rpartition(":")[2]
        asked = []
        answer = server.RequestHandlerClass.answer
        server.RequestHandlerClass = type(
            "Noting",
            (server.RequestHandlerClass,),
            {"answer": lambda self, body: (asked.append(dict(self.headers)), answer(self, body))},
        )
        write_settings(
            world.mine,
            f"[http]\n\tcookieFile = {traps.outside}/.bashrc\n\tsaveCookies = true\n\tcurloptResolve = blog.example:{port}:127.0.0.1\n",
        )
        git(world.mine, "config", "remote.origin.url", f"http://blog.example:{port}/bare.git")
        repository = committed(world, trusted=False)
        with pytest.raises(GitProblem) as refusal:
            standing(repository, Watch())
        assert refusal.value.code == "no-network"
        assert asked == []
        git(world.mine, "config", "remote.origin.url", f"{address}/bare.git")
        with pytest.raises(GitProblem) as refusal:
            standing(repository, Watch())
        assert refusal.value.code == "password"
        assert asked
        assert not any("Authorization" in headers for headers in asked)
    traps.check()
    assert {"http.cookiefile", "http.savecookies", "http.curloptresolve"} <= set(repository.git.of_the_repository)


# -- links, pipes and pointers in git's own folder


LINKS = (
    *("COMMIT_EDITMSG", "FETCH_HEAD", "HEAD", "index", "packed-refs", "logs/HEAD", "logs/refs/heads/main"),
    *("refs/heads/main", "refs", "refs/heads", "logs", "objects", "objects/pack", "info", "refs/remotes/origin/main"),
    "ORIG_HEAD",
)


@pytest.mark.parametrize("name", LINKS)
def test_nothing_is_written_through_a_link(world, traps, name):
    """`.git/COMMIT_EDITMSG` as a link to the user's `.bashrc`: git writes the message there."""
    place, target = world.mine / ".git" / name, traps.outside / "target"
    if place.exists():
        shutil.move(place, target)
    else:
        target.write_text("" if name == "packed-refs" else "# mine\n")
    place.symlink_to(target)
    before = {path: path.read_bytes() for path in sorted(traps.outside.rglob("*")) if path.is_file()}
    world.post()
    assert changed_files(world.mine) is not None
    with pytest.raises(GitProblem) as refusal:
        commit_files(Repository.of(world.mine), [world.mine / NAME], "x")
    assert refusal.value.code in ("leads-out", "no-repository")
    assert {path: path.read_bytes() for path in sorted(traps.outside.rglob("*")) if path.is_file()} == before
    assert not traps.ran.exists()


PIPES = (
    *("HEAD", "index", "config", "packed-refs", "COMMIT_EDITMSG", "logs/HEAD", "commondir"),
    *("objects/info/alternates", "objects/info/commit-graph"),
)


@pytest.mark.parametrize("name", PIPES)
def test_a_pipe_is_not_waited_for(world, name, monkeypatch):
    monkeypatch.setattr("editor.export.git_process.TIME_LIMIT_S", 1_000.0)  # so that the test hangs if it does
    place = world.mine / ".git" / name
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    world.post()
    changed_files(world.mine)
    history(world.mine / OLD)
    with pytest.raises(GitProblem):
        commit_files(Repository.of(world.mine), [world.mine / NAME], "x", Watch())


@pytest.mark.parametrize("name", ["config", "info/exclude", "HEAD"])
def test_what_is_no_file_is_not_read(world, name):
    for target in (None, "/dev/zero", world.mine):
        place = world.mine / ".git" / name
        place.unlink(missing_ok=True)
        place.symlink_to(target) if target is not None else place.mkdir()
        changed = changed_files(world.mine)
        assert (changed.failure != "") == (name != "info/exclude")
        assert "Errno" not in changed.failure
        if target is None:
            place.rmdir()


def test_a_pipe_in_an_embedded_repository_ends_a_commit(world, monkeypatch):
    """git reads the format of an embedded repository from its settings."""
    monkeypatch.setattr("editor.export.git_process.COMMIT_LIMIT_S", 0.5)
    theme, _ = with_embedded(world)
    (theme / ".git" / "config").unlink()
    os.mkfifo(theme / ".git" / "config")
    world.post()
    before = git(world.mine, "rev-parse", "HEAD")
    with pytest.raises(GitProblem) as slow:
        commit_files(Repository.of(world.mine), [world.mine / NAME], "x")
    assert slow.value.code == "slow"
    assert git(world.mine, "rev-parse", "HEAD") == before
    assert not (world.mine / ".git" / "index.lock").exists()


def test_a_pointer_to_another_repository_of_the_user_is_not_followed_to_write(world, tmp_path):
    """The blog's `.git` says that it is the user's other repository, so that the post would be pushed there."""
    for number, make in enumerate((pointer, common_pointer, link)):
        blog = tmp_path / f"blog-{number}"
        (blog / "_posts").mkdir(parents=True)
        (blog / "_posts" / "2026-01-01-x.md").write_text("x\n")
        make(blog, world.theirs / ".git")
        before = git(world.theirs, "rev-parse", "HEAD")
        with pytest.raises(GitProblem) as refusal:
            commit_files(Repository.of(blog), [blog / "_posts" / "2026-01-01-x.md"], "x")
        assert refusal.value.code == "leads-out", make
        assert git(world.theirs, "rev-parse", "HEAD") == before
        assert git(world.theirs, "status", "--porcelain") == ""


def pointer(blog, other):
    (blog / ".git").write_text(f"gitdir: {other}\n")


def common_pointer(blog, other):
    git(blog, "init", "-q")
    shutil.copytree(other / "refs", blog / ".git" / "refs", dirs_exist_ok=True)
    (blog / ".git" / "commondir").write_text(f"{other}\n")


def link(blog, other):
    (blog / ".git").symlink_to(other)


def test_a_submodule_and_a_linked_tree_are_their_own(world, tmp_path):
    git(world.mine, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(world.bare), "blog")
    identify(world.mine / "blog")
    git(world.mine, "worktree", "add", "-q", "-b", "drafts", str(tmp_path / "tree"))
    for root in (world.mine / "blog", tmp_path / "tree"):
        (root / "new.md").write_text("x\n")
        assert changed_files(root).names == {"new.md"}
        assert commit_files(Repository.of(root), [root / "new.md"], "x") is not None
        assert git(root, "log", "-1", "--format=%s").strip() == "x"


def test_another_object_store_runs_nothing(world, traps, tmp_path):
    """A fetch asks the stores that `objects/info/alternates` names which refs they have."""
    git(tmp_path, "clone", "-q", "--bare", str(world.bare), str(world.mine / "store.git"))
    traps.plant(world.mine / "store.git", but=())
    (world.mine / ".git" / "objects" / "info" / "alternates").write_text(f"{world.mine}/store.git/objects\n")
    git(world.bare, "config", "http.receivepack", "true")
    world.post()
    with serving(world.bare.parent) as (address, _):
        git(world.mine, "config", "remote.origin.url", f"{address}/bare.git")
        repository = committed(world, trusted=False)
        push(repository, standing(repository, Watch()), Watch())
    traps.check()
    assert there(world)[0] == "Add post: 新しい"


# -- what a commit does besides


def test_nothing_to_commit_is_found_without_looking_into_embedded_repositories(world, traps):
    """To say that there is nothing to commit, git shows the status, for which it starts another git in each of them."""
    theme, _ = with_embedded(world)
    git(theme, "config", "core.fsmonitor", str(traps.script))
    traps.run_filter(theme / ".git", "a=b")
    (theme / ".gitattributes").write_text("* filter=a=b\n")
    former = (world.mine / OLD).read_text()
    (world.mine / OLD).write_text("staged\n")
    git(world.mine, "add", OLD)
    (world.mine / OLD).write_text(former)
    before = git(world.mine, "rev-parse", "HEAD")
    assert commit_files(Repository.of(world.mine), [world.mine / OLD], "x") is None
    assert git(world.mine, "rev-parse", "HEAD") == before
    traps.check()
    assert commit_files(Repository.of(world.mine, trusted=True), [world.mine / OLD], "x") is None


def test_a_commit_applies_no_stash(world):
    """`.git/MERGE_AUTOSTASH` is applied by the next commit."""
    (world.mine / OLD).write_text("stashed by a stranger\n")
    stash = git(world.mine, "stash", "create")
    git(world.mine, "checkout", "-q", "--", OLD)
    (world.mine / ".git" / "MERGE_AUTOSTASH").write_text(stash)
    world.post()
    with pytest.raises(GitProblem) as refusal:
        commit_files(Repository.of(world.mine), [world.mine / NAME], "x")
    assert refusal.value.code == "under-way"
    assert "stranger" not in (world.mine / OLD).read_text()


def test_a_commit_brings_no_file_of_a_replaced_one(world):
    """`refs/replace` gives a commit another tree, whose files would all be in the next commit."""
    (world.theirs / "_config.yml").write_text("by a stranger\n")
    git(world.theirs, "commit", "-qam", "stranger")
    git(world.mine, "fetch", "-q", str(world.theirs), "main")
    git(world.mine, "replace", "HEAD", "FETCH_HEAD")
    world.post()
    assert commit_files(Repository.of(world.mine), [world.mine / NAME], "x") is not None
    git(world.mine, "replace", "-d", "HEAD~1")
    assert git(world.mine, "show", "--name-only", "--format=", "HEAD").split() == [NAME]


def test_large_files_of_the_user_wait_for_trust(world, traps, own_configuration, tmp_path):
    """git-lfs would read the repository's `lfs.*`, which name programs; and its hooks do not run before it is trusted."""
    own_configuration.write_text(
        f'[filter "lfs"]\n\tclean = {traps.script}\n\tprocess = {traps.script}\n\trequired = true\n'
    )
    (world.mine / ".gitattributes").write_text("*.md filter=lfs\n")
    write_settings(world.mine, f'[lfs "extension.x"]\n\tclean = {traps.script}\n')
    (world.mine / OLD).write_text("changed\n")
    assert OLD in changed_files(world.mine).names
    with pytest.raises(GitProblem) as refusal:
        commit_files(Repository.of(world.mine), [world.mine / OLD], "x")
    assert refusal.value.code == "untrusted-filter"


# -- around git


def test_a_clone_into_a_strangers_folder_heeds_none_of_its_settings(world, traps):
    traps.plant(world.mine / ".git")
    clone(str(world.bare), world.mine / "sub" / "clone", Watch())
    assert (world.mine / "sub" / "clone" / "_config.yml").is_file()
    traps.check()
    clone("./bare.git", world.mine.parent / "again", Watch())


def test_variables_of_the_environment_lead_nowhere_else(world, traps, tmp_path, monkeypatch):
    """As a hook or `git rebase --exec` has them that starts this program; and a search path with the folder in it."""
    evil = tmp_path / "evil-repository"
    git(tmp_path, "init", "-q", str(evil))
    for name, value in {
        "GIT_DIR": evil / ".git",
        "GIT_WORK_TREE": evil,
        "GIT_COMMON_DIR": evil / ".git",
        "GIT_INDEX_FILE": evil / "index",
        "GIT_OBJECT_DIRECTORY": evil / ".git" / "objects",
        "GIT_NAMESPACE": "x",
        "GIT_EXTERNAL_DIFF": traps.script,
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_ALLOW_PROTOCOL": "ext:file",
    }.items():
        monkeypatch.setenv(name, str(value))
    shutil.copy(traps.script, world.mine / "git")
    monkeypatch.chdir(world.mine)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    world.post()
    for trusted in (False, True):
        assert NAME in changed_files(world.mine).names
        assert commit_files(Repository.of(world.mine, trusted=trusted), [world.mine / NAME], "x") is not None
        world.post(text=f"{trusted}\n")
    traps.check()
    assert not (evil / "index").exists()


def test_the_users_own_settings_of_the_environment_stay(world, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "環境")
    for trusted in (False, True):
        world.post(text=f"{trusted}\n")
        committed(world, trusted=trusted)
        assert git(world.mine, "show", "-s", "--format=%an").strip() == "環境"


@pytest.mark.parametrize("setting", ["[protocol]\n\tallow = never\n", '[protocol "http"]\n\tallow = never\n'])
def test_a_protocol_that_the_user_forbids_stays_forbidden(world, own_configuration, setting):
    own_configuration.write_text(setting)
    git(world.mine, "config", "remote.origin.url", "http://127.0.0.1:9/blog.git")
    with pytest.raises(GitProblem) as refusal:
        standing(Repository.of(world.mine), Watch())
    assert refusal.value.code == "forbidden-transport"


def test_nothing_is_left_in_the_temporary_folder(world, tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    enabled = gc.isenabled()
    gc.disable()  # as in the window
    try:
        world.post()
        commit_files(Repository.of(world.mine), [world.mine / NAME], "x")
        changed_files(world.mine)
        with pytest.raises(GitProblem):
            standing(Repository.of(world.mine), Watch())
        history(world.mine / NAME)
    finally:
        if enabled:  # where Qt's objects live, it stays off for good
            gc.enable()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_settings_that_change_are_seen_at_once(world):
    asked = Git(world.mine)
    for name in ("一", "二"):
        git(world.mine, "config", "user.name", name)
        assert asked.answer("config", "user.name") == name
    git(world.mine, "config", "core.sshCommand", "evil")
    assert asked.answer("config", "core.sshCommand") == ""
    assert "core.sshcommand" in Git(world.mine).of_the_repository


# -- exactly what is started


LOOK = """
import sys
from pathlib import Path
from editor.export.versions import changed_files, content, history
root = Path(sys.argv[1])
assert changed_files(root).failure == ""
found = history(root / sys.argv[2])
assert found.failure == ""
content(root, found.versions[0])
"""
READ = ["config", "--file", "-", "--no-includes", "--list", "-z"], ["config", "--list", "--show-scope", "-z"]
FORM = "--format=%x1e%H%x1f%aI%x1f%an%x1f%s"


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace: apt-get install strace")
def test_a_look_starts_git_with_these_arguments_and_nothing_else(world, traps, tmp_path):
    embedded = with_embedded(world)
    commit = git(world.mine, "log", "--format=%H", "-1", "--", OLD).strip()
    for place in (world.mine, *embedded):
        traps.plant(place / ".git")
    log = tmp_path / "calls"
    traced = ["-f", "-qq", "-s", "4000", "-e", "trace=execve,open,openat", "-e", "signal=none", "-o", str(log)]
    python = [sys.executable, "-c", LOOK, str(world.mine), OLD]
    subprocess.run(["strace", *traced, *python], check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    traps.check()
    started, opened = list[list[str]](), list[tuple[str, str]]()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        process, _, call = line.partition(" ")
        if "execve(" in call and call.endswith("= 0"):
            started.append(ast.literal_eval(call[call.index("[") : call.index("], 0x") + 1]))
        elif "open" in call and '"' in call and not call.endswith(")"):
            opened.append((process, call.split('"')[1]))
    program = shutil.which("git")
    at, posts = ["-C", str(world.mine)], ["-C", str(world.mine / "_posts")]
    status = ["--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all", "--", "."]
    log_ = ["--follow", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--max-count=1000", "--"]
    assert started[1:] == [
        [program, "-C", str(Path(program).parent), "version"],
        *([program, *at, *words] for words in (*READ, ["rev-parse", "--show-prefix"], ["status", *status])),
        *([program, *posts, *words] for words in (*READ, ["log", FORM, *log_, f":(literal){OLD.rpartition('/')[2]}"])),
        *([program, *at, *words] for words in (*READ, ["cat-file", "blob", f"{commit}:{OLD}"])),
    ]
    ours = {process for process, path in opened if ".pyc" in path}
    settings = str(world.mine / ".git" / "config")  # of an embedded repository, git reads the format's number there
    assert not [path for process, path in opened if process not in ours and path == settings]
    assert [path for process, path in opened if process not in ours and path.endswith("/config")]
