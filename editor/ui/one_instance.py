"""One window for each user: a second start hands its post to the first one and ends.

The socket lies in a folder that is the user's alone, so that nobody else can listen there in our place or send to it.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor.disk import is_private, private_folder

WAIT_MS: Final = 500
"""A first program that does not answer for so long hangs, or is none of ours."""
MAX_MESSAGE: Final = 65_536
MAX_SENDERS: Final = 8
"""More starts at the same moment wait until one of them is done."""
SILENT_MS: Final = 5_000
"""A sender that says nothing for so long is sent away."""
MAX_SOCKET_PATH: Final = 100
"""The kernel takes 107 bytes (sun_path, unix(7)), macOS 103; Qt makes the socket beside its place first."""


class OneInstance(QObject):
    """Listens for further starts.

    Args:
        name: of the socket; `name_for` gives it. "" where there is no safe place for one: then nobody is listened to.
        open_path: opens a post that was handed over, or only shows the window (None).

    """

    def __init__(self, name: str, open_path: Callable[[Path | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_path
        self._senders: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if name and not self._server.listen(name):
            QLocalServer.removeServer(name)  # of a program that was killed: nobody answers there
            self._server.listen(name)
        self._server.newConnection.connect(self._greet)

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if len(self._senders) >= MAX_SENDERS:
                socket.abort()
                socket.deleteLater()
                continue
            self._senders.add(socket)
            socket.setReadBufferSize(MAX_MESSAGE)
            socket.readyRead.connect(lambda one=socket: self._read(one))
            socket.disconnected.connect(lambda one=socket: self._forget(one))
            QTimer.singleShot(SILENT_MS, socket, socket.abort)
            if socket.bytesAvailable():
                self._read(socket)

    def _forget(self, socket: QLocalSocket) -> None:
        self._senders.discard(socket)
        socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MAX_MESSAGE:
                socket.abort()
            return
        try:
            path = asked_for(bytes(socket.readLine(MAX_MESSAGE).data()))
        except ValueError:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self._open(path)


def asked_for(line: bytes) -> Path | None:
    """Return the file or folder that a message asks to be opened; None to show the window alone.

    Raises:
        ValueError: it is no message of ours, or names no file or folder by its whole path.

    """
    try:
        message = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(message, dict) or message.keys() != {"open"} or not isinstance(message["open"], str):
        raise ValueError("no message of a second start")
    if not message["open"]:
        return None
    path = Path(message["open"])
    try:
        mode = path.stat().st_mode if path.is_absolute() else 0
    except FileNotFoundError:
        return path  # what is gone meanwhile is told of in the window
    except OSError:
        mode = 0
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise ValueError("no file and no folder")
    return path


def hand_over(name: str, path: Path | None) -> bool:
    """Give a post to the program that runs already; False when none answers."""
    if not name:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    message = json.dumps({"open": str(path.absolute()) if path is not None else ""})
    socket.write(message.encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(WAIT_MS) and bytes(socket.readLine(len(b"ok\n") + 1).data()) == b"ok\n"
    socket.disconnectFromServer()
    return answered


def name_for(state: Path) -> str:
    """The socket's name for a user's state folder: a path in a folder that is the user's alone; "" without one.

    That folder is `$XDG_RUNTIME_DIR`, else the state folder, else one in the folder for temporary files whose owner is
    checked. On Windows, where pipes have names of their own, it is a name.
    """
    whole = hashlib.blake2b(f"{getpass.getuser()}\0{state}".encode(), digest_size=8).hexdigest()
    name = f"postwright-{whole}"
    if os.name == "nt":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    temporary = Path(tempfile.gettempdir()) / f"postwright-{os.geteuid()}"
    for folder in (*([Path(runtime)] if os.path.isabs(runtime) else ()), state, temporary):
        path = folder / name
        if len(os.fsencode(path)) > MAX_SOCKET_PATH:
            continue
        if folder is temporary:
            with contextlib.suppress(OSError):
                folder.mkdir(mode=0o700)
        elif folder is state:
            with contextlib.suppress(OSError):
                private_folder(folder)
        if is_private(folder):
            return str(path)
    return ""
