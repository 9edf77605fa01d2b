"""What the preview's page may reach: files of the blog's folder, bundled styles, and nothing else.

Pages, styles and pictures are served through a scheme of our own; an interceptor refuses every other address, the
profile keeps nothing, scripts of the page's own world are off.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from editor.blog.gate import Gate, inside
from editor.post.files import FileError
from editor.render.page import content_policy, preview_page
from editor.resources import math_font
from editor.ui.preview.shown import PAGE_NAME, SCHEME, Shown

PAGE_HOST: Final = "page"
_FONT_PATH: Final = "/.postwright-math.ttf"
_SERVED_TYPES: Final = ("image/", "audio/", "video/", "font/")
_LINE_MESSAGE: Final = re.compile(r"postwright:line:([0-9]{1,9})")
_MAX_SERVED: Final = 64 * 1024 * 1024


def register_scheme() -> None:
    """Make the scheme known: before anything else of the web engine is made."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name():
        return  # by a window before this one
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class BlogFiles(QWebEngineUrlSchemeHandler):
    """Answers the page's requests: the page itself, its style, and media files of one folder."""

    def __init__(self, shown: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802  Qt's name
        """Serve one request or fail it."""
        url = job.requestUrl()
        if url.path().endswith("/" + PAGE_NAME):
            policy = {
                QByteArray(b"Content-Security-Policy"): [QByteArray(content_policy(remote=self._shown.remote).encode())]
            }
            job.setAdditionalResponseHeaders(policy)  # type: ignore[arg-type]  # a multimap; the stubs say map
            _reply(job, "text/html", preview_page(self._shown.look, self._shown.theme).encode("utf-8"))
        elif url.path() == _FONT_PATH:
            _reply(job, "font/ttf", math_font().read_bytes())
        elif url.host() == PAGE_HOST:
            self._reply_style(job, url)
        elif (served := _served(self._shown.root, url.path())) is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            _reply(job, *served)

    def _reply_style(self, job: QWebEngineUrlRequestJob, url: QUrl) -> None:
        number = url.fileName().removesuffix(".css")
        if number.isascii() and number.isdigit() and int(number) < len(self._shown.look.styles):
            _reply(job, "text/css", self._shown.look.styles[int(number)].encode("utf-8"))
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


def confined(root: Path | None, url_path: str) -> Path | None:
    """The media or font file of a root folder that a URL's path names; None when it is elsewhere or another kind."""
    path = inside(root, url_path) if root is not None else None
    if path is None or not path.is_file() or path.stat().st_size > _MAX_SERVED:
        return None
    kind = mimetypes.guess_type(path.name)[0] or ""
    return path if kind.startswith(_SERVED_TYPES) else None


def _served(root: Path | None, url_path: str) -> tuple[str, bytes] | None:
    """The kind and the bytes of the file that a URL's path names; None for what is not shown."""
    path = confined(root, url_path)
    try:
        data = Gate(root).read(path, limit=_MAX_SERVED) if root is not None and path is not None else None
    except FileError:
        return None
    return (mimetypes.guess_type(path.name)[0] or "", data) if path is not None and data is not None else None


def _reply(job: QWebEngineUrlRequestJob, kind: str, data: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(kind.encode("ascii"), buffer)


class _Interceptor(QWebEngineUrlRequestInterceptor):
    """Refuses every request that is not ours; pictures of other sites where the writer wants them."""

    def __init__(self, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802  Qt's name
        scheme = info.requestUrl().scheme().encode("ascii", "replace")
        image = info.resourceType() == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
        wanted = self._shown.remote and image and scheme in (b"http", b"https") and info.requestMethod() == b"GET"
        if scheme not in (SCHEME, b"data") and not wanted:
            info.block(True)
        elif wanted:
            info.setHttpHeader(QByteArray(b"Referer"), QByteArray(b""))


class CagedPage(QWebEnginePage):
    """A page without scripts of its own, which never leaves its address."""

    def __init__(
        self,
        profile: QWebEngineProfile,
        on_link: Callable[[QUrl], None],
        on_line: Callable[[int], None],
        parent: QObject,
    ) -> None:
        super().__init__(profile, parent)
        self._on_link, self._on_line = on_link, on_line
        attribute = QWebEngineSettings.WebAttribute
        for switched_off in (
            attribute.JavascriptEnabled,
            attribute.LocalStorageEnabled,
            attribute.PluginsEnabled,
            attribute.PdfViewerEnabled,
            attribute.AutoLoadIconsForPage,
            attribute.DnsPrefetchEnabled,
            attribute.HyperlinkAuditingEnabled,
            attribute.FullScreenSupportEnabled,
            attribute.WebGLEnabled,
            attribute.LocalContentCanAccessRemoteUrls,
            attribute.LocalContentCanAccessFileUrls,
        ):
            self.settings().setAttribute(switched_off, False)

    def acceptNavigationRequest(  # noqa: N802  Qt's name
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Load our page; hand links to the window; refuse the rest."""
        target = QUrl(url)
        if kind == QWebEnginePage.NavigationType.NavigationTypeTyped:
            return target.scheme().encode() == SCHEME
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked and is_main_frame:
            self._on_link(target)
        return False

    def javaScriptConsoleMessage(  # noqa: N802  Qt's name
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Our own script says here which line was double-clicked; refusals of the policy are no news to the writer."""
        del level, line, source
        match = _LINE_MESSAGE.fullmatch(message)
        if match is not None:
            self._on_line(int(match[1]))


@dataclass(frozen=True, slots=True)
class Cage:
    """A page and the profile that it lives in."""

    profile: QWebEngineProfile
    page: CagedPage


def make_cage(shown: Shown, on_link: Callable[[QUrl], None], on_line: Callable[[int], None], parent: QObject) -> Cage:
    """A page in its cage; it tells of links that are clicked and of lines that are double-clicked."""
    profile = QWebEngineProfile()  # without a name it is off the record; it must outlive the page
    profile.installUrlSchemeHandler(QByteArray(SCHEME), BlogFiles(shown, profile))
    profile.setUrlRequestInterceptor(_Interceptor(shown, profile))
    return Cage(profile, CagedPage(profile, on_link, on_line, parent))
