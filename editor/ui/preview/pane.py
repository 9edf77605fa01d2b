"""The preview pane: loads its page once for a folder and patches the blocks that changed: the scroll place stays."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QRhiWidget, QVBoxLayout, QWidget

from editor.blog.site import Blog
from editor.render.looks.look import Look, LookName, own_look
from editor.render.patch import Patch
from editor.resources import resource
from editor.text.white_space import ascii_words
from editor.ui.preview.shown import Shown, page_theme, page_url
from editor.ui.preview.watch import PageWatch, end_process
from editor.ui.theme.tokens import Colours

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWebEngineCore import QWebEnginePage
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from editor.ui.preview.cage import Cage

MAX_DEATHS: Final = 3
DEATHS_S: Final = 60.0
"""A page whose process ended so often within so many seconds is not loaded anew unasked."""
_TELL_PAGE: Final = "--force-renderer-accessibility"
_WORLD: Final = 1  # QWebEngineScript's ApplicationWorld: our script's, apart from the page's own


class PreviewPane(QWidget):
    """Shows a post as HTML, once it is started."""

    link_clicked = Signal(QUrl)
    line_wanted = Signal(int)  # a line of the post, from 0, was double-clicked
    painted = Signal()  # a patch is in the page
    page_lost = Signal(bool)  # the page is loaded anew and needs the whole post; whether the former one hung
    given_up = Signal()  # the page's process ended too often: it is not loaded anew until `reload`

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPane")
        self._waiting: list[tuple[Patch, bool]] = []
        self._deaths: list[float] = []  # when the page's process ended
        self._off = False  # given up: what comes is not kept for a page that is not loaded
        self._hung = False  # the page did not answer and was ended by us
        self._watch = PageWatch(self._ask_for_life, self.isVisible, self)
        self._watch.hangs.connect(self._page_hangs)
        self._ready = False
        self._url = QUrl()
        self._colours = colours
        self._zoom = 1.0
        self._shown = Shown(page_theme(colours), own_look(LookName.PLAIN))
        self._view: QWebEngineView | None = None
        self._cage: Cage | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        if os.environ.get("QT_QUICK_BACKEND") != "software":
            # Qt chooses the window's surface by what is in it when it is shown; the web view would have it made anew,
            # in the writer's sight.
            QRhiWidget(self).setVisible(False)

    def start(self) -> None:
        """Make the page. The web engine takes a while to load: the window shows the text before."""
        if QAccessible.isActive():  # Chromium tells what is in a page only when it is asked at its start
            flags = ascii_words(os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", ""))
            os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(dict.fromkeys([*flags, _TELL_PAGE]))
        from PySide6.QtWebEngineWidgets import QWebEngineView

        from editor.ui.preview.cage import make_cage, register_scheme

        register_scheme()
        self._view = view = QWebEngineView(self)
        self._cage = make_cage(self._shown, self.link_clicked.emit, self.line_wanted.emit, view)
        page = self._cage.page
        page.setBackgroundColor(QColor(self._colours.paper))
        view.setPage(page)
        view.setAccessibleName(self.tr("Preview"))
        view.setZoomFactor(self._zoom)
        self._layout.addWidget(view)
        page.loadFinished.connect(self._loaded)
        page.renderProcessTerminated.connect(self._renderer_died)
        if not self._url.isEmpty():
            self._watch.busy()
            page.load(self._url)

    def show_place(self, path: Path | None, blog: Blog | None, *, remote: bool = False) -> None:
        """Set where pictures come from: the post's folder inside its blog, and the blog's root for `/assets/…`.

        Args:
            remote: whether pictures of other sites are loaded.

        """
        folder = ""
        if remote != self._shown.remote:
            self._shown.remote, self._ready = remote, False
        if blog is not None:
            self._shown.root = blog.root.resolve()
            folder = Path(blog.relative(path)).parent.as_posix().removeprefix(".") if path is not None else ""
        else:
            self._shown.root = None
        self._load(page_url(folder))

    def set_look(self, look: Look) -> bool:
        """Show posts in a look; gives whether the page was loaded anew and needs the whole post."""
        if look == self._shown.look:
            return False
        self._shown.look, self._ready = look, False
        self._load(self._url)
        return True

    def patch(self, patch: Patch, fresh: bool) -> None:
        """Change the page as the worker says."""
        if self._off:
            return
        if fresh:
            self._waiting.clear()
        self._waiting.append((patch, fresh))
        if self._ready:
            self._flush()

    def follow(self, line: int, height: float) -> None:
        """Bring a line of the post into sight, at about the height (0 to 1) that it has in the text pane."""
        if self._ready:
            self.page.runJavaScript(f"postwright.follow({line}, {height:.3f})", _WORLD)

    def set_theme(self, colours: Colours) -> None:
        """Show the page in a theme's colours."""
        self._colours, self._shown.theme = colours, page_theme(colours)
        if self._cage is not None:
            self.page.setBackgroundColor(QColor(colours.paper))
        if self._ready:
            self._run(f"postwright.theme({json.dumps(page_theme(colours))})")

    @property
    def look(self) -> Look:
        """The look that posts are shown in."""
        return self._shown.look

    def read(self, take: Callable[[str, str], None]) -> None:
        """Hand over the HTML of the post's head and text as they stand in the page; nothing before it is loaded."""

        def got(found: object) -> None:
            content = json.loads(found) if isinstance(found, str) else {}
            if "body" in content:
                take(content["head"], content["body"])

        if self._ready:
            self.page.runJavaScript("postwright.content()", _WORLD, got)

    def save_pdf(self, path: Path, tell: Callable[[bool], None], site: str = "") -> None:
        """Print the page to a PDF in its light colours.

        Args:
            tell: gets whether it was written.
            site: the post's whole address on its site, from which links count; "" where that is not known.

        """
        if not self._ready:
            tell(False)
            return
        page = self.page

        def printed(_: str, done: bool) -> None:
            self._watch.done()
            page.pdfPrintingFinished.disconnect(printed)
            self._run(f"postwright.theme({json.dumps(page_theme(self._colours))}); postwright.links(null)")
            tell(done)

        self._watch.busy()
        page.pdfPrintingFinished.connect(printed)
        script = f'postwright.theme("light"); postwright.links({json.dumps(site)})'
        page.runJavaScript(script, _WORLD, lambda _: page.printToPdf(str(path)))

    def print_out(self, printer: QPrinter, tell: Callable[[bool], None]) -> None:
        """Print the page in its light colours; `tell` gets whether it was printed."""
        view = self._view
        if not self._ready or view is None:
            tell(False)
            return

        def printed(
            done: bool, _kept: QPrinter = printer
        ) -> None:  # Qt prints later, to a printer that it does not own
            self._watch.done()
            view.printFinished.disconnect(printed)
            self._run(f"postwright.theme({json.dumps(page_theme(self._colours))})")
            tell(done)

        self._watch.busy()
        view.printFinished.connect(printed)
        self.page.runJavaScript('postwright.theme("light")', _WORLD, lambda _: view.print(printer))

    @property
    def page(self) -> QWebEnginePage:
        """The page, once it is started."""
        assert self._cage is not None
        return self._cage.page

    def set_zoom(self, factor: float) -> None:
        """Scale the page."""
        self._zoom = min(max(factor, 0.25), 5.0)
        if self._view is not None:
            self._view.setZoomFactor(self._zoom)

    def dispose(self) -> None:
        """End the page before its profile, which Qt asks for. Nothing is shown afterwards."""
        self._ready = False
        self._watch.rest()
        if self._view is not None and self._cage is not None:
            shiboken6.delete(self._view)
            shiboken6.delete(self._cage.profile)
        self._view = self._cage = None

    def _load(self, url: QUrl) -> None:
        if url != self._url or not self._ready:
            self._url, self._ready, self._off = url, False, False
            if self._cage is not None:
                self._watch.busy()
                self.page.load(url)

    def _loaded(self, ok: bool) -> None:
        if ok:
            self.page.runJavaScript(resource("preview/patch.js").read_text(encoding="utf-8"), _WORLD)
            self._ready = True
            self._watch.done()
            self.set_theme(self._colours)
            self._flush()

    def reload(self) -> None:
        """Load the page anew; the window asks the worker for the whole post."""
        hung, self._hung = self._hung, False
        self._ready = False
        self._waiting.clear()
        self._load(self._url)
        self.page_lost.emit(hung)

    def _ask_for_life(self, heard: Callable[[object], None]) -> None:
        if self._cage is not None:
            self.page.runJavaScript("0", _WORLD, heard)

    def _page_hangs(self) -> None:
        """The page does not answer: end its process, which leads to `_renderer_died`."""
        self._hung = True
        self._ready = False
        # the time of waiting is no time in which all was well: a post that hangs each page must not go on for ever
        self._deaths = [when + self._watch.waited for when in self._deaths]
        self._watch.busy()  # in case that its end is not told
        if self._cage is None or not end_process(self.page.renderProcessPid()):
            self._renderer_died()

    def _renderer_died(self) -> None:
        """The page's process ended; a post that ends it each time must not keep the machine busy."""
        now = time.monotonic()
        self._deaths = [when for when in self._deaths if when > now - DEATHS_S] + [now]
        if len(self._deaths) < MAX_DEATHS:
            self.reload()
            return
        self._deaths.clear()
        self._waiting.clear()
        self._watch.rest()
        self._ready, self._off, self._hung = False, True, False
        self.given_up.emit()

    def _flush(self) -> None:
        for patch, fresh in self._waiting:
            script = f"postwright.patch({json.dumps(asdict(patch) | {'fresh': fresh})})"
            self._run(script)
            self._watch.works(len(script))
        self._waiting.clear()

    def _run(self, script: str) -> None:
        if self._cage is not None:
            self.page.runJavaScript(script, _WORLD, lambda _: self.painted.emit())
