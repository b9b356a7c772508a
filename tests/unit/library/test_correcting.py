from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.correction import Correction
from briefing.document.errors import DocumentError
from briefing.library import Library, correcting
from briefing.paths import Paths

GIVEN = Correction(3, "Herring is shipped", "tip")


@pytest.fixture
def trade(folder: Path) -> Path:
    return folder / "trade.txt"


def beside(trade: Path) -> Path:
    return trade.with_name("trade.briefing.toml")


def test_a_correction_lies_beside_the_document_and_never_in_it(
    library: Library, trade: Path
) -> None:
    before = trade.read_bytes()
    assert len(library.correct(str(trade), GIVEN).of_kind("tip")) == 1
    assert "[[correct]]" in beside(trade).read_text("utf-8")
    assert trade.read_bytes() == before
    assert library.corrections(str(trade)) == (GIVEN,)
    assert len(library.read(str(trade)).of_kind("tip")) == 1


def test_undoing_the_only_correction_leaves_no_file(library: Library, trade: Path) -> None:
    library.correct(str(trade), GIVEN)
    assert not library.uncorrect(str(trade), GIVEN).of_kind("tip")
    assert not beside(trade).exists()


def test_what_the_owner_wrote_stands_as_it_stood(library: Library, trade: Path) -> None:
    own = '# mine\ntitle = "Fish"   # so\nmood = 1\n\n[[correct]]\ntext="Trade"\nas= "text"'
    beside(trade).write_text(own, "utf-8")
    assert library.correct(str(trade), GIVEN).title == "Fish"
    assert beside(trade).read_text("utf-8").startswith(own)
    library.uncorrect(str(trade), GIVEN)
    assert beside(trade).read_text("utf-8").strip() == own


def test_a_correction_written_by_hand_is_not_taken_out(library: Library, trade: Path) -> None:
    beside(trade).write_text("[[correct]]\ntext='Trade'\nas='text'\nline=1\n", "utf-8")
    with pytest.raises(DocumentError, match="written by hand"):
        library.uncorrect(str(trade), Correction(1, "Trade", "text"))


def test_a_later_correction_of_a_line_takes_the_place_of_the_earlier(
    library: Library, trade: Path
) -> None:
    library.correct(str(trade), GIVEN)
    later = Correction(3, "Herring is shipped", "heading")
    library.correct(str(trade), later)
    assert library.corrections(str(trade)) == (later,)


def test_one_that_finds_no_line_is_refused_and_not_kept(library: Library, trade: Path) -> None:
    with pytest.raises(DocumentError, match="no longer finds its line"):
        library.correct(str(trade), Correction(3, "Cod is shipped", "tip"))
    assert not beside(trade).exists()


def test_a_sidecar_that_cannot_be_read_is_said_and_never_written(
    library: Library, trade: Path
) -> None:
    beside(trade).write_text("title = ", "utf-8")
    assert "trade.briefing.toml:1:" in library.read(str(trade)).notices[0]
    with pytest.raises(DocumentError, match="mend it first"):
        library.correct(str(trade), GIVEN)
    assert beside(trade).read_text("utf-8") == "title = "


def test_a_sibling_of_the_same_name_is_not_corrected_along(library: Library, trade: Path) -> None:
    trade.with_suffix(".md").write_text("Trade\n\nHerring is shipped.\n", "utf-8")
    library.correct(str(trade), GIVEN)
    assert library.corrections(str(trade.with_suffix(".md"))) == ()


def test_where_nothing_can_be_written_the_state_keeps_it(
    library: Library, trade: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correcting, "_can_be_written", lambda _: False)
    library.refresh()
    assert len(library.correct(str(trade), GIVEN).of_kind("tip")) == 1
    assert not beside(trade).exists()
    assert library.refresh().read == 1
    assert library.search("in:tips herring").total == 1
    again = Library.open(paths)
    assert len(again.read(str(trade)).of_kind("tip")) == 1
    again.uncorrect(str(trade), GIVEN)
    assert again.corrections(str(trade)) == ()
    again.close()


def test_a_bundled_document_is_corrected_in_the_state(library: Library) -> None:
    line, text = library.line("ukraine", 3)
    given = Correction(line, text, "omitted")
    library.correct("ukraine", given)
    assert library.corrections("ukraine") == (given,)


def test_a_sidecar_that_comes_or_goes_is_a_change_for_the_index(
    library: Library, trade: Path
) -> None:
    library.refresh()
    beside(trade).write_text('title = "Fish"\n', "utf-8")
    assert library.refresh().read == 1
    assert "Fish" in {entry.title for entry in library.entries()}
    assert library.refresh().read == 0
    beside(trade).unlink()
    assert library.refresh().read == 1
    assert "Fish" not in {entry.title for entry in library.entries()}


def test_a_line_in_a_wrapped_paragraph_has_its_own_words(library: Library, trade: Path) -> None:
    wrapped = "The herring is shipped to the harbour beyond the\nlong cold strait in barrels\n"
    trade.write_text(f"Trade\n\n{wrapped * 3}", "utf-8")
    assert library.line(str(trade), 4) == (4, "long cold strait in barrels")
