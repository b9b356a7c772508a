"""Nothing that takes long is done in the screen's thread: each kind of work, and where it runs."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.library import Library
from briefing.paths import Paths
from briefing.search.find import Finder
from briefing.store.state import State
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.session import Session
from briefing.tui.session.places import Position
from briefing.tui.session.writer import Writer
from briefing.tui.views import View
from tests.tui.sitting import sitting

Where = defaultdict[str, set[threading.Thread]]
WRITES = ("set_place", "mark_seen", "add_bookmark", "remove_bookmark", "restore_bookmark",
          "set_note", "set_preference", "document", "bookmarks")  # fmt: skip
OTHERS: tuple[tuple[type, str], ...] = (
    (Library, "read"),
    (Library, "entries"),
    (Library, "refresh"),
    (Library, "search"),
    (Finder, "prepare"),
    (Finder, "find"),
    (View, "prepare"),
    (Session, "ready"),
)


@pytest.fixture
def ran_in(monkeypatch: pytest.MonkeyPatch) -> Where:
    """Notes in which thread each piece of work is done."""
    where: Where = defaultdict(set)

    def noted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            where[name].add(threading.current_thread())
            return work(*args, **options)

        return run

    for owner, name in (*((State, name) for name in WRITES), *OTHERS):
        monkeypatch.setattr(owner, name, noted(name, getattr(owner, name)))
    return where


async def test_no_work_holds_the_screen_s_thread(paths: Paths, ran_in: Where) -> None:
    screen = threading.current_thread()
    async with sitting(paths) as it:
        await it.press("m")
        await it.until("Saved")
        await it.press("u")
        await it.until("taken away again")
        await it.press("slash", *"caspian", "enter")
        await it.until("1 of")
        await it.press("escape", "5")
        it.session.places.moved(Position(3, 0, 0.5))
        it.reader.keep_place_now()
        await it.press("S", *"drone")
        await it.until("found")
        await it.press("escape", "L")
        await it.until(lambda: isinstance(it.app.screen, LibraryScreen))
        await it.until("Talks, Drones")
        it.app._keep_theme(it.app.theme)  # noqa: SLF001 -- what the picker calls
        await it.until(lambda: "set_preference" in ran_in)
    expected = {"read", "entries", "prepare", "find", "ready", "set_place", "add_bookmark",
                "remove_bookmark", "bookmarks", "search", "set_preference"}  # fmt: skip
    assert expected <= set(ran_in)
    assert {name for name, threads in ran_in.items() if screen in threads} == set()


async def test_saved_is_said_only_once_it_is_on_disk(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk = threading.Event()
    add = State.add_bookmark

    def slow(*args: Any, **options: Any) -> Any:
        on_disk.wait(10)
        return add(*args, **options)

    monkeypatch.setattr(State, "add_bookmark", slow)
    async with sitting(paths) as it:
        await it.press("m")
        await it.press("j")
        assert it.reader.text.top_row == 1, "the disk is slow, reading is not"
        assert "Saved" not in it.shown
        on_disk.set()
        await it.until("Saved")
        assert len(it.session.state.bookmarks(it.session.document)) == 1


async def test_what_waits_to_be_written_is_written_before_the_end(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = State.add_bookmark
    begun = threading.Event()

    def slow(*args: Any, **options: Any) -> Any:
        begun.set()
        threading.Event().wait(0.2)
        return add(*args, **options)

    monkeypatch.setattr(State, "add_bookmark", slow)
    async with sitting(paths) as it:
        await it.press("m")
        await it.until(begun.is_set)
        await it.press("q")
    library = Library.open(paths)
    assert len(library.state.bookmarks()) == 1
    library.close()


def test_what_is_written_is_written_in_order() -> None:
    writer, done = Writer(), list[int]()
    for number in range(100):
        writer.do(lambda number=number: done.append(number))  # type: ignore[misc]  # a default binds it
    assert writer.finish()
    assert done == list(range(100))


def test_a_fault_of_a_write_is_kept_and_the_next_is_done() -> None:
    writer, done = Writer(), list[str]()

    def fails() -> None:
        raise OSError("the disk is gone")

    writer.do(fails)
    writer.do(lambda: done.append("next"))
    assert writer.finish()
    assert done == ["next"]
    assert writer.faults == ["Not saved: OSError: the disk is gone"]


async def test_a_long_document_is_made_ready_beside_the_screen(
    paths: Paths, tmp_path: Path, ran_in: Where
) -> None:
    document = tmp_path / "long.txt"
    document.write_text("\n\n".join(f"Paragraph {n} of many." for n in range(6000)), "utf-8")
    screen = threading.current_thread()
    async with sitting(paths, document) as it:
        await it.until("Paragraph 3 of")
        assert screen not in ran_in["ready"] | ran_in["prepare"]
