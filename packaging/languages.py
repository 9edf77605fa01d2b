"""The program's languages: their .ts files brought up to date with the sources, and compiled for the program.

    python packaging/languages.py update [CODE]     texts that are new in the sources; CODE begins another language
    python packaging/languages.py compile           .qm for Qt, .json for the modules that know no Qt

Qt's own tools do it: lupdate reads the sources, lrelease compiles. Run with the project's environment.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources/languages"
ENGLISH = "en"
"""Its texts stand in the sources; its file has the plural forms alone."""


def update(code: str, target: Path | None = None) -> None:
    """Bring a language's file up to date: what is new is marked as unfinished, what is gone goes."""
    target = target or FOLDER / f"postwright_{code}.ts"
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "editor").rglob("*.py"))
    only = ["-pluralonly"] if code == ENGLISH else []
    alias = ["-tr-function-alias", "QT_TR_NOOP+=msg"]
    options = [*alias, "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", code]
    _tool("lupdate", *sources, *only, *options, "-silent", "-ts", str(target))


def compile_all() -> None:
    """Compile each language whose file is newer than what was made of it."""
    for source in sorted(FOLDER.glob("postwright_*.ts")):
        made = (source.with_suffix(".qm"), source.with_suffix(".json"))
        if all(one.exists() and one.stat().st_mtime_ns >= source.stat().st_mtime_ns for one in made):
            continue
        _tool("lrelease", "-silent", "-nounfinished", str(source), "-qm", str(made[0]))
        made[1].write_text(json.dumps(texts(source), ensure_ascii=False), encoding="utf-8")


def texts(source: Path) -> dict[str, dict[str, str]]:
    """The finished texts that have no plural forms, by class and English text, as `editor.language` reads them."""
    found: dict[str, dict[str, str]] = {}
    root = ET.parse(source).getroot()  # noqa: S314  a file of the project
    for context in root.iter("context"):
        of_class = found.setdefault(context.findtext("name") or "", {})
        for message in context.iter("message"):
            translation = message.find("translation")
            if message.get("numerus") is None and translation is not None and translation.get("type") is None:
                of_class[message.findtext("source") or ""] = translation.text or ""
    return found


def _tool(name: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{name}"
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    """Run one of the two."""
    match arguments:
        case ["update", *codes]:
            known = [path.stem.removeprefix("postwright_") for path in FOLDER.glob("postwright_*.ts")]
            for code in codes or sorted(known):
                update(code)
        case ["compile"]:
            compile_all()
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
