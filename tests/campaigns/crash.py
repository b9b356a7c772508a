"""Kills writers of state.db at random moments, and counts what was acknowledged and then lost.

    python tests/campaigns/crash.py [--kills 1000] [--writers 4] [--journal delete|wal] [--seed 1]

Each round forks some writers, which report every bookmark when it is saved, and kills each with
SIGKILL after up to 60 ms. Every fourth round also starts from a damaged file. Prints one JSON
object; the exit status is 1 when anything acknowledged is missing or the database is not sound.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store import connect
from briefing.store.errors import NotSaved
from briefing.store.state import State

LONGEST_LIFE = 0.06
"""Seconds; opening takes 5 ms, a bookmark some 3."""
PLACE = Locator("s:one", ("One",), "quote", "before", "after", 3, 0, "digest")


@dataclass(slots=True)
class Tally:
    """What a campaign has seen."""

    kills: int = 0
    acknowledged: set[str] = field(default_factory=set)
    """Labels that have to be in the database at hand."""
    saved: int = 0
    refused: int = 0
    lost: int = 0
    unsound: int = 0
    rescues: int = 0


def write_until_killed(paths: Paths, report: int, writer: str) -> None:
    """Saves bookmarks, each with a label of its own, and reports each label once it is saved."""
    state = State.open(paths)
    document = state.document(f"/{writer}.md", writer, writer)
    for number in range(1_000_000):
        label = f"{writer}-{number}"
        try:
            state.add_bookmark(document, PLACE, label=label, note="n" * (number % 3000))
        except NotSaved:
            os.write(report, b"!\n")
            continue
        os.write(report, f"{label}\n".encode())
        if number % 5 == 0:
            state.set_place(document, PLACE, 0.5)


def start(paths: Paths, writer: str) -> tuple[int, int]:
    """Forks a writer; its process and the pipe that it reports to."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            write_until_killed(paths, writing, writer)
        finally:
            os._exit(1)
    os.close(writing)
    return process, reading


def reap(process: int, pipe: int, tally: Tally) -> None:
    """Kills the writer and takes down what it reported."""
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(pipe) as reports:
        for line in reports.read().split("\n")[:-1]:
            if line == "!":
                tally.refused += 1
            else:
                tally.acknowledged.add(line)
                tally.saved += 1
    tally.kills += 1


def check(paths: Paths, tally: Tally) -> None:
    """Opens the database as the next start would, and compares."""
    state = State.open(paths)
    labels = {bookmark.label for bookmark in state.bookmarks()}
    tally.lost += len(tally.acknowledged - labels)
    tally.unsound += state.read_only
    state.close()
    with closing(sqlite3.connect(paths.state)) as connection:
        tally.unsound += connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok"


def damage_schema(paths: Paths) -> bool:
    """A trigger that would delete what is written: damage in which no row is lost."""
    if not paths.state.exists():
        return False
    with closing(sqlite3.connect(paths.state)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return False
        connection.execute(
            "CREATE TRIGGER t AFTER INSERT ON bookmarks BEGIN DELETE FROM bookmarks; END"
        )
        connection.commit()
    return True


def campaign(home: Path, kills: int, writers: int, seed: int) -> Tally:
    """Rounds of `writers` until `kills` have died."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    tally = Tally()
    turn = 0
    paths = Paths(home / "data", home / "cache", home / "config")
    while tally.kills < kills:
        damaged = turn % 4 == 3 and damage_schema(paths)
        running = [start(paths, f"{turn}-{number}") for number in range(writers)]
        lives = sorted(chance.uniform(0, LONGEST_LIFE) for _ in running)
        begun = time.monotonic()
        for (process, pipe), life in zip(running, lives, strict=True):
            if process == running[-1][0]:  # on a busy machine too, somebody has saved something
                select.select([pipe], [], [], 5)
            time.sleep(max(0.0, begun + life - time.monotonic()))
            reap(process, pipe, tally)
        check(paths, tally)
        tally.rescues += bool(damaged and list(paths.data.glob("damaged-*/state.db")))
        turn += 1
        if turn % 25 == 0:  # a young database is where most of the opening happens
            tally.acknowledged.clear()
            paths = Paths(home / f"data{turn}", home / "cache", home / "config")
    return tally


def main(argv: Iterable[str] | None = None) -> int:
    """Runs a campaign and prints its tally."""
    parser = argparse.ArgumentParser(description="kill -9 writers of state.db")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--journal", choices=("delete", "wal"))
    options = parser.parse_args(None if argv is None else list(argv))
    begun = time.monotonic()
    wal = connect.wal_is_sound() if options.journal is None else options.journal == "wal"
    with (
        patch.object(connect, "wal_is_sound", return_value=wal),
        tempfile.TemporaryDirectory() as home,
    ):
        tally = campaign(Path(home), options.kills, options.writers, options.seed)
    figures = {
        "kills": tally.kills,
        "acknowledged": tally.saved,
        "refused": tally.refused,
        "lost": tally.lost,
        "unsound": tally.unsound,
        "rescues": tally.rescues,
        "seconds": round(time.monotonic() - begun, 1),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if tally.lost or tally.unsound else 0


if __name__ == "__main__":
    sys.exit(main())
