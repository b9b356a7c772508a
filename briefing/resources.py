"""What is bundled, found in a wheel, an editable install and a plain checkout alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).parent


def bundled(name: Literal["content", "themes"]) -> Path:
    """The bundled directory `name`: inside the package when installed, beside it in a checkout.

    `importlib.resources` is not used: in an editable install it does not see these folders.
    """
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def lexicons() -> tuple[Path, ...]:
    """The splitter's lexicon files, one a language, in a fixed order."""
    return tuple(sorted((PACKAGE / "structure" / "lexicon").glob("*.toml")))
