"""Starting the installed program on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

PROGRAM = Path(sys.executable).parent / "briefing"
Start = Callable[..., Terminal]


@pytest.fixture
def start(own_home: Path, tmp_path: Path) -> Iterator[Start]:
    """Start `briefing` in a folder of this test, its own files in `own_home`.

    `before` is a program that starts it in turn.
    """
    assert own_home.is_relative_to(tmp_path)
    with ExitStack() as ends:

        def started(
            *argv: str | Path,
            columns: int = 80,
            rows: int = 24,
            environ: dict[str, str] | None = None,
            before: Sequence[str] = (),
        ) -> Terminal:
            terminal = Terminal(
                [*before, PROGRAM, *argv],
                columns=columns,
                rows=rows,
                environ=environ,
                folder=tmp_path,
            )
            return ends.enter_context(terminal)

        yield started
