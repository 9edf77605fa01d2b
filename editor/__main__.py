"""`python -m editor`: the same as the command `postwright`, and the way the window starts its workers."""

from __future__ import annotations

import sys


def main() -> int:
    """Run a worker or the command line; imports only what that needs."""
    if sys.argv[1:2] == ["--render-worker"]:
        from editor.render.worker import main as serve

        return serve()
    if sys.argv[1:2] == ["--task-worker"]:
        from editor.tasks.worker import main as work

        return work()
    from editor.cli import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
