"""The build hook of the wheel: it adds each built-in lexicon ready-made, so that the first call need not make it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyLexicons(BuildHookInterface[Any]):
    """Writes the lexicons below `build/` and has them put beside their TOML files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files, unless the checkout itself is installed, where the lexicons still change."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from figures.lexicon import model, ready  # what is built, not what may be installed

        for lang in model.Lexicon.languages():
            file = Path(self.root, "build", "lexicons", lang, ready.NAME)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(model.packed(lang))
            build_data["force_include"][str(file)] = f"figures/data/{lang}/{ready.NAME}"
