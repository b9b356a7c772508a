"""The reading pane beside Textual's own widgets: loading, memory and moving about.

    python benchmarks/reading.py [--quick]

Each case is an app of its own in a pseudo-terminal of 120 by 40. Times of loading are wall clock
from handing the text over to the first frame; of moving, CPU of the whole process per operation.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from corpus import chinese, markdown, one_line, paragraphs
from terminal import quantiles, run_in_terminal
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from briefing.tui.reading.pane import ReadingPane
from briefing.tui.reading.slab import Slab

REPEATS = 200
SETTLED = 0.03
"""Seconds after an operation in which its frame is drawn."""
CASES = [
    ("pane", "text", 10_000),
    ("Static", "text", 10_000),
    ("Markdown", "text", 10_000),
    ("pane", "text", 100_000),
    ("Static", "text", 100_000),
    ("Markdown", "text", 100_000),
    ("pane", "text", 1_000_000),
    ("pane", "text", 10_000_000),
    ("pane", "one line", 1_000_000),
    ("pane", "chinese", 1_000_000),
]
MARKDOWN_REPEATS = 60


def memory() -> float:
    """Resident memory at its highest, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Bench(App[None]):
    """Shows one document in one widget and measures it."""

    def __init__(self, widget: str, kind: str, size: int, result: Path) -> None:
        super().__init__()
        self.widget, self.kind, self.doc_size, self.result = widget, kind, size, result
        self.found: dict[str, float] = {}

    def compose(self) -> ComposeResult:
        """An empty pane, or an empty scroll for the peers."""
        yield ReadingPane() if self.widget == "pane" else VerticalScroll()

    def on_ready(self) -> None:
        """Measure beside the message loop."""
        self.run_worker(self._bench())

    async def _bench(self) -> None:
        before = memory()
        if self.widget == "pane":
            await self._pane(self.query_one(ReadingPane))
        else:
            await self._peer(self.query_one(VerticalScroll))
        self.found["memory"] = memory() - before
        self.result.write_text(json.dumps(self.found), "utf-8")
        self.exit()

    def _slabs(self) -> list[Slab]:
        if self.kind == "one line":
            return [Slab(one_line(self.doc_size))]
        if self.kind == "chinese":
            return [Slab(text) for text in chinese(self.doc_size)]
        return [
            Slab(text) if index % 12 else Slab(text, style="heading", level=2)
            for index, text in enumerate(paragraphs(self.doc_size))
        ]

    async def _pane(self, pane: ReadingPane) -> None:
        slabs = self._slabs()
        pane.focus()
        begin = time.perf_counter()
        pane.show(slabs)
        self.found["handler"] = time.perf_counter() - begin
        await self._painted(pane)
        self.found["load"] = time.perf_counter() - begin
        while not pane.exact:
            await asyncio.sleep(0.01)
        self.found["exact"] = time.perf_counter() - begin
        await asyncio.sleep(0.2)
        await self._moves("page", pane.action_page_down, REPEATS)
        await self._moves("line", pane.action_line_up, REPEATS)
        places = iter(range(0, len(slabs), max(len(slabs) // REPEATS, 1)))
        steps = min(REPEATS, len(slabs))
        await self._moves("jump", lambda: pane.go(next(places), top=True), steps)
        begin = time.perf_counter()
        pane.measure = 60
        self.found["rewrap"] = time.perf_counter() - begin

    async def _peer(self, scroll: VerticalScroll) -> None:
        begin = time.perf_counter()
        text = markdown(self.doc_size)
        child: Widget
        if self.widget == "Markdown":
            from textual.widgets import Markdown

            child = Markdown()
            await scroll.mount(child)
            begin = time.perf_counter()
            await child.update(text)
        else:
            child = Static(Content(text))
            await scroll.mount(child)
        await self._painted(child)
        while child.size.height < 10:
            await asyncio.sleep(0.005)
        self.found["load"] = time.perf_counter() - begin
        await asyncio.sleep(0.2)
        await self._moves("page", lambda: scroll.scroll_page_down(animate=False), MARKDOWN_REPEATS)
        await self._moves("line", lambda: scroll.scroll_up(animate=False), MARKDOWN_REPEATS)

    async def _painted(self, widget: Widget) -> None:
        done = asyncio.Event()
        widget.call_after_refresh(done.set)
        await done.wait()

    async def _moves(self, name: str, move: Callable[[], object], repeats: int) -> None:
        times = []
        for _ in range(repeats):
            begin = time.process_time()
            move()
            await asyncio.sleep(SETTLED)
            times.append(time.process_time() - begin)
        self.found[name], self.found[name + " p99"] = (value / 1000 for value in quantiles(times))


def report(quick: bool) -> None:
    """Run every case and print a line for each."""
    columns = [
        "load",
        "exact",
        "rewrap",
        "page",
        "page p99",
        "line",
        "line p99",
        "jump",
        "jump p99",
    ]
    print(
        f"{'widget':9} {'text':9} {'size':>7}"
        + "".join(f"{name:>10}" for name in columns)
        + "    memory"
    )
    for widget, kind, size in CASES:
        if quick and (size > 1_000_000 or (widget == "Markdown" and size > 10_000)):
            continue
        found = run_in_terminal(__file__, widget, kind, str(size))
        label = f"{size // 1000} KB" if size < 1_000_000 else f"{size // 1_000_000} MB"
        line = f"{widget:9} {kind:9} {label:>7}"
        if found is None:
            print(line + "  gave nothing within two minutes")
            continue
        cells = (f"{found[name] * 1000:7.1f} ms" if name in found else " " * 10 for name in columns)
        print(line + "".join(cells) + f"{found['memory']:7.0f} MB", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 5:
        name, kind, size, result = sys.argv[1:]
        Bench(name, kind, int(size), Path(result)).run()
    else:
        report("--quick" in sys.argv)
