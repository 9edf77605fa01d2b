"""The preview pane: loads its page once for a folder and patches the blocks that changed: the scroll place stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import shiboken6
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.blog.site import Blog
from editor.render.looks.look import Look
from editor.render.patch import Patch
from editor.resources import resource
from editor.ui.preview.cage import make_cage, page_url
from editor.ui.theme.tokens import Colours

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld


class PreviewPane(QWidget):
    """Shows a post as HTML."""

    link_clicked = Signal(QUrl)
    line_wanted = Signal(int)  # a line of the post, from 0, was double-clicked
    painted = Signal()  # a patch is in the page
    page_lost = Signal()  # the page had to be loaded anew: it needs the whole post

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPane")
        self._waiting: list[tuple[Patch, bool]] = []
        self._ready = False
        self._disposed = False
        self._url = QUrl()
        self._colours = colours
        self._script = resource("preview/patch.js").read_text(encoding="utf-8")
        self._view = QWebEngineView(self)
        self._cage = make_cage(self.link_clicked.emit, self.line_wanted.emit, self._view)
        self._page, self._files = self._cage.page, self._cage.files
        self._files.theme = colours.name
        self._page.setBackgroundColor(QColor(colours.paper))
        self._view.setPage(self._page)
        self._view.setAccessibleName(self.tr("Preview"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._page.loadFinished.connect(self._loaded)
        self._page.renderProcessTerminated.connect(self._renderer_died)

    def show_place(self, path: Path | None, blog: Blog | None, *, remote: bool = False) -> None:
        """Set where pictures come from: the post's folder inside its blog, and the blog's root for `/assets/…`.

        Args:
            remote: whether pictures of other sites are loaded.

        """
        folder = ""
        if remote != self._files.remote:
            self._files.remote, self._ready = remote, False
        if path is not None and blog is not None:
            self._files.set_root(blog.root)
            folder = Path(blog.relative(path)).parent.as_posix().removeprefix(".")
        else:
            self._files.set_root(None)
        self._load(page_url(folder))

    def set_look(self, look: Look) -> bool:
        """Show posts in a look; gives whether the page was loaded anew and needs the whole post."""
        if look == self._files.look:
            return False
        self._files.look, self._ready = look, False
        self._load(self._url)
        return True

    def patch(self, patch: Patch, fresh: bool) -> None:
        """Change the page as the worker says."""
        if fresh:
            self._waiting.clear()
        self._waiting.append((patch, fresh))
        if self._ready:
            self._flush()

    def follow(self, line: int, height: float) -> None:
        """Bring a line of the post into sight, at about the height (0 to 1) that it has in the text pane."""
        if self._ready and not self._disposed:
            self._page.runJavaScript(f"postwright.follow({line}, {height:.3f})", _WORLD.value)

    def set_theme(self, colours: Colours) -> None:
        """Show the page in a theme's colours."""
        self._colours = colours
        if self._disposed:
            return
        self._files.theme = colours.name
        self._page.setBackgroundColor(QColor(colours.paper))
        if self._ready:
            self._run(f"postwright.theme({json.dumps(colours.name)})")

    @property
    def look(self) -> Look:
        """The look that posts are shown in."""
        return self._files.look

    def read(self, take: Callable[[str, str], None]) -> None:
        """Hand over the HTML of the post's head and text as they stand in the page; nothing before it is loaded."""

        def got(found: object) -> None:
            content = json.loads(found) if isinstance(found, str) else {}
            if "body" in content:
                take(content["head"], content["body"])

        if self._ready and not self._disposed:
            self._page.runJavaScript("postwright.content()", _WORLD.value, got)

    def save_pdf(self, path: Path, tell: Callable[[bool], None]) -> None:
        """Print the page to a PDF in its light colours; `tell` gets whether it was written."""
        if not self._ready or self._disposed:
            tell(False)
            return

        def printed(_: str, done: bool) -> None:
            self._page.pdfPrintingFinished.disconnect(printed)
            self._run(f"postwright.theme({json.dumps(self._colours.name)})")
            tell(done)

        self._page.pdfPrintingFinished.connect(printed)
        self._page.runJavaScript('postwright.theme("light")', _WORLD.value, lambda _: self._page.printToPdf(str(path)))

    @property
    def page(self) -> QWebEnginePage:
        """The page, for tests."""
        return self._page

    def set_zoom(self, factor: float) -> None:
        """Scale the page."""
        if not self._disposed:
            self._view.setZoomFactor(min(max(factor, 0.25), 5.0))

    def dispose(self) -> None:
        """End the page before its profile, which Qt asks for. Nothing is shown afterwards."""
        if not self._disposed:
            self._ready, self._disposed = False, True
            shiboken6.delete(self._view)
            shiboken6.delete(self._cage.profile)

    def _load(self, url: QUrl) -> None:
        if url != self._url or not self._ready:
            self._url, self._ready = url, False
            self._page.load(url)

    def _loaded(self, ok: bool) -> None:
        if ok:
            self._page.runJavaScript(self._script, _WORLD.value)
            self._ready = True
            self.set_theme(self._colours)
            self._flush()

    def _renderer_died(self) -> None:
        """The page's process ended: load the page again; the window asks the worker for the whole post."""
        self._ready = False
        self._waiting.clear()
        self._load(self._url)
        self.page_lost.emit()

    def _flush(self) -> None:
        for patch, fresh in self._waiting:
            self._run(f"postwright.patch({json.dumps(asdict(patch) | {'fresh': fresh})})")
        self._waiting.clear()

    def _run(self, script: str) -> None:
        if self._disposed:
            return
        self._page.runJavaScript(script, _WORLD.value, lambda _: self.painted.emit())
