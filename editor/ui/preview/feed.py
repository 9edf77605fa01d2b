"""Brings the render worker's answers, which arrive on its supervisor's thread, to the window's thread as signals."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor import language
from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.render.looks.look import Look
from editor.text.edit import Edit
from editor.ui.document import PostDocument
from editor.ui.jobs import Asked, Jobs, call_in_window

if TYPE_CHECKING:
    from editor.render.supervisor import Supervisor


class RenderFeed(QObject):
    """Sends a document's edits to the worker; emits the patches that come back."""

    patched = Signal(object, bool)  # Patch; whether the page must be emptied first
    look_found = Signal(object, object)  # the blog's root; its look, None when finding it failed
    problem = Signal(str)  # a message for the writer; "" when it works again

    def __init__(self, document: PostDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._supervisor: Supervisor | None = None
        self._look_wanted = False
        self._looks = Jobs(self)
        self._place = dict[str, object]()
        document.opened.connect(self.refresh)
        self._edits: list[Edit] = []
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(0)
        self._after_paint.timeout.connect(self._send)
        document.edited.connect(self._edited)

    def start(self) -> None:
        """Start the worker; it renders what is open."""
        from editor.render.supervisor import Supervisor

        self._supervisor = Supervisor(
            partial(call_in_window, self, self.patched.emit), partial(call_in_window, self, self.problem.emit)
        )
        self._supervisor.start()
        self.refresh()
        if self._look_wanted:
            self.find_look()

    def set_place(self, path: Path | None, blog: Blog | None, *, remote: bool) -> None:
        """From now on render as that blog does a post with that file; show pictures of other sites or not."""
        self._place = {"remote": remote}
        if blog is not None:
            relative = blog.relative(path) if path is not None else ""
            self._place |= {"generator": str(blog.generator), "settings": markdown_settings(blog)}
            self._place |= {"root": str(blog.root), "relative": relative}

    def find_look(self) -> None:
        """Have the look of the post's blog looked for; `look_found` tells."""
        self._look_wanted = self._supervisor is None
        if self._look_wanted:
            return  # by `start`: the text comes first
        request = {
            **self._place,
            "look": True,
            "text": self._document.post.text[: self._document.post.header.body_start],
        }
        self._looks.ask(self._find_look, request)

    def look_again(self) -> None:
        """Render once more: pictures may have come or gone."""
        if self._supervisor is not None:
            self._supervisor.look_again()

    def refresh(self) -> None:
        """Render the whole post anew."""
        self._edits.clear()
        if self._supervisor is not None:
            self._supervisor.open(self._document.post.text, {**self._place, "language": language.spoken()})

    def retell(self) -> None:
        """What a preview says by itself is in the language that is spoken now."""
        self.refresh()

    def close(self) -> None:
        """End the worker."""
        if self._supervisor is not None:
            self._supervisor.close()

    @property
    def worker_pid(self) -> int | None:
        """The worker's process id."""
        return self._supervisor.worker_pid if self._supervisor is not None else None

    def _find_look(self, asked: Asked, request: dict[str, object]) -> None:
        """On a thread."""
        from editor.render.supervisor import ask_once

        answer = ask_once(request)
        look = Look.from_message(answer) if answer is not None and "frame" in answer else None
        asked.answer(self.look_found.emit, request.get("root"), look)

    def _edited(self, edit: Edit) -> None:
        """Hand the edit on once the letter is drawn: the supervisor's thread would hold the painting up."""
        if self._supervisor is not None:
            self._edits.append(edit)
            self._after_paint.start()

    def _send(self) -> None:
        edits, self._edits = self._edits, []
        for edit in edits:
            if self._supervisor is not None:
                self._supervisor.edit(edit)
