"""Files as streams of bytes, unpacked while they are read."""

from __future__ import annotations

import gzip
import io
import sys
from typing import IO, Any

from figures.errors import MissingExtraError

GZIP = (".gz",)
ZSTD = (".zst", ".zstd")
_STEP = 2**16


def unpacked(raw: IO[bytes], name: str) -> IO[bytes]:
    """Return the stream of a file that its name may call packed: by gzip or by Zstandard."""
    if name.lower().endswith(GZIP):
        return io.BufferedReader(_Even(gzip.GzipFile(fileobj=raw, mode="rb")), _STEP)
    if name.lower().endswith(ZSTD):
        return io.BufferedReader(_Even(zstd().ZstdFile(raw, "rb")), _STEP)
    return raw


def skip(stream: IO[bytes], size: int) -> None:
    """Go so many bytes forward, or back where the file is not packed."""
    if stream.seekable():
        stream.seek(size, io.SEEK_CUR)
        return
    while size > 0:
        if not (skipped := stream.read(min(size, _STEP))):
            raise EOFError
        size -= len(skipped)


class _Even(io.RawIOBase):
    """Unpacks in the same steps wherever reading goes on, so that a broken file gives the same up to its break."""

    def __init__(self, packed: Any) -> None:
        self._packed = packed
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any, /) -> int:
        if not self._held:
            self._held = memoryview(self._packed.read1(_STEP))
        size = min(len(view := memoryview(into)), len(self._held))
        view[:size] = self._held[:size]
        self._held = self._held[size:]
        return size


def zstd() -> Any:
    """Return the module that reads Zstandard: of Python from 3.14 on, of the extra `zst` before."""
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd as module
        else:
            from backports import zstd as module
    except ImportError as error:
        raise MissingExtraError("backports.zstd", "zst") from error
    return module


def problem(error: Exception) -> str:
    """Say in one line why a stream could not be read on."""
    if isinstance(error, EOFError):
        return "the packed file is cut off; what follows is lost"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    if type(error).__name__ in ("BadGzipFile", "ZstdError") or type(error).__module__ == "zlib":
        return f"the packed file is broken ({error}); what follows is lost"
    return str(error) or type(error).__name__
