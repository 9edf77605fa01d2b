"""The checks that know the whole blog: links to nothing, shared addresses, tags that are nearly alike, missing keys."""

import json

import pytest

from editor.check.post_checks import Checker, Report
from editor.cli import main
from tests.files import write

POST = "---\ntitle: t{0}\ndate: 2026-01-{0:02}\ntags: [AI, sea]\n---\n\ntext\n"
FILES = {
    "_config.yml": "permalink: /:title/\ndefaults:\n- {scope: {path: ''}, values: {layout: post}}\n",
    **{f"_posts/2026-01-{n:02}-p{n}.md": POST.format(n) for n in range(1, 21)},
    "_posts/2026-02-01-links.md": (
        "---\ntitle: l\ndate: 2026-02-01\ntags: [ai]\n---\n\n[ok]({% post_url 2026-01-01-p1 %}) [ok](/p2/) [ok](/tags/x/)\n"
        "[no]({% post_url 2026-01-01-gone %})\n[no](/2020/01/01/gone.html)\n[ok](https://other.org/2020/01/01/x.html)\n"
    ),
    "_posts/2026-02-02-p1.md": "---\ntitle: same\ndate: 2026-02-02\ntags: [sea]\n---\n",
    "_posts/2026-02-03-bare.md": "---\ntitle: bare\ntags: [sea]\n---\n",
    "_drafts/p1.md": "---\ntitle: no address yet\n---\n",
}


@pytest.fixture
def root(tmp_path):
    return write(tmp_path, FILES)


def codes(root, name):
    report = Report()
    Checker(whole=True).check_file(root / name, report)
    return [(one.code, one.line, str(one.severity)) for one in report.problems]


def test_links_that_lead_to_nothing(root):
    assert codes(root, "_posts/2026-02-01-links.md") == [
        ("tag-nearly-alike", 4, "hint"),
        ("broken-link", 8, "error"),
        ("broken-link", 9, "warning"),
    ]


def test_two_posts_with_one_address(root):
    assert ("shared-address", 1, "warning") in codes(root, "_posts/2026-02-02-p1.md")
    assert ("shared-address", 1, "warning") in codes(root, "_posts/2026-01-01-p1.md")
    assert codes(root, "_posts/2026-01-02-p2.md") == []
    assert not [code for code, _, _ in codes(root, "_drafts/p1.md") if code == "shared-address"]


def test_a_key_that_nearly_all_posts_have(root):
    assert codes(root, "_posts/2026-02-03-bare.md") == [("key-that-others-have", 1, "hint")]
    assert main(["check", str(root / "_posts/2026-02-03-bare.md")]) == 0, "only where all is asked for"


def test_a_folder_without_a_generator_is_left_alone(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: a\n---\n[x](/2020/01/01/x.html) [y](y.md)\n")
    assert codes(tmp_path, "a.md") == []


def test_the_command_shows_from_a_level_on(root, capsys):
    assert main(["check", "--all", str(root), "--format", "json"]) == 1
    every = json.loads(capsys.readouterr().out)
    assert main(["check", "--all", str(root), "--format", "json", "--level", "error"]) == 1
    errors = json.loads(capsys.readouterr().out)
    assert {one["severity"] for one in errors["problems"]} == {"error"}
    assert len(errors["problems"]) < len(every["problems"])
    assert main(["check", "--all", str(root / "_posts/2026-02-03-bare.md"), "--level", "warning"]) == 0


LINKED = {
    "_config.yml": "permalink: /:title/\n",
    **{
        f"_posts/2026-01-{n:02}-p{n}.md": (
            f"---\ntitle: t\ndate: 2026-01-{n:02}\ncategories: [{'sea' if n % 2 else 'land'}]\n---\n"
            "[x]({% post_url 2026-01-01-p1 %}) [y]({% post_url 2026-01-02-p2 %})\n"
        )
        for n in range(1, 21)
    },
    "_posts/2026-02-01-other.md": "---\ntitle: o\ndate: 2026-02-01\ncategories: [see]\n---\n[a](/p1/#b) [c](/about/)\n",
}


def test_a_category_of_its_own_and_a_link_in_another_form(tmp_path):
    write(tmp_path, LINKED)
    report = Report()
    path = tmp_path / "_posts/2026-02-01-other.md"
    Checker(whole=True).check_file(path, report)
    found = {one.code: one for one in report.problems}
    assert found["unknown-category"].line == 4
    assert (found["link-form"].line, found["link-form"].column) == (6, 5)
    edit = found["link-form"].fix.make()
    text = path.read_text(encoding="utf-8")
    assert "[a]({% post_url 2026-01-01-p1 %}#b)" in text[: edit.start] + edit.new + text[edit.end :]
    assert not [
        one for one in codes(tmp_path, "_posts/2026-01-03-p3.md") if one[0] in ("link-form", "unknown-category")
    ]


def test_links_within_a_post_are_looked_at_when_all_is_asked_for(tmp_path, capsys):
    path = tmp_path / "_posts" / "2026-01-07-x.md"
    path.parent.mkdir()
    (tmp_path / "_config.yml").write_text("title: x\n")
    text = "---\ntitle: x\n---\n\n## 見出し 一\n\n[ok](#見出し-一) [ok](#own) [no](#nowhere)\n\n<a id='own'></a>\n"
    path.write_text(text, encoding="utf-8")
    assert main(["check", "--all", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [(one["code"], one["line"]) for one in found] == [("broken-anchor", 7)]
    assert "#nowhere" in found[0]["message"]
