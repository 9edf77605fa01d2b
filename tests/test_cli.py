"""The command line's verbs, in this process and as a process of its own."""

import json
import subprocess
import sys

import pytest

from editor.cli import main


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "editor", *map(str, arguments)], capture_output=True, text=True, check=False, **options
    )


def test_set_changes_one_line_of_the_sample(sample, sample_copy):
    assert main(["set", "title=新しい題", "--", str(sample_copy)]) == 0
    before, after = sample.read_bytes().split(b"\n"), sample_copy.read_bytes().split(b"\n")
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        ('title: "AIインフラ投資3600億ドル超、その真意はどこにあるのか？"'.encode(), 'title: "新しい題"'.encode())
    ]
    assert after[-1] == b"---END---"


def test_get_prints_values_keys_and_json(sample, capsys):
    main(["get", str(sample), "--key", "author"])
    assert capsys.readouterr().out == "ALLFORCES編集部\n"
    main(["get", str(sample)])
    assert "reading_time: 8\n" in capsys.readouterr().out
    main(["get", "--json", str(sample)])
    record = json.loads(capsys.readouterr().out)
    assert record["format"] == "yaml"
    assert record["fields"]["tags"] == ["AI", "最新ニュース", "技術動向", "OpenAI", "投資", "チップ"]
    assert sample.read_bytes()[record["body_start"] :].startswith("AIインフラ".encode())


def test_body_start_counts_bytes_of_the_file(tmp_path, capsys):
    for data in (b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n\r\nBody", "\ufeff---\n港: x\n---\nBody".encode("utf-16-le")):
        (tmp_path / "a.md").write_bytes(data)
        main(["get", "--json", str(tmp_path / "a.md")])
        start = json.loads(capsys.readouterr().out)["body_start"]
        assert data[start:].replace(b"\0", b"") == b"Body"


def test_get_says_what_is_missing(sample, tmp_path, capsys):
    assert main(["get", str(sample), "--key", "none"]) == 1
    assert "has no key “none”" in capsys.readouterr().err
    assert main(["get", str(tmp_path / "gone.md")]) == 1
    assert "does not exist" in capsys.readouterr().err


def test_a_refused_change_changes_no_byte_of_that_file_and_others_go_on(sample_copy, tmp_path, capsys):
    bad = tmp_path / "bad.md"
    bad.write_text("---\ntitle: 'x\n---\n")
    before = bad.read_bytes()
    assert main(["set", "reading_time=9", "title=新", "--", str(bad), str(sample_copy)]) == 1
    assert bad.read_bytes() == before
    assert f"{bad}: line 2" in capsys.readouterr().err
    assert b"reading_time: 9" in sample_copy.read_bytes()


def test_several_changes_are_made_together_or_not_at_all(sample_copy, capsys):
    before = sample_copy.read_bytes()
    assert main(["set", "title=新", "date=soon", "--", str(sample_copy)]) == 1
    assert sample_copy.read_bytes() == before
    assert "not changed" in capsys.readouterr().err


def test_paths_can_come_from_a_list(sample_copy, tmp_path, capsys):
    listing = tmp_path / "list"
    listing.write_text(f"{sample_copy}\n", encoding="utf-8")
    assert main(["set", "title=新", "--files-from", str(listing)]) == 0
    assert main(["get", "--files-from", str(listing), "--key", "title"]) == 0
    assert capsys.readouterr().out == "新\n"
    assert run("get", "--key", "title", "--files-from", "-", input=f"{sample_copy}\n").stdout == "新\n"


def test_render_prints_html(sample, tmp_path, capsys):
    assert main(["render", "--body", str(sample)]) == 0
    assert capsys.readouterr().out.startswith("<p>AIインフラ投資")
    assert main(["render", "--body", "--jsonl", str(sample), str(tmp_path / "gone.md")]) == 1
    row = json.loads(capsys.readouterr().out)
    assert row["path"] == str(sample)
    assert main(["render", str(sample), "-o", str(tmp_path / "out.html")]) == 0
    assert "<title>AIインフラ" in (tmp_path / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [["set"], ["set", "title"], ["set", "--", "a.md"], ["check", "--format", "xml"], ["a", "b"]]
)
def test_wrong_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_help_and_version(capsys):
    assert main(["--help"]) == 0
    assert "postwright get" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("postwright ")


@pytest.mark.parametrize("verb", ["get", "check", "render", "--help"])
def test_headless_verbs_import_no_qt(verb, sample):
    arguments = ["--help"] if verb == "--help" else [verb, str(sample)]
    code = (
        "import sys; from editor.cli import main; main(sys.argv[1:]);"
        "bad = [name for name in sys.modules if name.startswith('PySide6')]; assert not bad, bad"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_module_is_the_command(sample):
    assert run("get", sample, "--key", "layout").stdout == "post\n"


def test_screenshot_says_what_is_wrong_before_it_makes_a_window(tmp_path):
    done = run("screenshot", tmp_path / "gone.md", tmp_path / "x.png")
    assert done.returncode == 1
    assert "does not exist" in done.stderr
    assert "Traceback" not in done.stderr


def test_screenshot_saves_a_picture_of_the_window(sample, tmp_path):
    picture = tmp_path / "x.png"
    done = run("screenshot", sample, picture, "--size", "900x600", "--theme", "dark", "--scale", "1.5")
    assert done.returncode == 0, done.stderr
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1350, 900)
    left = sorted(image.pixelColor(x, y).lightness() for x in range(50, 600, 11) for y in range(150, 800, 13))
    assert left[len(left) // 2] < 60  # dark
    right = {image.pixel(x, y) for x in range(700, 1300, 3) for y in range(150, 800, 7)}
    assert len(right) > 20  # the preview is painted


def test_style_tells_what_most_posts_do(example_blog, capsys):
    assert main(["style", str(example_blog)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Jekyll, 6 posts\n")
    assert "place and file name: _posts/{year}-{month}-{day}-{slug}.md  (100%, _posts/" in out
    assert main(["style", "--json", str(example_blog)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["posts"] == 6
    assert {row["about"] for row in answer["habits"]} >= {"front matter", "key title", "key date"}
    assert all(0 < row["share"] <= 1 and (example_blog / row["example"]).is_file() for row in answer["habits"])


def test_new_writes_a_post_as_the_blog_has_them(example_blog, capsys):
    assert main(["new", "A new day", "--blog", str(example_blog), "--date", "2026-12-01 08:00 +0900", "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("_posts/2026-12-01-a-new-day.md\n\n---\n")
    assert not (example_blog / "_posts/2026-12-01-a-new-day.md").exists()
    arguments = [
        "new",
        "A new day",
        "--blog",
        str(example_blog),
        "--date",
        "2026-12-01 08:00 +0900",
        "--set",
        "tags=海",
    ]
    assert main(arguments) == 0
    path = example_blog / "_posts/2026-12-01-a-new-day.md"
    assert capsys.readouterr().out == f"{path.resolve()}\n"
    assert "tags: [海]\n" in path.read_text(encoding="utf-8")
    assert main(arguments) == 0
    assert (example_blog / "_posts/2026-12-01-a-new-day-2.md").is_file()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--date", "soon"], "--date soon: this is no date: write it as 2026-04-12 or 2026-04-12 07:40 +0900\n"),
        (["--slug", "../x"], "--slug ../x: a file name has no slashes\n"),
        (["--like", "nothing.md"], "nothing.md: no post of this blog with front matter that can be read\n"),
    ],
)
def test_new_says_what_is_wrong(example_blog, capsys, options, message):
    assert main(["new", "X", "--blog", str(example_blog), *options]) == 1
    assert capsys.readouterr().err == message


def jekyll_with_posts(tmp_path, front_matter="title: P"):
    (tmp_path / "_config.yml").write_text("timezone: Asia/Tokyo\n", encoding="utf-8")
    (tmp_path / "_posts").mkdir()
    for day in (1, 2, 3):
        text = f"---\n{front_matter.format(day)}\n---\nx\n"
        (tmp_path / f"_posts/2026-01-0{day}-p.md").write_text(text, encoding="utf-8")
    return tmp_path / "_posts/2026-01-01-p.md"


@pytest.mark.parametrize(
    ("arguments", "line", "status", "said"),
    [
        (["published=false"], "published: false", 0, ""),
        (["--add", "tags=2024"], "tags: [2024, a]", 0, "“tags” has the item “2024” already"),
        (["--remove", "tags=2024"], "tags: [a]", 0, ""),
        (["--remove", "tags=none"], "tags: [2024, a]", 1, "“tags” has no item “none”"),
        (["--unset", "none"], "tags: [2024, a]", 1, "has no key “none”"),
        (["--unset", "none", "title=New"], "title: New", 1, "has no key “none”"),
        (["--unset", "tags[0]"], "tags: [a]", 0, ""),
        (["--rename", "tags=keywords"], "keywords: [2024, a]", 0, ""),
        (["--add", "tags:=[1]"], "tags: [2024, a, [1]]", 0, ""),
        (["image.path=x"], "title: P", 1, "“image” is a single value"),
        (["resources.0.name=x"], "  name: x", 0, ""),
        (["resources[0].name=x"], "  name: x", 0, ""),
        (["date=２０２０-01-02"], "title: P", 1, "is no date"),
        (["new.a.b=c"], "    b: c", 0, ""),
    ],
)
def test_set_says_what_it_did_not_find(tmp_path, capsys, arguments, line, status, said):
    path = jekyll_with_posts(tmp_path, "title: P\ntags: [2024, a]\nimage: i.png\nresources:\n- src: s\n  name: old")
    assert main(["set", *arguments, "--", str(path)]) == status
    assert line in path.read_text(encoding="utf-8").replace("{b: c}", "\n    b: c").split("\n")
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("argument", ["a..b=c", "[0]=c", '"a=b', "a[x]=1"])
def test_what_is_no_key_is_wrong_usage(sample_copy, argument):
    for arguments in (["set", argument, "--", str(sample_copy)], ["new", "T", argument]):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 2


def test_get_takes_a_path(tmp_path, capsys):
    path = jekyll_with_posts(tmp_path, "title: P\na.b: literal\na:\n- c: first\nimage:\n  path: x.png")
    for key, value in (("a[0].c", "first"), ("a.0.c", "first"), ('"a.b"', "literal"), ("image.path", "x.png")):
        assert main(["get", "--key", key, str(path)]) == 0
        assert capsys.readouterr().out == f"{value}\n"
    assert main(["get", "--key", "image.none", str(path)]) == 1


def test_new_takes_values_as_set_does(tmp_path, capsys):
    jekyll_with_posts(tmp_path, "title: P{0}\ndate : 2026-01-0{0}T10:00\nmine: true")
    options = ["--blog", str(tmp_path), "--dry-run", "--date", "2026-11-27 15:28 +0900"]
    arguments = [
        'tags:=["x"]',
        "weight=3",
        "published=false",
        "mine=false",
        "a.b=c",
        "--add",
        "tags=y z",
        "--set",
        "pin=true",
    ]
    assert main(["new", "T", *arguments, *options]) == 0
    shown = capsys.readouterr().out
    for line in (
        "title: T",
        "date : 2026-11-27T15:28",
        "tags: [x, y z]",
        "weight: 3",
        "published: false",
        "mine: false",
        "pin: true",
    ):
        assert line in shown.split("\n")
    assert "a:\n  b: c\n" in shown
    assert main(["new", "T", "title.x=1", *options]) == 1


def test_paths_in_a_list_end_with_a_line_feed_alone(tmp_path, capsys):
    path = tmp_path / "a\u2028b\x85c.md"
    path.write_text("---\ntitle: T\n---\n", encoding="utf-8")
    (tmp_path / "list").write_text(f"{path}\n", encoding="utf-8")
    assert main(["get", "--files-from", str(tmp_path / "list"), "--key", "title"]) == 0
    assert capsys.readouterr().out == "T\n"
