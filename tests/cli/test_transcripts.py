"""What a person types, and what the program answers: each .txt file is one conversation.

A line that begins with `$ ` is run by a shell, in a folder that holds a copy of
tests/fixtures/library. Below it stand the very lines that came back, standard error among them,
and `[1]` for a status that is not 0; `<here>` is that folder, `<home>` the reader's own. Run with
UPDATE_TRANSCRIPTS=1 to write down what comes back, then read the difference.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.folders import HOME_VARIABLE
from tests.conftest import FIXTURES

HERE = Path(__file__).parent
TRANSCRIPTS = sorted(HERE.glob("*.txt"))
PROMPT = "$ "


def answer(command: str, folder: Path) -> list[str]:
    """What `command` writes, and its status when that is not 0."""
    programs = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    # Buffered, as a person's own program is: the order of its two streams is then its own doing.
    environment.pop("PYTHONUNBUFFERED", None)
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    text = done.stdout.decode().replace(str(folder), "<here>")
    lines = text.replace(os.environ[HOME_VARIABLE], "<home>").splitlines()
    return [*lines, *([f"[{done.returncode}]"] if done.returncode else [])]


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_program_answers_as_written(transcript: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    shutil.copytree(FIXTURES / "library", folder)
    written = transcript.read_text("utf-8").splitlines()
    actual: list[str] = []
    for line in written:
        if line.startswith(PROMPT):
            actual += [*([""] if actual else []), line, *answer(line.removeprefix(PROMPT), folder)]
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        transcript.write_text("\n".join(actual) + "\n", "utf-8")
    assert actual == written


def test_there_are_transcripts() -> None:
    assert TRANSCRIPTS
