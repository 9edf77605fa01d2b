"""Breaks the rules of front matter, and what keeps a writer's words, one by one and sees whether a test notices.

    python tests/mutants.py [NAME…]

Each mutant is a small change of one file. The tests that are about it are run until the first one fails; a mutant that
none of them notices survived, and a test is missing. The files are put back afterwards.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = ("tests/header", "tests/check", "--deselect", "tests/header/test_properties.py")
KEEPING = ("tests/post", "tests/faults", "tests/ui/test_recovery.py", "tests/ui/test_watching.py")

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


KEEPERS = {
    "a save is not synced": (
        "post/atomic.py",
        "            os.fsync(file.fileno())\n        _compare(name, data)",
        "        _compare(name, data)",
    ),
    "a rename is not synced": ("post/atomic.py", "        raise\n    sync_folder(target.parent)\n", "        raise\n"),
    "what is written in place is not synced": (
        "post/atomic.py",
        "        os.fsync(file.fileno())\n    _compare(target, data)",
        "    _compare(target, data)",
    ),
    "what was written is not read again": ("post/atomic.py", "        if file.read() != data:", "        if False:"),
    "a file is written over": (
        "post/atomic.py",
        "    _rename(_temporary(target, data, TEMPORARY_SUFFIX, old), target)",
        "    target.write_bytes(data)",
    ),
    "hard links are let go": ("post/atomic.py", "old.st_nlink > 1", "False"),
    "a copy outlives its save": (
        "post/atomic.py",
        "            file.truncate()\n            os.fsync",
        "            os.fsync",
    ),
    "a copy comes back after its save": ("post/atomic.py", "        sync_folder(copy.parent)", "        pass"),
    "the file's mode is not kept": ("post/atomic.py", "    os.chmod(name, stat.S_IMODE(old.st_mode))\n", ""),
    "nobody looks at the disk before a save": ("post/files.py", "    if current == expected:", "    if True:"),
    "a link that can't be read is a file": (
        "post/files.py",
        "os.path.realpath(path, strict=True)",
        "os.path.realpath(path)",
    ),
    "the journal is not synced": (
        "post/journal.py",
        "            os.fsync(file.fileno())\n        if not self._size:",
        "        if not self._size:",
    ),
    "what is left of a refused writing stays": (
        "post/journal.py",
        "file.seek(self._size)",
        "file.seek(0, os.SEEK_END)",
    ),
    "what was refused is not written again": ("ui/journaling.py", "        self._again.start()\n", ""),
    "an unforeseen error ends the journal": (
        "ui/journaling.py",
        "            except Exception:",
        "            except LookupError:",
    ),
    "the journal waits for ever": ("ui/journaling.py", "        self._pause.start()\n", ""),
    "the journal waits for a pause": ("ui/journaling.py", "            self._latest.start()", "            pass"),
    "journals are not checked": ("post/journal.py", "if int(checksum, 16) != zlib.crc32(data):", "if False:"),
    "undo steps are not joined": ("ui/journaling.py", "joined=step.joined or 0 < step.depth == depth", "joined=False"),
    "changes by others are not looked at": (
        "ui/watching.py",
        "        elif stamp.digest != self._asked:",
        "        elif False:",
    ),
}
"""What keeps a writer's words: module, what stands there, what takes its place."""


def passes(tests: tuple[str, ...]) -> bool:
    """Whether the tests pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300).returncode == 0
    except subprocess.TimeoutExpired:
        return False  # a test that never ends has noticed, too


def survives(file: Path, old: str, new: str, tests: tuple[str, ...]) -> bool:
    """Whether no test notices a change of a file."""
    source = file.read_text(encoding="utf-8")
    if source.count(old) != 1:
        raise SystemExit(f"{file.name}: {old!r} stands {source.count(old)} times: bring the mutant up to date")
    file.write_text(source.replace(old, new), encoding="utf-8")
    try:
        return passes(tests)
    finally:
        file.write_text(source, encoding="utf-8")


def main() -> int:
    """Try the mutants; 1 when one survived."""
    all_of_them = {name: (Path("header", module), old, new, HEADER) for name, (module, old, new) in MUTANTS.items()}
    all_of_them |= {name: (Path(module), old, new, KEEPING) for name, (module, old, new) in KEEPERS.items()}
    names = sys.argv[1:] or list(all_of_them)
    for tests in {all_of_them[name][3] for name in names}:
        if not passes(tests):
            raise SystemExit("the tests fail without a mutant: that would hide what they notice")
    alive = []
    for name in names:
        module, old, new, tests = all_of_them[name]
        survived = survives(ROOT / "editor" / module, old, new, tests)
        print(f"{'SURVIVED' if survived else 'noticed '}  {name}", flush=True)
        alive += [name] * survived
    print(f"{len(names) - len(alive)} of {len(names)} noticed")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
