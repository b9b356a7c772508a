from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.paths import Paths
from briefing.store.errors import NotSaved
from briefing.tui.session import Session
from briefing.tui.session.places import INTERVAL, PlaceKeeper, Position
from briefing.tui.session.ready import Opened
from briefing.tui.session.trail import LONGEST, Stop, Trail

TEXT = """\
# Harbour notes

## The crane

The crane stood still for nine days while the inspectors waited for a part from abroad.

## The ferry

The ferry ran twice a day, and on Sundays not at all, which nobody had announced.
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.md"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def session(paths: Paths, note: Path) -> Iterator[Session]:
    library = Library.open(paths)
    held = Session(library)
    opened(held, note)
    yield held
    library.close()


def opened(session: Session, path: Path) -> Opened:
    return session.take(session.ready(session.read(str(path)), str(path)))


def passage_of(session: Session, words: str) -> int:
    assert session.briefing is not None
    return next(
        number
        for number, passage in enumerate(session.briefing.passages)
        if words in passage.block.text
    )


def test_a_bookmark_is_on_disk_when_it_is_called_saved(session: Session) -> None:
    assert session.bookmarks is not None
    assert session.bookmarks.toggle(passage_of(session, "The crane stood")) == "Saved"
    (kept,) = session.state.bookmarks(session.document)
    assert kept.label == "The crane"


def test_toggling_twice_takes_it_away(session: Session) -> None:
    assert session.bookmarks is not None
    session.bookmarks.toggle(3)
    session.bookmarks.toggle(3)
    assert session.bookmarks.placed == ()


def test_every_change_can_be_undone_newest_first(session: Session) -> None:
    held = session.bookmarks
    assert held is not None
    held.add(2)
    held.write_note(2, "why?")
    held.toggle(2)
    held.undo()
    found = held.at(2)
    assert found is not None
    assert found.bookmark.note == "why?"
    held.undo()
    found = held.at(2)
    assert found is not None
    assert found.bookmark.note == ""
    held.undo()
    assert held.at(2) is None
    assert held.undo() == "Nothing to undo"


def test_a_bookmark_in_a_revised_text_moves_with_its_words(
    session: Session, note: Path, paths: Paths
) -> None:
    assert session.bookmarks is not None
    session.bookmarks.add(passage_of(session, "The ferry ran"))
    note.write_text(TEXT.replace("# Harbour notes\n", "# Harbour notes\n\nA new lead.\n"), "utf-8")
    opened(session, note)
    (kept,) = session.bookmarks.placed
    assert kept.place.passage == passage_of(session, "The ferry ran")
    assert paths.state.exists()


def test_a_bookmark_whose_text_is_gone_is_lost_and_not_deleted(
    session: Session, note: Path
) -> None:
    assert session.bookmarks is not None
    session.bookmarks.add(passage_of(session, "The ferry ran"))
    note.write_text("# Harbour notes\n\nNothing of the old text is left in this one.\n", "utf-8")
    opened(session, note)
    (kept,) = session.bookmarks.placed
    assert kept.place.status == "lost"
    assert session.bookmarks.passages == frozenset()


def test_what_cannot_be_saved_is_said_and_not_called_saved(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved("Not saved: the disk is full")

    monkeypatch.setattr(session.state, "add_bookmark", full)
    assert session.bookmarks is not None
    with pytest.raises(NotSaved, match="disk is full"):
        session.bookmarks.add(1)
    assert session.bookmarks.undo() == "Nothing to undo"


def test_a_place_that_cannot_be_saved_becomes_a_problem(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSaved("Not saved: the disk is full")

    monkeypatch.setattr(session.state, "set_place", full)
    session.places.moved(Position(1, 0, 0.5))
    session.save(0.0)
    assert session.problems == ("Not saved: the disk is full",)


def test_the_place_is_found_again(session: Session, note: Path) -> None:
    session.places.moved(Position(2, 4, 0.3))
    session.save(0.0)
    begun = opened(session, note)
    assert (begun.passage, begun.offset, begun.resumed) == (2, 4, True)


def test_a_part_is_read_once_all_of_it_was_looked_at(session: Session, note: Path) -> None:
    assert session.unread is not None
    assert set(session.unread.signs.values()) == {"new"}
    last = passage_of(session, "The crane stood")
    assert not session.unread.look_at([last])
    assert session.unread.look_at([last - 1])
    assert "s:the-crane" not in session.unread.signs
    session.save(0.0)
    opened(session, note)
    assert "s:the-crane" not in session.unread.signs
    assert "s:the-ferry" in session.unread.signs


def test_a_part_that_changed_since_it_was_read_is_marked_so(session: Session, note: Path) -> None:
    assert session.unread is not None
    assert session.briefing is not None
    session.unread.look_at(range(len(session.briefing.passages)))
    assert session.unread.progress == 1.0
    session.save(0.0)
    note.write_text(TEXT.replace("twice a day", "once a day"), "utf-8")
    opened(session, note)
    assert session.unread.signs == {"s:the-ferry": "changed"}


def test_what_was_read_before_the_place_where_one_left_off_need_not_be_read_again(
    session: Session, note: Path
) -> None:
    last = passage_of(session, "The crane stood")
    session.places.moved(Position(last, 0, 0.3))
    session.save(0.0)
    opened(session, note)
    assert session.unread is not None
    session.unread.look_at([last])
    assert "s:the-crane" not in session.unread.signs


def test_reader_library_and_search_agree_on_what_was_read(session: Session, note: Path) -> None:
    session.library.add(str(note))
    session.library.refresh()
    (path,) = [entry.path for entry in session.entries() if entry.title == "Harbour notes"]
    opened(session, Path(path))
    assert session.unread is not None

    def listed() -> tuple[float, int, bool]:
        (entry,) = [entry for entry in session.entries() if entry.path == path]
        found = session.library.search("crane is:unread").matches
        return entry.progress, entry.unread, any(match.path == path for match in found)

    parts = len(session.unread.signs)
    assert listed() == (0.0, parts, True)
    session.unread.look_at([passage_of(session, "The crane stood") - 1])
    session.unread.look_at([passage_of(session, "The crane stood")])
    session.save(0.0)
    assert listed() == (session.unread.progress, parts - 1, True)
    assert session.briefing is not None
    session.unread.look_at(range(len(session.briefing.passages)))
    session.save(0.0)
    assert listed() == (1.0, 0, False)


def test_places_are_saved_at_most_once_in_a_while() -> None:
    keeper = PlaceKeeper()
    keeper.moved(Position(1, 0, 0.1))
    assert keeper.due(0.0)
    saved = [keeper.take(0.0)]
    for number in range(2, 50):
        keeper.moved(Position(number, 0, 0.2))
    assert not keeper.due(INTERVAL / 2)
    assert keeper.due(INTERVAL)
    saved.append(keeper.take(INTERVAL))
    assert [position.passage for position in saved if position] == [1, 49]


def test_standing_still_saves_nothing() -> None:
    keeper = PlaceKeeper()
    saved = []
    for now in (0.0, 10.0, 20.0):
        keeper.moved(Position(1, 0, 0.1))
        saved.append(keeper.take(now))
    assert saved == [Position(1, 0, 0.1), None, None]


def test_the_way_back_leads_through_every_jump() -> None:
    trail = Trail()
    first, second = Stop("sections", 1, 0), Stop("faq", 2, 0)
    trail.leave(first)
    trail.leave(second)
    trail.leave(second)
    assert [trail.back(), trail.back(), trail.back()] == [second, first, None]


def test_the_way_back_forgets_the_oldest() -> None:
    trail = Trail()
    for number in range(LONGEST + 5):
        trail.leave(Stop("sections", number, 0))
    assert len(trail.stops) == LONGEST


def test_a_named_folder_opens_as_the_library(paths: Paths, tmp_path: Path) -> None:
    library = Library.open(paths, (tmp_path,))
    sitting = Session(library)
    assert sitting.first() is None
    sitting.close()
    library.close()
