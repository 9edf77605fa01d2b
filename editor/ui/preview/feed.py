"""Brings the render worker's answers, which arrive on its supervisor's thread, to the window's thread as signals."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.render.looks.look import Look
from editor.render.supervisor import Supervisor, ask_once
from editor.text.edit import Edit
from editor.ui.document import PostDocument


class RenderFeed(QObject):
    """Sends a document's edits to the worker; emits the patches that come back."""

    patched = Signal(object, bool)  # Patch; whether the page must be emptied first
    look_found = Signal(object, object)  # the blog's root; its look, None when finding it failed
    problem = Signal(str)  # a message for the writer; "" when it works again

    def __init__(self, document: PostDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._supervisor = Supervisor(self.patched.emit, self.problem.emit)
        self._active = False
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
        self._active = True
        self._supervisor.start()
        self.refresh()

    def set_place(self, path: Path | None, blog: Blog | None, *, remote: bool) -> None:
        """From now on render as that blog does a post with that file; show pictures of other sites or not."""
        self._place = {"remote": remote}
        if blog is not None:
            relative = blog.relative(path) if path is not None else ""
            self._place |= {"generator": str(blog.generator), "settings": markdown_settings(blog)}
            self._place |= {"root": str(blog.root), "relative": relative}

    def find_look(self) -> None:
        """Have the look of the post's blog looked for; `look_found` tells."""
        request = {
            **self._place,
            "look": True,
            "text": self._document.post.text[: self._document.post.header.body_start],
        }
        threading.Thread(target=self._find_look, args=(request,), daemon=True).start()

    def look_again(self) -> None:
        """Render once more: pictures may have come or gone."""
        if self._active:
            self._supervisor.look_again()

    def refresh(self) -> None:
        """Render the whole post anew."""
        self._edits.clear()
        if self._active:
            self._supervisor.open(self._document.post.text, self._place)

    def close(self) -> None:
        """End the worker."""
        self._supervisor.close()

    @property
    def worker_pid(self) -> int | None:
        """The worker's process id."""
        return self._supervisor.worker_pid

    def _find_look(self, request: dict[str, object]) -> None:
        answer = ask_once(request)
        look = Look.from_message(answer) if answer is not None and "frame" in answer else None
        with contextlib.suppress(RuntimeError):  # the window may have been closed meanwhile
            self.look_found.emit(request.get("root"), look)

    def _edited(self, edit: Edit) -> None:
        """Hand the edit on once the letter is drawn: the supervisor's thread would hold the painting up."""
        if self._active:
            self._edits.append(edit)
            self._after_paint.start()

    def _send(self) -> None:
        edits, self._edits = self._edits, []
        for edit in edits:
            self._supervisor.edit(edit)
