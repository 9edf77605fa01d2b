"""The languages' files: they have all texts of the sources, each one said, with the same places for values."""

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from editor import language
from editor.ui.action_table import TABLE
from tests.conftest import ROOT

FOLDER = ROOT / "resources/languages"
FILES = sorted(FOLDER.glob("postwright_*.ts"))
KEPT = {"GitHub", "HTML (*.html)", "PDF (*.pdf)", "2025-11-02 21:54:50 +0900", " px"}
"""What is the same in any language."""


def messages(path):
    """(class, English, texts, finished) of a file's messages."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name") or "", message.findtext("source"), forms, translation.get("type") is None


def holes(text):
    return Counter(re.findall(r"\{\d[^{}]*\}|\{\{|\}\}", text)), bool(re.search(r"%L?n", text))


def name(path):
    return path.stem


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_file_has_what_the_sources_say(path, tmp_path):
    copy = shutil.copy(path, tmp_path / path.name)
    code = path.stem.removeprefix("postwright_")
    script = f"import sys; sys.path.insert(0, 'packaging'); import languages; from pathlib import Path; languages.update('{code}', Path(r'{copy}'))"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    now = [(context, source) for context, source, _, _ in messages(copy)]
    kept = [(context, source) for context, source, _, _ in messages(path)]
    assert sorted(now) == sorted(kept), "run packaging/languages.py update, and translate what is new"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_text_is_said_with_its_values(path):
    for _, source, forms, finished in messages(path):
        assert finished, f"{source!r} is not translated"
        for form in forms:
            assert form, f"{source!r} is empty"
            assert holes(form) == holes(source), f"{source!r}: {form!r}"
            assert (form[:1] == " ") == (source[:1] == " ") or source.strip() == "and", f"{source!r}: {form!r}"


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "postwright_en"], ids=name)
def test_no_english_was_left(path):
    for _, source, forms, _ in messages(path):
        words = re.sub(r"\{[^}]*\}|`[^`]*`", "", source.replace("&", ""))
        if re.search(r"[a-z]{2}", words) and source.replace("&", "") not in KEPT:
            assert forms != [source], f"{source!r} is said in English"


UNSAID = ("settings.py", "cli.py", "report.py")
"""What the manual's table, the command line's help and a bug report say is English."""
SENTENCE = re.compile(r"[a-z’']{2,} [a-z’']{2,}[^.]*[.:](?: \{\})?$|[.:] [A-Z][a-z]+ [a-z]+")


def _is_translated(node):
    """A call whose texts are marked, or seen by nobody."""
    called = getattr(node, "func", None)
    return getattr(called, "id", getattr(called, "attr", "")) in {"tr", "msg", "ValueError", "EditError", "warning"}


def sentences(node, path=""):
    """(line, text) of what is said below a node and is not marked to be translated."""
    if _is_translated(node) or isinstance(node, ast.Assert):
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in child.values)
        else:
            text = child.value if isinstance(child, ast.Constant) and isinstance(child.value, str) else ""
        if "|" not in text and "\n" not in text and SENTENCE.search(text):
            yield child.lineno, text
        elif not isinstance(child, ast.JoinedStr):
            yield from sentences(child)


def test_each_sentence_of_the_sources_is_marked():
    """Also those that no test brings about, as what git says when it is not installed."""
    example = "say('The disk is full.', tr('It is full.').format('It is so.'))"
    assert [text for _, text in sentences(ast.parse(example))] == ["The disk is full.", "It is so."]
    files = [path for path in (ROOT / "editor").rglob("*.py") if path.name not in UNSAID and "render" not in path.parts]
    assert not [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in files
        for line, text in sentences(ast.parse(path.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize("code", language.languages())
def test_each_menu_has_its_own_letters(code):
    texts = language.catalogue(code).get("", {})
    menus = {}
    for row in TABLE:
        letters = menus.setdefault(row.group or row.below or row.menu, [])
        letters += re.findall(r"&(\w)", texts.get(row.text, row.text))
    for inner in {(row.menu, row.group or row.below) for row in TABLE if row.group or row.below}:
        menus[inner[0]] += re.findall(r"&(\w)", texts.get(inner[1], inner[1]))
    menus["the menu bar"] = re.findall(r"&(\w)", "".join(texts.get(menu, menu) for menu in {row.menu for row in TABLE}))
    for menu, letters in menus.items():
        twice = [letter for letter, times in Counter(map(str.lower, letters)).items() if times > 1]
        assert not twice, f"{menu} has {twice} twice"


def test_a_language_needs_one_file(tmp_path, monkeypatch):
    monkeypatch.setattr(language, "resource", lambda name: tmp_path)
    assert language.languages() == ["en"]
    (tmp_path / "postwright_fr.ts").touch()
    assert language.languages() == ["en", "fr"]


@pytest.mark.parametrize(
    ("wanted", "system", "chosen"),
    [
        ("", ["ja_JP.UTF-8"], "ja"),
        ("", ["ja-JP", "en-US"], "ja"),
        ("", ["fr_FR", "ja"], "ja"),
        ("", ["de_DE"], "en"),
        ("", [], "en"),
        ("en", ["ja_JP"], "en"),
        ("xx", ["ja_JP"], "ja"),
    ],
)
def test_which_language_is_chosen(monkeypatch, wanted, system, chosen):
    monkeypatch.delenv(language.VARIABLE)
    assert language.choose(wanted, system) == chosen


@pytest.mark.parametrize(
    ("environment", "first"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja_JP.UTF-8"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB"}, "en_GB"),
        ({"LANG": "en_US", "LANGUAGE": "ja:en"}, "ja"),
        ({}, "en"),
    ],
)
def test_what_the_environment_says(monkeypatch, environment, first):
    for variable in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert language.of_environment()[0] == first


def test_a_text_without_a_catalogue_is_said_as_it_is(monkeypatch):
    monkeypatch.setenv(language.VARIABLE, "en")
    language.use("xx")
    try:
        assert language.tr("draft") == "draft"
    finally:
        language.use("en")


def test_the_command_line_speaks_japanese(tmp_path):
    import os

    (tmp_path / "a.md").write_text("---\ntitle: [a\n---\n", encoding="utf-8")
    environment = {**os.environ, "POSTWRIGHT_LANGUAGE": "ja"}
    command = [sys.executable, "-m", "editor", "check", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert "リスト" in done.stdout
    assert "1 ファイル" in done.stdout
