"""Joins the preview to the rest of the window: which post and blog it shows and how, what it says, where it follows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from editor.blog.site import Blog
from editor.render.looks.look import Look, LookName, own_look
from editor.render.patch import Patch
from editor.settings import Settings
from editor.ui.files import PostFiles
from editor.ui.messages import Choice, MessageBar
from editor.ui.plain_text import one_line
from editor.ui.preview.feed import RenderFeed
from editor.ui.preview.pane import PreviewPane
from editor.ui.text_pane import TextPane

LINK_SCHEMES = ("http", "https", "mailto")


class Previewing(QObject):
    """What happens between preview, files, text and message bar."""

    look_changed = Signal(str)  # the look chosen for this blog: plain, github, blog
    remote_changed = Signal(bool)  # whether this blog's posts may show pictures of other sites

    def __init__(
        self,
        preview: PreviewPane,
        feed: RenderFeed,
        files: PostFiles,
        bar: MessageBar,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preview, self._feed, self._files, self._bar, self._settings = preview, feed, files, bar, settings
        self._missing = 0
        self._asked: set[Path | None] = set()  # blogs whose writer was told of pictures that are not loaded
        feed.patched.connect(self._patch)
        feed.problem.connect(self._tell)
        feed.look_found.connect(self._take_look)
        preview.page_lost.connect(self._page_lost)
        preview.given_up.connect(self._give_up)
        preview.link_clicked.connect(self._offer_link)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._look_again)

    def _page_lost(self, hung: bool) -> None:
        self._feed.refresh()
        text = self.tr("The preview stopped and was started again. Your text is safe.")
        if hung:
            text = self.tr("The preview did not respond and was started again. Your text is safe.")
        self._bar.say(text, topic="page")

    def _give_up(self) -> None:
        again = Choice(self.tr("Start it again"), self._preview.reload)
        text = self.tr("The preview keeps stopping with this post, so it is off now. Your text is safe.")
        self._bar.say(text, [again], topic="page")

    def join(self, pane: TextPane) -> None:
        """Let preview and text follow each other."""
        self._preview.line_wanted.connect(pane.go_to_line)
        pane.place_changed.connect(self._follow)

    def do_preview_follows(self, follows: bool) -> None:
        """Keep the caret's place in sight or not."""
        self._settings.set("preview_follows", follows)

    def do_look_plain(self) -> None:
        """Show a quiet page."""
        self.choose_look(LookName.PLAIN)

    def do_look_github(self) -> None:
        """Show posts as GitHub does."""
        self.choose_look(LookName.GITHUB)

    def do_look_blog(self) -> None:
        """Show posts with the blog's own style sheets."""
        self.choose_look(LookName.BLOG)

    def do_remote_pictures(self, allowed: bool) -> None:
        """Load pictures of other sites for this blog or not."""
        self.allow_remote(allowed)

    @property
    def remote(self) -> bool:
        """Whether the open post's blog may show pictures of other sites."""
        blog = self._files.blog
        return blog is not None and str(blog.root) in self._settings.get("remote_pictures")

    def show_place(self) -> None:
        """Follow the document to another file or blog, or to the same one with other settings."""
        path, blog = self._files.path, self._files.blog
        self._bar.clear("remote")
        self._preview.show_place(path, blog, remote=self.remote)
        self._feed.set_place(path, blog, remote=self.remote)
        self._feed.refresh()
        self._show_look()
        self.remote_changed.emit(self.remote)

    @property
    def look(self) -> LookName:
        """The look that is chosen for the open post's blog."""
        chosen = self._settings.get("looks").get(self._root, "")
        return LookName(chosen) if chosen in set(LookName) else LookName.PLAIN

    def choose_look(self, look: LookName) -> None:
        """Show this blog's posts in a look from now on."""
        if look != self.look:
            self._settings.set("looks", {**self._settings.get("looks"), self._root: str(look)})
            self._show_look()

    def allow_remote(self, allowed: bool) -> None:
        """Load pictures of other sites for this blog's posts, or no longer."""
        blog: Blog | None = self._files.blog
        if blog is None or allowed == self.remote:
            return
        roots = [root for root in self._settings.get("remote_pictures") if root != str(blog.root)]
        self._settings.set("remote_pictures", [*roots, str(blog.root)] if allowed else roots)
        self.show_place()

    @property
    def _root(self) -> str:
        blog = self._files.blog
        return str(blog.root) if blog is not None else ""

    def _show_look(self) -> None:
        """Our own looks are there at once; the blog's is looked for, and the page stays as it is meanwhile."""
        self._bar.clear("look")
        if self.look is LookName.BLOG:
            self._feed.find_look()
        else:
            self._set_look(own_look(self.look))
        self.look_changed.emit(str(self.look))

    def _take_look(self, root: str | None, look: Look | None) -> None:
        if (root or "") != self._root or self.look is not LookName.BLOG:
            return
        problem = (
            look.problem
            if look is not None
            else self.tr("its layouts and style sheets can’t be read, or take too long")
        )
        self._set_look(look or own_look(LookName.PLAIN))
        if problem:
            self._bar.say(self.tr("The blog’s own look can’t be shown: {0}.").format(problem), topic="look")

    def _set_look(self, look: Look) -> None:
        if self._preview.set_look(look):
            self._feed.refresh()

    def _patch(self, patch: Patch, fresh: bool) -> None:
        self._preview.patch(patch, fresh)
        self._missing = patch.missing
        blog = self._files.blog
        if patch.remote and blog is not None and blog.root not in self._asked:
            self._asked.add(blog.root)
            choice = Choice(self.tr("Load them on this blog"), partial(self.allow_remote, True))
            text = self.tr("Pictures of other sites are not loaded: those sites would learn that you read this post.")
            self._bar.say(text, [choice], topic="remote")

    def _tell(self, text: str) -> None:
        if text:
            self._bar.say(text, topic="preview")
        else:
            self._bar.clear("preview")

    def _follow(self, line: int, height: float) -> None:
        if self._settings.get("preview_follows") and self._preview.isVisible():
            self._preview.follow(line, height)

    def _offer_link(self, url: QUrl) -> None:
        """A link of the preview opens in the browser, once the writer has seen where it goes."""
        if url.scheme() in LINK_SCHEMES:
            choice = Choice(self.tr("Open in browser"), partial(_open_in_browser, url))
            shown = QUrl(url)
            shown.setUserInfo(None)  # type: ignore[arg-type]  # "" leaves the @; www.bank.com@elsewhere is a page of elsewhere
            self._bar.say(
                self.tr("This link goes to {0}").format(one_line(shown.toDisplayString())), [choice], topic="link"
            )

    def _look_again(self, state: Qt.ApplicationState) -> None:
        """A writer who comes back from another program may have put a missing picture in its place."""
        if self._missing and state == Qt.ApplicationState.ApplicationActive:
            self._feed.look_again()


def _open_in_browser(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
