"""What a worker process may use for what a post makes it do: memory, processor time, depth of calls.

The system ends a worker that has used its processor time, also once the window is gone. Time by the clock says less: on
a busy machine harmless work takes long. It is the limit of the process that asks, for what waits.
"""

from __future__ import annotations

import contextlib
import os
import sys
from math import ceil
from typing import BinaryIO, Final

from editor.terminal import Seen

RECURSION: Final = 20_000
"""How deep markdown may recurse: spans inside spans inside blocks; the worker has a process of its own to lose."""
MEMORY: Final = 4 * 2**30
"""So much address space is the worker's: a post that wants more is told of, and the machine goes on."""
PROCESSOR_S: Final = 120
"""So many seconds of processor time are a worker's where a request says nothing else."""


def bound(memory: int = MEMORY) -> None:
    """Bound this process' memory, where the system can (not on Windows), and how deep calls may go."""
    sys.setrecursionlimit(RECURSION)
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):  # a core file has the post's words
        with contextlib.suppress(OSError, ValueError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def begin_work(seconds: float = PROCESSOR_S) -> None:
    """Give this process so many more seconds of processor time; after them the system ends it (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        used, hard = resource.getrusage(resource.RUSAGE_SELF), resource.getrlimit(resource.RLIMIT_CPU)[1]
        wanted = ceil(used.ru_utime + used.ru_stime + seconds)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def take_output() -> BinaryIO:
    """Return the stream of the answers; what else is printed, by libraries in C too, goes where errors go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with contextlib.suppress(OSError):  # a program without a console has none
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stderr = Seen(sys.stderr)  # what a library says of a post comes to the terminal that the window was started in
    sys.stdout = sys.stderr
    return answers
