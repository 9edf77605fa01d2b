"""Reading and setting front matter beside the load and dump of python-frontmatter and ruamel, on a folder's posts.

    python benchmarks/header.py [FOLDER]      (default: the example blog)

Prints medians in milliseconds and how many posts each way of writing gave back unchanged, then the same for one
header of 5,000 lines. A set is timed with its proof, and set back untimed.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import frontmatter
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from editor.blog.posts import find_posts
from editor.header import Header, HeaderKind, read_header, set_value
from editor.resources import resource
from editor.text.edit import apply

LINES = 5_000


@dataclass(slots=True)
class Row:
    """The times of one way, and how many posts it gave back unchanged."""

    times: list[float] = field(default_factory=list)
    tried: int = 0
    same: int = 0

    def time(self, work: Callable[[], str]) -> str:
        """Do some work and note how long it takes, in milliseconds."""
        started = time.perf_counter()
        result = work()
        self.times.append((time.perf_counter() - started) * 1e3)
        return result

    def compare(self, result: str, text: str) -> None:
        """Note whether a post came back unchanged."""
        self.tried += 1
        self.same += result == text


def measure(text: str, rows: dict[str, Row]) -> None:
    """Each way on one post."""
    found: list[Header] = []
    rows["read"].time(lambda: found.append(read_header(text)) or "")
    header = found[0]
    if header.kind is not HeaderKind.YAML or header.error:
        rows["read"].times.pop()
        return
    key = next((one for one in header.fields if isinstance(one.value, str)), None)
    if key is not None:
        edits = []
        rows["set"].time(lambda: edits.append(set_value(text, header, key.key, f"{key.value} 新")) or "")
        after = apply(text, edits[0])
        again = apply(after, set_value(after, read_header(after), key.key, key.value))
        rows["set"].compare(again, text)
    rows["frontmatter load"].time(lambda: str(frontmatter.loads(text)))
    rows["frontmatter dump"].compare(rows["frontmatter dump"].time(lambda: with_frontmatter(text)), text)
    content = header.content.of(text)
    try:
        rows["ruamel load"].time(lambda: str(YAML().load(content)))
        rows["ruamel dump"].compare(rows["ruamel dump"].time(lambda: with_ruamel(content)), content)
    except (YAMLError, ValueError):
        return


def with_frontmatter(text: str) -> str:
    """A post as python-frontmatter writes it."""
    return frontmatter.dumps(frontmatter.loads(text))


def with_ruamel(content: str) -> str:
    """A header as ruamel's round trip writes it."""
    yaml, stream = YAML(), io.StringIO()
    yaml.preserve_quotes = True
    yaml.dump(yaml.load(content), stream)
    return stream.getvalue()


def report(rows: dict[str, Row]) -> None:
    """Print the figures."""
    for name, row in rows.items():
        back = f"{100 * row.same / row.tried:6.1f} % unchanged" if row.tried else ""
        print(f"{name:17} median {statistics.median(row.times):8.3f} ms   max {max(row.times):8.3f} ms   {back}")


def new_rows() -> dict[str, Row]:
    """No times yet."""
    names = ("read", "set", "frontmatter load", "frontmatter dump", "ruamel load", "ruamel dump")
    return {name: Row() for name in names}


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("example-blog")
    rows = new_rows()
    for path in find_posts(folder):
        measure(path.read_bytes().decode("utf-8", errors="surrogateescape").replace("\r\n", "\n"), rows)
    print(f"{len(rows['read'].times)} posts with YAML front matter")
    report(rows)
    for name, line in (("keys", "key{0}: 'value {0}'"), ("tags", "  - tag {0}")):
        large = new_rows()
        first = "title: 'x'\n" + ("tags:\n" if name == "tags" else "")
        content = first + "".join(line.format(number) + "\n" for number in range(LINES))
        measure(f"---\n{content}---\nBody\n", large)
        print(f"a header of {LINES:,} {name}")
        report(large)


if __name__ == "__main__":
    main()
