"""A push over HTTP: a password, a server that refuses, a line that is cut or hangs."""

import threading

import pytest

from editor.export.git import GitProblem, Watch
from editor.export.push import push, standing
from editor.export.push_failures import push_problem
from tests.export.pushes import committed, head, sent, there
from tests.export.repositories import git, state_of
from tests.export.server import serving


@pytest.fixture
def over_http(world):
    """The other side behind a server; gives what makes the server."""
    git(world.bare, "config", "http.receivepack", "true")

    def serve(**wants):
        server = serving(world.bare.parent, **wants)
        address, made = server.__enter__()
        servers.append(server)
        git(world.mine, "remote", "set-url", "origin", f"{address}/bare.git")
        return made

    servers = []
    yield serve
    for server in servers:
        server.__exit__(None, None, None)


def test_over_http(world, over_http):
    over_http()
    world.post()
    sent(committed(world, trusted=False))
    assert there(world) == ["Add post: 新しい", "first"]


@pytest.mark.parametrize(
    ("wants", "code"),
    [
        ({"password": "secret"}, "password"),
        ({"status": 403}, "password"),
        ({"cut": True}, "cut"),
        ({"status": 413}, "too-large"),
    ],
    ids=["password", "forbidden", "cut", "too large"],
)
def test_the_server_refuses_and_the_commit_is_kept(world, over_http, wants, code):
    world.post()
    world.make_dirty()
    repository = committed(world, trusted=False)
    over_http(**wants)
    before, ours = state_of(world.mine), head(world.mine)
    with pytest.raises(GitProblem) as refusal:
        sent(repository)
    assert refusal.value.code == code, refusal.value.output
    assert "kept" in refusal.value.message
    assert (state_of(world.mine), head(world.mine), there(world)) == (before, ours, ["first"])
    over_http()
    sent(repository)
    assert there(world) == ["Add post: 新しい", "first"]


def test_the_size_of_a_commit_is_no_answer_of_the_server():
    said = "Writing objects: 100% (4/4), 401 bytes | 403.00 KiB/s, done.\nerror: RPC failed; curl 18 transfer closed\n"
    assert push_problem(said, "origin/main").code == "cut"
    assert push_problem("fatal: unable to access 'x': The requested URL returned error: 401\n", "x").code == "password"


def test_a_password_comes_from_a_program_that_asks(world, over_http, tmp_path):
    program = tmp_path / "ask"
    program.write_text("#!/bin/sh\ncase $1 in Username*) echo writer;; *) echo secret;; esac\n")
    program.chmod(0o755)
    over_http(password="secret")
    world.post()
    sent(committed(world, trusted=False, asking=str(program)))
    assert there(world) == ["Add post: 新しい", "first"]
    assert "secret" not in (world.mine / ".git" / "config").read_text()


def test_a_push_that_hangs_is_stopped(world, over_http):
    server = over_http(hang=True)
    world.post()
    repository = committed(world, trusted=False)
    stand, watch = standing(repository, Watch()), Watch()

    def stop():
        assert server.hanging.wait(30)
        watch.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(GitProblem) as stopped:
        push(repository, stand, watch)
    stopper.join()
    assert stopped.value.code == "stopped"
    assert there(world) == ["first"]
    assert repository.head == head(world.mine)
