"""In the status bar: whether, where and when the open post appears on its blog, and what to do where it won't."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from editor.blog.neighbours import form_of_date
from editor.blog.state import named
from editor.header import DateText, Generator, Refused
from editor.header.date_readers import DateReader, date_for
from editor.header.dates import Moment
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.files import PostFiles
from editor.ui.messages import MessageBar
from editor.ui.plain_text import literal, one_line

if TYPE_CHECKING:
    from editor.blog.appearance import Appearance
    from editor.blog.folder import BlogFolder

PAUSE_MS = 250
"""How long after the last change of the front matter it is told."""
AGAIN_MS = 60_000
"""How often it is told again: what lies ahead comes nearer."""
MAX_SHOWN = 36
"""A longer address is shortened in the bar; the tool tip has it all."""
_KNOWN = (Generator.JEKYLL, Generator.HUGO, Generator.HEXO)


class AppearanceButton(QToolButton):
    """What becomes of the open post; a click offers its address and what can be done."""

    def __init__(self, document: PostDocument, files: PostFiles, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._files, self._bar = document, files, bar
        self._folder: BlogFolder | None = None
        self._now: Appearance | None = None
        self.setObjectName("appearance")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        document.header_changed.connect(self._pause.start)
        files.moved.connect(self._moved)

    @property
    def appearance(self) -> Appearance | None:
        """What becomes of the post; None where that is not known."""
        return self._now

    def refresh(self) -> None:
        """Tell what becomes of the post as it is now."""
        from editor.blog.appearance import appearance
        from editor.blog.folder import BlogFolder

        self._pause.stop()
        blog, path = self._files.blog, self._files.path or self._files.planned
        known = blog is not None and path is not None and blog.generator in _KNOWN and blog.holds(path)
        if not known or blog is None or path is None or self._document.read_only:
            self._now = None
            self._again.stop()
            self.hide()
            return
        self._folder = self._folder or BlogFolder(blog)
        self._now = appearance(self._folder, blog.relative(path), self._document.post, datetime.now(UTC))
        self._again.start()
        self._tell(self._now)
        self.show()

    def retell(self) -> None:
        """Say it again, in the language that is spoken now."""
        self.refresh()

    def _moved(self) -> None:
        self._folder = None  # another blog, or its configuration may have changed
        self._pause.start()

    def _tell(self, now: Appearance) -> None:
        address = unquote(now.address)
        short = address if len(address) <= MAX_SHOWN else f"…{address[-MAX_SHOWN:]}"
        words = {
            "visible": self.tr("Visible · {0}").format(short),
            "future": self.tr("From {0}").format(f"{now.since:%Y-%m-%d %H:%M %z}" if now.since is not None else ""),
            "draft": self.tr("Draft"),
            "hidden": self.tr("Hidden"),
            "not built": self.tr("Not on the blog"),
            "breaks the build": self.tr("Stops the build"),
        }
        self.setText(literal(words[now.state]))
        self.setProperty("problem", now.state == "breaks the build")
        self.style().unpolish(self)
        self.style().polish(self)
        lines = [now.reason[:1].upper() + now.reason[1:] + "." if now.reason else "", self._whole(now)]
        lines += self._by_writers_clock(now)
        if address and address != now.address:
            lines.append(self.tr("Encoded: {0}").format(now.address))
        if now.day is not None:
            lines.append(self.tr("On the blog’s calendar: {0}").format(now.day))
        self.setToolTip("\n".join(one_line(line) for line in lines if line))
        self.setAccessibleName(one_line(f"{words[now.state]}. {now.reason}"))

    def _by_writers_clock(self, now: Appearance) -> list[str]:
        """What is otherwise by the clock of this machine: the moment, or all of it where the site names no zone."""
        from editor.blog.appearance import appearance, built_here
        from editor.blog.calendar import in_zone

        here = datetime.now().astimezone().tzinfo
        path = self._files.path or self._files.planned
        if here is None or self._folder is None or path is None:
            return []
        lines = []
        if now.since is not None and now.since.utcoffset() != in_zone(now.since, here).utcoffset():
            lines.append(self.tr("By your clock: {0}").format(f"{in_zone(now.since, here):%Y-%m-%d %H:%M %z}"))
        local = built_here(self._folder, here)
        if local is not None:
            relative = self._folder.blog.relative(path)
            then = appearance(local, relative, self._document.post, datetime.now(UTC))
            if (then.state, then.address, then.day) != (now.state, now.address, now.day):
                lines.append(self.tr("The site names no time zone, and build servers count in UTC."))
                text = self.tr("Built here it is {0}, {1}, {2}.")
                lines.append(text.format(named(then.state), then.day or "—", unquote(then.address) or "—"))
        return lines

    def _whole(self, now: Appearance) -> str:
        """The address with the site's, as a reader types it."""
        if not now.address or self._folder is None:
            return ""
        return f"{self._folder.url}{unquote(now.address)}"

    def _fill(self) -> None:
        self._menu.clear()
        now = self._now
        if now is None:
            return
        if now.reason:
            self._menu.addAction(literal(now.reason[:1].upper() + now.reason[1:])).setEnabled(False)
        for label, make in self._mends(now):
            self._menu.addAction(literal(label)).triggered.connect(partial(self._mend, make))
        if now.address and self._folder is not None:
            whole, encoded = self._whole(now), f"{self._folder.url}{now.address}"
            clipboard = QGuiApplication.clipboard()
            self._menu.addAction(literal(self.tr("Copy {0}").format(whole))).triggered.connect(
                lambda: clipboard.setText(encoded)
            )

    def _mends(self, now: Appearance) -> list[tuple[str, Callable[[], Edit]]]:
        """What would make the post appear, as edits of its front matter."""
        post = self._document.post
        field = post.header.field(now.key) if now.key else None
        if field is None:
            return []
        match now.state:
            case "hidden" if field.key == "published":
                return [(self.tr("Show it: take “published” out"), lambda: post.unset(field.path))]
            case "hidden" if field.key.lower() in ("expirydate", "unpublishdate"):
                return [(self.tr("Show it: take “{0}” out").format(field.key), lambda: post.unset(field.path))]
            case "draft":
                return [(self.tr("Show it: “draft” says no"), lambda: post.set_value(field.path, value=False))]
            case "future" | "breaks the build":
                zone = self._folder.settings.zone if self._folder is not None else None
                local = datetime.now(UTC).astimezone(zone).replace(microsecond=0)
                minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
                moment = Moment(local.date(), local.time(), minutes)
                like, quoted = form_of_date(field, post.header.syntax)
                reader = DateReader(post.header.rules.generator, zone, post.header.syntax, quoted=quoted)
                written = DateText(date_for(reader, moment, like or post.header.rules.date_like(field.path)[0]))
                return [(self.tr("Set the date to now"), lambda: post.set_value(field.path, written))]
        return []

    def _mend(self, make: Callable[[], Edit]) -> None:
        try:
            self._document.apply(make())
        except Refused as refusal:
            self._bar.say(refusal.reason)
        self.refresh()
