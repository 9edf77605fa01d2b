"""What of Qt and of the system goes into a bundle: what the window loads, and nothing that every desktop has."""

from __future__ import annotations

import re
from pathlib import PurePath

LANGUAGES = ("en", "ja")
LEFT_OUT = [
    "hypothesis",
    "IPython",
    "matplotlib",
    "mypy",
    "numpy",
    "PIL.ImageTk",
    "pykakasi",
    "pytest",
    "pytestqt",
    "setuptools",
    "sass",
    "tkinter",
    "tomlkit",
    "ruamel",
]
"""Modules that packages would use if they were there."""
_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?([A-Z]\w*)\.")
_QT_USED = {
    "Core", "Gui", "Widgets", "Network", "OpenGL", "OpenGLWidgets", "Positioning", "PrintSupport", "Qml", "QmlMeta",
    "QmlModels", "QmlWorkerScript", "Quick", "QuickWidgets", "Svg", "WaylandClient", "WlShellIntegration", "WebChannel",
    "WebChannelQuick", "WebEngineCore", "WebEngineWidgets", "DBus", "XcbQpa",
}  # fmt: skip
_QT_MODULE = re.compile(r"PySide6/Qt(\w+)\.(?:abi3\.so|pyd)$")
_MODULES_USED = {
    "Core", "Gui", "Widgets", "Network", "Svg", "PrintSupport", "WebChannel", "WebEngineCore", "WebEngineWidgets",
}  # fmt: skip
_UNUSED = re.compile(
    r"(?:^|/)qml/|plugins/(?:assetimporters|canbus|designer|egldeviceintegrations|generic|geoservices|multimedia|position"
    r"|qmlls|qmllint|qmltooling|renderers|renderplugins|sceneparsers|scxmldatamodel|sensors|sqldrivers|texttospeech"
    r"|virtualkeyboard|webview)/|plugins/platforms/libq(?:eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\."
    r"|libqtvirtualkeyboardplugin|qtwebengine_devtools_resources|\.debug\.(?:pak|bin)|imageformats/libqpdf"
)
_LOCALE = re.compile(r"translations/(?:\w+?_)?(?:qtwebengine_locales/)?([a-z]{2})(?:[-_]\w+)?\.(?:qm|pak)$")
_BABEL = re.compile(r"babel/locale-data/(?!(?:root|en|en_US|ja|ja_JP)\.dat)")
_OWN_LIBRARIES = re.compile(
    r"lib(?:python|crypto|ssl|ffi|sqlite|bz2|lzma|z\.|expat|uuid|readline|tinfo|hunspell|pyside6|shiboken6|Qt6|icu"
    r"|[\w.]+-[0-9a-f]{8})"
)
"""Libraries of Linux that come along; all others (X11, GTK, sound …) are the desktop's own."""


def is_wanted(name: str) -> bool:
    """Whether a file belongs into the bundle; `name` is its path in there."""
    path = PurePath(name).as_posix()
    file = path.rpartition("/")[2]
    if _UNUSED.search(path) or _BABEL.search(path):
        return False
    module, library = _QT_MODULE.search(path), _QT_LIBRARY.match(file)
    if module is not None:
        return module[1] in _MODULES_USED
    if library is not None and not file.endswith((".pyi", ".py", ".json")):
        return library[1] in _QT_USED
    if "/" not in path and re.match(r"lib.*\.so", file):
        return bool(_OWN_LIBRARIES.match(file))
    if "/translations/" in path:
        locale = _LOCALE.search(path)
        base = file.startswith("qtbase_") or "qtwebengine_locales" in path
        return locale is not None and locale[1] in LANGUAGES and base
    return True
