"""The settings that the reader's owner writes, in TOML."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing.record import as_dict, record, replace
from briefing.store.key_lines import KeyPath, key_lines

LARGEST = 256 * 1024
"""Bytes of a settings file; a TOML of 40 KB can be made to take a gigabyte of memory."""
DEEPEST = 8
"""Dots in a key: the settings have one at most, and a parser's work grows with their square."""
MOST = 20
"""Faults that are told; the rest are counted."""
MEASURE = range(40, 121)
"""Cells of a line of text: below 40 words break, above 120 the eye loses the next line."""


@record
class Settings:
    """Every setting, with what holds when it is not given."""

    theme: str = ""
    """Name of a theme; empty for the one chosen inside the reader."""
    measure: int = 72
    """Longest line of text, in cells."""
    justify: bool = False
    mouse: bool = True
    instant: bool = True
    """Whether the page where the reader left off is kept, to be shown while the program loads."""
    folders: tuple[str, ...] = ()
    """Folders of the library beside the reader's own, absolute."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys by the id of the command, as `"j,down"`."""
    places: Mapping[str, str] = MappingProxyType({})
    """File and line of what is set, as `settings.toml:3`, by its dotted key; no setting itself."""

    def __eq__(self, other: object) -> bool:
        """Whether the same is set, wherever it stands."""
        return isinstance(other, Settings) and self._set() == other._set()

    __hash__ = None  # type: ignore[assignment]  # it holds tables

    def _set(self) -> dict[str, object]:
        return {name: held for name, held in as_dict(self).items() if name != "places"}


class Fault(ValueError):  # noqa: N818 - reads as what it is
    """What is wrong with one value, in words that follow its key."""


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in `path`, and a line for each fault; a missing file has none of either."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        return Settings(), (f"{path}: {reason}; no setting is used",)
    if len(data) > LARGEST:
        return Settings(), (f"{path}: larger than {LARGEST // 1024} KB; no setting is used",)
    settings, faults = parse(data, path)
    return settings, (*faults, *_missing(settings))


def _missing(settings: Settings) -> list[str]:
    """A line for each folder that is not there; it counts again when it comes back."""
    place = settings.places.get("folders", "")
    return [
        f"{place}: folders: {folder!r:.200}: there is no such folder; make it or take it out"
        for folder in settings.folders
        if not os.path.exists(folder)  # noqa: PTH110 - Path.exists raises where it may not look
    ][:MOST]


def parse(data: bytes, path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the bytes of a TOML file; `path` is for messages and relative folders."""
    # Loaded here: only a reader who has settings pays for it.
    import tomli

    try:
        text = data.decode("utf-8-sig")
        lines = key_lines(text)
        if any(len(key) > DEEPEST for key in lines):
            return Settings(), (f"{path}: keys nested too deeply; no setting is used",)
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return Settings(), (f"{path}:{error.lineno}: {error.msg}; no setting is used",)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Settings(), (f"{path}:{line}: not UTF-8; no setting is used",)
    except (RecursionError, ValueError):
        return Settings(), (f"{path}: not a TOML that can be read; no setting is used",)
    return _Reading(path, lines).settings(table)


class _Reading:
    """Takes each setting on its own, so that a wrong one spoils no other."""

    def __init__(self, path: Path, lines: Mapping[KeyPath, int]) -> None:
        self._path = path
        self._lines = lines
        self._faults: list[str] = []

    def settings(self, table: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
        found = Settings()
        for key, value in table.items():
            rule = RULES.get(key)
            if rule is None:
                known = ", ".join(RULES)
                self._fault((key,), f"there is no such setting (there are {known})")
                continue
            try:
                found = replace(found, **{key: rule(self, value)})
            except Fault as fault:
                self._fault((key,), str(fault))
        told, rest = self._faults[:MOST], self._faults[MOST:]
        if rest:
            told.append(f"{self._path}: and {len(rest)} more faults")
        places = {".".join(key): f"{self._path}:{line}" for key, line in self._lines.items()}
        return replace(found, places=places), tuple(told)

    def _fault(self, key: KeyPath, message: str) -> None:
        above = (key[:length] for length in range(len(key), 0, -1))
        line = next((self._lines[path] for path in above if path in self._lines), None)
        place = str(self._path) if line is None else f"{self._path}:{line}"
        shown = "".join(char if char.isprintable() else "�" for char in ".".join(key))
        self._faults.append(f"{place}: {shown}: {message}; ignored")

    def folders(self, value: object) -> tuple[str, ...]:
        """Each folder on its own: absolute, `~` is home, else relative to the settings."""
        if not isinstance(value, list):
            message = 'takes a list of texts, as ["~/notes"]'
            raise Fault(message)
        folders = []
        for entry in value:
            if isinstance(entry, str) and entry and "\0" not in entry:
                folders.append(self._folder(entry))
            else:
                self._fault(("folders",), f"{entry!r:.60} is not the name of a folder")
        return tuple(dict.fromkeys(folders))

    def _folder(self, entry: str) -> str:
        try:
            folder = Path(entry).expanduser()
        except RuntimeError:  # ~nobody-known
            folder = Path(entry)
        return str(self._path.absolute().parent / folder)

    def keys(self, value: object) -> dict[str, str]:
        """Each command on its own: a text of keys parted by commas, or a list of them."""
        if not isinstance(value, dict):
            message = "takes a table of commands and their keys, under [keys]"
            raise Fault(message)
        keys = {}
        for command, entry in _flat(value):
            parts = entry if isinstance(entry, list) else [entry]
            if all(isinstance(part, str) and part and part.isprintable() for part in parts):
                keys[".".join(command)] = ",".join(parts)
            else:
                self._fault(("keys", *command), 'takes a text of keys, as "j,down"')
        return keys


def _flat(table: Mapping[str, object], above: KeyPath = ()) -> list[tuple[KeyPath, Any]]:
    """The values of nested tables, each under its dotted key: `next.part = "n"` is one key."""
    found: list[tuple[KeyPath, Any]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found.extend(_flat(value, (*above, key)))
        else:
            found.append(((*above, key), value))
    return found


def _text(_reading: _Reading, value: object) -> str:
    if isinstance(value, str) and value.isprintable():
        return value
    message = f'takes a text in quotes, as "paper", not {value!r:.60}'
    raise Fault(message)


def _switch(_reading: _Reading, value: object) -> bool:
    if isinstance(value, bool):
        return value
    message = f"takes true or false, not {value!r:.60}"
    raise Fault(message)


def _measure(_reading: _Reading, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in MEASURE:
        return value
    message = f"takes a whole number from {MEASURE[0]} to {MEASURE[-1]}, not {value!r:.60}"
    raise Fault(message)


RULES: dict[str, Callable[[_Reading, object], Any]] = {
    "theme": _text,
    "measure": _measure,
    "justify": _switch,
    "mouse": _switch,
    "instant": _switch,
    "folders": _Reading.folders,
    "keys": _Reading.keys,
}
"""Every setting, and what its value has to be."""
