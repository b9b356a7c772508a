"""The house stands as ARCHITECTURE.md says: small files, and no Textual on a command-line path."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
SOURCES = sorted(
    path for folder in ("briefing", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc", "manager"}


def test_no_file_passes_three_hundred_lines() -> None:
    assert SOURCES
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert [
        (str(path.relative_to(ROOT)), n) for path, n in lengths.items() if n > LONGEST_FILE
    ] == []


def test_no_module_is_a_grab_bag() -> None:
    assert [path for path in SOURCES if path.stem in FORBIDDEN_NAMES] == []


def modules_after(*argv: str) -> set[str]:
    """The modules a command has loaded when it ends."""
    program = (
        "import sys, io\n"
        "from briefing.cli import main\n"
        f"sys.stdout = io.StringIO(); status = main({list(argv)!r}); sys.stdout = sys.__stdout__\n"
        "print('\\n'.join(sys.modules))\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


COMMANDS = [
    ["show", str(ROOT / "README.md")],
    ["show", str(ROOT / "README.md"), "--format", "json"],
    ["list"],
    ["search", "drone"],
    ["bookmarks"],
    ["themes"],
]


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_a_command_never_loads_textual(argv: list[str]) -> None:
    loaded = modules_after(*argv)
    assert "briefing.cli" in loaded
    heavy = {"textual", "rich", "asyncio", "importlib.metadata"}
    assert loaded & heavy == set()
