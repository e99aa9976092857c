"""Server: a folder over a line of a given width and delay, compressed as servers do, counting what goes out."""

from __future__ import annotations

import asyncio
import gzip
import mimetypes
import threading
import time
import urllib.parse
from functools import lru_cache
from pathlib import Path

#: What is compressed on its way; Pagefind's own files are compressed already.
_TEXT = (".html", ".js", ".json", ".css")


@lru_cache(maxsize=4096)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, 6)


class SlowServer:
    """Serves `folder` at `address`. `bits` a second go out over all connections, each answer `delay` seconds late; 0 is at once."""

    def __init__(self, folder: Path, bits: float = 0, delay: float = 0) -> None:
        self.folder, self.bits, self.delay = folder, bits, delay
        self.sent = 0
        self._free = 0.0
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        threading.Thread(target=self._run, args=(started,), daemon=True).start()
        started.wait()

    def close(self) -> None:
        """Hang up on everybody."""
        self._loop.call_soon_threadsafe(self._over.set)

    def _run(self, started: threading.Event) -> None:
        self._loop.run_until_complete(self._serve_until_over(started))

    async def _serve_until_over(self, started: threading.Event) -> None:
        self._over = asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        started.set()
        await self._over.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readline():
                path = urllib.parse.unquote(request.decode().split(" ")[1].partition("?")[0].lstrip("/"))
                while (await reader.readline()).strip():
                    pass
                await self._answer(writer, path)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter, path: str) -> None:
        file = self.folder / path
        found = file.is_file()
        body = file.read_bytes() if found else b""
        head = f"HTTP/1.1 {'200 OK' if found else '404 Not Found'}\r\nAccess-Control-Allow-Origin: *\r\n"
        if file.suffix in _TEXT:
            body = _compressed(body)
            head += "Content-Encoding: gzip\r\n"
        kind = (
            "application/wasm" if ".wasm" in file.name else mimetypes.guess_type(path)[0] or "application/octet-stream"
        )
        head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        self.sent += len(body)
        await asyncio.sleep(self.delay)
        writer.write(head.encode())
        for start in range(0, len(body), 16384):
            await self._line(len(body[start : start + 16384]))
            writer.write(body[start : start + 16384])
            await writer.drain()

    async def _line(self, size: int) -> None:
        """Wait until `size` bytes have gone through the line that all connections share."""
        if not self.bits:
            return
        now = time.monotonic()
        self._free = max(now, self._free) + size * 8 / self.bits
        await asyncio.sleep(self._free - now)
