"""Where each generator's own reader sees front matter, for every shape of fences: measured, and compared with ours.

    python benchmarks/fences.py            compare; exit code 1 where we differ from a generator
    python benchmarks/fences.py --write    measure anew, and write tests/cases/fences/measured.json

The readers: Jekyll's own expression with Psych, Hugo built once a shape, both hexo-front-matter 4 (of Hexo 8) and 5,
Eleventy's gray-matter, Astro's parser, Python-Markdown's metadata as Pelican calls it. Zola is not installed by any
package index: its two expressions (components/content/src/front_matter/split.rs) are run by Python.
The engines lie in $ENGINES (~/.cache/reference-engines), as `../shared/fidelity/engines/reference` installs them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import markdown
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.header.fence_cases import GENERATORS, MEASURED, Answer, agrees, ours

ENGINES = Path(os.environ.get("ENGINES", Path.home() / ".cache" / "reference-engines"))
READERS = Path(__file__).parent / "readers"


def shapes() -> dict[str, str]:
    """The texts by name: a header of a title, its fences in all the ways that people and editors write them."""
    return {**_yaml_shapes(), **_other_shapes()}


def _yaml_shapes() -> dict[str, str]:
    opening = {
        "plain": "---\n",
        "one blank line before": "\n---\n",
        "two blank lines before": "\n\n---\n",
        "three blank lines before": "\n\n\n---\n",
        "a line of spaces before": "  \n---\n",
        "a line of a tab before": "\t\n---\n",
        "a line of U+3000 before": "\u3000\n---\n",
        "a line of NBSP before": "\u00a0\n---\n",
        "a space before": " ---\n",
        "two spaces before": "  ---\n",
        "a tab before": "\t---\n",
        "U+3000 before": "\u3000---\n",
        "blank line and space before": "\n ---\n",
        "U+FEFF twice before": "\ufeff\ufeff---\n",
        "a zero width space before": "\u200b---\n",
        "text before": "text\n---\n",
        "an HTML comment before": "<!-- note -->\n---\n",
        "spaces after": "---   \n",
        "a tab after": "---\t\n",
        "a form feed after": "---\f\n",
        "a vertical tab after": "---\v\n",
        "NBSP after": "---\u00a0\n",
        "U+3000 after": "---\u3000\n",
        "U+2003 after": "---\u2003\n",
        "U+FEFF after": "---\ufeff\n",
        "U+200B after": "---\u200b\n",
        "a comment after": "--- # comment\n",
        "a comment right after": "---# comment\n",
        "blank line before, comment after": "\n--- # comment\n",
        "a blank line inside first": "---\n\n",
        "a comment inside first": "---\n# comment\n",
        "four dashes": "----\n",
        "five dashes": "-----\n",
        "yaml named": "---yaml\n",
        "yaml named apart": "--- yaml\n",
        "yml named": "---yml\n",
        "none": "",
    }
    closing = {
        "plain": "---\n",
        "at the end of the file": None,
        "spaces after": "---  \n",
        "a tab after": "---\t\n",
        "NBSP after": "---\u00a0\n",
        "U+3000 after": "---\u3000\n",
        "text after": "--- text\n",
        "text right after": "---text\n",
        "four dashes": "----\n",
        "five dashes": "-----\n",
        "five dashes and spaces": "-----  \n",
        "dots": "...\n",
        "dots and spaces": "...  \n",
        "four dots": "....\n",
        "a space before": " ---\n",
        "three spaces before": "   ---\n",
        "a tab before": "\t---\n",
        "two dashes": "--\n",
        "plus signs": "+++\n",
        "a blank line before": "\n---\n",
        "none": "",
    }
    data, body = "title: T\n", "Body.\n"
    table = {f"opening: {name}": f"{fence}{data}---\n{body}" for name, fence in opening.items()}
    for name, fence in closing.items():
        table[f"closing: {name}"] = f"---\n{data}---" if fence is None else f"---\n{data}{fence}{body}"
    table |= {
        "both: four dashes": f"----\n{data}----\n{body}",
        "both: five dashes": f"-----\n{data}-----\n{body}",
        "both: five dashes, a blank line before": f"\n-----\n{data}-----\n{body}",
        "opening: five dashes, closing: four": f"-----\n{data}----\n{body}",
        "dots, then dashes": f"---\n{data}...\n{body}---\nmore\n",
        "opening: none, closing: five dashes": f"{data}-----\n{body}",
        "closing: none, no body": f"---\n{data}",
        "closing: none, a key only, no line end": "---\ntitle: T",
        "no data": f"---\n---\n{body}",
        "no data, a blank line": f"---\n\n---\n{body}",
        "a rule in the body": f"---\n{data}---\n{body}\n---\n\nmore\n",
        "rules only": "---\n\ntext\n\n---\n\nmore\n",
        "dashes in a value": f"---\n{data}a: --- x\n---\n{body}",
        "dashes end a value": f"---\n{data}a: x ---\n---\n{body}",
        "indented dashes in a block": f"---\n{data}a: |\n  x\n  ---\n  y\n---\n{body}",
        "CRLF": f"---\n{data}---\n{body}".replace("\n", "\r\n"),
        "CRLF, a blank line before": f"\n---\n{data}---\n{body}".replace("\n", "\r\n"),
        "CRLF, five dashes close": f"---\n{data}-----\n{body}".replace("\n", "\r\n"),
        "BOM": f"\ufeff---\n{data}---\n{body}",
        "BOM, a blank line before": f"\ufeff\n---\n{data}---\n{body}",
        "blank lines after": f"---\n{data}---\n\n\n{body}",
        "indented code after": f"---\n{data}---\n    code\n",
        "empty": "",
        "text only": "Body.\n",
        "a blank line and text": "\nBody.\n",
    }
    return table


def _other_shapes() -> dict[str, str]:
    toml, json_, body = 'title = "T"\n', '{\n  "title": "T"\n}\n', "Body.\n"
    return {
        "toml: plain": f"+++\n{toml}+++\n{body}",
        "toml: a blank line before": f"\n+++\n{toml}+++\n{body}",
        "toml: two blank lines before": f"\n\n+++\n{toml}+++\n{body}",
        "toml: a space before": f" +++\n{toml}+++\n{body}",
        "toml: spaces after": f"+++  \n{toml}+++  \n{body}",
        "toml: a comment after": f"+++ # c\n{toml}+++\n{body}",
        "toml: five signs close": f"+++\n{toml}+++++\n{body}",
        "toml: five signs open and close": f"+++++\n{toml}+++++\n{body}",
        "toml: dashes close": f"+++\n{toml}---\n{body}",
        "toml: at the end of the file": f"+++\n{toml}+++",
        "toml: never closed": f"+++\n{toml}{body}",
        "toml: a space before the closing": f"+++\n{toml} +++\n{body}",
        "toml: text after the closing": f"+++\n{toml}+++ text\n{body}",
        "toml: signs end a comment": f"+++\n{toml}# x +++\n+++\n{body}",
        "toml: CRLF": f"+++\n{toml}+++\n{body}".replace("\n", "\r\n"),
        "toml: between dashes named toml": f"---toml\n{toml}---\n{body}",
        "json: plain": f"{json_}{body}",
        "json: a blank line before": f"\n{json_}{body}",
        "json: spaces before": f"  {json_}{body}",
        "json: one line": f'{{"title": "T"}}\n{body}',
        "json: text right after": f'{{"title": "T"}} {body}',
        "json: braces at the margin": f'{{\n"title": "T",\n"a": {{\n"b": 1\n}}\n}}\n{body}',
        "json: braces in texts": f'{{\n"title": "T",\n"a": "}}",\n"b": "\\"}}"\n}}\n{body}',
        "json: never closed": f'{{\n"title": "T"\n{body}',
        "json: at the end of the file": '{\n"title": "T"\n}',
        "json: a shortcode": f"{{{{< x >}}}}\n{body}",
        "json: a tag": f"{{% x %}}\n{body}",
        "json: named between dashes": f"---json\n{json_}---\n{body}",
        "json: named apart between dashes": f"--- json\n{json_}---\n{body}",
        "json: between semicolons": f';;;\n"title": "T"\n;;;\n{body}',
        "json: ended by semicolons": f'"title": "T"\n;;;\n{body}',
        "json: between five semicolons": f';;;;;\n"title": "T"\n;;;;;\n{body}',
        "json: semicolons close too long": f';;;\n"title": "T"\n;;;;;\n{body}',
        "pelican: plain": f"Title: T\nDate: 2020-01-02\n\n{body}",
        "pelican: a blank line before": f"\nTitle: T\nDate: 2020-01-02\n\n{body}",
        "pelican: fenced": f"---\nTitle: T\nDate: 2020-01-02\n---\n{body}",
        "pelican: five dashes": f"-----\nTitle: T\nDate: 2020-01-02\n-----\n{body}",
        "pelican: dots": f"---\nTitle: T\n...\n{body}",
        "pelican: text after": f"Title: T\nDate: 2020-01-02\n{body}",
        "pelican: no blank line": "Title: T\nDate: 2020-01-02",
    }


def measured(texts: Mapping[str, str]) -> dict[str, dict[str, Answer]]:
    """What each reader says of each text."""
    script = subprocess.run(
        ["node", str(READERS / "fences.mjs")],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "ENGINES": str(ENGINES)},
    )
    table: dict[str, dict[str, Answer]] = json.loads(script.stdout)
    ruby = subprocess.run(
        ["ruby", str(READERS / "fences.rb")],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    jekyll = json.loads(ruby.stdout)
    for name, text in texts.items():
        table[name] |= {"jekyll": jekyll[name], "hugo": _hugo(text), "pelican": _pelican(text), "zola": _zola(text)}
    return table


def _hugo(text: str) -> Answer:
    """A site of that one page, built."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "hugo.toml").write_text(
            'disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]\n'
        )
        (root / "content").mkdir()
        (root / "layouts").mkdir()
        (root / "content" / "p.md").write_bytes(text.encode())
        (root / "layouts" / "page.html").write_text('{{ dict "title" .Title "body" .RawContent | jsonify }}')
        command = [str(ENGINES / "venv" / "bin" / "hugo"), "--quiet"]
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
        page = root / "public" / "p" / "index.html"
        if done.returncode or not page.exists():
            return "error"
        found: dict[str, Any] = json.loads(page.read_text())
        return found if found["title"] == "T" or found["body"] != text.removeprefix("\ufeff") else None


def _pelican(text: str) -> Answer:
    """Python-Markdown's metadata, with what is left of the lines (pelican/readers.py, MarkdownReader)."""
    reader = markdown.Markdown(extensions=["meta"])
    lines = text.removeprefix("\ufeff").split("\n")
    if text.strip():
        for name in ("normalize_whitespace", "meta"):
            lines = reader.preprocessors[name].run(lines)
    meta = getattr(reader, "Meta", {})
    return {"title": "\n".join(meta["title"]) if "title" in meta else None, "body": "\n".join(lines)} if meta else None


_SPACE = "[\t\n\v\f\r ]*"
_ZOLA = [
    (re.compile(rf"{_SPACE}{fence}(\r?\n.*?){fence}{_SPACE}(?:\Z|\r?\n(.*)\Z)", re.DOTALL), reader)
    for fence, reader in ((r"\+\+\+", tomllib.loads), ("---", yaml.safe_load))
]


def _zola(text: str) -> Answer:
    for pattern, reader in _ZOLA:
        match = pattern.match(text.removeprefix("\ufeff"))
        if match is not None:
            try:
                data = reader(match[1])
            except (ValueError, yaml.YAMLError):
                return "error"
            if not isinstance(data, dict):
                return "error" if data is not None else {"title": None, "body": match[2] or ""}
            return {"title": data.get("title"), "body": match[2] or ""}
    return "error"


def main() -> int:
    """Compare or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = shapes()
    table = measured(texts)
    if options.write:
        rows = [{"name": name, "text": text, "readers": table[name]} for name, text in texts.items()]
        MEASURED.write_text(json.dumps(rows, ensure_ascii=True, indent=1) + "\n")
    unlike = [
        (name, reader, answer, found)
        for name, text in texts.items()
        for reader, generator in GENERATORS.items()
        if not agrees(name, generator, answer := table[name][reader], found := ours(text, generator))
    ]
    for name, reader, answer, found in unlike:
        print(f"{name}: {reader} reads {answer!r}, we {found!r}")
    print(f"{len(texts)} shapes, {len(GENERATORS)} readers, {len(unlike)} differences")
    return 1 if unlike else 0


if __name__ == "__main__":
    sys.exit(main())
