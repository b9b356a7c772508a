"""Style sheets are parsed once for each set of variables."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet

from briefing.tui.stylesheet import ParsedOnce

RULES = "A { color: $ink; } B { background: $ink; }"


def sheet(ink: str) -> ParsedOnce:
    made = ParsedOnce(variables={"ink": ink})
    made.add_source(RULES)
    return made


def colours(made: Stylesheet) -> list[str]:
    return [str(rule.styles.get_rules()) for rule in made.rules]


def test_the_same_variables_again_parse_nothing() -> None:
    made = sheet("red")
    before = made.rules
    made.set_variables({"ink": "red"})
    made.reparse()
    assert [id(rule) for rule in made.rules] == [id(rule) for rule in before]


def test_other_variables_are_those_of_a_fresh_sheet() -> None:
    made = sheet("red")
    assert colours(made) != colours(sheet("blue"))
    made.set_variables({"ink": "blue"})
    made.reparse()
    assert colours(made) == colours(sheet("blue"))


def test_what_was_added_is_parsed() -> None:
    made = sheet("red")
    before = len(made.rules)
    made.add_source("C { color: blue; }", read_from=("later.tcss", ""))
    made.reparse()
    assert len(made.rules) == before + 1
