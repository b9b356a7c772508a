"""What is bundled is found: in a wheel as in a checkout, and the wheel holds all of it."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefing import __version__
from briefing.resources import bundled, lexicons

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=100,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer lays it out."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_in(folder: Path, program: str) -> str:
    """What `program` prints when the package is found in `folder` and nowhere else."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {program}"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return done.stdout.decode()


def names(folder: Path, pattern: str) -> set[str]:
    return {path.name for path in folder.glob(pattern) if path.is_file()}


def test_the_wheel_carries_everything_that_is_bundled(unpacked: Path) -> None:
    package = unpacked / "briefing"
    assert (package / "py.typed").is_file()
    assert names(package / "content", "*") == names(ROOT / "content", "*") != set()
    assert names(package / "themes", "*.toml") == names(ROOT / "themes", "*.toml") != set()
    assert names(package / "structure" / "lexicon", "*.toml") == {one.name for one in lexicons()}
    assert names(package / "tui", "**/*.tcss") == names(ROOT / "briefing" / "tui", "**/*.tcss")


def test_the_wheel_carries_nothing_else(unpacked: Path) -> None:
    assert {path.name for path in unpacked.iterdir()} == {
        "briefing",
        f"briefing_reader-{__version__}.dist-info",
    }


def test_an_installed_package_finds_what_is_bundled(unpacked: Path) -> None:
    program = "from briefing.resources import bundled; print(bundled('content'), bundled('themes'))"
    assert run_in(unpacked, program).split() == [
        str(unpacked / "briefing" / "content"),
        str(unpacked / "briefing" / "themes"),
    ]


def test_an_installed_package_reads_its_bundled_briefing(unpacked: Path) -> None:
    program = "from briefing.cli import main; sys.exit(main(['show', 'ukraine-conflict']))"
    assert "Caspian" in run_in(unpacked, program)


def test_a_checkout_finds_what_is_bundled() -> None:
    assert bundled("content") == ROOT / "content"
    assert bundled("themes") == ROOT / "themes"


def test_the_wheel_names_the_command_and_the_version(wheel: Path, unpacked: Path) -> None:
    information = unpacked / f"briefing_reader-{__version__}.dist-info"
    assert wheel.name.startswith(f"briefing_reader-{__version__}-py3-none-any")
    assert "briefing = briefing.cli:main" in (information / "entry_points.txt").read_text("utf-8")


def test_setting_up_says_nothing_but_errors() -> None:
    written = (ROOT / "Makefile").read_text("utf-8")
    flags = re.findall(r"-m pip (.*)", written)[0].split()
    done = subprocess.run(
        [sys.executable, "-m", "pip", *flags, "install", "--no-index", "briefing-no-such-package"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = (done.stdout + done.stderr).splitlines()
    assert done.returncode
    assert said
    assert all(line.startswith("ERROR") for line in said)
    assert "Setting up in .venv" in written
