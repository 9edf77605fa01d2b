"""Names and values of strangers on a real terminal, in the log of a workflow, and through a pipe.

A file's name may hold any byte but "/" and NUL; a value of front matter any character. None may move the cursor, set the
title, write to the clipboard (OSC 52), begin a line of the report, or begin a command of GitHub's runner.
"""

import json
import os
import pty
import re
import subprocess
import sys

import pytest

from editor.cli import main
from editor.terminal import guarded, progress
from editor.text.visible import in_json, lines, one_line

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
CLIPBOARD = "\x1b]52;c;cm0gLXJmIH4K\x07"
EVIL = f"\x1b[2J\x1b]0;title\x07{CLIPBOARD}\x9b31m\x7f\u202egpj.exe\u2069\u2028\r"
NAME = f"a{EVIL}\n::error title=forged::name\n1 file, 1 open and save unchanged, 0 problems.md"
BROKEN = "::error file=forged::path/bad \udcff.md"
WORKFLOW_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
"""What the runner takes for a command in a line (actions/runner, `ActionCommand.cs`)."""


def quoted(text):
    """A value in YAML's double quotes, with every character that a parser refuses escaped."""
    return json.dumps(text)


@pytest.fixture
def blog(tmp_path):
    posts = tmp_path / "blog" / "_posts"
    posts.mkdir(parents=True)
    (tmp_path / "blog" / "_config.yml").write_text("title: x\n")
    text = f"---\ntitle: {quoted(EVIL)}\n{quoted('key' + EVIL)}: {quoted(EVIL)}\ndate: {quoted(EVIL)}\ntags: [{quoted(EVIL)}, '##[set-env]']\n---\n\nText ![](##[error]x.png)\n"
    (posts / f"2026-01-02-{NAME}").write_text(text, encoding="utf-8")
    for day in range(3, 6):
        (posts / f"2026-01-0{day}-{day}.md").write_text(text, encoding="utf-8")
    (tmp_path / "blog" / "::error file=forged::path").mkdir()
    (tmp_path / "blog" / BROKEN).write_text("---\ntitle: 'x\n---\n")
    return tmp_path / "blog"


def on_terminal(*arguments, cwd):
    """What a command writes to a terminal that is its standard output and standard error."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "editor", *map(os.fsencode, map(str, arguments))],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", "POSTWRIGHT_LANGUAGE": "en", "HOME": str(cwd)},
    )
    os.close(theirs)
    found = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # Linux says so at the end
            break
        if not part:
            break
        found += part
    os.close(ours)
    process.wait()
    return found.decode("utf-8").replace("\r\n", "\n")


def evil_post(blog):
    return next(path for path in (blog / "_posts").iterdir() if EVIL[:4] in path.name)


@pytest.mark.parametrize(
    "verb",
    [
        ["get", "@"],
        ["get", "--key", "title", "@"],
        ["get", "--key", "none", "@"],
        ["get", "--json", "@"],
        ["get", f"gone{EVIL}.md"],
        ["set", f"title={EVIL}", "--rename", "none=x", "--", "@", BROKEN],
        ["set", "--unset", f"no{EVIL}", "--", "@"],
        ["check", "--all", "."],
        ["check", "--all", "--format", "github", "."],
        ["check", "--all", "--format", "json", "."],
        ["check", f"gone{EVIL}.md"],
        ["check", f"--bad{EVIL}"],
        ["render", "@"],
        ["render", "--jsonl", "@"],
        ["style", "."],
        ["style", "--json", "."],
        ["style", f"gone{EVIL}"],
        ["new", EVIL, "--dry-run"],
        ["new", "x", "--date", EVIL],
        ["new", "x", "--like", f"no{EVIL}.md"],
        ["export", "@", "--blog", ".", "--dry-run"],
        ["export", BROKEN, "--blog", f"gone{EVIL}"],
        [f"--bad{EVIL}"],
    ],
    ids=lambda verb: "-".join(re.findall("[a-z]+", " ".join(verb))[:4]),
)
def test_no_verb_steers_the_terminal(blog, verb):
    said = on_terminal(*(str(evil_post(blog)) if word == "@" else word for word in verb), cwd=blog)
    assert said
    assert not STEERING.search(said), re.findall(f".{{0,20}}{STEERING.pattern}", said)


@pytest.mark.parametrize("form", ["text", "github"])
def test_no_name_forges_a_line_of_the_report(blog, form, capsys, monkeypatch):
    """Each line is one of ours: a name's line feed begins none, and GitHub's runner finds no command of a stranger."""
    monkeypatch.chdir(blog)
    main(["check", "--all", "--format", form, ".", BROKEN])
    out = capsys.readouterr().out
    assert "forged" in out
    report = [line for line in out.split("\n") if line]
    if form == "github":
        assert all(
            re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=[a-z0-9-]+::", one) for one in report
        )
    else:
        assert all(re.search(r":\d+:\d+: (error|warning|hint): .* \[[a-z0-9-]+\]$", one) for one in report[:-1])
        assert not WORKFLOW_COMMAND.search(out)


def test_a_pipe_gets_the_bytes_of_a_value(blog):
    """Scripts read values through a pipe: there `get` changes nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "editor", "get", "--key", "title", os.fsencode(evil_post(blog))],
        capture_output=True,
        check=True,
    )
    assert done.stdout == f"{EVIL}\n".encode()
    several = subprocess.run(
        [sys.executable, "-m", "editor", "get", "--key", "tags", *(os.fsencode(evil_post(blog)),) * 2],
        capture_output=True,
        check=True,
    )
    assert EVIL.encode() in several.stdout


def test_what_git_says_while_it_works(capsys):
    """The other side's messages are among it (`remote: …`); a line that begins anew does so."""
    with guarded():
        progress(f"remote: {CLIPBOARD}\rReceiving objects: 50%\rReceiving objects: 100%\n")
    said = capsys.readouterr().err
    assert said.split("\r")[1:] == ["Receiving objects: 50%", "Receiving objects: 100%\n"]
    assert not STEERING.search(said.replace("\r", ""))


def test_the_worker_says_nothing_of_a_post_as_it_is():
    """The renderer's process writes to the terminal that the window was started in."""
    program = (
        "import sys; from editor.render import worker; "
        "worker.serve = lambda *_: (print(sys.argv[1]), print(sys.argv[1], file=sys.stderr)); worker.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, EVIL], stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    said = done.stderr.decode("utf-8")
    assert "]0;title" in said
    assert not STEERING.search(said)
    assert done.stdout == b""


def test_json_means_the_same(blog, capsys):
    """What is escaped in JSON comes back as it was."""
    main(["get", "--json", str(evil_post(blog))])
    out = capsys.readouterr().out
    assert not STEERING.search(out)
    record = json.loads(out)
    assert record["fields"]["title"] == EVIL
    assert record["path"] == str(evil_post(blog))


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x202E, 0x2066, 0xFFF9, 0xE0001, 0xDCFF])
def test_each_character_that_is_not_seen_is_escaped(code):
    character = chr(code)
    assert character not in one_line(f"a{character}b")
    assert (character in lines(f"a{character}b")) is (character in "\t\n")
    assert json.loads(in_json(json.dumps(f"a{character}b", ensure_ascii=False))) == f"a{character}b"


@pytest.mark.parametrize(
    "text",
    [
        "港の朝市 & <b>",
        "שלום, עולם!\u200f",
        "مرحبا (2026)\u200e",
        "👩\u200d🚀",
        "می\u200cخواهم",
        "C:\\n\\x1b",
        "e\u0301",
    ],
)
def test_what_people_write_stays(text):
    """Right-to-left text with the marks that its writers type, joiners of emoji and Persian, backslashes."""
    assert one_line(text) == lines(text) == text


def test_a_mark_beside_left_to_right_letters_is_seen():
    assert one_line("a\u200fb") == "a\\u200fb"
