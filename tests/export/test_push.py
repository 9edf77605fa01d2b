"""One commit taken to the other side, whatever has happened there: it arrives alone, or stays and the writer is told."""

import pytest

from editor.export.commit import commit_files
from editor.export.git import GitProblem, Watch
from editor.export.push import ClashedError, pull_request_link, push, push_aside, standing
from editor.export.repository import Repository
from tests.export.pushes import NAME, OLD, committed, head, sent, there
from tests.export.repositories import git, state_of


def test_a_commit_arrives(world):
    world.post()
    world.make_dirty()
    before = state_of(world.mine, but=(NAME,))
    repository = committed(world)
    stand = standing(repository, Watch())
    assert [one.subject for one in stand.ahead] == ["Add post: 新しい"]
    assert stand.behind == ()
    done = push(repository, stand, Watch())
    assert done.commit == head(world.bare, "main") == head(world.mine)
    assert state_of(world.mine, but=(NAME,)) == before
    assert standing(repository, Watch()).ahead == ()


def test_behind_our_commit_alone_is_made_anew_on_top(world):
    world.post()
    world.make_dirty()
    repository = committed(world)
    world.somebody_commits("theirs.md", "their post\n", message="theirs 1")
    world.somebody_commits(OLD, "---\ntitle: old\n---\nONE\n\ntwo\n\nthree\n", message="theirs 2")
    git(world.mine, "config", "user.name", "今の名前")
    before = state_of(world.mine, but=(NAME, "theirs.md", OLD))
    stand = standing(repository, Watch())
    assert [one.subject for one in stand.behind] == ["theirs 1", "theirs 2"]
    done = push(repository, stand, Watch())
    assert there(world) == ["Add post: 新しい", "theirs 2", "theirs 1", "first"]
    assert head(world.mine) == done.commit == head(world.bare, "main")
    assert done.followed == 2
    assert git(world.mine, "show", "-s", "--format=%an").strip() == "書き手"
    assert (world.mine / "theirs.md").read_text() == "their post\n"
    assert "ONE" in (world.mine / OLD).read_text()
    assert state_of(world.mine, but=(NAME, "theirs.md", OLD)) == before


def test_both_changed_the_post_in_different_places(world):
    (world.mine / OLD).write_text("---\ntitle: old\n---\none\n\ntwo\n\nTHREE\n")
    repository = committed(world, names=(OLD,))
    world.somebody_commits(OLD, "---\ntitle: old\n---\nONE\n\ntwo\n\nthree\n")
    sent(repository)
    assert git(world.bare, "show", f"main:{OLD}") == "---\ntitle: old\n---\nONE\n\ntwo\n\nTHREE\n"
    assert (world.mine / OLD).read_text() == "---\ntitle: old\n---\nONE\n\ntwo\n\nTHREE\n"


def test_both_changed_the_same_place_and_the_writer_decides(world):
    (world.mine / OLD).write_text("---\ntitle: old\n---\nmine\n\ntwo\n\nthree\n")
    repository = committed(world, names=(OLD,))
    world.somebody_commits(OLD, "---\ntitle: old\n---\ntheirs\n\ntwo\n\nthree\n")
    world.make_dirty()
    before, ours = state_of(world.mine), head(world.mine)
    with pytest.raises(ClashedError) as clashed:
        sent(repository)
    (clash,) = clashed.value.clashes
    assert (b"mine" in clash.ours, b"theirs" in clash.theirs, b"one" in clash.base) == (True, True, True)
    assert state_of(world.mine) == before
    assert head(world.mine) == ours
    assert there(world) == ["theirs", "first"]
    sent(repository, decided={OLD: b"---\ntitle: old\n---\nmine and theirs\n\ntwo\n\nthree\n"})
    assert "mine and theirs" in git(world.bare, "show", f"main:{OLD}")
    assert "mine and theirs" in (world.mine / OLD).read_text()
    assert state_of(world.mine, but=(OLD,)) == (
        [line for line in before[0] if not line.endswith(OLD)],
        before[1],
        {name: data for name, data in before[2].items() if name != OLD},
    )


def test_they_deleted_what_we_changed(world):
    (world.mine / OLD).write_text("mine\n")
    repository = committed(world, names=(OLD,))
    world.somebody_commits(OLD, None)
    with pytest.raises(ClashedError) as clashed:
        sent(repository)
    assert clashed.value.clashes[0].theirs is None
    sent(repository, decided={OLD: b"mine\n"})
    assert git(world.bare, "show", f"main:{OLD}") == "mine\n"


def test_they_added_the_same_post(world):
    world.post(text="same\n")
    repository = committed(world)
    world.somebody_commits(NAME, "same\n")
    done = sent(repository)
    assert there(world) == ["theirs", "first"]
    assert head(world.mine) == done.commit == head(world.bare, "main")


def test_their_change_would_overwrite_an_uncommitted_one(world):
    world.post()
    repository = committed(world)
    (world.mine / "changed.md").write_text("mine, not committed\n")
    world.somebody_commits("changed.md", "theirs\n")
    before, ours = state_of(world.mine), head(world.mine)
    with pytest.raises(GitProblem) as refusal:
        sent(repository)
    assert refusal.value.code == "in-the-way"
    assert "changed.md" in refusal.value.message
    assert state_of(world.mine) == before
    assert head(world.mine) == ours
    assert there(world) == ["theirs", "first"]


def test_their_new_file_lies_here_untracked(world):
    world.post()
    repository = committed(world)
    (world.mine / "draft.md").write_text("mine\n")
    world.somebody_commits("draft.md", "theirs\n")
    before = state_of(world.mine)
    with pytest.raises(GitProblem) as refusal:
        sent(repository)
    assert refusal.value.code == "in-the-way"
    assert state_of(world.mine) == before


def test_earlier_commits_go_along_only_when_the_writer_says_so(world):
    (world.mine / "changed.md").write_text("x\n")
    git(world.mine, "commit", "-qam", "half a feature")
    world.post()
    repository = committed(world)
    with pytest.raises(GitProblem) as refusal:
        sent(repository)
    assert refusal.value.code == "others-first"
    assert "half a feature" in refusal.value.message
    assert there(world) == ["first"]
    sent(repository, others=True)
    assert there(world) == ["Add post: 新しい", "half a feature", "first"]


def test_both_sides_went_on_with_other_commits(world):
    (world.mine / "changed.md").write_text("x\n")
    git(world.mine, "commit", "-qam", "half a feature")
    world.post()
    repository = committed(world)
    world.somebody_commits("theirs.md", "x\n")
    ours = head(world.mine)
    with pytest.raises(GitProblem) as refusal:
        sent(repository, others=True)
    assert refusal.value.code == "diverged"
    assert head(world.mine) == ours
    assert there(world) == ["theirs", "first"]


def test_the_first_push_of_a_branch(world):
    git(world.mine, "switch", "-qc", "drafts")
    world.post()
    repository = committed(world)
    stand = standing(repository, Watch())
    assert stand.there == ""
    push(repository, stand, Watch(), others=True)
    assert there(world, "drafts") == ["Add post: 新しい", "first"]
    assert there(world) == ["first"]


def test_a_push_onto_a_branch_of_its_own(world):
    world.post()
    repository = committed(world)
    world.somebody_commits("theirs.md", "x\n")
    before, ours = state_of(world.mine), head(world.mine)
    done = push_aside(repository, standing(repository, Watch()), "post/new", Watch())
    assert there(world, "post/new") == ["Add post: 新しい", "theirs", "first"]
    assert there(world) == ["theirs", "first"]
    assert done.upstream.branch == "post/new"
    assert head(world.mine) == ours
    assert state_of(world.mine) == before
    with pytest.raises(GitProblem) as refusal:
        push_aside(repository, standing(repository, Watch()), "a..b", Watch())
    assert refusal.value.code == "branch-name"


def hook(world, name, script):
    path = world.bare / "hooks" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def protected(world):
    hook(world, "pre-receive", "echo 'GH006: Protected branch update failed for refs/heads/main.' >&2; exit 1")


def gitlab_protected(world):
    hook(world, "pre-receive", "echo 'GitLab: You are not allowed to push code to protected branches' >&2; exit 1")


def too_large(world):
    hook(world, "pre-receive", "echo 'error: File a.png is 120 MB; this exceeds the file size limit' >&2; exit 1")


def update_hook(world):
    hook(world, "update", "echo 'no posts on Sundays' >&2; exit 1")


def checked_out(world):
    git(world.mine, "remote", "set-url", "origin", str(world.theirs))


def gone(world):
    git(world.mine, "remote", "set-url", "origin", str(world.bare.parent / "nowhere.git"))


def no_host(world):
    git(world.mine, "remote", "set-url", "origin", "http://nowhere.invalid/blog.git")


def nobody_listens(world):
    git(world.mine, "remote", "set-url", "origin", "http://127.0.0.1:9/blog.git")


def no_remote(world):
    git(world.mine, "remote", "remove", "origin")


def runs_a_program(world):
    git(world.mine, "remote", "set-url", "origin", "ext::touch /nowhere/ran")


def strange_remote(world):
    git(world.mine, "config", "branch.main.remote", "elsewhere")


def unusual_branch(world):
    no_host(world)
    git(world.mine, "config", "branch.main.remote", "../theme.git")


def rewritten(world):
    no_host(world)
    git(world.mine, "config", "url.x.insteadOf", "http://nowhere")


def includes(world):
    no_host(world)
    git(world.mine, "config", "include.path", "../.gitconfig")


def has_a_helper(world):
    no_host(world)
    git(world.mine, "config", "remote.origin.vcs", "ext")


def unrelated(world):
    git(world.bare, "update-ref", "refs/heads/main", orphan(world))


def orphan(world):
    tree = git(world.theirs, "write-tree").strip()
    name = git(world.theirs, "commit-tree", tree, "-m", "another history").strip()
    git(world.theirs, "push", "-q", "origin", f"{name}:refs/heads/other")
    return name


def own_hook(world):
    path = world.mine / ".git" / "hooks" / "pre-push"
    path.write_text("#!/bin/sh\necho 'spelling: command not found' >&2\nexit 1\n")
    path.chmod(0o755)


NOT_PUSHED = [
    (protected, "protected", "pull request"),
    (gitlab_protected, "protected", "branch of its own"),
    (too_large, "too-large", "smaller"),
    (update_hook, "hook", "refused"),
    (checked_out, "checked-out", "bare"),
    (gone, "not-found", "git remote -v"),
    (no_host, "no-network", "reached"),
    (nobody_listens, "no-network", "reached"),
    (no_remote, "no-remote", "git remote add"),
    (runs_a_program, "forbidden-transport", "program"),
    (strange_remote, "no-remote", "git remote -v"),
    (unrelated, "unrelated", "nothing in common"),
    (own_hook, "own-hook", "hook"),
]


UNTRUSTED = [
    (runs_a_program, "untrusted-remote", "remote.origin.url"),
    (gone, "untrusted-remote", "trust the folder"),
    (no_host, "no-network", "reached"),
    (strange_remote, "no-remote", "git remote -v"),
    (unusual_branch, "untrusted-remote", "branch.main.remote"),
    (rewritten, "untrusted-remote", "url.x.insteadof"),
    (includes, "untrusted-remote", "include.path"),
    (has_a_helper, "untrusted-remote", "remote.origin.vcs"),
]


@pytest.mark.parametrize(
    ("prepare", "code", "told", "trusted"),
    [(*row, True) for row in NOT_PUSHED] + [(*row, False) for row in UNTRUSTED],
    ids=[row[0].__name__ for row in NOT_PUSHED] + [f"untrusted {row[0].__name__}" for row in UNTRUSTED],
)
def test_it_does_not_arrive_and_the_commit_is_kept(world, prepare, code, told, trusted):
    world.post()
    world.make_dirty()
    repository = committed(world)
    prepare(world)
    before, ours, far = state_of(world.mine), head(world.mine), git(world.bare, "for-each-ref")
    with pytest.raises(GitProblem) as refusal:
        sent(Repository.of(world.mine, trusted=trusted))
    assert refusal.value.code == code, refusal.value.output
    assert told in refusal.value.message
    assert state_of(world.mine) == before
    assert head(world.mine) == ours
    assert git(world.bare, "for-each-ref") == far
    assert repository.head == ours


def test_somebody_pushes_at_the_same_moment_and_pushing_again_succeeds(world):
    world.post()
    repository = committed(world)
    stand = standing(repository, Watch())
    world.somebody_commits("theirs.md", "x\n")
    with pytest.raises(GitProblem) as refusal:
        push(repository, stand, Watch())
    assert refusal.value.code == "moved-on"
    sent(repository)
    assert there(world) == ["Add post: 新しい", "theirs", "first"]


def test_a_shallow_clone_says_what_is_missing(world, tmp_path):
    for number in range(3):
        world.somebody_commits("a.md", f"{number}\n")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{world.bare}", "shallow")
    shallow = tmp_path / "shallow"
    git(shallow, "config", "user.name", "a")
    git(shallow, "config", "user.email", "a@b")
    (shallow / "new.md").write_text("x\n")
    repository = Repository.of(shallow, trusted=True)
    commit_files(repository, [shallow / "new.md"], "x")
    sent(repository)
    assert there(world)[0] == "x"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("git@github.com:writer/blog.git", "https://github.com/writer/blog/compare/main...post%2Fx"),
        ("https://github.com/writer/blog", "https://github.com/writer/blog/compare/main...post%2Fx"),
        (
            "ssh://git@gitlab.example.org:2222/group/sub/blog.git",
            "https://gitlab.example.org/group/sub/blog/-/merge_requests/new?merge_request%5Bsource_branch%5D=post%2Fx",
        ),
        ("https://codeberg.org/writer/blog.git", "https://codeberg.org/writer/blog/compare/main...post%2Fx"),
        ("/srv/git/blog.git", ""),
        ("https://example.org/blog.git", ""),
    ],
)
def test_where_a_pull_request_is_opened(address, link):
    assert pull_request_link(address, "post/x", "main") == link
