"""The window from outside: start, key to glyph, key to preview, beside a bare widget and other editors.

    python benchmarks/window.py [--keys N] [--sizes sample,100k,1m,paragraph] [--programs NAME,…]

Prints one table: medians and 95th percentiles in milliseconds, all from one run. Uses `../shared/bench`: Xvfb, keys by
XTEST, pixels read back. ghostwriter and ReText (Debian) are measured where they are installed, both with their live
preview; “Postwright (folder)” is the package that needs no Python, where `dev.py package` has made one. The machine
must be idle.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared/bench"
SAMPLE = ROOT.parent / "shared/sample/2025-11-02-ai-infra.md"
BELOW_FORM = "0.02,0.56,0.48,0.93"
"""The text pane of our window, below the form."""
AT_TOP = {"click": "0.2,0.2", "text": "0.02,0.12,0.48,0.49"}
"""As large a part of the floor's text pane, where the paragraph that is typed in is also in sight in its web view."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program to measure, and where its text is in the window."""

    name: str
    command: tuple[str, ...]
    click: str = "0.2,0.62"
    text: str = BELOW_FORM
    before: str = ""
    preview: bool = True
    env: dict[str, str] = field(default_factory=dict)


PROGRAMS = (
    Program(
        "floor (software)",
        (sys.executable, str(BENCH / "floor.py"), "--preview", "{file}"),
        env={"QT_QUICK_BACKEND": "software"},
        **AT_TOP,
    ),
    Program("floor (GL)", (sys.executable, str(BENCH / "floor.py"), "--preview", "{file}"), **AT_TOP),
    Program("Postwright", (sys.executable, "-m", "editor", "{file}")),
    Program("Postwright (folder)", (str(ROOT / "dist/postwright/postwright"), "{file}")),
    Program("ghostwriter", ("ghostwriter", "{file}"), click="0.3,0.62", text="0.12,0.56,0.54,0.93", preview=False),
    Program("ReText", ("retext", "{file}"), click="0.2,0.62", before="Control_L+l", preview=False),
)


def posts(folder: Path) -> dict[str, Path]:
    """The sample, and posts of about 100 KB, 1 MB and of one paragraph of 200,000 characters, made from its text."""
    text = SAMPLE.read_text(encoding="utf-8")
    at = text.index("---", 3) + 4
    header, body = text[:at] + "\n", text[at:].strip().removesuffix("---END---").strip() + "\n\n"
    paragraph = "".join(body.split("\n"))
    contents = {
        "sample": text,
        "100k": header + body * (100_000 // len(body.encode()) + 1),
        "1m": header + body * (1_000_000 // len(body.encode()) + 1),
        "paragraph": header + (paragraph * (200_000 // len(paragraph) + 1))[:200_000] + "\n",
    }
    for name, content in contents.items():
        (folder / f"{name}.md").write_text(content, encoding="utf-8")
    return {name: folder / f"{name}.md" for name in contents}


def measure(program: Program, post: Path, keys: int, home: Path) -> dict[str, object]:
    """One run of one program, with a home of its own that it keeps from run to run; {} when it failed."""
    command = [sys.executable, str(BENCH / "x11_latency.py"), "--name", program.name, "--file", str(post)]
    command += ["--keys", str(keys), "--click", program.click, "--text", program.text]
    if program.before:
        command += ["--before", program.before]
    if program.preview:
        command.append("--preview")
    place = home / program.name
    place.mkdir(exist_ok=True)
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(place))
    env = {**os.environ, **program.env, **homes, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, "--", *program.command], capture_output=True, text=True, env=env, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else {}


def cell(found: dict[str, object], key: str) -> str:
    """A figure of a run as the table shows it."""
    value = found.get(key)
    if isinstance(value, dict):
        return f"{value['median']} ({value['p95']})"
    return "–" if value is None else str(value)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--keys", type=int, default=24)
    parser.add_argument("--sizes", default="sample,100k,1m,paragraph")
    parser.add_argument("--programs", default="")
    options = parser.parse_args()
    if not BENCH.is_dir() or shutil.which("Xvfb") is None:
        print(f"this needs {BENCH} and Xvfb (Debian: xvfb)")
        return 1
    wanted = options.programs.split(",") if options.programs else [one.name for one in PROGRAMS]
    print("| post | program | key to glyph (p95) | key to preview (p95) | lag after 100 keys | text at start | MB |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        made = posts(Path(folder))
        for size in options.sizes.split(","):
            for program in PROGRAMS:
                if program.name not in wanted or shutil.which(program.command[0]) is None:
                    continue
                found = measure(program, made[size], options.keys, Path(folder))
                keys = ("key_to_glyph_ms", "key_to_preview_ms", "lag_after_100_keys_ms", "text_ms", "rss_mb")
                print(f"| {size} | {program.name} | " + " | ".join(cell(found, key) for key in keys) + " |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
