"""A new interpreter that finds the tested package first."""

import os
import subprocess
import sys
from pathlib import Path

import figures

PACKAGE = Path(figures.__file__).parent


def python(code, **environment):
    """Run code in a new interpreter, which looks into no working folder; return what it prints."""
    clean = {
        k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    }
    clean.setdefault("PYTHONPATH", str(PACKAGE.parent))
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**clean, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip
    assert not done.returncode, done.stderr
    return done.stdout
