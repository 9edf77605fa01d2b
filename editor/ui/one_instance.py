"""One window for each user: a second start hands its post to the first one and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS: Final = 500
"""A first program that does not answer for so long hangs, or is none of ours."""
MAX_MESSAGE: Final = 65_536


class OneInstance(QObject):
    """Listens for further starts.

    Args:
        name: of the socket; `name_for` gives it.
        open_path: opens a post that was handed over, or only shows the window (None).

    """

    def __init__(self, name: str, open_path: Callable[[Path | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_path
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # of a program that was killed: nobody answers there
            self._server.listen(name)
        self._server.newConnection.connect(self._greet)

    def _greet(self) -> None:
        if not self._server.hasPendingConnections():
            return
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine(MAX_MESSAGE).data())
        try:
            path = json.loads(line)["open"]
        except (ValueError, KeyError, TypeError):
            return
        socket.write(b"ok\n")
        socket.flush()
        self._open(Path(path) if isinstance(path, str) and path else None)


def hand_over(name: str, path: Path | None) -> bool:
    """Give a post to the program that runs already; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    message = json.dumps({"open": str(path.absolute()) if path is not None else ""})
    socket.write(message.encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(WAIT_MS) and bytes(socket.readLine().data()) == b"ok\n"
    socket.disconnectFromServer()
    return answered


def name_for(state: Path) -> str:
    """The socket's name for a user's state folder."""
    whole = hashlib.blake2b(f"{getpass.getuser()}\0{state}".encode(), digest_size=8).hexdigest()
    return f"postwright-{whole}"
