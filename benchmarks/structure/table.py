"""Figures as a table: a column for each tool, ours first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from benchmarks.structure.figures import Figures
from benchmarks.structure.peers import Tool

NONE = "–"
"""The tool has no notion of this."""
FIRST, COLUMN = 22, 18
Cell = Callable[[Figures], str]


def share(name: str) -> Cell:
    """A share from 0 to 1, as `.953`."""
    return lambda figures: f"{figures[name]:.3f}".removeprefix("0") if name in figures else NONE


def share_of(kind: str) -> Cell:
    """An F1 with how many were wanted, as `.953 of 120`."""
    shown = share(f"{kind}.f1")
    return lambda figures: f"{shown(figures)} of {figures[f'{kind}.of']:.0f}"


def count_of(kind: str, name: str) -> Cell:
    """A count beside how many there are, as `3 of 107`."""
    return lambda figures: f"{figures[f'{kind}.{name}']:.0f} of {figures[f'{kind}.of']:.0f}"


def _interval(figures: Figures) -> str:
    if "headings.low" not in figures:
        return NONE
    return f"{figures['headings.low']:.2f}–{figures['headings.high']:.2f}"


def _made_up(figures: Figures) -> str:
    return f"{figures['title.made_up']:.0f}, {figures['date.made_up']:.0f}"


ROWS: tuple[tuple[str, str, Cell], ...] = (
    ("headings precision", "headings", share("headings.precision")),
    ("headings recall", "headings", share("headings.recall")),
    ("headings F1", "headings", share_of("headings")),
    ("  95 % interval", "headings", _interval),
    ("perfect outlines", "headings", share("perfect")),
    ("trends F1", "trends", share_of("trends")),
    ("FAQ F1", "faq", share_of("faq")),
    ("tips F1", "tips", share_of("tips")),
    ("title right", "title", count_of("title", "right")),
    ("byline right", "byline", count_of("byline", "right")),
    ("date right", "date", count_of("date", "right")),
    ("titles, dates made up", "title", _made_up),
    ("furniture leaked", "furniture", count_of("furniture", "leaked")),
    ("documents failed", "", lambda figures: f"{figures['failed']:.0f}"),
    ("ms a document, median", "", lambda figures: f"{figures['ms']:.1f}"),
    (
        "import, s",
        "",
        lambda figures: f"{figures['import']:.2f}" if "import" in figures else NONE,
    ),
)
"""Of each row its name, the notion that a tool must have to be in it, and the cell."""


def render(
    group: str,
    size: int,
    tools: Sequence[Tool],
    columns: Mapping[str, Figures],
    absent: Sequence[str],
) -> str:
    """The table of a format group of `size` documents.

    `columns` holds the figures of each of `tools` by name; `absent` are those not installed.
    """
    lines = [
        _row(f"{group}, {size} documents", (tool.name for tool in tools)),
        _row("version", (tool.version or NONE for tool in tools)),
    ]
    for name, notion, cell in ROWS:
        cells = (
            cell(columns[tool.name]) if not notion or notion in tool.notions else NONE
            for tool in tools
        )
        lines.append(_row(name, cells))
    lines += [f"{name}: not installed" for name in absent]
    return "\n".join(lines)


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:{FIRST}}" + "".join(f"{text:>{COLUMN}}" for text in cells)
