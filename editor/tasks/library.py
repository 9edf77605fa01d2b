"""The library's index, brought up to date: a post that stops that is listed as one that can't be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from editor.blog.library.index import Index, IndexFailed
from editor.blog.library.scan import scan
from editor.blog.site import Blog
from editor.header import Generator
from editor.tasks.reading import wanted
from editor.tasks.table import Request, Tell


def bring_up_to_date(request: Request, tell: Tell) -> dict[str, Any]:
    """Return how many rows changed in the index `index` of the blog at `root`; `{"failed": why}` when it failed."""
    try:
        index = Index(Path(request["index"]))
        try:
            blog = Blog(Path(request["root"]), Generator(request["generator"]))
            return {"changed": scan(blog, index, wanted(request, tell))}
        finally:
            index.close()
    except (IndexFailed, OSError) as error:
        return {"failed": str(error)}
