"""Rendering a post of 10 KB, 100 KB and 1 MB, whole and after one key, beside other markdown programs.

    python benchmarks/render.py [POST]      (default: the example blog's longest post, repeated)

Prints medians in milliseconds. “after a key” is what the worker does for a letter typed in the middle: for kramdown
only the parts around it are read. kramdown (Ruby) and cmark-gfm are measured where they are installed, in their own
process, without its start.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from editor.blog.posts import find_posts
from editor.header import Generator, read_header
from editor.render.document import RenderedDocument
from editor.render.flavours import make_flavour
from editor.render.site import Site
from editor.resources import resource
from editor.text.edit import Edit

SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000}
RUBY = """
require "kramdown"; require "kramdown-parser-gfm"
text = STDIN.read
times = 3.times.map { t = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  Kramdown::Document.new(text, input: "GFM", syntax_highlighter: nil).to_html
  Process.clock_gettime(Process::CLOCK_MONOTONIC) - t }
puts times.sort[1] * 1000
"""


def timed(work: Callable[[], object], times: int) -> float:
    """The median of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1e3)
    return statistics.median(taken)


def after_a_key(generator: Generator, text: str) -> float:
    """What the worker takes for each of some letters typed in the middle."""
    document = RenderedDocument(make_flavour(generator, {}, live=True), Site(generator))
    document.edit([Edit(0, 0, text)])
    document.render()
    at = text.find("\n\n", len(text) // 2)

    def key() -> None:
        document.edit([Edit(at, at, "あ")])
        document.render()

    return timed(key, 9)


def others(text: str) -> dict[str, float]:
    """Programs of other languages."""
    found = {}
    if shutil.which("ruby"):
        done = subprocess.run(["ruby", "-e", RUBY], input=text, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            found["kramdown (Ruby)"] = float(done.stdout)
    if shutil.which("cmark-gfm"):
        found["cmark-gfm, with start"] = timed(
            lambda: subprocess.run(["cmark-gfm"], input=text.encode(), capture_output=True, check=False), 3
        )
    return found


def main() -> None:
    """Measure and print."""
    longest = max(find_posts(resource("example-blog")), key=lambda one: one.stat().st_size)
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else longest
    post = path.read_text(encoding="utf-8")
    body = post[read_header(post).body_start :].rstrip("\n") + "\n\n"
    for name, size in SIZES.items():
        text = (body * (size // len(body.encode()) + 1))[: round(size * len(body) / len(body.encode()))]
        print(name)
        for title, generator in (
            ("kramdown", Generator.JEKYLL),
            ("CommonMark", Generator.HUGO),
            ("Python-Markdown", Generator.PELICAN),
        ):
            flavour = make_flavour(generator, {})
            whole = timed(lambda flavour=flavour, text=text: flavour.blocks(text), 3)
            print(f"  {title:22} whole {whole:9.1f} ms   after a key {after_a_key(generator, text):9.1f} ms")
        for title, took in others(text).items():
            print(f"  {title:22} whole {took:9.1f} ms")


if __name__ == "__main__":
    main()
