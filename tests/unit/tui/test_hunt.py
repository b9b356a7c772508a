from __future__ import annotations

from briefing.search.results import Match
from briefing.tui.session.hunt import MOST, Hunt, Hunts


def match(path: str, part: str) -> Match:
    return Match(path, path, path, "", "trend", part, "", 1, "x", (), 3)


FOUND = (match("a", "1"), match("a", "2"), match("b", "1"), match("c", "1"))


def hunt(query: str = "drone", at: int = 0) -> Hunt:
    return Hunt.of(query, FOUND, len(FOUND), FOUND[at])


def paths(stepped: Hunt | None) -> str:
    return "" if stepped is None else stepped.current.path + stepped.current.part


def test_results_are_stepped_through_in_the_order_in_which_they_are_shown() -> None:
    walked = [paths(hunt())]
    stepped = hunt().step(1)
    while stepped is not None:
        walked.append(paths(stepped))
        stepped = stepped.step(1)
    assert walked == ["a1", "a2", "b1", "c1"]
    assert hunt().step(-1) is None


def test_the_next_briefing_is_entered_at_its_first_result_and_the_one_before_at_its_last() -> None:
    assert paths(hunt().beyond(1)) == "b1"
    assert paths(hunt(at=2).beyond(-1)) == "a2"
    assert hunt(at=3).beyond(1) is None
    assert hunt().beyond(-1) is None


def test_a_longer_list_is_gone_on_with_at_the_same_result() -> None:
    longer = (match("z", "1"), *FOUND)
    assert paths(Hunt.of("drone", longer, 5, hunt(at=1).current)) == "a2"


def test_where_a_query_asks_for_no_word_nothing_is_marked() -> None:
    assert hunt("in:faq").words == ""
    assert hunt("in:faq drone").words == "in:faq drone"


def test_lists_of_before_come_back_where_they_were_left() -> None:
    hunts = Hunts()
    hunts.take(hunt("one", at=1))
    hunts.take(hunt("two"))
    back = hunts.go(-1)
    assert back is not None
    assert (back.query, paths(back)) == ("one", "a2")
    assert hunts.go(-1) is None
    on = hunts.go(1)
    assert on is not None
    assert on.query == "two"


def test_stepping_makes_no_new_list() -> None:
    hunts = Hunts()
    hunts.take(hunt())
    hunts.take(hunt(at=1))
    assert hunts.go(-1) is None
    assert paths(hunts.current) == "a2"


def test_no_more_lists_are_kept_than_are_useful() -> None:
    hunts = Hunts()
    for number in range(3 * MOST):
        hunts.take(hunt(f"query {number}"))
    assert sum(hunts.go(-1) is not None for _ in range(3 * MOST)) == MOST
