"""Hugo's `[markup.goldmark]` as plain JSON data for the render worker (docs: configuration/markup.md, Hugo 0.168).

Only what the configuration sets is in it; `render.goldmark_options` has the defaults.
"""

from __future__ import annotations

from typing import Final

from editor.header import Value

_SWITCHES: Final = {
    "html": "renderer.unsafe",
    "breaks": "renderer.hardWraps",
    "xhtml": "renderer.xhtml",
    "typographer": "extensions.typographer",
    "linkify": "extensions.linkify",
    "tables": "extensions.table",
    "strikethrough": "extensions.strikethrough",
    "task_lists": "extensions.taskList",
    "footnotes": "extensions.footnote",
    "definitions": "extensions.definitionList",
    "ids": "parser.autoHeadingID",
    "term_ids": "parser.autoDefinitionTermID",
    "heading_attributes": "parser.attribute.title",
    "block_attributes": "parser.attribute.block",
    "wrap_images": "parser.wrapStandAloneImageWithinParagraph",
    "delete": "extensions.extras.delete.enable",
    "insert": "extensions.extras.insert.enable",
    "mark": "extensions.extras.mark.enable",
    "subscript": "extensions.extras.subscript.enable",
    "superscript": "extensions.extras.superscript.enable",
}
_MAPS_WITH_SWITCH: Final = {"typographer": ("disable", True), "footnotes": ("enable", False)}
"""Options that are a map with a switch in newer versions: the switch, and whether it turns the option off."""
_TEXTS: Final = {
    "linkify_protocol": ("extensions.linkifyProtocol",),
    "id_type": ("parser.autoHeadingIDType", "parser.autoIDType"),
    "backlink": ("extensions.footnote.backlinkHTML",),
}
"""The paths of texts; the first one that is set wins."""
MARKS: Final = {
    "left_single": "leftSingleQuote",
    "right_single": "rightSingleQuote",
    "left_double": "leftDoubleQuote",
    "right_double": "rightDoubleQuote",
    "en_dash": "enDash",
    "em_dash": "emDash",
    "ellipsis": "ellipsis",
    "left_angle": "leftAngleQuote",
    "right_angle": "rightAngleQuote",
    "apostrophe": "apostrophe",
}
_WORDS: Final = {"true": True, "false": False, "1": True, "0": False, "t": True, "f": False}


def goldmark_settings(configuration: dict[str, Value]) -> dict[str, object]:
    """Return the options that the configuration sets."""
    root = inside(configuration, "markup.goldmark")
    if not isinstance(root, dict):
        return {}
    found: dict[str, object] = {}
    for name, path in _SWITCHES.items():
        value = _switch(root, name, path)
        if value is not None:
            found[name] = value
    if inside(root, "parser.attribute") is False:
        found["heading_attributes"] = found["block_attributes"] = False
    for name, paths in _TEXTS.items():
        text = next((text for path in paths if isinstance(text := inside(root, path), str) and text), None)
        if text is not None:
            found[name] = text
    marks = {name: inside(root, f"extensions.typographer.{key}") for name, key in MARKS.items()}
    texts = {name: text for name, text in marks.items() if isinstance(text, str)}
    if texts:
        found["marks"] = texts
    found |= _cjk(root) | _passthrough(root)
    return found


def inside(data: Value, path: str) -> Value:
    """Return the value at a dotted path, whatever the case of its keys; None if there is none."""
    for name in path.lower().split("."):
        if not isinstance(data, dict):
            return None
        data = next((value for key, value in data.items() if key.lower() == name), None)
    return data


def _switch(root: Value, name: str, path: str) -> bool | None:
    value = inside(root, path)
    if isinstance(value, dict) and name in _MAPS_WITH_SWITCH:
        key, turns_off = _MAPS_WITH_SWITCH[name]
        inner = _boolean(inside(value, key))
        return None if inner is None else inner != turns_off
    return _boolean(value)


def _boolean(value: Value) -> bool | None:
    """Return a boolean as Hugo decodes it: from its words and from 0 and 1 too."""
    if isinstance(value, bool):
        return value
    return _WORDS.get(str(value).lower()) if isinstance(value, (str, int)) else None


def _cjk(root: Value) -> dict[str, object]:
    cjk = inside(root, "extensions.cjk")
    if not _boolean(inside(cjk, "enable")):
        return {}
    found: dict[str, object] = {}
    if _boolean(inside(cjk, "eastAsianLineBreaks")):
        css3draft = inside(cjk, "eastAsianLineBreaksStyle") == "css3draft"
        found["east_asian_line_breaks"] = "css3draft" if css3draft else "simple"
    if _boolean(inside(cjk, "escapedSpace")):
        found["escaped_space"] = True
    return found


def _passthrough(root: Value) -> dict[str, object]:
    passthrough = inside(root, "extensions.passthrough")
    if not _boolean(inside(passthrough, "enable")):
        return {}
    return {
        f"passthrough_{kind}": pairs
        for kind in ("inline", "block")
        if (pairs := _pairs(inside(passthrough, f"delimiters.{kind}")))
    }


def _pairs(value: Value) -> list[list[str]]:
    """Return the pairs of an opening and a closing delimiter in a list."""
    pairs = value if isinstance(value, list) else []
    return [
        [str(one) for one in pair]
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) and one for one in pair)
    ]
