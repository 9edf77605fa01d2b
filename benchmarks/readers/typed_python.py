"""What Python's readers make of posts: a line of JSON a post, {"text"}; out comes a line of JSON each, the typed data.

python typed_python.py tomllib|pelican|serde_yaml
"""

from __future__ import annotations

import json
import math
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

YAML_RE = re.compile(
    r"[ \t\n\v\f\r]*---(\r?\n.*?)---[ \t\n\v\f\r]*(?:\Z|\r?\n.*\Z)", re.DOTALL
)  # Zola, components/content/src/front_matter/split.rs
FENCED = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$", re.MULTILINE | re.DOTALL)


def tomllib_reader() -> Callable[[str], Any]:
    """Return Python's own TOML reader."""
    import tomllib

    def read(text: str) -> Any:
        found = FENCED.match(text)
        if found is None:
            raise ValueError("no front matter")
        return tomllib.loads(found[1])

    return read


def serde_reader() -> Callable[[str], Any]:
    """Return Zola's YAML reader, by the package that calls it from Python."""
    import ryaml

    def read(text: str) -> Any:
        found = YAML_RE.match(text)
        if found is None:
            raise ValueError("no front matter")
        return ryaml.loads(found[1])

    return read


def pelican_reader() -> Callable[[str], Any]:
    """Return Pelican's reader of Markdown files, with its usual settings."""
    from pelican.readers import METADATA_PROCESSORS, MarkdownReader
    from pelican.settings import DEFAULT_CONFIG

    METADATA_PROCESSORS.pop("category")  # it drops a category that has no letters
    settings = {**DEFAULT_CONFIG, "FORMATTED_FIELDS": []}
    path = Path(tempfile.mkdtemp()) / "post.md"

    def read(text: str) -> Any:
        path.write_text(text, encoding="utf-8")
        found = MarkdownReader(settings).read(str(path))[1]
        return {key: None if value == "" else value for key, value in found.items()}  # a key without a value

    return read


def typed(value: Any) -> Any:
    """Return a value in the form that all readers answer in."""
    match value:
        case None | bool():
            return value
        case int():
            return {"number": str(value), "int": True}
        case float():
            return {"number": "nan" if math.isnan(value) else repr(value)}
        case str():
            return {"text": value}
        case datetime() | date() | time():
            return {"date": value.isoformat()}
        case list() | tuple():
            return [typed(item) for item in value]
        case dict():
            return {"map": [[str(key), typed(item)] for key, item in value.items()]}
    return {"text": str(value)}  # Pelican's tags, categories and authors


def main() -> None:
    """Answer each line."""
    read = {"tomllib": tomllib_reader, "pelican": pelican_reader, "serde_yaml": serde_reader}[sys.argv[1]]()
    for line in sys.stdin:
        try:
            said = typed(read(json.loads(line)["text"]))
        except Exception as error:  # noqa: BLE001  whatever a reader raises is its answer
            said = {"error": str(error).partition("\n")[0]}
        print(json.dumps(said))


if __name__ == "__main__":
    main()
