"""A proxy that notes what it is asked for and gives nothing."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from collections.abc import Iterator


class Tripwire(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine; `requests` are the first lines that came."""

    daemon_threads = True

    def __init__(self) -> None:
        self.requests: list[str] = []
        super().__init__(("127.0.0.1", 0), Refusal)
        self.port = self.server_address[1]


class Refusal(socketserver.StreamRequestHandler):
    server: Tripwire

    def handle(self) -> None:
        self.server.requests.append(self.rfile.readline(4096).decode("latin-1").strip())
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextlib.contextmanager
def tripwire() -> Iterator[Tripwire]:
    """A tripwire while it listens."""
    with Tripwire() as wire:
        threading.Thread(target=wire.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield wire
        wire.shutdown()
