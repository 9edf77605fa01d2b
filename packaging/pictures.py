"""The manual's pictures, taken of the real window in each language and theme.

    python packaging/pictures.py            all of them, into docs/manual/pictures/
    python packaging/pictures.py ja dark    those of one language and theme

Off the screen; the windows are those of tests/gallery.py, so a picture is never of anything that is not tested.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/manual/pictures"
SIZE = (1280, 800)
LANGUAGES, THEMES = ("en", "ja"), ("light", "dark")
KEPT = (
    "welcome",
    "library",
    "library-calendar",
    "problems",
    "preferences",
    "history",
    "conflict",
    "recovery",
    "ExportDialog",
    "NewPostDialog",
    "FieldHelp",
    "Palette",
    "find_in_blog",
)
COLOURS = 128
"""So many colours a picture keeps: it is a quarter of the size, and looks the same."""


def take(code: str, theme: str) -> None:
    """The pictures of one language and theme, in this process."""
    sys.path.insert(0, str(ROOT))
    from editor.app import make_application
    from editor.settings import Settings
    from editor.ui.messages import Answer
    from editor.ui.speaking import speak
    from editor.ui.theme.style import apply_theme
    from editor.ui.theme.tokens import THEMES as COLOURS_OF
    from editor.ui.window import Window
    from tests.gallery import Gallery

    application = make_application()
    speak(code)
    colours = COLOURS_OF[theme]
    apply_theme(application, colours)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        os.environ["HOME"] = name  # what is shown of folders is below it
        (home / ".gitconfig").write_text("[user]\nname = Minato\nemail = minato@example.org\n", encoding="utf-8")
        window = Window(Settings(home / "settings", home / "settings"), colours)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.start()
        Gallery(window, home / "desk", lambda shown, widget: _save(shown, widget, code, theme)).show_all()
        window.questions.save_changes = lambda _: Answer.DISCARD  # type: ignore[method-assign]
        window.close()


def _save(name: str, widget: object, code: str, theme: str) -> None:
    if name not in KEPT:
        return
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")  # type: ignore[attr-defined]
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    target = FOLDER / code / f"{name}-{theme}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def main(arguments: list[str]) -> int:
    """Each language and theme in a process of its own: the web engine is started once in one."""
    match arguments:
        case [code, theme]:
            take(code, theme)
        case _:
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
            for code in LANGUAGES:
                for theme in THEMES:
                    subprocess.run([sys.executable, __file__, code, theme], check=True, env=environment)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
