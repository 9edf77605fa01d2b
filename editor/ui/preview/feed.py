"""Brings the render worker's answers, which arrive on its supervisor's thread, to the window's thread as signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor.blog.settings import markdown_settings
from editor.blog.site import Blog
from editor.render.supervisor import Supervisor
from editor.text.edit import Edit
from editor.ui.document import PostDocument


class RenderFeed(QObject):
    """Sends a document's edits to the worker; emits the patches that come back."""

    patched = Signal(object, bool)  # Patch; whether the page must be emptied first
    problem = Signal(str)  # a message for the writer; "" when it works again

    def __init__(self, document: PostDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._supervisor = Supervisor(self.patched.emit, self.problem.emit)
        self._active = False
        self._generator, self._settings = "", dict[str, object]()
        document.opened.connect(self.refresh)
        document.edited.connect(self._edited)

    def start(self) -> None:
        """Start the worker; it renders what is open."""
        self._active = True
        self._supervisor.start()
        self.refresh()

    def set_blog(self, blog: Blog | None) -> None:
        """From now on render as that blog does."""
        self._generator = str(blog.generator) if blog is not None else ""
        self._settings = markdown_settings(blog) if blog is not None else {}

    def refresh(self) -> None:
        """Render the whole post anew."""
        if self._active:
            self._supervisor.open(self._document.post.text, self._generator, self._settings)

    def close(self) -> None:
        """End the worker."""
        self._supervisor.close()

    @property
    def worker_pid(self) -> int | None:
        """The worker's process id."""
        return self._supervisor.worker_pid

    def _edited(self, edit: Edit) -> None:
        if self._active:
            self._supervisor.edit(edit)
