"""An extractor that dies of certain words, in a worker only: in the process that made it they are words."""

from __future__ import annotations

import os
import signal
import time

import attrs

from figures import Extractor


class StrangeError(Exception):
    """An error that can be pickled, but not made again."""

    def __init__(self, text, size):
        super().__init__(f"{text} of {size}")


def _kill():
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _strange():
    raise StrangeError("strange", 3)


def _known():
    raise LookupError("known")


#: What happens to the worker that reads the word.
FATES = {
    "KILL": _kill,
    "EXIT": lambda: os._exit(3),
    "STRANGE": _strange,
    "KNOWN": _known,
    "SLOW": lambda: time.sleep(60),
}


@attrs.frozen
class Mortal(Extractor):
    """Reads as any other; `unborn` is the fate of a worker at its start."""

    unborn: str = attrs.field(default="", kw_only=True)
    parent: int = attrs.field(factory=os.getpid, kw_only=True)

    def _meet(self, text):
        if os.getpid() != self.parent:
            for word, fate in FATES.items():
                if word in (text or self.unborn):
                    fate()

    def extract(self, text, *, categories=None):
        self._meet(text)
        return super().extract(text, categories=categories)

    def _extract_together(self, texts):
        for text in texts:
            if text:
                self._meet(text)
        return super()._extract_together(texts)
