"""The folded lexicon, kept beside its files as Python keeps compiled modules.

All languages take some thirty milliseconds to read and fold, and every command waits for them. What
comes of it is written once to `__pycache__`, under the same terms as a `.pyc` file: it holds for
these files with these sizes and times and for this Python; whoever may write there may change the
program itself; where nothing can be written, or `PYTHONDONTWRITEBYTECODE` says so, nothing is, and
each start reads the files.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from briefing.structure import phrases
from briefing.structure.lexicon import Lexicon, from_plain, model, plain

_CODE = tuple(Path(module.__file__) for module in (phrases, model) if module.__file__)
"""How the files are read and folded."""


def load(paths: Sequence[Path]) -> Lexicon | None:
    """The lexicon made of the files at `paths`, if it was kept and they are the same still."""
    try:
        terms, data = marshal.loads(_place(paths).read_bytes())  # noqa: S302 - as trusted as a .pyc
        return from_plain(data) if terms == _terms(paths) else None
    except (OSError, EOFError, ValueError, TypeError, KeyError, AttributeError):
        return None


def keep(lexicon: Lexicon, paths: Sequence[Path]) -> None:
    """Writes the lexicon made of `paths` for later starts, whole or not at all."""
    if sys.dont_write_bytecode:
        return
    place = _place(paths)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(exist_ok=True)
        draft.write_bytes(marshal.dumps((_terms(paths), plain(lexicon))))
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _place(paths: Sequence[Path]) -> Path:
    return paths[0].parent / "__pycache__" / f"lexicon.{sys.implementation.cache_tag}"


def _terms(paths: Sequence[Path]) -> tuple[Any, ...]:
    """All that the folded lexicon hangs on."""
    own = [path.stat() for path in (*paths, *_CODE)]
    return (
        sys.hexversion,
        tuple(path.name for path in paths),
        tuple((one.st_size, one.st_mtime_ns) for one in own),
    )
