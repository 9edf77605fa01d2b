"""Reading and setting front matter beside python-frontmatter's load and dump, on the posts of a folder.

    python benchmarks/header.py [FOLDER]      (default: the example blog)

Prints medians in milliseconds and how many posts each way of writing gave back unchanged.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import frontmatter

from editor.blog.posts import find_posts
from editor.header import Header, HeaderKind, Refused, read_header, set_value
from editor.resources import resource
from editor.text.edit import apply


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """How long some work takes, in milliseconds, and its result."""
    started = time.perf_counter()
    result = work()
    return (time.perf_counter() - started) * 1e3, result


def set_and_set_back(text: str, header: Header) -> str:
    """A post after its title was changed and changed back."""
    title = header.field("title")
    if title is None or not isinstance(title.value, str):
        return text
    changed = apply(text, set_value(text, header, "title", title.value + " 新"))
    return apply(changed, set_value(changed, read_header(changed), "title", title.value))


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("example-blog")
    rows: dict[str, list[float]] = {"read": [], "load": [], "set and set back": [], "load and dump": []}
    same = {"set and set back": 0, "load and dump": 0}
    for path in find_posts(folder):
        text = path.read_bytes().decode("utf-8", errors="surrogateescape").replace("\r\n", "\n")
        took, header = timed(lambda text=text: read_header(text))
        if not isinstance(header, Header) or header.kind is not HeaderKind.YAML or header.error:
            continue
        rows["read"].append(took)
        rows["load"].append(timed(lambda text=text: frontmatter.loads(text))[0])
        try:
            took, after = timed(lambda text=text, header=header: set_and_set_back(text, header))
        except Refused:
            after = None
        rows["set and set back"].append(took)
        same["set and set back"] += after == text
        took, after = timed(lambda text=text: frontmatter.dumps(frontmatter.loads(text)))
        rows["load and dump"].append(took)
        same["load and dump"] += after == text
    count = len(rows["read"])
    print(f"{count} posts with YAML front matter")
    for name, times in rows.items():
        back = f"{100 * same[name] / count:6.1f} % unchanged" if name in same else ""
        print(f"{name:18} median {statistics.median(times):7.3f} ms   max {max(times):8.3f} ms   {back}")


if __name__ == "__main__":
    main()
