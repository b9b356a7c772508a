"""Running text: every style of slab that is words in rows, with what stands at its left."""

from __future__ import annotations

from briefing.record import record
from briefing.tui.reading.cells import cell_len, is_rightward, safe, set_cell_size
from briefing.tui.reading.page import Page
from briefing.tui.reading.rows import Row, Run
from briefing.tui.reading.slab import Slab, Slice
from briefing.tui.reading.wrap import wrap

BAR = "┃ "
BULLETS = ("•", "◦", "▪")
PLAIN_MARKERS = frozenset({"-", "*", "+", "•", "·", "–", "—"})
TASKS = ("[ ] ", "[x] ", "[X] ")
"""What an item begins with that is ticked or to be ticked: a bullet before it says nothing."""
TONES = {
    "tip": "tip",
    "fact": "fact",
    "note": "note",
    "update": "note",
    "details": "note",
    "warning": "warning",
    "quote-box": "quote",
}
TIP_TONE = "tip"
# Styles whose component class is called otherwise: "note" is the tone of a box.
PLAIN_STYLES = {"text": "", "note": "aside"}


@record
class Form:
    """How a slab of running text is set."""

    style: str
    """The component class of its text."""
    lead: Row = ()
    """What stands before its first row."""
    rest: Row = ()
    """What stands before every other row, at least as wide as `lead`."""


def tone(slab: Slab) -> str:
    """The component class that colours the bar and the label of a tip."""
    return TONES.get(slab.tone, TIP_TONE)


def form(slab: Slab, page: Page) -> Form:
    """How `slab` is set on `page`."""
    style = slab.style
    if style == "item" and slab.text[:4] in TASKS:
        indent = " " * min(2 * slab.level, page.width // 4)
        return Form("", (Run(indent, "marker"),), (Run(indent + " " * 4, "marker"),))
    if style == "item":
        return _hanging(slab, "", _bullet(slab), page, 2 * slab.level)
    if style == "trend":
        marker = "▸" if slab.marker in PLAIN_MARKERS else slab.marker or "▸"
        return _hanging(slab, "trend", marker, page)
    if style == "question":
        return _hanging(slab, "question", "Q", page)
    if style == "answer":
        return _hanging(slab, "", "A", page)
    if style == "quote":
        bar = (Run(BAR * min(1 + slab.level, page.width // 8, 4), "quote-bar"),)
        return Form("quote", bar, bar)
    if style in ("tip", "tip-label"):
        bar = (Run(BAR, tone(slab)),)
        return Form(tone(slab) + "-label" if style == "tip-label" else "", bar, bar)
    if style == "image":
        return _hanging(slab, "meta", "▨", page)
    if style == "text" and slab.marker:  # of a footnote
        return _hanging(slab, "", slab.marker, page)
    if style == "heading":
        return Form("heading" if slab.level <= 2 else "heading-low")
    return Form(PLAIN_STYLES.get(style, style))


def _bullet(slab: Slab) -> str:
    if slab.marker and slab.marker not in PLAIN_MARKERS:
        return slab.marker
    return BULLETS[min(slab.level, len(BULLETS) - 1)]


def begins_list(previous: Slab, slab: Slab) -> bool:
    """Whether an item after an item begins a list of another kind: numbers, or no numbers more."""
    if previous.style != "item" or previous.level != slab.level:
        return False
    return (previous.marker in PLAIN_MARKERS) != (slab.marker in PLAIN_MARKERS)


def _hanging(slab: Slab, style: str, marker: str, page: Page, indent: int = 0) -> Form:
    """A marker at the left of the first row, and all rows aligned right of it."""
    marker = safe(marker).replace("\n", " ").replace("\t", " ")
    indent = min(indent, page.width // 4)
    widest = max(page.width // 4, 2)
    if cell_len(marker) > widest:
        marker = set_cell_size(marker, widest - 1) + "…"
    rest = " " * (indent + cell_len(marker) + 1)
    first = rest if isinstance(slab, Slice) else " " * indent + marker + " "
    return Form(style, (Run(first, "marker"),), (Run(rest, "marker"),))


def text_width(shape: Form, page: Page) -> int:
    """Cells left for the words of a row."""
    return max(page.width - sum(cell_len(run.text) for run in shape.rest), 2)


def prose_height(slab: Slab, text: str, page: Page) -> int:
    """How many rows `slab` takes; as many as `prose_rows` yields."""
    return len(wrap(text, text_width(form(slab, page), page))) - 1 + has_rule(slab)


def has_rule(slab: Slab) -> bool:
    """Whether a rule runs under it, as under a heading of the first level."""
    return slab.style == "heading" and slab.level == 1


def prose_rows(slab: Slab, text: str, page: Page) -> list[Row]:
    """The rows of a slab of running text."""
    shape = form(slab, page)
    width = text_width(shape, page)
    breaks = wrap(text, width)
    last = len(breaks) - 2
    aside = is_rightward(text)
    justified = page.justify and slab.style in ("text", "item", "answer", "tip", "trend", "quote")
    rows: list[Row] = []
    for index in range(last + 1):
        start = breaks[index]
        shown = text[start : breaks[index + 1]]
        full = justified and index < last and not shown.endswith("\n")
        shown = shown.rstrip(" \n")
        words = (
            justify(shown, start, width, shape.style) if full else (Run(shown, shape.style, start),)
        )
        lead = shape.rest if index else shape.lead
        rows.append(_at_the_right(lead, words, page) if aside else lead + words)
    if has_rule(slab):
        rows.append((Run("─" * page.width, "bar"),))
    return rows


def _at_the_right(lead: Row, words: Row, page: Page) -> Row:
    """A row of a script that is read from the right: what it begins with stands at its right.

    The words stay in the order in which they are read; a terminal turns them round.
    """
    mirrored = tuple(run._replace(text=_turned(run.text)) for run in reversed(lead))
    spare = page.width - sum(cell_len(run.text) for run in (*words, *mirrored))
    return (Run(" " * spare, ""), *words, *mirrored) if spare > 0 else (*words, *mirrored)


def _turned(sign: str) -> str:
    """A sign with the space behind it before it, and the other way round."""
    core = sign.strip()
    before = len(sign) - len(sign.lstrip()) if core else 0
    return " " * (len(sign) - len(core) - before) + core + " " * before


def justify(text: str, start: int, width: int, style: str) -> Row:
    """A row spread to `width` cells, unless that would tear it apart."""
    spare = width - cell_len(text)
    words = text.split(" ")
    gaps = len(words) - 1
    if spare <= 0 or gaps == 0 or spare > 2 * gaps or "" in words:
        return (Run(text, style, start),)
    runs: list[Run] = []
    done = 0
    for index, word in enumerate(words):
        if index == gaps:
            runs.append(Run(word, style, start))
            break
        runs.append(Run(word + " ", style, start))
        start += len(word) + 1
        due = spare * (index + 1) // gaps
        if due > done:
            runs.append(Run(" " * (due - done), style))
            done = due
    return tuple(runs)
