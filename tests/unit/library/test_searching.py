from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.document.correction import Correction
from briefing.document.errors import UsageError
from briefing.document.locator import Locator
from briefing.library import Library
from briefing.library.searching import Searches
from briefing.paths import Paths


@pytest.fixture
def library(paths: Paths, folder: Path) -> Iterator[Library]:
    made = Library.open(paths, (folder,))
    made.refresh()
    yield made
    made.close()


def write(folder: Path, name: str, day: str, text: str) -> None:
    (folder / name).write_text(
        f"---\ndate: {day}\ntags: [ports]\n---\n# {name}\n\n{text}\n", "utf-8"
    )


def test_a_saved_search_shows_what_came_since_the_last_visit(
    library: Library, folder: Path
) -> None:
    searches = library.searches
    searches.save("Fish", "herring")
    (saved,) = searches.saved()
    assert searches.news(saved).results.total == 0
    write(folder, "port.md", "2025-11-02", "Herring at the quay.")
    library.refresh()
    news = searches.news(searches.called("fish"))
    assert [match.document_id for match in news.results.matches] == ["port"]
    assert searches.news(saved).results.total == 1
    searches.visited(saved, news)
    assert searches.news(searches.called("fish")).results.total == 0


def test_a_saved_search_needs_a_name_and_something_to_find(library: Library) -> None:
    for name, query in (("", "herring"), ("fish", " "), ("fish", "?!")):
        with pytest.raises(UsageError):
            library.searches.save(name, query)
    with pytest.raises(UsageError, match="none is saved yet"):
        library.searches.called("fish")
    library.searches.save("fish", "herring")
    with pytest.raises(UsageError, match="those there are: fish"):
        library.searches.called("fowl")
    assert library.searches.remove("FISH").query == "herring"
    assert library.searches.saved() == ()


def test_completion_knows_what_the_library_holds(library: Library, folder: Path) -> None:
    searches = library.searches
    assert [each.text for each in searches.completions("by:jan")] == ['"Jane Doe"']
    assert [each.text for each in searches.completions("doc:trad")] == ["trade"]
    assert searches.completions("tag:por") == ()
    write(folder, "port.md", "2025-11-02", "Herring.")
    library.refresh()
    assert [each.text for each in searches.completions("tag:por")] == ["ports"]


def test_the_queries_of_late_are_kept(library: Library) -> None:
    library.searches.remember("drone")
    library.searches.remember("herring")
    assert library.searches.recent() == ("herring", "drone")
    library.searches.forget("drone")
    assert library.searches.recent("h") == ("herring",)


def test_words_for_dates_mean_the_days_before_the_search(library: Library, folder: Path) -> None:
    write(folder, "old.md", "2025-10-01", "Quay.")
    write(folder, "port.md", "2025-11-02", "Quay.")
    library.refresh()
    searches = Searches(library, lambda: date(2025, 11, 3))
    found = searches.search("quay after:yesterday", 9, None, typing=False, ranked=True)
    assert [match.document_id for match in found.matches] == ["port"]
    found = searches.search('quay before:"2 weeks ago"', 9, None, typing=False, ranked=True)
    assert [match.document_id for match in found.matches] == ["old"]


def test_a_briefing_whose_split_was_corrected_is_not_changed(
    library: Library, folder: Path
) -> None:
    path = folder / "trade.txt"
    briefing = library.read(str(path))
    document = library.state.document(str(path), briefing.digest, briefing.title)
    library.state.set_place(document, Locator("s:x", (), "quote", "", "", 0, 0, ""), 0.5)
    library.refresh()
    library.correct(str(path), Correction(3, "Herring is shipped", "tip"))
    assert library.search("is:changed").total == 0
    library.refresh()
    assert library.search("is:changed").total == 0


def test_a_briefing_is_changed_when_its_text_is_another_than_was_opened(
    library: Library, folder: Path
) -> None:
    path = folder / "trade.txt"
    briefing = library.read(str(path))
    document = library.state.document(str(path), briefing.digest, briefing.title)
    library.state.set_place(document, Locator("s:x", (), "quote", "", "", 0, 0, ""), 0.5)
    assert library.search("herring is:changed").total == 0
    path.write_text("Trade\n\nHerring is shipped by rail.\n", "utf-8")
    library.refresh()
    (match,) = library.search("herring is:changed").matches
    assert match.document_id == "trade"
    assert library.search("caspian is:changed").total == 0
