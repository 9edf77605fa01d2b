"""The names of each generator's configuration files, and their data.

This is the only table of such names: a folder is recognised by it and settings are read by it. The names are those
that the generators look for: Hugo's `config/allconfig/load.go` and `config.DefaultConfigNames`, Jekyll's
`configuration.rb`, Hexo's `load_config.js`, Astro's `core/config`, Eleventy's `TemplateConfig.js`, Zola's `main.rs`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from editor.blog.gate import Gate
from editor.header import Generator, Syntax, Value
from editor.header.data import read_data

SYNTAXES: Final = {".toml": Syntax.TOML, ".yaml": Syntax.YAML, ".yml": Syntax.YAML, ".json": Syntax.JSON}
"""The syntax of a configuration file by its suffix; a file with another suffix is a program, which is never run."""
HUGO_STEMS: Final = ("hugo", "config")
HUGO_FOLDERS: Final = ("config/_default", "config/production")
"""Hugo's configuration folders, the later one overriding the earlier: a published site is built for production."""
PELICAN_FILE: Final = "pelicanconf.py"
PACKAGE_FILE: Final = "package.json"

CONFIGURATION_FILES: Final[dict[Generator, tuple[str, ...]]] = {
    Generator.HUGO: tuple(f"{stem}{suffix}" for stem in HUGO_STEMS for suffix in SYNTAXES),
    Generator.ZOLA: ("zola.toml", "config.toml"),
    Generator.JEKYLL: ("_config.yml", "_config.yaml", "_config.toml"),
    Generator.HEXO: ("_config.yml", "_config.yaml", "_config.json"),
    Generator.ASTRO: tuple(f"astro.config.{suffix}" for suffix in ("mjs", "js", "ts", "mts", "cjs", "cts")),
    Generator.ELEVENTY: (
        ".eleventy.js",
        "eleventy.config.js",
        "eleventy.config.mjs",
        "eleventy.config.cjs",
        ".eleventy.cjs",
        ".eleventy.mjs",
    ),
    Generator.PELICAN: (PELICAN_FILE,),
}
"""Each generator's file names in its own order of preference; only the first one that exists is read."""


def configuration_text(root: Path, name: str) -> str | None:
    """Return the text of a configuration file; None if it is missing, outside of the root, unreadable or not text."""
    return Gate(root).text(name)


def configuration_data(root: Path, name: str) -> dict[str, Value] | None:
    """Return the data of a configuration file, empty if it is invalid; None if it is missing or a program."""
    syntax = SYNTAXES.get(Path(name).suffix)
    text = configuration_text(root, name) if syntax is not None else None
    return read_data(text, syntax) if text is not None and syntax is not None else None


def first_configuration(root: Path, generator: Generator) -> dict[str, Value] | None:
    """Return the data of the file that a generator would read; None if there is none."""
    for name in CONFIGURATION_FILES.get(generator, ()):
        data = configuration_data(root, name)
        if data is not None:
            return data
    return None
