"""From a slab to its rows: the air above it and its layout, whatever its style."""

from __future__ import annotations

from briefing.tui.reading.cells import safe
from briefing.tui.reading.page import Page
from briefing.tui.reading.prose import BAR, begins_list, prose_height, prose_rows, tone
from briefing.tui.reading.rows import Row, Run
from briefing.tui.reading.slab import Slab, Slice
from briefing.tui.reading.tables import table_height, table_rows
from briefing.tui.reading.verbatim import code_rows

RULE_WIDTH = 12
# Followed at once by what stands under it.
CLOSE = frozenset(
    {
        ("title", "subtitle"),
        ("title", "meta"),
        ("subtitle", "meta"),
        ("meta", "meta"),
        ("item", "item"),
        ("tip-label", "tip"),
        ("question", "answer"),
        ("omitted", "omitted"),
        ("image", "meta"),
        ("label", "item"),
    }
)


def gap(previous: Slab | None, slab: Slab) -> int:
    """Blank rows above `slab`."""
    if isinstance(slab, Slice):
        return 0
    if previous is None:
        return 1
    if slab.style == "heading" and slab.level <= 2 and previous.style != "heading":
        return 2
    if (previous.style, slab.style) not in CLOSE:
        return 1
    return int(slab.style == "item" and begins_list(previous, slab))


def in_one_box(previous: Slab, slab: Slab) -> bool:
    """Whether the bar at the left runs on through the air between two slabs."""
    if slab.style == "quote":
        return previous.style == "quote"
    return (
        slab.style == "tip" and previous.style in ("tip", "tip-label") and previous.ref == slab.ref
    )


def height(previous: Slab | None, slab: Slab, page: Page) -> int:
    """How many rows `slab` takes, gap included; exactly as many as `rows` yields."""
    above = gap(previous, slab)
    if slab.style == "rule":
        return above + 1
    text = safe(slab.text)
    if slab.style == "code":
        return above + len(_body(slab, text, page))
    if slab.style == "table":
        return above + table_height(*_table(slab, text, page))
    return above + prose_height(slab, text.replace("\t", " "), page)


def rows(previous: Slab | None, slab: Slab, page: Page) -> list[Row]:
    """The rows of `slab`, those of the air above it first."""
    above: Row = ()
    if previous is not None and in_one_box(previous, slab):
        above = (Run(BAR, "quote-bar" if slab.style == "quote" else tone(slab)),)
    return [above] * gap(previous, slab) + _body(slab, safe(slab.text), page)


def _body(slab: Slab, text: str, page: Page) -> list[Row]:
    if slab.style == "rule":
        side = max((page.width - RULE_WIDTH) // 2, 0)
        return [(Run(" " * side, ""), Run("─" * min(RULE_WIDTH, page.width), "bar"))]
    if slab.style == "code":
        return code_rows(text, page.width)
    if slab.style == "table":
        return table_rows(*_table(slab, text, page))
    return prose_rows(slab, text.replace("\t", " "), page)


def _table(slab: Slab, text: str, page: Page) -> tuple[str, int, tuple[int, ...], bool, str]:
    """What a table is laid out by; a later stretch of one has no names of columns."""
    later = isinstance(slab, Slice)
    return text, page.width, slab.columns if isinstance(slab, Slice) else (), not later, slab.marker
