"""How much of our HTML equals what Hugo and Pelican make of the same posts.

    python benchmarks/fidelity.py hugo|pelican FOLDER [--compare ../shared/fidelity/compare.py] [--show N]

For Hugo, the posts' bodies are built by the real `hugo` (with code colouring off) in a site that prints the content
alone. For Pelican, real Python-Markdown renders them with Pelican's default extensions. Posts with shortcodes are left
out. Blocks are told apart and compared by the functions of compare.py, which measures Jekyll in the same way.
"""

from __future__ import annotations

import argparse
import difflib
import importlib.util
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType

import markdown

from editor.blog.posts import find_posts
from editor.header import Generator, Rules, read_header
from editor.render.flavours import make_flavour

_SITE = """baseURL = "/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]
[markup.highlight]
codeFences = false
"""


def load(path: Path) -> ModuleType:
    """compare.py as a module."""
    spec = importlib.util.spec_from_file_location("compare", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path} is missing: name it with --compare")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bodies(folder: Path, generator: Generator) -> dict[str, str]:
    """The bodies of a folder's posts, by a name."""
    found = {}
    for number, path in enumerate(find_posts(folder)):
        text = path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
        if re.search(r"\{\{[<%]", text):
            continue
        header = read_header(text, Rules(generator))
        found[f"p{number}"] = text[header.body_start :]
    return found


def by_hugo(posts: dict[str, str]) -> dict[str, str]:
    """What Hugo makes of them."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for name in ("content", "layouts/_default"):
            (site / name).mkdir(parents=True)
        (site / "layouts/_default/single.html").write_text("{{ .Content }}", encoding="utf-8")
        (site / "layouts/_default/list.html").write_text("", encoding="utf-8")
        (site / "config.toml").write_text(_SITE, encoding="utf-8")
        for name, body in posts.items():
            (site / "content" / f"{name}.md").write_text(f"---\ntitle: x\n---\n{body}", encoding="utf-8")
        subprocess.run(["hugo", "-s", site, "-d", site / "out", "--quiet"], check=True)
        pages = {name: site / "out" / name / "index.html" for name in posts}
        return {name: page.read_text(encoding="utf-8") for name, page in pages.items() if page.exists()}


def by_pelican(posts: dict[str, str]) -> dict[str, str]:
    """What Python-Markdown makes of them, set up as Pelican does."""
    converter = markdown.Markdown(
        extensions=["codehilite", "extra"],
        extension_configs={"codehilite": {"css_class": "highlight"}},
        output_format="html",
    )
    return {name: converter.reset().convert(body) for name, body in posts.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("generator", nargs="?", choices=("hugo", "pelican"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--compare", type=Path, default=Path("../shared/fidelity/compare.py"))
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    if options.folder is None:
        print("fidelity.py needs a generator and a folder of its posts")
        return
    compare = load(options.compare)
    generator = Generator.HUGO if options.generator == "hugo" else Generator.PELICAN
    posts = bodies(options.folder, generator)
    wanted = by_hugo(posts) if generator is Generator.HUGO else by_pelican(posts)
    flavour = make_flavour(generator, {})
    total = same = whole = 0
    kinds: Counter[str] = Counter()
    examples: dict[str, tuple[str, str, str]] = {}
    for name, html in wanted.items():
        want, have = compare.blocks(html), compare.blocks("\n".join(flavour.blocks(posts[name])))
        matcher = difflib.SequenceMatcher(None, want, have, autojunk=False)
        equal, count = sum(block.size for block in matcher.get_matching_blocks()), max(len(want), len(have))
        total, same, whole = total + count, same + equal, whole + (equal == count)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind != "equal":
                title = f"{kind}: {[x[0][1] for x in want[a:b]][:3]} / {[x[0][1] for x in have[c:d]][:3]}"
                kinds[title] += 1
                shown = [" ".join(map(compare.shown, blocks))[:300] for blocks in (want[a:b], have[c:d])]
                examples.setdefault(title, (name, *shown))
    for title, times in kinds.most_common(options.show):
        print(times, title, *examples[title], sep="\n    ")
    blocks, equal_posts = 100 * same / max(1, total), 100 * whole / max(1, len(wanted))
    print(f"{len(wanted)} posts, {total} blocks: equal blocks {blocks:.2f} %, equal posts {equal_posts:.1f} %")


if __name__ == "__main__":
    main()
