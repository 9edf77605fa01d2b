"""`python -m editor`: the same as the command `postwright`, and the way the window starts its render worker."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the worker or the command line; imports only what that needs."""
    if sys.argv[1:2] == ["--render-worker"]:
        from editor.render.worker import main as serve

        return serve()
    from editor.cli import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
