"""A command loads what it needs and no more: what a start costs is mostly what it imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import FIXTURES

GRAIN = str(FIXTURES / "library" / "grain-corridor.txt")
NEVER = {"textual", "rich", "asyncio", "importlib.metadata"}
ANSWERS = NEVER | {"json", "difflib", "pathlib", "sqlite3", "dataclasses", "briefing.document.text"}
PRINTS = NEVER | {"sqlite3", "platformdirs", "difflib"}


def loaded_by(*argv: str) -> set[str]:
    """The modules that are loaded when `briefing` with these arguments has ended."""
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, sep='\\n', file=sys.stderr))\n"
        "from briefing.cli import main\n"
        f"main({list(argv)!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def idle() -> set[str]:
    """What Python has loaded before any program runs."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_an_answer_loads_next_to_nothing(option: str, idle: set[str]) -> None:
    assert (loaded_by(option) - idle) & ANSWERS == set()


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_showing_a_file_loads_no_database(form: str, idle: set[str]) -> None:
    assert (loaded_by("show", GRAIN, "--format", form) - idle) & PRINTS == set()


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["search", "drone"],
        ["bookmarks"],
        ["themes"],
        ["keys"],
        ["config"],
        ["index"],
        ["completion", "bash"],
        ["add", GRAIN],
    ],
    ids=" ".join,
)
def test_no_command_loads_the_screen(argv: list[str], idle: set[str]) -> None:
    assert (loaded_by(*argv) - idle) & NEVER == set()
