"""The reading pane beside Textual's own widgets: loading, memory and moving about.

    python benchmarks/reading.py [--quick]

Each case is an app of its own in a pseudo-terminal of 120 by 40. The pane shows what the reader
would: the document read, split and made into slabs. Times of loading are wall clock from handing
that over to the first frame; of moving, CPU of the whole process per operation with its frame.
`bare view` is a scroll view of Textual's with ready rows and no text behind them: what a frame
costs without anything of ours.
"""

from __future__ import annotations

import asyncio
import gc
import json
import random
import sys
import time
from pathlib import Path

from corpus import DOCUMENTS, SEED
from measuring import Figures, head, memory, moves, painted, row, size_name
from rich.segment import Segment
from terminal import run_in_terminal
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from briefing.formats import read
from briefing.library.lexicons import lexicon
from briefing.search.find import Finder, Hit
from briefing.structure import split
from briefing.tui import views
from briefing.tui.reading.pane import ReadingPane
from briefing.tui.reading.slab import Slab
from briefing.tui.scrolling.tiles import TiledScreen

REPEATS = 200
PEER_REPEATS = 60
QUERY = "sanctions"
CASES = [
    ("bare view", "text", 10_000_000),
    ("pane", "markdown", 10_000),
    ("Static", "markdown", 10_000),
    ("Markdown", "markdown", 10_000),
    ("pane", "markdown", 100_000),
    ("Static", "markdown", 100_000),
    ("Markdown", "markdown", 100_000),
    ("pane", "markdown", 1_000_000),
    ("pane", "text", 1_000_000),
    ("pane", "one line", 1_000_000),
    ("pane", "chinese", 1_000_000),
    ("pane", "hostile", 1_000_000),
    ("pane", "markdown", 10_000_000),
    ("pane", "text", 10_000_000),
    ("pane", "markdown", 100_000_000),
]
MOVES = ("page", "line", "jump", "hit")
COLUMNS = [
    "split",
    "load",
    "exact",
    *(name + end for name in MOVES for end in ("", " p99")),
    "find",
    "rewrap",
    "exact again",
]


class BareView(ScrollView):
    """Rows that are ready."""

    def on_mount(self) -> None:
        """As many as 10 MB take."""
        self.virtual_size = Size(self.size.width, 200_000)

    def render_line(self, y: int) -> Strip:
        """Any of them."""
        del y
        return Strip([Segment("word " * (self.size.width // 5))], self.size.width)


class Bench(App[None]):
    """Shows one document in one widget and measures it."""

    def __init__(self, widget: str, kind: str, size: int, result: Path) -> None:
        super().__init__()
        self.widget, self.kind, self.doc_size, self.result = widget, kind, size, result
        self.found: Figures = {}

    def get_default_screen(self) -> Screen[None]:
        """Ours for what is ours."""
        return TiledScreen() if self.widget == "pane" else super().get_default_screen()

    def compose(self) -> ComposeResult:
        """The widget, empty."""
        shown = {"pane": ReadingPane, "bare view": BareView}
        yield shown.get(self.widget, VerticalScroll)()

    def on_ready(self) -> None:
        """Measure beside the message loop."""
        self.run_worker(self._bench())

    async def _bench(self) -> None:
        before = memory()
        if self.widget == "pane":
            await self._pane(self.query_one(ReadingPane))
        elif self.widget == "bare view":
            view = self.query_one(BareView)
            await self._scrolled(view, REPEATS)
        else:
            await self._peer(self.query_one(VerticalScroll))
        self.found.setdefault("memory", memory() - before)
        self.result.write_text(json.dumps(self.found), "utf-8")
        self.exit()

    def _slabs(self) -> tuple[Slab, ...]:
        data = DOCUMENTS[self.kind](self.doc_size).encode()
        name = "text.txt" if self.kind in ("text", "one line", "chinese") else "text.md"
        begin = time.perf_counter()
        briefing = split(read(data, name), lexicon())
        self.found["split"] = time.perf_counter() - begin
        return views.sections(briefing, omitted=False, key="O").slabs

    async def _pane(self, pane: ReadingPane) -> None:
        slabs = self._slabs()
        # What a reader holds in any case is the document itself, not what it was made from.
        before = memory()
        pane.focus()
        begin = time.perf_counter()
        pane.show(slabs)
        await painted(pane)
        self.found["load"] = time.perf_counter() - begin
        await self._exact(pane)
        self.found["exact"] = time.perf_counter() - begin
        self.found["memory"] = memory() - before
        await asyncio.sleep(0.2)
        gc.collect()
        gc.freeze()

        def page() -> None:
            if pane.top_row >= pane.furthest:
                pane.action_top()
            pane.action_page_down()

        await moves(self.found, "page", page, REPEATS)
        await moves(self.found, "line", pane.action_line_up, REPEATS)
        places = iter(random.Random(SEED).choices(range(len(slabs)), k=REPEATS))  # noqa: S311
        await moves(self.found, "jump", lambda: pane.go(next(places), top=True), REPEATS)
        finder = Finder([slab.text for slab in slabs])
        hits = finder.find(QUERY)
        begin = time.perf_counter()
        for end in range(2, len(QUERY) + 1):
            hits = finder.find(QUERY[:end])
            pane.mark(hits, 0 if hits else None)
        self.found["find"] = (time.perf_counter() - begin) / (len(QUERY) - 1)
        if hits:
            await self._hits(pane, hits)
        begin = time.perf_counter()
        pane.measure = 60
        self.found["rewrap"] = time.perf_counter() - begin
        await self._exact(pane)
        self.found["exact again"] = time.perf_counter() - begin

    async def _hits(self, pane: ReadingPane, hits: tuple[Hit, ...]) -> None:
        at = iter(range(REPEATS))

        def step() -> None:
            current = next(at) % len(hits)
            pane.mark_current(current)
            pane.go(hits[current].index, hits[current].start)

        await moves(self.found, "hit", step, REPEATS)

    async def _exact(self, pane: ReadingPane) -> None:
        while not pane.exact:
            await asyncio.sleep(0.005)

    async def _peer(self, scroll: VerticalScroll) -> None:
        text = DOCUMENTS[self.kind](self.doc_size)
        child: Widget
        if self.widget == "Markdown":
            from textual.widgets import Markdown

            child = Markdown()
            await scroll.mount(child)
            begin = time.perf_counter()
            await child.update(text)
        else:
            begin = time.perf_counter()
            child = Static(Content(text))
            await scroll.mount(child)
        await painted(child)
        while child.size.height < 10:
            await asyncio.sleep(0.005)
        self.found["load"] = time.perf_counter() - begin
        await self._scrolled(scroll, PEER_REPEATS)

    async def _scrolled(self, view: Widget, repeats: int) -> None:
        await asyncio.sleep(0.2)

        def page() -> None:
            if view.scroll_y >= view.max_scroll_y:
                view.scroll_to(y=0, animate=False)
            view.scroll_to(y=view.scroll_y + view.size.height - 2, animate=False)

        await moves(self.found, "page", page, repeats)
        await moves(
            self.found,
            "line",
            lambda: view.scroll_to(y=view.scroll_y - 1, animate=False),
            repeats,
        )


def report(quick: bool) -> None:
    """Run every case and print a line for each."""
    print(f"{'widget':10}{'document':10}{'size':>7}" + head(COLUMNS))
    for widget, kind, size in CASES:
        if quick and (size > 1_000_000 or (widget == "Markdown" and size > 10_000)):
            continue
        label = f"{widget:10}{kind:10}{size_name(size):>7}"
        found = run_in_terminal(__file__, widget, kind, str(size), limit=600)
        told = "  gave nothing within ten minutes" if found is None else row(found, COLUMNS)
        print(label + told, flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 5:
        name, kind, size, result = sys.argv[1:]
        Bench(name, kind, int(size), Path(result)).run()
    else:
        report("--quick" in sys.argv)
