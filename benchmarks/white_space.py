"""Measure what the real generators make of Unicode's white space, for tests/cases/white_space.

    python benchmarks/white_space.py REFERENCE hexo|astro|eleventy|zola|hugo|jekyll…

REFERENCE is a program that is called with an engine's name, reads paths of posts on standard input and prints
{"path", "html"} a line. Each position is tried with each character; `@` stands for it in the answers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

CHARACTERS = [
    *map(chr, (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x0085)),
    *map(chr, range(0x1C, 0x20)),
    "\u200b",
]
POSITIONS = {
    "paragraph start": "x\n\n@a b\n",
    "paragraph end": "a b@\n\nx\n",
    "line start": "a\n@b\n",
    "line end": "a@\nb\n",
    "line alone": "a\n\n@\n\nb\n",
    "first line": "@a\n",
    "before a break": "a@  \nb  @\nc\n",
    "heading start": "# @a\n",
    "heading end": "# a@\n",
    "heading mark": "#@a\n",
    "heading closing mark": "# a@#\n",
    "underlined heading start": "@a\n===\n",
    "underlined heading end": "a@\n---\n",
    "rule": "***@\n\na\n",
    "list start": "- @a\n- b\n",
    "list end": "- a@\n- b\n",
    "list mark": "-@a\n",
    "numbered list mark": "1.@a\n",
    "list indent": "- a\n@@- b\n",
    "task": "- [@] a\n- [x]@a\n",
    "quote start": "> @a\n",
    "quote end": "> a@\n",
    "quote mark": ">@a\n",
    "cell start": "| a | b |\n|---|---|\n| @c | d |\n",
    "cell end": "| a | b |\n|---|---|\n| c@ | d |\n",
    "cell alone": "| a | b |\n|---|---|\n| @ | d |\n",
    "header cell": "| @a@ | b |\n|---|---|\n| c | d |\n",
    "delimiter row": "| a | b |\n|---|:-:@|\n| c | d |\n",
    "code span": "`@a@` b\n",
    "code span alone": "`@`\n",
    "code span inside": "`a@@b`\n",
    "indented code": "    @a@\n",
    "indent": "a\n\n@@@@b\n",
    "fence text": "```\n@a@\n```\n",
    "fence info": "```js@x\na\n```\n",
    "fence info start": "```@js\na\n```\n",
    "fence info end": "```js@\na\n```\n",
    "fence close": "```\na\n```@\n\nb\n",
    "link text": "[@a@](/u)\n",
    "link title": '[a](/u "@t@")\n',
    "link label": "[b@c] [b c]\n\n[b@c]: /u\n",
    "image alt": "![@a@](/u)\n",
    "emphasis": "*@a@* **@b@** *a*@\n",
    "beside emphasis": "@*a*@ b*c*@_d_@e\n",
    "beside strong Japanese": "a@**「b」**c\n",
    "strike": "~~@a@~~\n",
    "html": "<div>\n@a@\n</div>\n",
    "tag": 'a <br@class="x"> b <br@>\n',
    "tag of a block": "<hr@>\na\n",
    "link in angle brackets": "<https://e.com/a@> b\n",
    "row end": "| a | b |@\n|---|---|\n| c | d |@\n",
    "row start": "| a | b |\n|---|---|\n@| c | d |\n",
    "quotes": '"@a" b "c@" d\n',
}


def measure(reference: str, engine: str) -> dict[str, object]:
    """Return by position its source and the answers, each with the characters that give it."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for position, source in POSITIONS.items():
            for character in CHARACTERS:
                path = Path(folder) / f"{len(names)}.md"
                path.write_bytes(f"---\ntitle: x\n---\n{source.replace('@', character)}".encode())
                names[str(path)] = position, character
        listed = "\n".join(names) + "\n"
        run = subprocess.run(["bash", reference, engine], input=listed, capture_output=True, text=True, check=False)
    found: dict[str, dict[str, str]] = {name: {} for name in POSITIONS}
    for line in run.stdout.split("\n"):
        row = json.loads(line) if line.startswith("{") else {}
        if "html" in row:
            position, character = names[row["path"]]
            html = row["html"].replace(character, "@").replace(quote(character), "%@")
            found[position][html] = found[position].get(html, "") + character
    return {name: {"source": POSITIONS[name], "html": answers} for name, answers in found.items()}


def main() -> None:
    """Measure the named engines."""
    folder = Path(__file__).parents[1] / "tests" / "cases" / "white_space"
    folder.mkdir(exist_ok=True)
    for engine in sys.argv[2:]:
        text = json.dumps(measure(sys.argv[1], engine), indent=1)
        (folder / f"{engine}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
