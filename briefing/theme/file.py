"""A theme's file: read, every fault named by file, line and key, and the contrast computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import tomli

from briefing.document.slug import slug
from briefing.document.text import clean_line
from briefing.record import record
from briefing.theme.colour import is_ansi, is_colour
from briefing.theme.legible import faint
from briefing.theme.palette import REQUIRED, Palette, completed, looks_dark

LARGEST = 64 * 1024
"""Bytes of a theme's file; a larger one is something else."""
LONGEST = 1_000
"""Characters of a line: of a key with thousands of dots a parser makes gigabytes."""
TEXTS = {"name": str, "about": str, "dark": bool}
COLOURS = tuple(
    name.replace("_", "-")
    for name in Palette.__match_args__
    if name not in {"id", "name", "about", "dark"}
)
"""The keys under `[colours]`, as a theme writes them."""


@record
class Listing:
    """The themes that there are."""

    palettes: tuple[Palette, ...]
    """By name, each id once: a later folder's theme replaces an earlier one's of the same id."""
    faults: tuple[str, ...]
    """One line each: `mine.toml:7: colours.hit: …`."""

    def unknown(self, name: str, place: str = "") -> tuple[str, ...]:
        """A line where no theme is called `name`, which is set at `place`; else none."""
        ids = [palette.id for palette in self.palettes]
        if not name or name in ids:
            return ()
        # Imported here: only who misspelt a theme needs it.
        from difflib import get_close_matches

        near = get_close_matches(name, ids, 1)
        hint = f"did you mean {near[0]}?" if near else "`briefing themes` lists them"
        told = f"theme: there is no theme {name!r:.60}; {hint}"
        return (f"{place}: {told}" if place else told,)


def load(path: Path) -> tuple[Palette | None, tuple[str, ...]]:
    """The theme in `path`, and its faults, one line each. Never raises.

    A colour that is wrong is ignored, and what would follow from the others stands in for it.
    None when the file cannot be read, is not TOML, or lacks one of `REQUIRED`.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        source = data.decode("utf-8-sig")
        if len(data) > LARGEST or any(len(line) > LONGEST for line in source.splitlines()):
            return None, (f"{path}: too long for a theme; it is not read",)
        table = tomli.loads(source)
    except OSError as error:
        return None, (f"{path}: {error.strerror or error}",)
    except UnicodeDecodeError:
        return None, (f"{path}: not UTF-8 text; save it as UTF-8",)
    except tomli.TOMLDecodeError as error:
        return None, (f"{path}:{error.lineno}: {error.msg}",)
    except (RecursionError, ValueError):
        return None, (f"{path}: not a TOML that can be read",)
    return _Reading(path, source).palette(table)


def check(path: Path) -> tuple[str, ...]:
    """Everything to be said against the theme in `path`: its faults, and text hard to read."""
    palette, faults = load(path)
    if palette is None:
        return faults
    return (*faults, *(f"{path}: {warning}" for warning in faint(palette)))


def available(folders: Iterable[Path]) -> Listing:
    """Every theme in `folders`; a folder that is not there holds none."""
    found: dict[str, Palette] = {}
    faults: list[str] = []
    for folder in folders:
        try:
            files = sorted(folder.glob("*.toml"))
        except OSError as error:
            faults.append(f"{folder}: {error.strerror or error}")
            continue
        for path in files:
            palette, said = load(path)
            faults += said
            if palette is not None:
                found[palette.id] = palette
    return Listing(tuple(sorted(found.values(), key=lambda each: each.name)), tuple(faults))


class _Reading:
    """One theme's file as it is read, and what was found wrong with it."""

    def __init__(self, path: Path, source: str) -> None:
        self.path = path
        self.lines = source.splitlines()
        self.faults: list[str] = []

    def palette(self, table: Mapping[str, object]) -> tuple[Palette | None, tuple[str, ...]]:
        texts = self.texts(table)
        given = self.colours(table.get("colours"))
        missing = [key for key in REQUIRED if key not in given]
        if missing:
            self.fault(
                "", f"no usable {' and '.join(missing)} under [colours]; the theme is left out"
            )
            return None, tuple(self.faults)
        dark = texts.get("dark")
        background = given["background"]
        if not isinstance(dark, bool):
            dark = is_ansi(background) or looks_dark(background)
        palette = Palette(
            id=slug(self.path.stem),
            name=clean_line(str(texts.get("name") or self.path.stem)),
            about=clean_line(str(texts.get("about", ""))),
            dark=dark,
            **completed(given),
        )
        return palette, tuple(self.faults)

    def texts(self, table: Mapping[str, object]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in table.items():
            if key == "colours":
                continue
            if key not in TEXTS:
                self.fault(key, "no such key")
            elif not isinstance(value, TEXTS[key]):
                wanted = "true or false" if key == "dark" else "text in quotes"
                self.fault(key, f"give {wanted}")
            else:
                found[key] = value
        return found

    def colours(self, table: object) -> dict[str, str]:
        if not isinstance(table, dict):
            self.fault("colours", "give a table [colours]")
            return {}
        found: dict[str, str] = {}
        for key, value in table.items():
            if key not in COLOURS:
                self.fault(f"colours.{key}", "no such colour")
            elif not isinstance(value, str) or not is_colour(value):
                self.fault(f"colours.{key}", "give #rgb, #rrggbb or ansi_red and so on")
            else:
                found[key.replace("-", "_")] = value
        return self.of_one_sort(found)

    def of_one_sort(self, given: dict[str, str]) -> dict[str, str]:
        """`given` without what differs from the background: the terminal's own, or not."""
        if "background" not in given:
            return given
        ansi = is_ansi(given["background"])
        kept = {key: colour for key, colour in given.items() if is_ansi(colour) == ansi}
        sort = "ansi_* like the background" if ansi else "# and digits like the background"
        for key in given.keys() - kept.keys():
            self.fault(f"colours.{key.replace('_', '-')}", f"give {sort}")
        return kept

    def fault(self, key: str, text: str) -> None:
        place = f"{self.path}{self.line(key)}"
        self.faults.append(clean_line(f"{place}: {key}: {text}" if key else f"{place}: {text}"))

    def line(self, key: str) -> str:
        """`:7` where the line of `key` is found; TOML readers do not tell."""
        name = re.escape(key.rpartition(".")[2])
        wanted = re.compile(rf"""\s*(?:colours\.)?(?:"{name}"|'{name}'|{name})\s*=|\s*\[{name}\]""")
        for number, line in enumerate(self.lines, 1):
            if key and wanted.match(line):
                return f":{number}"
        return ""
