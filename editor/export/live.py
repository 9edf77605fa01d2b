"""Whether a page is there: asked only when the writer wants to know."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import Final

from editor.language import tr

TIME_LIMIT_S: Final = 15


def is_live(url: str) -> tuple[bool, str]:
    """Whether a server has a page, and what it says when it has not.

    Args:
        url: of the web; nothing else is asked for.

    """
    if not url.startswith(("https://", "http://")):
        return False, tr("no address of the web")
    try:
        request = urllib.request.Request(url, method="HEAD", headers={"User-Agent": "postwright"})  # noqa: S310
        with urllib.request.urlopen(request, timeout=TIME_LIMIT_S) as answer:  # noqa: S310  of the web, see above
            return 200 <= answer.status < 300, str(answer.status)
    except urllib.error.HTTPError as error:
        return False, f"{error.code} {error.reason}"
    except (OSError, ValueError) as error:
        return False, str(getattr(error, "reason", error))
