"""A header's data as other Python programs read it: what `lossless.py` compares with."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import frontmatter
import markdown
import tomlkit
import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError as RuamelError

Data = dict[str, Any] | None


def python_frontmatter(text: str) -> Data:
    """YAML, TOML and JSON with fences."""
    return frontmatter.parse(text)[0] or None


def ruamel(version: str) -> Callable[[str], Data]:
    """YAML as ruamel reads it in one of its versions."""
    reader = YAML(typ="safe", pure=True)
    reader.version = version
    reader.allow_duplicate_keys = True

    def read(text: str) -> Data:
        data = reader.load(text)
        return data if isinstance(data, dict) else None

    return read


def toml(text: str) -> Data:
    """TOML as tomlkit reads it."""
    return tomlkit.parse(text).unwrap()


def meta(text: str) -> Data:
    """Pelican's lines as Python-Markdown reads them."""
    reader = markdown.Markdown(extensions=["meta"])
    reader.convert(text + "\n\n")
    data: dict[str, Any] = {key: "\n".join(value) for key, value in reader.Meta.items()}  # type: ignore[attr-defined]
    return data


def json_data(text: str) -> Data:
    """JSON, with the braces that Hexo leaves out."""
    data = json.loads(text if text.lstrip().startswith("{") else "{" + text + "}")
    return data if isinstance(data, dict) else None


FAILURES = (yaml.YAMLError, RuamelError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
