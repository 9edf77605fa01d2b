"""Breaks the rules of front matter one by one and sees whether a test notices.

    python tests/mutants.py [NAME…]

Each mutant is a small change of one file. The tests of `header/` and `check/` are run on it until the first one fails;
a mutant that none of them notices survived, and a test is missing. The files are put back afterwards.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ("tests/header", "tests/check", "--deselect", "tests/header/test_properties.py")

MUTANTS = {
    "the proof accepts everything": (
        "proof.py",
        "    if edit.end > header.span.end:",
        "    if edit: return None\n    if edit.end > header.span.end:",
    ),
    "the proof looks at no other key": (
        "proof.py",
        "if len(before) != len(after) or not others:",
        "if len(before) != len(after):",
    ),
    "the proof does not look at the value": (
        "proof.py",
        "return None if wanted.any_value or means(value, wanted.value) else",
        "return None if True else",
    ),
    "the end of the header may move": ("proof.py", "and not emptied:", "and False:"),
    "texts that readers differ about stay plain": ("yaml_write.py", "and not _OTHER_READERS.fullmatch(value)", ""),
    "commas stay plain in brackets": ("yaml_write.py", "if flow and re.search", "if False and re.search"),
    "quotes are always double": (
        "yaml_write.py",
        "styles = [style or habits.text_style, habits.quote,",
        'styles = ["double", habits.quote,',
    ),
    "dates lose their quotes": (
        "yaml_write.py",
        'if style not in ("single", "double") and _DATE_LIKE',
        "if _DATE_LIKE",
    ),
    "booleans are always true and false": (
        "yaml_write.py",
        "(pair for pair in _BOOLEANS if old in pair)",
        "(pair for pair in _BOOLEANS[:1])",
    ),
    "numbers lose their zeros": ("numbers.py", 'decimals[1].endswith("0")', "False"),
    "folds are not kept": (
        "splice.py",
        '    if style in ("literal", "folded"):',
        '    return None\n    if style in ("literal", "folded"):',
    ),
    "an item takes its neighbour's comment": (
        "pieces.py",
        'self.trail = self.gaps.pop().partition("\\n")[0]',
        'self.trail = self.gaps.pop() and ""',
    ),
    "new keys go last": (
        "place.py",
        "if key_name(pair[0]) in before_it), holder.pairs[-1])",
        "if False), holder.pairs[-1])",
    ),
    "comments above stay": (
        "place.py",
        "while (above := _comment_above(text, header, start, indent)) is not None:",
        "while False:",
    ),
    "commented-out keys go": (
        "place.py",
        "return None if _COMMENTED_OUT.match(text, above, start - 1) else above",
        "return above",
    ),
    "comments at the top go": ("place.py", "start if start > header.content.start else own", "start"),
    "comments inside a value stay": (
        "place.py",
        "if comment is not None and len(comment[1]) > len(indent):",
        "if False:",
    ),
    "three dots close nothing": ("locate.py", "^(?:---|\\.\\.\\.)[ \\t", "^(?:---)[ \\t"),
    "any lines are Pelican's": ("locate.py", "return len(known) > 1 and bool(known & _EVERY_POST_HAS)", "return True"),
    "Hexo's tabs break": (
        "yaml_nodes.py",
        "_without_tabs(content) if tabs else",
        "_without_tabs(content) if False else",
    ),
    "depth is not bounded": ("yaml_nodes.py", "if len(self._open) > MAX_DEPTH:", "if False:"),
    "aliases are not bounded": ("values.py", "        if self._left < 0:", "        if False:"),
    "anchors are forgotten in long headers": ("near.py", "any(map(_shares, pairs))", "False"),
    "a repeated key is its first one": (
        "model.py",
        "found = same[0] if self.syntax is Syntax.PELICAN else same[-1]",
        "found = same[0]",
    ),
    "Pelican's keys have a case": ("pelican_format.py", 'match["key"].lower()', 'match["key"]'),
    "Pelican's commas split always": ("pelican_format.py", 'if ";" in value.text else', "if False else"),
    "new TOML keys go to the end": ("toml_format.py", 'inner.style not in ("table", "dotted")', "True"),
    "JSON escapes are unknown": ("json_format.py", 'json.loads(match[0]), "double")', 'match[0][1:-1], "double")'),
    "fields of a broken header are not listed": (
        "read.py",
        "return _header(place, rules, error, _safe_fields(text, place))",
        "return _header(place, rules, error, ())",
    ),
}


def passes() -> bool:
    """Whether the tests pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120).returncode == 0
    except subprocess.TimeoutExpired:
        return False  # a test that never ends has noticed, too


def survives(file: Path, old: str, new: str) -> bool:
    """Whether no test notices a change of a file."""
    source = file.read_text(encoding="utf-8")
    if source.count(old) != 1:
        raise SystemExit(f"{file.name}: {old!r} stands {source.count(old)} times: bring the mutant up to date")
    file.write_text(source.replace(old, new), encoding="utf-8")
    try:
        return passes()
    finally:
        file.write_text(source, encoding="utf-8")


def main() -> int:
    """Try the mutants; 1 when one survived."""
    names = sys.argv[1:] or list(MUTANTS)
    if not passes():
        raise SystemExit("the tests fail without a mutant: that would hide what they notice")
    alive = []
    for name in names:
        module, old, new = MUTANTS[name]
        survived = survives(ROOT / "editor" / "header" / module, old, new)
        print(f"{'SURVIVED' if survived else 'noticed '}  {name}", flush=True)
        alive += [name] * survived
    print(f"{len(names) - len(alive)} of {len(names)} noticed")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
