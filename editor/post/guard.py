"""Keep a bug that one post triggers from stopping the work on all the others."""

from __future__ import annotations

import logging

from editor.language import tr
from editor.text.visible import one_line

_log = logging.getLogger(__name__)


def unexpected(error: Exception, where: object) -> str:
    """Log an exception that nobody foresaw with its traceback, and return what to say about the post.

    For loops over many posts: call it where `Exception` is caught for one of them. Errors that are expected (a file
    that can't be read, a refused edit) have their own types and messages and do not come here.

    Args:
        where: the post's path, for the log.

    """
    _log.error("unexpected error in %s", one_line(str(where)), exc_info=error)
    return tr("an error in the program stopped the work on this post ({0}); please report it").format(
        type(error).__name__
    )
