"""All measurements as one table, with their spread: printed, and written to results.md with plots beside it.

    python benchmarks/report.py [--runs N] [--keys N] [--no-window]

Each other script here is run N times (3), and what counts of it is kept: our figure, what it is beside, and the ratio
of the two in the same run. A ratio is the median of the runs, with the least and the largest. The machine must be idle.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
CORPUS, FIDELITY = SHARED / "corpus", SHARED / "fidelity/compare.py"
TOOLS = (
    ("ghostwriter", "--version"),
    ("retext", "--version"),
    ("ruby", "-e", "require 'kramdown'; print 'kramdown ', Kramdown::VERSION"),
    ("hugo", "version"),
)
BEGIN, END = "<!-- made by benchmarks/report.py -->", "<!-- end -->"


@dataclass(slots=True)
class Figure:
    """One row: what is measured, in which unit, beside what; the pairs of values of all runs.

    Attributes:
        plot: the name of the plot that it is in; "" for none.

    """

    area: str
    what: str
    unit: str
    beside: str
    plot: str = ""
    pairs: list[tuple[float, float | None]] = field(default_factory=list)

    def ours(self) -> float:
        """The median of our values."""
        return statistics.median(ours for ours, _ in self.pairs)

    def theirs(self) -> float | None:
        """The median of the values that ours stand beside; None where they stand alone."""
        values = [other for _, other in self.pairs if other is not None]
        return statistics.median(values) if values else None

    def ratio(self) -> str:
        """Ours by theirs, with the least and the largest of the runs."""
        ratios = sorted(ours / other for ours, other in self.pairs if other)
        if not ratios:
            return "–"
        return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"


class Figures:
    """The rows, in the order in which they come."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str, str], Figure] = {}

    def add(self, figure: Figure, ours: float, theirs: float | None = None) -> None:
        """A run's value."""
        row = self._rows.setdefault((figure.area, figure.what, figure.beside), figure)
        row.pairs.append((ours, theirs))

    def rows(self) -> list[Figure]:
        """All of them."""
        return list(self._rows.values())


def run(script: str, *arguments: object) -> str:
    """What a script prints; "" when it fails or is not to be had here."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout


def window(figures: Figures, keys: int) -> None:
    """Keys, preview and start beside the floor and the peers."""
    floor = "floor (software)"
    for size in ("sample", "1m"):
        rows: dict[str, list[str]] = {}
        for line in run("window.py", "--sizes", size, "--keys", keys).splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) == 7 and cells[0] == size:
                rows[cells[1]] = cells[2:]
        if "Postwright" not in rows:
            continue
        for column, what in ((0, "key to glyph"), (1, "key to preview"), (3, "text at start")):
            ours = _number(rows["Postwright"][column])
            for other in rows:
                theirs = _number(rows[other][column])
                if other != "Postwright" and other != "floor (GL)" and ours is not None and theirs is not None:
                    plot = f"{what}, {size}" if column != 1 else ""
                    named = floor if other == floor else other
                    figures.add(Figure("window", f"{what}, {size}", "ms", named, plot), ours, theirs)


def header(figures: Figures) -> None:
    """Reading and setting front matter beside other libraries."""
    parts = re.split(r"^a header of ", run("header.py"), flags=re.MULTILINE)[:2]
    for part, kind in zip(parts, ("a post", "5,000 keys"), strict=False):
        found = {
            name: float(value) for name, value in re.findall(r"^(\S+(?: \S+)?)\s+median\s+([\d.]+)", part, re.MULTILINE)
        }
        for ours, other in (
            ("read", "frontmatter load"),
            ("read", "ruamel load"),
            ("set", "frontmatter dump"),
            ("set", "ruamel dump"),
        ):
            if ours in found and other in found:
                figures.add(Figure("header", f"{ours}, {kind}", "ms", other), found[ours], found[other])


def lossless(figures: Figures) -> None:
    """Every key of every post set and set back."""
    text = run("lossless.py", CORPUS, "--slow-readers-each", 500)
    values = dict(re.findall(r"^(edits|wrong|refused)\s+([\d,]+)", text, re.MULTILINE))
    if "edits" in values:
        edits = float(values["edits"].replace(",", ""))
        figures.add(Figure("lossless", "edits of the corpus", "", "–"), edits)
        for name in ("wrong", "refused"):
            figures.add(Figure("lossless", f"{name} edits", "", "–"), float(values[name].replace(",", "")))


def fidelity(figures: Figures) -> None:
    """Equal blocks beside the generators' own HTML."""
    if FIDELITY.is_file() and shutil.which("ruby"):
        render = [str(Path(sys.executable).parent / "postwright"), "render", "--body", "--jsonl"]
        site = HERE.parent / "resources/example-blog"
        command = [sys.executable, str(FIDELITY), str(CORPUS), "--", *render[:2], "--blog", str(site), *render[2:]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        _equal(figures, "Jekyll", done.stdout)
    for generator, blog in (("hugo", "yihui__yihui.org"), ("pelican", "takuti__takuti.me")):
        _equal(figures, generator.capitalize(), run("fidelity.py", generator, CORPUS / blog))


def _equal(figures: Figures, name: str, text: str) -> None:
    found = re.search(r"equal blocks ([\d.]+) ?%", text)
    blocks = re.search(r"([\d,]+) blocks", text)
    if found is not None and blocks is not None and blocks[1] != "0":
        figures.add(Figure("fidelity", f"equal blocks, {blocks[1]} of them", "%", f"{name} itself"), float(found[1]))


def render(figures: Figures) -> None:
    """Rendering whole and after a key, beside the generator's program."""
    size = ""
    others: dict[str, float] = {}
    ours: dict[str, tuple[float, float]] = {}
    for line in run("render.py").splitlines():
        if re.fullmatch(r"[\d,]+ [KM]B", line):
            size = line
        cells = re.match(r"\s+(.+?)\s+whole\s+([\d.]+) ms(?:\s+after a key\s+([\d.]+) ms)?", line)
        if cells is None:
            continue
        if cells[3] is not None and cells[1] == "kramdown":
            ours[size] = float(cells[2]), float(cells[3])
        elif cells[1] == "kramdown (Ruby)":
            others[size] = float(cells[2])
    for name, (whole, key) in ours.items():
        figures.add(Figure("render", f"whole, {name}", "ms", "kramdown (Ruby)", "render"), whole, others.get(name))
        figures.add(
            Figure("render", f"after a key, {name}", "ms", "kramdown (Ruby), whole", "render"), key, others.get(name)
        )


def library(figures: Figures) -> None:
    """The index of a blog."""
    for line in run("library.py", "--sizes", "1000,10000", "--source", CORPUS).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 8 and cells[0][:1].isdigit():
            for column, what, unit in (
                (1, "first reading", "s"),
                (2, "reading again", "s"),
                (4, "a keystroke in the filter", "ms"),
            ):
                figures.add(Figure("library", f"{what}, {cells[0]} posts", unit, "–"), float(cells[column]))


def _number(cell: str) -> float | None:
    found = re.match(r"[\d.]+", cell)
    return float(found[0]) if found else None


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 1_000 else f"{value:.3g}" if value < 100 else f"{value:.1f}"


def table(rows: list[Figure]) -> Iterator[str]:
    """The table's lines."""
    yield "| | measured | ours | beside | theirs | ratio (least–largest) |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        theirs = row.theirs()
        other = f"{_shown(theirs)} {row.unit}" if theirs is not None else "–"
        yield f"| {row.area} | {row.what} | {_shown(row.ours())} {row.unit} | {row.beside} | {other} | {row.ratio()} |"


def machine() -> str:
    """What it was measured on, and with which versions."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    names = ("PySide6", "PyYAML", "python-frontmatter", "Markdown", "markdown-it-py", "ruamel.yaml")
    tools = [f"{name} {version(name)}" for name in names]
    for command in TOOLS:
        if shutil.which(command[0]):
            env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
            done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
            tools.append(" ".join(done.stdout.split()[:2]))
    system = f"{platform.system()}, Python {platform.python_version()}, {date.today()}"
    return f"{os.cpu_count()} × {model}, {system}.\n{', '.join(tools)}."


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def plot(title: str, rows: list[Figure]) -> str:
    """A bar chart: our value, and what it stands beside; each to the same scale."""
    bars: list[tuple[str, float, bool]] = []
    for row in rows:
        ours = ("Postwright" if len({one.what for one in rows}) == 1 else f"{row.what}: Postwright", row.ours(), True)
        if ours[:1] not in [bar[:1] for bar in bars]:
            bars.append(ours)
        theirs = row.theirs()
        if theirs is not None and (row.beside, theirs) not in [bar[:2] for bar in bars]:
            bars.append((row.beside, theirs, False))
    scale = 380 / max(value for _, value, _ in bars)
    height = 44 + 26 * len(bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="720" height="{height}" font-family="sans-serif">',
        "<style>text { font-size: 13px; }</style>",
        f"<title>{title}</title>",
        f'<rect width="720" height="{height}" rx="8" fill="#fffefb"/>',
        f'<text x="16" y="24" font-weight="bold" fill="#262421">{title}</text>',
    ]
    for number, (name, value, own) in enumerate(bars):
        top = 38 + 26 * number
        colour = "#1f63b5" if own else "#b9b4aa"
        parts.append(f'<text x="232" y="{top + 15}" text-anchor="end" fill="#262421">{name}</text>')
        parts.append(
            f'<rect x="242" y="{top}" width="{max(1.0, value * scale):.1f}" height="20" rx="3" fill="{colour}"/>'
        )
        parts.append(
            f'<text x="{250 + value * scale:.1f}" y="{top + 15}" fill="#262421">{_shown(value)} {rows[0].unit}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keys", type=int, default=16)
    parser.add_argument("--no-window", action="store_true")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"this needs the shared material in {SHARED}")
        return 1
    figures = Figures()
    often: tuple[Callable[[Figures], None], ...] = (header, render, library)
    for number in range(options.runs):
        print(f"run {number + 1} of {options.runs}", file=sys.stderr, flush=True)
        if not options.no_window:
            window(figures, options.keys)
        for measure in often:
            measure(figures)
    lossless(figures)
    fidelity(figures)
    rows = figures.rows()
    text = "\n".join(table(rows))
    print(text)
    plots = HERE / "plots"
    plots.mkdir(exist_ok=True)
    for name in dict.fromkeys(row.plot for row in rows if row.plot):
        file = re.sub(r"\W+", "-", name) + ".svg"
        (plots / file).write_text(plot(name, [row for row in rows if row.plot == name]), encoding="utf-8")
    head = (
        "# Results\n\n`python3 packaging/dev.py bench` made this; README.md beside it says what each script measures.\n"
    )
    body = f"{BEGIN}\n\n{machine()}\nMedians of {options.runs} runs.\n\n{text}\n\n{END}\n"
    (HERE / "results.md").write_text(f"{head}\n{body}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
