"""Fixtures that several files of tests share."""

import os
from contextlib import suppress

import pytest

from figures import cli

with suppress(ModuleNotFoundError):  # the test on Spark runs without it
    from hypothesis import settings

    # No test has a clock: what is slow on a busy machine is not wrong. In CI the same examples every time.
    settings.register_profile("figures", deadline=None, derandomize="CI" in os.environ)
    settings.load_profile("figures")


@pytest.fixture
def corpus(capsys, tmp_path, monkeypatch):
    """Run `figures corpus` in a folder of its own; give exit code, stdout and the lines on stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*argv):
        try:
            code = cli.main(["corpus", *argv])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err.splitlines()

    return run
