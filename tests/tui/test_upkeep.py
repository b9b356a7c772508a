"""Documents change while the reader is open: the text, the library and the index follow."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.store.lock import Lock
from briefing.tui.screens.library import LibraryScreen
from tests.tui.sitting import Sitting, sitting

BEFORE = "\n\n".join(
    (
        "# The harbour",
        "By Ann Bell",
        *(
            f"## Dock {number}\n\nThe dock has {number} cranes and {number} boats.\n\n"
            f"Its keeper counts them at night, {number} times."
            for number in range(1, 31)
        ),
    )
)
AFTER = BEFORE.replace(
    "## Dock 2\n", "## Dock 1b\n\nA dock that is new.\n\nIt has no cranes.\n\n## Dock 2\n"
).replace("20 cranes", "twenty and one cranes")


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "desk" / "harbour.md"
    path.parent.mkdir()
    path.write_text(BEFORE, "utf-8")
    return path


def top(it: Sitting) -> str:
    """The passage at the top of the text."""
    briefing = it.session.briefing
    assert briefing is not None
    return briefing.passages[it.reader.passage_at(it.reader.text.position()[0])].block.text


async def further_on(it: Sitting) -> str:
    """Go on to a passage amid the text; it is at the top then."""
    it.reader.go_to(it.reader.view.slabs[40].passage)
    await it.pilot.pause()
    return top(it)


async def test_an_open_document_that_is_changed_is_shown_as_it_is_now(
    paths: Paths, harbour: Path
) -> None:
    async with sitting(paths, harbour) as it:
        before = await further_on(it)
        harbour.write_text(AFTER, "utf-8")
        await it.until("The text has changed")
        assert top(it) == before, "the words under the eye stay"
        briefing = it.session.briefing
        assert briefing is not None
        assert "Dock 1b" in [part.title for part in briefing.parts]


async def test_what_changed_is_counted(paths: Paths, harbour: Path) -> None:
    async with sitting(paths, harbour) as it:
        assert it.session.unread is not None
        it.session.unread.look_at(range(len(it.session.briefing.passages)))  # type: ignore[union-attr]
        harbour.write_text(AFTER, "utf-8")
        await it.until("The text has changed · 2 parts new or changed")


async def test_a_bookmark_goes_with_its_words_and_a_lost_one_is_told(
    paths: Paths, harbour: Path
) -> None:
    async with sitting(paths, harbour) as it:
        it.reader.go_to(it.reader.view.slabs[40].passage)
        await it.press("m")
        await it.until("Saved")
        kept = it.session.bookmarks.placed[0].bookmark.locator.quote  # type: ignore[union-attr]
        harbour.write_text(AFTER, "utf-8")
        await it.until("The text has changed")
        held = it.session.bookmarks
        assert held is not None
        place = held.placed[0].place
        assert place.status in {"placed", "moved"}
        assert it.session.briefing.passages[place.passage].block.text.startswith(kept[:20])  # type: ignore[union-attr]
        harbour.write_text("# Another text\n\nNothing of it is left.\n", "utf-8")
        await it.until("1 bookmark lost the text")


async def test_the_pane_and_what_was_searched_for_stay(paths: Paths, harbour: Path) -> None:
    async with sitting(paths, harbour) as it:
        await it.press("slash", *"keeper", "enter")
        await it.until("of 30")
        harbour.write_text(AFTER, "utf-8")
        await it.until("The text has changed")
        await it.press("n")
        await it.until("of 30 · keeper")


async def test_a_note_that_is_being_written_is_not_disturbed(paths: Paths, harbour: Path) -> None:
    async with sitting(paths, harbour) as it:
        await it.press("a", *"boats")
        old = it.session.briefing
        harbour.write_text(AFTER, "utf-8")
        await it.until(lambda: it.app.put_off)
        assert it.session.briefing is old
        harbour.write_text(AFTER.replace("at night", "at noon"), "utf-8")
        await it.press("ctrl+s")
        await it.until("The text has changed")
        briefing, held = it.session.briefing, it.session.bookmarks
        assert briefing is not None
        assert "at noon" in briefing.parts[0].text, "the newest text is shown"
        assert held is not None
        assert [each.bookmark.note for each in held.placed] == ["boats"]
        await it.press("u")
        await it.until("taken away again")
        assert not it.session.bookmarks.placed  # type: ignore[union-attr]


async def test_a_file_that_is_emptied_and_written_leaves_all_in_its_place(
    paths: Paths, harbour: Path
) -> None:
    async with sitting(paths, harbour) as it:
        before = await further_on(it)
        harbour.write_text("", "utf-8")
        await it.until("The file is empty now")
        assert top(it) == before
        harbour.write_text(AFTER, "utf-8")
        await it.until("The text has changed")
        assert top(it) == before


async def test_a_file_that_is_written_in_halves_gives_the_place_back(
    paths: Paths, harbour: Path
) -> None:
    async with sitting(paths, harbour) as it:
        before = await further_on(it)
        harbour.write_text(AFTER[:300], "utf-8")
        await it.until("The text has changed")
        assert top(it) != before
        it.reader.keep_place_now()
        it.session.writer.finish()
        place = it.session.state.place(it.session.document)
        assert place is not None
        assert place.quote == before, "the place in the whole is still the one kept"
        harbour.write_text(AFTER, "utf-8")
        await it.until(lambda: len(it.session.briefing.parts) > 30)  # type: ignore[union-attr]
        assert top(it) == before


async def test_a_file_that_goes_is_told_and_its_text_stays(paths: Paths, harbour: Path) -> None:
    async with sitting(paths, harbour) as it:
        harbour.unlink()
        await it.until("The file is gone")
        assert it.session.briefing is not None


async def test_a_file_that_is_only_touched_says_nothing(paths: Paths, harbour: Path) -> None:
    async with sitting(paths, harbour) as it:
        await it.until(lambda: it.app.looks == 1)
        before = it.session.briefing
        os.utime(harbour, (1, 1))
        await it.until(lambda: it.app.looks == 2)
        await it.until(lambda: all(each.name != "revised" for each in threading.enumerate()))
        await it.pilot.pause()
        assert it.session.briefing is before
        assert "changed" not in it.shown


async def test_a_document_that_is_saved_in_a_folder_is_listed_and_found(
    paths: Paths, harbour: Path
) -> None:
    paths.config.mkdir(parents=True)
    paths.settings.write_text(f'folders = ["{harbour.parent}"]\n', "utf-8")
    async with sitting(paths) as it:
        await it.press("L")
        await it.until(lambda: isinstance(it.app.screen, LibraryScreen))
        await it.until("The harbour")
        (harbour.parent / "canal.md").write_text("# The canal\n\nBarges queue.\n", "utf-8")
        await it.until("The canal")
        assert it.session.library.search("barges").total == 1
        (harbour.parent / "canal.md").unlink()
        await it.until(lambda: "The canal" not in it.shown)


async def test_while_another_instance_reads_it_is_said_how_far_that_is(
    paths: Paths, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.upkeep.TURN", 0.05)
    monkeypatch.setattr("briefing.tui.upkeep.WORTH_SAYING", 0.0)
    paths.cache.mkdir(parents=True)
    other = Lock(paths.cache / "index.lock")
    assert other.attempt()
    async with sitting(paths, harbour) as it:
        await it.until("indexing 0 of 3")
        other.free()
        await it.until(lambda: it.session.library.coverage().whole)
    other.close()


async def test_no_thread_is_left_behind(paths: Paths, harbour: Path) -> None:
    async with sitting(paths, harbour) as it:
        await it.until(lambda: any(each.name == "upkeep" for each in threading.enumerate()))
    for thread in threading.enumerate():
        if thread.name == "upkeep":
            thread.join(5)
            assert not thread.is_alive()
