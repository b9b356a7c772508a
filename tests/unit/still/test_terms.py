"""A page holds only while all that it hangs on is as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.folders import Folders, folders
from briefing.paths import default_paths
from briefing.still import terms as module
from briefing.still.terms import LARGEST, terms, text_digest

SIZE = (80, 24)
ENVIRON = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "SHLVL": "1"}


@pytest.fixture
def places(own_home: Path) -> Folders:
    found = folders(os.environ)
    for folder in (*found, f"{found.config}/themes"):
        Path(folder).mkdir(parents=True)
    assert found.data == str(own_home / "data")
    return found


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "desk.txt"
    path.write_text("A quiet week.\n", "utf-8")
    return str(path)


CHANGES: dict[str, Callable[[Folders, str], object]] = {
    "state": lambda places, _: Path(places.data, "state.db").touch(),
    "journal": lambda places, _: Path(places.data, "state.db-wal").touch(),
    "settings": lambda places, _: Path(places.config, "settings.toml").touch(),
    "theme": lambda places, _: Path(places.config, "themes", "own.toml").touch(),
    "sidecar": lambda _, document: Path(f"{document}.briefing.toml").touch(),
    "short sidecar": lambda _, document: Path(document[:-4] + ".briefing.toml").touch(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_file_that_comes_or_changes_or_goes_ends_it(
    places: Folders, document: str, name: str
) -> None:
    seen = [terms(document, "", SIZE, places, ENVIRON)]
    assert terms(document, "", SIZE, places, ENVIRON) == seen[0]
    CHANGES[name](places, document)
    seen.append(terms(document, "", SIZE, places, ENVIRON))
    for folder, _, files in (*os.walk(places.data), *os.walk(places.config)):
        for each in files:
            Path(folder, each).write_text("# other\n", "utf-8")
    for each in (f"{document}.briefing.toml", document[:-4] + ".briefing.toml"):
        if Path(each).exists():
            Path(each).write_text("# other\n", "utf-8")
    seen.append(terms(document, "", SIZE, places, ENVIRON))
    assert len(set(seen)) == 3


def test_text_terminal_colours_and_program_count_and_nothing_else(
    places: Folders, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of(digest: str = "", size: tuple[int, int] = SIZE, **variables: str) -> str:
        return terms(document, digest, size, places, {**ENVIRON, **variables})

    first = of()
    assert of(SHLVL="2", NO_COLOR="", TEXTUAL_FPS="120", EDITOR="vi") == first
    others = [
        of("other"),
        of(size=(81, 24)),
        of(size=(80, 25)),
        of(TERM="xterm"),
        of(COLORTERM=""),
        of(NO_COLOR="1"),
        of(TEXTUAL_COLOR_SYSTEM="standard"),
        terms(document + "x", "", SIZE, places, ENVIRON),
    ]
    monkeypatch.setattr(module, "__version__", "99")
    others.append(of())
    assert len({first, *others}) == len(others) + 1


def test_the_digest_is_of_the_text_and_of_nothing_that_is_no_document(
    document: str, tmp_path: Path
) -> None:
    first = text_digest(document)
    status = Path(document).stat()
    Path(document).write_text("A quiet leak.\n", "utf-8")
    os.utime(document, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert text_digest(document) not in {"", first}
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as large:
        large.truncate(LARGEST + 1)
    for name in ("nothing", "pipe", "large", "n\0ul", ""):
        assert text_digest(str(tmp_path / name)) == ""


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"XDG_DATA_HOME": "/srv/data", "XDG_CACHE_HOME": "/srv/cache/"},
        {"XDG_CONFIG_HOME": "relative", "XDG_DATA_HOME": "  "},
        {"HOME": "relative"},
    ],
    ids=str,
)
def test_the_folders_are_those_that_platformdirs_names(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from platformdirs import PlatformDirs

    monkeypatch.delenv("BRIEFING_HOME")
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    dirs = PlatformDirs("briefing", appauthor=False)
    paths = default_paths()
    assert paths.data == dirs.user_data_path
    assert paths.cache == dirs.user_cache_path
    assert paths.config == dirs.user_config_path
