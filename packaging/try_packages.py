"""Installs each package of dist/ as its users would, starts it, and looks at what it shows; for dev.py package --try.

The wheel goes into an environment of its own, the folder is moved to another place and run without Python on the path,
the Debian package is unpacked and its parts are validated by the tools of the desktops (where they are installed).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
EXAMPLE = ROOT / "resources/example-blog"
POST = EXAMPLE / "_posts/2026-04-12-asa-no-sanpo.md"
LIMIT_S = 120
BIN = "Scripts" if os.name == "nt" else "bin"
KEPT = ("TMPDIR", "TEMP", "SYSTEMROOT", "APPDATA", "LOCALAPPDATA", "QTWEBENGINE_DISABLE_SANDBOX")


def start(program: list[str], home: Path) -> None:
    """Run a few verbs, and the window with its preview."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT}
    environment = {
        **kept,
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "ja_JP.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [*program, *arguments],
            capture_output=True,
            text=True,
            env=environment,
            cwd=home,
            timeout=LIMIT_S,
            check=False,
        )
        check(done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    check(run("--version").startswith("postwright "), "--version")
    check("朝" in run("get", str(POST), "--key", "title"), "get")
    check("保存しても同じ" in run("check", "--all", str(EXAMPLE)), "check speaks Japanese")
    check("<p>" in run("render", "--body", str(POST)), "render")
    check("PySide6 6." in run("doctor"), "doctor")
    picture = home / "window.png"
    run("screenshot", str(POST), str(picture), "--theme", "dark")
    look(picture)


def look(picture: Path) -> None:
    """The window has text on both sides: form and text, and the preview of another process."""
    from PIL import Image

    image = Image.open(picture).convert("L")
    width, height = image.size
    for name, box in (
        ("form and text", (0, 80, width // 2, height - 40)),
        ("preview", (width // 2, 80, width - 20, height - 40)),
    ):
        colours = image.crop(box).getcolors() or []
        check(len(colours) > 30, f"the {name} is empty: {len(colours)} shades")


def check(true: bool, what: str) -> None:
    """Say what failed, and end."""
    if not true:
        raise SystemExit(f"packages: {what}")


def try_wheel(home: Path) -> None:
    """With pip, as pipx does it: an environment of its own, the packages that the lock names."""
    wheel = next(DIST.glob("postwright-*.whl"))
    place = home / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / BIN / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--no-warn-conflicts", "--require-hashes", "-r", str(ROOT / "packaging/requirements.lock")], check=True
    )
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    start([str(place / BIN / "postwright")], home)
    shutil.rmtree(place)


def try_bundle(home: Path) -> None:
    """The folder, moved."""
    place = home / "ここ" / "postwright"
    shutil.copytree(DIST / "postwright", place, symlinks=True)
    start([str(place / "postwright")], home)
    notices = (place / "LICENSES.txt").read_text(encoding="utf-8")
    for part in ("MIT License", "Qt WebEngine", "PyYAML", "Pygments", "lucide", "GNU LESSER GENERAL PUBLIC LICENSE"):
        check(part.lower() in notices.lower(), f"the licences do not name {part}")
    files = [path.name for path in place.rglob("*")]
    check(
        not [name for name in files if "devtools" in name or name.startswith("libgtk")], "what is not needed came along"
    )
    shutil.rmtree(place.parent)


def try_deb(home: Path) -> None:
    """Unpacked, with all that a desktop looks for."""
    package = next(DIST.glob("postwright_*.deb"))
    place = home / "root"
    subprocess.run(["dpkg-deb", "-x", str(package), str(place)], check=True)
    start([str(place / "usr/bin/postwright")], home)
    share = place / "usr/share"
    for name in (
        "applications/postwright.desktop",
        "icons/hicolor/scalable/apps/postwright.svg",
        "icons/hicolor/256x256/apps/postwright.png",
        "mime/packages/postwright.xml",
        "metainfo/io.github.postwright.Postwright.metainfo.xml",
        "doc/postwright/copyright",
        "doc/postwright/changelog.gz",
    ):
        check((share / name).is_file(), f"{name} is missing")
    for tool, arguments in (
        ("desktop-file-validate", [str(share / "applications/postwright.desktop")]),
        ("appstreamcli", ["validate", "--no-net", *map(str, (share / "metainfo").glob("*.xml"))]),
        ("update-mime-database", [str(share / "mime")]),
    ):
        if shutil.which(tool):
            done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
            check(done.returncode == 0, f"{tool}: {done.stdout}{done.stderr}")
    if os.geteuid() == 0 and shutil.which("apt-get"):
        command = ["apt-get", "install", "--simulate", "-qq", str(package)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        check(done.returncode == 0, f"its dependencies can't be met: {done.stderr}")


def main() -> int:
    """Try what is there."""
    tries: tuple[tuple[str, Callable[[Path], None]], ...] = (
        ("postwright-*.whl", try_wheel),
        ("postwright", try_bundle),
        ("postwright_*.deb", try_deb),
    )
    for pattern, attempt in tries:
        found = next(DIST.glob(pattern), None)
        if found is None:
            continue
        with tempfile.TemporaryDirectory() as home:
            attempt(Path(home))
        print(f"packages: {found.name} starts and shows a post", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
