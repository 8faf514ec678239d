"""A worker: a process that reads texts which come over its own pipe and sends back plain tuples.

It shares nothing with other workers, no queue and no lock, so none of them can die and leave the others waiting. It
ends when the other end of its pipe closes, however that came about: no worker outlives the process it works for.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import attrs

from figures.parallel.chunks import Chunk
from figures.parallel.flat import pack
from figures.parallel.reading import read

if TYPE_CHECKING:
    from figures.pipeline import Extractor

_READY = b""
_AHEAD = 2  # chunks of a worker: the one that it reads and the next, so that it never waits for us
_SECONDS = 5  # for a process whose pipe has closed to end on its own


@attrs.define(eq=False)
class Worker:
    """Our side of a worker: its process, our end of its pipe, and the chunks that it has not answered yet."""

    process: BaseProcess
    link: Connection
    chunks: deque[Chunk] = attrs.field(factory=deque)
    ready: bool = False

    @property
    def has_room(self) -> bool:
        """Whether it can take one more chunk."""
        return len(self.chunks) < _AHEAD

    def give(self, chunk: Chunk) -> None:
        """Hand over a chunk, at once or as soon as the worker is ready."""
        self.chunks.append(chunk)
        if self.ready:
            self._send(chunk)

    def receive(self) -> None:
        """Take one message in; `EOFError` or `OSError` when the worker is dead."""
        answer = self.link.recv_bytes()
        if self.ready:
            self.chunks.popleft().answer = answer
            return
        self.ready = True
        for chunk in self.chunks:
            self._send(chunk)

    def _send(self, chunk: Chunk) -> None:
        with suppress(OSError):  # it is dead, which `receive` will tell
            self.link.send([piece.text for piece in chunk.pieces])

    def end(self) -> str:
        """Close the pipe, wait for the process, and tell how it ended."""
        self.link.close()
        self.process.join(_SECONDS)
        return self.kill()

    def kill(self) -> str:
        """End the process, whatever it is doing, and tell how it ended; it holds nothing that could be lost."""
        self.link.close()
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        self.process.close()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def start(extractor: Extractor, context: BaseContext, others: Sequence[Worker]) -> Worker:
    """Start a worker; the extractor travels once."""
    ours, theirs = context.Pipe()
    forks = context.get_start_method() == "fork"
    inherited = [ours, *(worker.link for worker in others)] if forks else []
    make: Any = context.Process  # type: ignore[attr-defined] # every context has it
    process: BaseProcess = make(target=_serve, args=(theirs, inherited, extractor), daemon=True)
    if not forks:
        _start_helpers(context)
    with _interrupts_held(), theirs:
        process.start()
    return Worker(process, ours)


def start_method() -> str:
    """Return how workers are started: as the program does it, but a process with threads is never forked.

    A thread that holds a lock while the process is forked leaves it locked in the child for ever.
    """
    method = multiprocessing.get_start_method(allow_none=True) or multiprocessing.get_all_start_methods()[0]
    return "spawn" if method == "fork" and _threads() > 1 else method


def _threads() -> int:
    """Count the threads of this process, those of native libraries too where the system tells."""
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - names to count, no paths
    except OSError:
        return threading.active_count()


def _start_helpers(context: BaseContext) -> None:
    """Start what multiprocessing needs for new processes, which is not to be deaf to Ctrl-C as our workers are."""
    if os.name == "nt":
        return
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()
    if context.get_start_method() == "forkserver":
        forkserver.ensure_running()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that never hear Ctrl-C, from their first instruction on; ours comes when this is done."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _serve(link: Connection, inherited: Sequence[Connection], extractor: Extractor) -> None:
    """Read texts until the other end of the pipe closes."""
    for other in inherited:  # else the pipe of a dead parent would stay open, held by its own children
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    extractor.extract("")  # what the first text would pay for
    inbox: SimpleQueue[list[str]] = SimpleQueue()
    threading.Thread(target=_receive, args=(link, inbox), daemon=True).start()
    with suppress(OSError):
        link.send_bytes(_READY)
        while True:
            link.send_bytes(pack(read(extractor, inbox.get())))


def _receive(link: Connection, inbox: SimpleQueue[list[str]]) -> None:
    """Take texts in while others are read: who sends never waits for us to finish, and its end is ours."""
    try:
        while True:
            inbox.put(link.recv())
    except (EOFError, OSError):
        os._exit(0)
    finally:
        os._exit(1)
