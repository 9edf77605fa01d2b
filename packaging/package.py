"""Packages to install: a wheel, a folder that needs no Python, and of that an archive and a Debian package.

    python packaging/package.py wheel      dist/postwright-VERSION-py3-none-any.whl
    python packaging/package.py bundle     dist/postwright/, and dist/postwright-VERSION-SYSTEM.tar.gz (or .zip)
    python packaging/package.py deb        dist/postwright_VERSION_ARCH.deb, of the folder
    python packaging/package.py version    which it would be
    python packaging/package.py all        what this system can make

Run with the project's environment. Windows' installer is made of the folder by Inno Setup (packaging/windows), and on
macOS the folder becomes Postwright.app.
"""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST, BUILD = ROOT / "dist", ROOT / "build"
BUNDLE = DIST / "postwright"
METAINFO = "io.github.postwright.Postwright.metainfo.xml"
SIZES = (16, 32, 48, 64, 128, 256)
# What Qt loads from the system; a Debian machine with a desktop has them.
DEPENDS = (
    "libc6 (>= 2.36), libegl1, libgl1, libxkbcommon0, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, "
    "libxcb-image0, "
    "libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xinerama0, libxcb-xkb1, libx11-xcb1, "
    "libxcomposite1, libxdamage1, libxrandr2, libxtst6, libnss3, libasound2 | libasound2t64, libdbus-1-3, "
    "libfontconfig1, libglib2.0-0 | libglib2.0-0t64"
)


def version() -> str:
    """The program's version."""
    sys.path.insert(0, str(ROOT))
    from editor import __version__

    return __version__


def wheel() -> Path:
    """A wheel, for pipx."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(DIST),
        str(ROOT),
    ]
    subprocess.run([*command, "--disable-pip-version-check"], check=True)
    return next(DIST.glob(f"postwright-{version()}-*.whl"))


def bundle() -> Path:
    """The folder, with its licences, and the archive of it."""
    BUILD.mkdir(exist_ok=True)
    _icons(BUILD)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller")]
    subprocess.run([*command, *places, str(ROOT / "packaging/bundle.spec")], check=True, cwd=ROOT)
    (BUNDLE / "LICENSES.txt").write_text(notices(), encoding="utf-8")
    name = f"postwright-{version()}-{platform.system().lower()}-{platform.machine().lower()}"
    kind = "zip" if os.name == "nt" else "gztar"
    return Path(shutil.make_archive(str(DIST / name), kind, DIST, "postwright"))


def _icons(folder: Path) -> None:
    """The icon in the sizes and kinds that systems want."""
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(ROOT / "resources/icon/postwright.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"postwright-{size}.png"))
    largest = Image.open(folder / f"postwright-{SIZES[-1]}.png")
    largest.save(folder / "postwright.png")
    largest.save(folder / "postwright.ico", sizes=[(size, size) for size in SIZES])
    largest.save(folder / "postwright.icns")


def notices() -> str:
    """The licences of all parts: what each package says of itself, and of Qt what its licence asks to be said."""
    used = {line.split("==")[0].strip().lower() for line in _locked()}
    parts = [(ROOT / "LICENSE").read_text(encoding="utf-8"), QT]
    for found in sorted(distributions(), key=lambda one: one.metadata["Name"].lower()):
        name = found.metadata["Name"]
        if name.lower().replace("_", "-") not in used:
            continue
        texts = [
            path.locate().read_text(encoding="utf-8", errors="replace")
            for path in found.files or ()
            if path.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS")) and path.locate().is_file()
        ]
        said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
        classed = [one for one in found.metadata.get_all("Classifier") or () if one.startswith("License ::")]
        parts.append("\n\n".join([f"{name} {found.version}", said, *classed, *texts]).strip())
    for name in ("LGPL-3", "GPL-3", "GPL-2", "MPL-1.1"):
        text = Path("/usr/share/common-licenses", name)
        if text.is_file():
            parts.append(f"{name}\n\n{text.read_text(encoding='utf-8')}")
    return f"\n\n{'=' * 78}\n\n".join(parts) + "\n"


def _locked() -> list[str]:
    lock = (ROOT / "packaging/requirements.lock").read_text(encoding="utf-8")
    return [line for line in lock.splitlines() if "==" in line and not line.startswith((" ", "#"))]


QT = """\
Qt, Qt for Python (PySide6) and Qt WebEngine

Copyright (C) The Qt Company Ltd. and other contributors. Used under the GNU Lesser General Public License version 3;
its text is below. They are libraries of their own in this package: you may replace them by versions that you changed,
and nothing in Postwright's terms forbids to look into or change them for that. Their sources are at
https://download.qt.io/official_releases/QtForPython/ and https://download.qt.io/official_releases/qt/.

Qt WebEngine has Chromium in it, whose parts have licences of their own (BSD, MIT, MPL, LGPL and others). Qt's
documentation lists them: https://doc.qt.io/qt-6/qtwebengine-licensing.html
"""


def deb() -> Path:
    """A Debian package of the folder: program, desktop entry, icons, MIME types, AppStream data, licences."""
    if not BUNDLE.is_dir():
        bundle()
    stage = BUILD / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    library, share = stage / "usr/lib/postwright", stage / "usr/share"
    shutil.copytree(BUNDLE, library, symlinks=True)
    (stage / "usr/bin").mkdir(parents=True)
    for name in ("postwright", "postwright-ask"):
        (stage / "usr/bin" / name).symlink_to(f"../lib/postwright/{name}")
    linux = ROOT / "packaging/linux"
    for source, target in (
        (linux / "postwright.desktop", "applications/postwright.desktop"),
        (
            linux / "io.github.postwright.Postwright.metainfo.xml",
            "metainfo/io.github.postwright.Postwright.metainfo.xml",
        ),
        (linux / "postwright-mime.xml", "mime/packages/postwright.xml"),
        (ROOT / "resources/icon/postwright.svg", "icons/hicolor/scalable/apps/postwright.svg"),
        *((BUILD / f"postwright-{size}.png", f"icons/hicolor/{size}x{size}/apps/postwright.png") for size in SIZES),
        (BUNDLE / "LICENSES.txt", "doc/postwright/copyright"),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / target)
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0)
    (share / "doc/postwright/changelog.gz").write_bytes(changes)
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    size = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    control = stage / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        f"Package: postwright\nVersion: {version()}\nArchitecture: {architecture}\n"
        "Section: editors\nPriority: optional\n"
        f"Maintainer: The Postwright authors <postwright@example.org>\nInstalled-Size: {size}\nDepends: {DEPENDS}\n"
        "Recommends: git, fonts-noto-cjk\n"
        "Description: editor for blog posts that keeps every byte you did not edit\n"
        " The front matter is a form, the markdown is text, the preview shows what the\n"
        " blog will show, and each post is saved in the very file format it came in.\n",
        encoding="utf-8",
    )
    for folder in (stage, *(path for path in stage.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    target = DIST / f"postwright_{version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z2", "--build", str(stage), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(stage)
    return target


def main(arguments: list[str]) -> int:
    """Make one kind, or all."""
    kinds = {"wheel": wheel, "bundle": bundle, "deb": deb}
    wanted = arguments or ["all"]
    if wanted == ["all"]:
        wanted = ["wheel", "bundle", *(["deb"] if shutil.which("dpkg-deb") else [])]
    if wanted == ["version"]:
        print(version())
        return 0
    if not set(wanted) <= set(kinds):
        print(__doc__, file=sys.stderr)
        return 2
    DIST.mkdir(exist_ok=True)
    for kind in wanted:
        made = kinds[kind]()
        print(f"{made.relative_to(ROOT)}  {made.stat().st_size / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
