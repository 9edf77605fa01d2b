"""The library's index on blogs of growing size: first reading, reading again, what is there at once, a search.

    python benchmarks/library.py [--sizes 100,1000,10000,50000] [--source FOLDER]

The blogs are made from the posts of a folder (`../shared/corpus`), copied under new names and titles until there are
enough. Times are of one process; the window has another one read. “filter” is the slowest of 20 keystrokes in the
window's model, the search in texts included.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from editor.blog.library.index import Index
from editor.blog.library.scan import scan
from editor.blog.posts import find_posts
from editor.blog.site import Blog
from editor.header import Generator

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpus"
KEYS = (
    "2",
    "20",
    "20",
    "the",
    "th",
    "t",
    "r",
    "ra",
    "rai",
    "rail",
    "系",
    "系统",
    "系统的",
    "jek",
    "jekyll",
    "a b",
    "海",
    "http",
    "code",
    "zz",
)


def make_blog(root: Path, size: int, source: Path) -> None:
    """Write a Jekyll blog of so many posts."""
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("timezone: Asia/Tokyo\n", encoding="utf-8")
    texts = [path.read_bytes() for path in find_posts(source)]
    days = itertools.cycle(
        f"{year}-{month:02}-{day:02}" for year in range(2005, 2026) for month in range(1, 13) for day in (3, 14, 25)
    )
    for number, (text, day) in enumerate(zip(itertools.cycle(texts), days, strict=False)):
        if number == size:
            return
        (root / "_posts" / f"{day}-post-{number}.md").write_bytes(text)


def milliseconds(started: float) -> float:
    """How long ago that was."""
    return (time.perf_counter() - started) * 1_000


def measure(size: int, source: Path) -> str:
    """One row."""
    with tempfile.TemporaryDirectory() as folder:
        root, file = Path(folder, "blog"), Path(folder, "index.sqlite")
        make_blog(root, size, source)
        blog = Blog(root.resolve(), Generator.JEKYLL)
        index = Index(file)
        started = time.perf_counter()
        scan(blog, index)
        first = milliseconds(started)
        started = time.perf_counter()
        scan(blog, index)
        again = milliseconds(started)
        index.close()
        started = time.perf_counter()
        index = Index(file)
        rows = index.rows()
        opened = milliseconds(started)
        keystroke, drawn = _keystrokes(root, index, rows)
        index.close()
        megabytes = sum(os.stat(path).st_size for path in Path(folder).glob("index.sqlite*")) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {size:,} | {first / 1000:.2f} | {again / 1000:.2f} | {opened:.0f} | {keystroke:.1f} | {drawn:.1f} "
        f"| {megabytes:.0f} | {memory:.0f} |"
    )


def _keystrokes(root: Path, index: Index, rows: list[object]) -> tuple[float, float]:
    """The slowest keystroke of the filter, and the slowest drawing of the list after one, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QListView

    from editor.ui.library.delegate import PostDelegate
    from editor.ui.library.rows import Choice, PostRows, plain_texts

    application = QApplication.instance() or QApplication([])
    model, view = PostRows(application), QListView()
    model.set_rows(root, rows, plain_texts(rows))  # type: ignore[arg-type]
    view.setModel(model)
    view.setItemDelegate(PostDelegate(view))
    view.setUniformItemSizes(True)
    view.resize(260, 800)
    view.show()
    slowest = drawn = 0.0
    for text in KEYS:
        started = time.perf_counter()
        model.show(text, index.search(text), Choice(group="year"))
        slowest = max(slowest, milliseconds(started))
        started = time.perf_counter()
        view.grab()
        drawn = max(drawn, milliseconds(started))
    return slowest, drawn


def main() -> int:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000,50000")
    parser.add_argument("--source", type=Path, default=CORPUS)
    options = parser.parse_args()
    print(
        "| posts | first reading, s | again, s | rows there, ms | keystroke, ms | drawn, ms | index, MB | memory, MB |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for size in options.sizes.split(","):
        print(measure(int(size), options.source), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
