"""What a fuzz test has found: each is a case of its own from then on."""

from pathlib import Path

FINDS = sorted(
    path for path in Path(__file__).parent.iterdir() if path.suffix not in (".py", ".pyc") and path.is_file()
)
