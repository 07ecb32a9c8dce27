"""One window per user: a second start hands its files to the first and ends.

The one place that may import QtNetwork, and of it the local sockets alone: no address, no port.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from meddx_desktop.core.paths import data_folder, private_folder

_WAIT_MS = 1000
_LONGEST_SOCKET_PATH = 100
_MOST_BYTES = 4_000_000


def _address() -> str:
    """A socket in the user's own folder; a pipe named after that folder on Windows."""
    folder = data_folder()
    name = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    inside = folder / "window.socket"
    if sys.platform == "win32" or len(str(inside)) > _LONGEST_SOCKET_PATH:
        return f"meddx-{name}"
    return str(private_folder(folder) / inside.name)


class SingleInstance(QObject):
    """The first start listens; later ones send it their paths."""

    paths_received = Signal(list)
    """Paths (`Path`) that a second start brought; empty for "come to the front"."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = _address()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._inbox: dict[QLocalSocket, bytes] = {}

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give `paths` to the window that runs already; False if there is none."""
        caller = QLocalSocket()
        caller.connectToServer(self._address)
        if not caller.waitForConnected(_WAIT_MS):
            return False
        told = json.dumps([str(path.absolute()) for path in paths])
        caller.write(told.encode("utf-8", "surrogateescape"))
        caller.waitForBytesWritten(_WAIT_MS)
        caller.disconnectFromServer()
        return True

    def listen(self) -> bool:
        """Become the one that later starts talk to."""
        if self._server.listen(self._address):
            return True
        # A socket file left behind by a crash: nobody answered on it in `hand_over`.
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _accept(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            self._inbox[caller] = b""
            caller.readyRead.connect(lambda caller=caller: self._receive(caller))
            caller.disconnected.connect(lambda caller=caller: self._finish(caller))

    def _receive(self, caller: QLocalSocket) -> None:
        if caller in self._inbox:
            self._inbox[caller] += bytes(caller.readAll().data())
            if len(self._inbox[caller]) > _MOST_BYTES:
                self._inbox.pop(caller)
                caller.abort()

    def _finish(self, caller: QLocalSocket) -> None:
        self._receive(caller)
        told = self._inbox.pop(caller, None)
        caller.deleteLater()
        if told is None:
            return
        try:
            paths = json.loads(told.decode("utf-8", "surrogateescape"))
        except ValueError:
            return
        if isinstance(paths, list):
            self.paths_received.emit([Path(path) for path in paths if isinstance(path, str)])
