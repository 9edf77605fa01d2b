"""What real readers say of each shape of fences (`benchmarks/fences.py --write` measures it), and when we agree."""

import re
from pathlib import Path

from editor.header import Generator, HeaderKind, Rules, Syntax, read_header

MEASURED = Path(__file__).parent.parent / "cases" / "fences" / "measured.json"
Answer = dict | str | None
"""None: no front matter; "error": the reader stops; else the title that it reads and the body that it leaves."""

GENERATORS = {
    "jekyll": Generator.JEKYLL,
    "hugo": Generator.HUGO,
    "hexo4": Generator.HEXO,
    "eleventy": Generator.ELEVENTY,
    "astro": Generator.ASTRO,
    "pelican": Generator.PELICAN,
    "zola": Generator.ZOLA,
}
"""The measured readers; hexo5 is measured for the eye (Hexo 8 comes with hexo-front-matter 4)."""

REFUSED = {
    ("opening: a tab before", Generator.HEXO),  # YAML with a tab, which hexo-front-matter 5 stops at
    ("closing: plus signs", Generator.ASTRO),  # read, and shown on the page all the same
    ("toml: dashes close", Generator.ASTRO),
}
"""Read by the generator, called broken by us: nothing can be written wrongly there."""

OTHERWISE = {
    ("opening: U+FEFF after", Generator.HUGO),  # PyYAML passes over it
    ("closing: a tab before", Generator.PELICAN),  # Python-Markdown makes four spaces of the tab: the title goes on
    ("closing: a blank line before", Generator.PELICAN),  # a YAML plugin's reading, whose body starts a line further
    ("indented dashes in a block", Generator.PELICAN),
}
"""Known to differ."""


def ours(text, generator):
    """Our answer for a file's text."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    header = read_header(plain, Rules(generator))
    if header.error is not None:
        return "error"
    if header.kind is HeaderKind.NONE:
        return None
    caseless = generator in (Generator.HUGO, Generator.PELICAN)
    title = next((one.value for one in header.fields if (one.key.lower() if caseless else one.key) == "title"), None)
    other = _is_of_another_format(plain) or (generator is Generator.PELICAN and header.syntax is Syntax.YAML)
    return {"title": title, "body": plain[header.body_start :], "other": other or not header.fields}


def agrees(name, generator, answer, found):
    """Whether our answer fits a reader's; white lines before the body mean nothing to Markdown.

    Where a reader sees no front matter or stops, we may see none, call it broken, or read one of another format; a
    front matter without keys is one that can be filled.
    """
    if (name, generator) in OTHERWISE:
        return True
    if not isinstance(answer, dict):
        return found is None or found == "error" or found["other"]
    if (name, generator) in REFUSED or (found == "error" and not _title(answer)):
        return found in (None, "error")
    if generator is Generator.HEXO and not _title(answer):
        return True
    if not isinstance(found, dict):
        return False
    return (generator is Generator.HUGO or _title(answer) == _title(found)) and _body(answer) == _body(found)


def _title(answer):
    return answer["title"] or None


def _body(answer):
    text = str(answer["body"]).replace("\r\n", "\n")
    return re.sub(r"\A(?:[\s\ufeff]*\n)+", "", text).rstrip()


def _is_of_another_format(text):
    return text.startswith(("+++", "{", ";;;")) or re.match(r"---[ \t]*[a-z]", text) is not None
