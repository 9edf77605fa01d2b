"""Measure again what the real generators make of the sources in tests/cases/engines.

    python benchmarks/engine_cases.py REFERENCE [hexo|astro|eleventy|zola…]

REFERENCE is a program that is called with an engine's name, reads paths of posts on standard input and prints
{"path", "html"} a line; Hexo's configuration comes in the file that HEXO_CONFIG names. To add a case, write its source
with an empty answer, and call this.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).parents[1] / "tests" / "cases" / "engines"
CONFIGURATION = {"title": "x", "syntax_highlighter": "", "url": "http://me.example", "root": "/sub/"}


def measure(reference: str, engine: str, cases: list[dict[str, object]]) -> None:
    """Put the engine's answers into the cases: those with the same options in one call."""
    for options in {json.dumps(case["options"], sort_keys=True): case["options"] for case in cases}.values():
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder) / "_config.yml"
            config.write_text(json.dumps({**CONFIGURATION, "marked": options}), encoding="utf-8")
            paths = {}
            for number, case in enumerate(cases):
                if case["options"] == options:
                    path = Path(folder) / f"{number}.md"
                    path.write_text(f"---\ntitle: x\n---\n{case['source']}", encoding="utf-8")
                    paths[str(path)] = case
            run = subprocess.run(
                ["bash", reference, engine],
                input="\n".join(paths) + "\n",
                env={**os.environ, "HEXO_CONFIG": str(config)},
                capture_output=True,
                text=True,
                check=False,
            )
        for line in run.stdout.split("\n"):
            if line.startswith("{"):
                row = json.loads(line)
                paths[row["path"]]["html"] = row["html"]


def main() -> None:
    """Measure the named engines, or all that have cases."""
    for engine in sys.argv[2:] or [path.stem for path in sorted(CASES.glob("*.json"))]:
        path = CASES / f"{engine}.json"
        cases = json.loads(path.read_text(encoding="utf-8"))
        measure(sys.argv[1], engine, cases)
        path.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
