"""What is found is what is there, and what is marked is what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.model import Block, Briefing, Part, Passage
from briefing.search import frequency, ranking, searcher
from briefing.search.find import Finder
from briefing.search.fold import terms
from briefing.search.index import Index
from briefing.search.query import parse
from briefing.search.results import Stat
from briefing.search.stem import STEMS
from briefing.search.stopwords import STOP_WORDS

WORDS = st.sampled_from(
    [
        "drone", "drones", "Strike", "striking", "war", "café", "Russia’s", "long-term", "経済",
        "x1", "ﬁnal", "—", "…", "\n", "the", "possible", "possibility", "İ", "\ud800", "so\u00adft",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
DOCUMENTS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4)
QUERIES = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.one_of(
            WORDS,
            st.sampled_from(["OR", "-", '"', "(", ")", "dro*", "in:trends", "poss*", "doc:\ud800"]),
        ),
        max_size=6,
    ).map(" ".join),
)


def briefing(number: int, sections: Sequence[str]) -> Briefing:
    passages = [Passage(Block("paragraph", f"Title {number}", 1), "title")]
    parts = []
    for order, text in enumerate(sections):
        part = f"s:{order}"
        parts.append(Part(part, "section", "", text, order + 2, order + 1, order + 2))
        passages.append(Passage(Block("paragraph", text, order + 2), "text", part))
    return Briefing(f"d{number}", "text", tuple(passages), tuple(parts), title=f"Title {number}")


@given(st.lists(TEXTS, max_size=6), QUERIES, st.booleans())
def test_a_find_marks_text_that_folds_to_what_was_asked(
    texts: list[str], query: str, typing: bool
) -> None:
    wanted = {word for text in parse(query, typing=typing).wanted for word in text.words}
    stems = {STEMS[word] for word in wanted}
    for hit in Finder(texts).find(query, typing=typing):
        marked = terms(texts[hit.index][hit.start : hit.end])
        assert marked
        first = marked[0]
        assert STEMS[first] in stems or any(
            first.startswith(word[:3]) or word.startswith(first[:3]) for word in wanted
        )


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, st.lists(QUERIES, min_size=1, max_size=8))
def test_the_index_finds_what_reading_every_part_finds(
    documents: list[tuple[str, str, str]], queries: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        index = Index.open(Path(folder) / "index.db")
        for number, sections in enumerate(documents):
            index.put(f"/{number}", Stat(1, 1), briefing(number, sections))
        for query in queries:
            results = index.search(query, 100)
            parsed = parse(query)
            words = {word for text in parsed.wanted for word in text.words}
            if not words or words & STOP_WORDS:
                continue
            kinds = {"trend"} if parsed.fields else {"section", "title"}
            expected = {
                (f"/{number}", passage.part)
                for number, sections in enumerate(documents)
                for passage in briefing(number, sections).passages
                if "section" in kinds and Finder([passage.block.text]).holds(parsed)
            }
            found = {(match.path, match.part) for match in results.matches[: results.exact]}
            # In one part a beginning stands for fewer stems than in the whole library.
            assert expected == found or (
                any(text.prefix for text in parsed.wanted) and expected <= found
            )
            assert results.exact == len(found) <= results.total
            for match in results.matches:
                assert match.marks
        index.close()


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.lists(QUERIES, min_size=1, max_size=6), st.integers(1, 3))
def test_however_little_is_weighed_as_many_are_shown_and_only_what_matches(
    documents: list[tuple[str, str, str]], queries: list[str], limit: int
) -> None:
    with TemporaryDirectory() as folder:
        index = Index.open(Path(folder) / "index.db")
        for number, sections in enumerate(documents):
            index.put(f"/{number}", Stat(1, 1), briefing(number, sections))
        for query in queries:
            full = index.search(query, 100)
            with few_are_weighed():
                few = index.search(query, limit)
            found = {(match.path, match.part) for match in full.matches}
            shown = [(match.path, match.part) for match in few.matches]
            assert len(shown) == len(set(shown)) == min(limit, len(found))
            assert found.issuperset(shown)
            assert few.total == full.total or few.more
        index.close()


@contextmanager
def few_are_weighed() -> Iterator[None]:
    """All bounds are so low that a handful of parts is very many."""
    with ExitStack() as held:
        for module in (ranking, searcher):
            held.enter_context(patch.object(module, "MOST_RANKED", 1))
            held.enter_context(patch.object(module, "MOST_OF_PHRASE", 1))
        for name in ("_READ_THROUGH", "_GONE_THROUGH", "_CHECKED", "_LOOKED_AT"):
            held.enter_context(patch.object(ranking, name, 1))
        held.enter_context(patch.object(frequency, "_PROBED", 1))
        yield


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), DOCUMENTS), max_size=6))
def test_the_index_after_changes_is_the_index_made_at_once(
    changes: list[tuple[str, list[tuple[str, str, str]]]],
) -> None:
    with TemporaryDirectory() as folder:
        changed, fresh = (Index.open(Path(folder) / name) for name in ("a.db", "b.db"))
        for path, documents in changes:
            changed.put(path, Stat(1, 1), briefing(0, documents[0]))
        for path, documents in dict(changes).items():
            fresh.put(path, Stat(1, 1), briefing(0, documents[0]))
        for query in ("drone", "war strike", '"drone strike"', "title", "経済"):
            one, other = changed.search(query, 100), fresh.search(query, 100)
            assert (one.total, one.note) == (other.total, other.note)
            assert {(match.path, match.part) for match in one.matches} == {
                (match.path, match.part) for match in other.matches
            }
        changed.close()
        fresh.close()
