"""Fixtures that several files of tests share."""

import pytest

from figures import cli


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
