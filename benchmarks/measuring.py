"""What the benchmarks of widgets share: CPU of an operation with its frame, and memory."""

from __future__ import annotations

import asyncio
import gc
import resource
import time
from collections.abc import Callable
from pathlib import Path

from terminal import quantiles
from textual.widget import Widget

SETTLED = 0.03
"""Seconds after an operation in which its frame is drawn."""
Figures = dict[str, float]


def memory() -> float:
    """Resident memory in MB, or the highest that it was where the system does not tell."""
    gc.collect()
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def painted(widget: Widget) -> None:
    """Return once the widget was painted."""
    done = asyncio.Event()
    widget.call_after_refresh(done.set)
    await done.wait()


async def moves(
    found: Figures, name: str, move: Callable[[], object], repeats: int, settled: float = SETTLED
) -> None:
    """Note the median and the 99th percentile of the CPU that `move` takes with its frame."""
    times = []
    for _ in range(repeats):
        begin = time.process_time()
        move()
        await asyncio.sleep(settled)
        times.append(time.process_time() - begin)
    found[name], found[name + " p99"] = (value / 1000 for value in quantiles(times))


def size_name(size: int) -> str:
    """`100 KB`."""
    return f"{size // 1000} KB" if size < 1_000_000 else f"{size // 1_000_000} MB"


def row(found: Figures, columns: list[str]) -> str:
    """The figures of one case under their columns, in milliseconds."""
    text = ""
    for name in columns:
        cell = f"{found[name] * 1000:.1f} ms" if name in found else ""
        text += cell.rjust(max(len(name), 8) + 2)
    return f"{text}{found['memory']:7.0f} MB"


def head(columns: list[str]) -> str:
    """The names of the columns."""
    return "".join(name.rjust(max(len(name), 8) + 2) for name in columns) + "    memory"
