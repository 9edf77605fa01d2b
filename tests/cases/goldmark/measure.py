"""Measure the cases with a real Hugo: `python -m tests.cases.goldmark.measure HUGO` rewrites `cases.json`.

`options.toml` of each group is what stands below `[markup.goldmark]`; a case is a text and Hugo's HTML.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).with_name("cases.json")
SITE = 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]\n'
PLAIN_CODE = "[markup.highlight]\ncodeFences = false\n"


def measure(hugo, options, hooks, texts):
    """Hugo's HTML of each text."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("content", "layouts/_markup"):
            (root / name).mkdir(parents=True)
        (root / "layouts/single.html").write_text("{{ .Content }}", "utf-8")
        for name, hook in hooks.items():
            (root / "layouts/_markup" / name).write_text(hook, "utf-8")
        (root / "hugo.toml").write_text(f"{SITE}{PLAIN_CODE}[markup.goldmark]\n{options}", "utf-8")
        for number, text in enumerate(texts):
            (root / f"content/p{number}.md").write_text(f"---\ntitle: x\n---\n{text}", "utf-8")
        subprocess.run([hugo, "-s", folder, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        pages = [root / f"public/p{number}/index.html" for number in range(len(texts))]
        return [page.read_text("utf-8") if page.exists() else "" for page in pages]  # empty pages are not written


def main():
    groups = json.loads(CASES.read_text("utf-8"))
    for group in groups:
        texts = [text for text, _ in group["cases"]]
        group["cases"] = list(zip(texts, measure(sys.argv[1], group["options"], group["hooks"], texts), strict=True))
    CASES.write_text(f"{json.dumps(groups, ensure_ascii=False, indent=1)}\n", "utf-8")


if __name__ == "__main__":
    main()
