#!/usr/bin/env python3
"""The project's verbs, for a fresh machine with nothing but Python 3.11: makes the environment, then does the work.

    python3 packaging/dev.py run [ARGS]     start Postwright (without a screen: a picture of it)
    python3 packaging/dev.py test [ARGS]    the tests; ARGS go to pytest
    python3 packaging/dev.py faults [--n N]     N saves killed, N that meet errors, power cuts, the window killed
    python3 packaging/dev.py fuzz [--n N]       N damaged posts through window, readers and renderers
    python3 packaging/dev.py journeys [--n N]   N random steps in the window beside a model of it
    python3 packaging/dev.py soak [--n N]       a day of writing (N keys) in minutes: memory, handles, latency
    python3 packaging/dev.py lint           ruff and mypy
    python3 packaging/dev.py bench          the measurements of benchmarks/
    python3 packaging/dev.py package [KIND]     wheel, bundle, deb: in dist/; --try installs and starts each
    python3 packaging/dev.py pictures       the manual's pictures and tables, from the real window
    python3 packaging/dev.py languages      what is new in the sources, into resources/languages/
    python3 packaging/dev.py lock           write the lock files anew

Standard library only. What is installed is exactly what the lock files beside this one name.
"""

from __future__ import annotations

import compileall
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "packaging/requirements.lock", "dev": ROOT / "packaging/requirements-dev.lock"}
EXAMPLE = ROOT / "resources/example-blog/_posts/2026-04-12-asa-no-sanpo.md"

# What Qt and QtWebEngine load at run time on Linux, and the Debian package that has it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbfile.so.1": "libxkbfile1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libnss3.so": "libnss3",
    "libasound.so.2": "libasound2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FONT_PACKAGE = "fonts-noto-cjk"

# What some tests run or read, and the Debian package that has it. Without it those tests are skipped.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-daemon",
    "ibus-daemon": "ibus-anthy",
    "anthy-agent": "anthy",
    "jekyll": "jekyll",
    "hugo": "hugo",
    "git": "git",
    "strace": "strace",
    "fusermount3": "fuse3",
}
TEST_FILES = {
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}

# The tests that drive windows; they run beside the others, one core for each half.
WINDOW_TESTS = ("tests/ui", "tests/journeys", "tests/accessibility", "tests/languages", "tests/soak", "tests/security")

# What can be run longer than the suite has time for: the tests, and how many cases they try if nothing else is said.
LONG_TESTS = {
    "faults": ("tests/faults", 1_000),
    "fuzz": ("tests/fuzz", 2_000),
    "journeys": ("tests/journeys/test_random_journey.py", 20_000),
    "soak": ("tests/soak", 50_000),
}


def main(arguments: list[str]) -> int:
    """Do one verb and return its exit code."""
    verbs = {"run": run, "test": test, "lint": lint, "bench": bench, "lock": lock}
    verbs |= {"package": package, "pictures": pictures, "languages": languages}
    verbs |= {verb: partial(test_long, *tests) for verb, tests in LONG_TESTS.items()}
    if not arguments or arguments[0] not in verbs:
        print(__doc__.split("\n\n")[1])
        return 0 if not arguments else 2
    if sys.version_info < (3, 11):  # noqa: UP036  this script may be called by any Python
        print(f"Python 3.11 is needed, this is {sys.version.split()[0]}: call this script with python3.11")
        return 1
    return verbs[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    """Start the program; without a screen and without arguments, make a picture of its window."""
    if not (prepare("run") and check_system()):
        return 1
    if arguments or has_screen():
        return call([BIN / "postwright", *arguments], folder=Path.cwd())
    picture = ROOT / "postwright.png"
    say("there is no screen: drawing the window with the example post off screen")
    status = call([BIN / "postwright", "screenshot", EXAMPLE, picture], QT_QPA_PLATFORM="offscreen")
    if status == 0:
        say(f"saved a picture of the window, its preview painted: {picture}")
    return status


def test(arguments: list[str]) -> int:
    """Run the tests off screen."""
    if not (prepare("dev") and check_system()):
        return 1
    packages = [package for tool, package in TEST_TOOLS.items() if not shutil.which(tool)]
    packages += [package for name, package in TEST_FILES.items() if not Path(name).exists()]
    if packages and sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        apt_install(packages)
    pytest = [PYTHON, "-m", "pytest"]
    if arguments:
        return call([*pytest, *arguments], QT_QPA_PLATFORM="offscreen")
    return max(call_both([*pytest, *(f"--ignore={one}" for one in WINDOW_TESTS)], [*pytest, *WINDOW_TESTS]))


def test_long(tests: str, count: int, arguments: list[str]) -> int:
    """Run some of the tests with many cases; what they count is said at the end."""
    return test([tests, "--n", str(count), *arguments])


def lint(arguments: list[str]) -> int:
    """Ruff's rules, its format, and mypy; all of them, also after one failed."""
    if not prepare("dev"):
        return 1
    checks = (["ruff", "check", *arguments, "."], ["ruff", "format", "--check", "."], ["mypy"])
    return max([call([PYTHON, "-m", *check]) for check in checks])


def bench(arguments: list[str]) -> int:
    """Run the measurements of benchmarks/: one table, also in results.md, with plots."""
    if not (prepare("dev") and check_system()):
        return 1
    return call([PYTHON, ROOT / "benchmarks/report.py", *arguments])


def package(arguments: list[str]) -> int:
    """Build a wheel, a folder that needs no Python, a Debian package; or those that are named."""
    if not (prepare("dev") and check_system()):
        return 1
    kinds = [one for one in arguments if one != "--try"]
    status = call([PYTHON, ROOT / "packaging/package.py", *kinds])
    return status or (call([PYTHON, ROOT / "packaging/try_packages.py"]) if "--try" in arguments else 0)


def pictures(arguments: list[str]) -> int:
    """Take the manual's pictures anew, and write its pages that come from tables."""
    if not (prepare("dev") and check_system()):
        return 1
    pages = call([PYTHON, ROOT / "packaging/manual.py"], QT_QPA_PLATFORM="offscreen")
    return max(pages, call([PYTHON, ROOT / "packaging/pictures.py", *arguments], QT_QPA_PLATFORM="offscreen"))


def languages(arguments: list[str]) -> int:
    """Bring the languages' files up to date with the sources; `update CODE` begins another language."""
    if not prepare("dev"):
        return 1
    return call([PYTHON, ROOT / "packaging/languages.py", *(arguments or ["update"])])


def lock(arguments: list[str]) -> int:  # noqa: ARG001  one shape for all verbs
    """Write the lock files anew from pyproject.toml, with uv from the package index."""
    if not prepare("run") or call([PYTHON, "-m", "pip", "install", *PIP, "uv"]):
        return 1
    sources = ["pyproject.toml", "packaging/build-requirements.in"]
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    quiet = ["--no-emit-index-url", "--no-emit-find-links", "-q"]
    groups = {"run": [], "dev": ["--group", "pyproject.toml:dev"]}
    compile_command = [PYTHON, "-m", "uv", "pip", "compile", *options, *quiet, *sources]
    return max(call([*compile_command, *groups[kind], "-o", LOCKS[kind]]) for kind in LOCKS)


PIP = ("--disable-pip-version-check", "--no-input", "-q")


def prepare(kind: str) -> bool:
    """Make .venv/ hold what a lock file names, and the project itself; at once when it does already."""
    # dev holds all that run holds, so either stamp of an unchanged lock will do for run
    stamps = {name: VENV / f"stamp-{name}" for name in LOCKS}
    wanted = {name: fingerprint(name) for name in LOCKS}
    usable = ("run", "dev") if kind == "run" else ("dev",)
    if PYTHON.exists() and any(read(stamps[name]) == wanted[name] for name in usable):
        return compile_modules() and compile_languages()
    started = time.monotonic()
    if read(VENV / "python") != sys.version:
        say(f"making {VENV.name}/ with Python {sys.version.split()[0]}")
        shutil.rmtree(VENV, ignore_errors=True)
        if call([sys.executable, "-m", "venv", VENV]):
            say("Python's venv module is missing: on Debian and Ubuntu, install python3-venv")
            return False
        (VENV / "python").write_text(sys.version, encoding="utf-8")
    say(f"installing what {LOCKS[kind].relative_to(ROOT)} names (some 300 MB the first time)")
    if call([PYTHON, "-m", "pip", "install", *PIP, "--require-hashes", "-r", LOCKS[kind]]):
        say("the packages could not be installed: is there a network, and room on the disk?")
        return False
    if call([PYTHON, "-m", "pip", "install", *PIP, "--no-deps", "--no-build-isolation", "-e", ROOT]):
        return False
    stamps[kind].write_text(wanted[kind], encoding="utf-8")
    say(f"ready after {time.monotonic() - started:.0f} s")
    return compile_modules() and compile_languages()


def compile_languages() -> bool:
    """Compile the languages' files that are newer than what was made of them."""
    return call([PYTHON, ROOT / "packaging/languages.py", "compile"]) == 0


def compile_modules() -> bool:
    """Compile the program's modules ahead, as an installed package is: else each start would, where Python may not keep
    what it compiles (PYTHONDONTWRITEBYTECODE).
    """
    return bool(compileall.compile_dir(ROOT / "editor", quiet=2))


def check_system() -> bool:
    """Whether the libraries that Qt loads are there; as root on Debian they are installed, with a Japanese font."""
    if sys.platform != "linux":
        return True
    missing = {name: package for name, package in LIBRARIES.items() if not loads(name)}
    packages = sorted(set(missing.values())) + ([] if has_japanese_font() else [FONT_PACKAGE])
    if not packages:
        return True
    if not shutil.which("apt-get"):
        if missing:
            say(f"Qt needs these libraries, please install them: {' '.join(sorted(missing))}")
        return not missing
    if os.geteuid() == 0 and apt_install(packages):
        return True
    what = "Qt needs system libraries" if missing else "Japanese text needs a font"
    say(f"{what}. Please type: sudo apt-get install {' '.join(packages)}")
    return not missing


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages; whether that went well."""
    say(f"installing {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    call([*apt, "update"], **quiet)
    return call([*apt, "install", "-y", "--no-install-recommends", *packages], **quiet) == 0


def loads(library: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_japanese_font() -> bool:
    """Whether fontconfig knows a font for Japanese; without fontconfig's tool, whether one lies in the usual place."""
    if shutil.which("fc-list"):
        found = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
        return bool(found.stdout.strip())
    return any(Path("/usr/share/fonts").rglob("*CJK*"))


def has_screen() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def fingerprint(kind: str) -> str:
    """What the environment depends on: the lock, the project's settings, this Python, and this place."""
    parts = [LOCKS[kind].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def read(path: Path) -> str:
    """A small file's text; "" when it is not there."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def call(command: list[object], folder: Path = ROOT, **environment: str) -> int:
    """Run a command in a folder and return its exit code."""
    sys.stdout.flush()
    try:
        return subprocess.call([str(part) for part in command], cwd=folder, env={**os.environ, **environment})
    except KeyboardInterrupt:
        return 130


def call_both(shown: list[object], other: list[object]) -> tuple[int, int]:
    """Run two commands at once and return their exit codes; the other one's output is printed when it has ended."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryFile() as output:
        with subprocess.Popen(
            [str(part) for part in other], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        ) as process:
            code = call(shown, QT_QPA_PLATFORM="offscreen")
            other_code = process.wait()
        output.seek(0)
        shutil.copyfileobj(output, sys.stdout.buffer)
        sys.stdout.flush()
    return code, other_code


def say(message: str) -> None:
    """Tell what is going on."""
    print(f"dev: {message}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
