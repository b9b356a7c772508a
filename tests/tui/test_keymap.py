from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from briefing.tui.commands import COMMANDS, Scope
from briefing.tui.commands.bindings import bindings
from briefing.tui.commands.keymap import display, keymap, normal


def test_every_command_has_its_own_id() -> None:
    assert [name for name, n in Counter(each.id for each in COMMANDS).items() if n > 1] == []


def test_every_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.label
        assert command.title
        assert command.help.endswith(".")


def test_no_declared_key_means_two_things() -> None:
    live = keymap({command.id: command.keys for command in COMMANDS})
    assert live.faults == ()


def test_every_command_is_bound_under_its_id() -> None:
    bound = {getattr(each, "id", None) for scope in get_args(Scope) for each in bindings(scope)}
    assert bound == {command.id for command in COMMANDS if command.keys}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("/", "slash"),
        ("slash", "slash"),
        ("G", "G"),
        ("^d", "ctrl+d"),
        ("ctrl+d", "ctrl+d"),
        ("F5", "f5"),
        ("Space", "space"),
        ("ж", "ж"),
    ],
)
def test_a_key_is_known_as_people_write_it(written: str, key: str) -> None:
    assert normal(written) == key


@pytest.mark.parametrize("written", ["", "ctr+d", "f99", "slassh", "ctrl+"])
def test_what_is_no_key_is_refused(written: str) -> None:
    assert normal(written) is None


@pytest.mark.parametrize(
    ("key", "shown"), [("slash", "/"), ("ctrl+d", "^d"), ("f1", "F1"), ("shift+tab", "Shift+Tab")]
)
def test_a_key_is_shown_as_it_is_on_the_keyboard(key: str, shown: str) -> None:
    assert display(key) == shown


def test_a_remapped_command_has_its_new_keys() -> None:
    live = keymap({"find": "w, ctrl+t"})
    assert live.of("find") == ("w", "ctrl+t")
    assert live.changed() == {"find": "w,ctrl+t"}


def test_an_unknown_id_is_reported_with_the_nearest() -> None:
    assert keymap({"bookmark.togle": "w"}).faults == (
        "keys: there is no command 'bookmark.togle'; did you mean bookmark.toggle?",
    )


def test_a_fault_is_named_by_the_file_and_line_where_it_stands() -> None:
    places = {"keys.find": "settings.toml:2", "keys.nothing": "settings.toml:3"}
    assert keymap({"find": "m", "nothing": "w"}, places).faults == (
        "settings.toml:3: keys: there is no command 'nothing'",
        "settings.toml:2: keys: m goes to find; bookmark.toggle loses it",
    )


def test_an_unknown_key_is_reported_and_the_declared_one_stays() -> None:
    live = keymap({"find": "supper"})
    assert live.faults == ("keys: find: there is no key 'supper'",)
    assert live.of("find") == ("slash",)


def test_a_key_taken_from_another_command_is_reported() -> None:
    live = keymap({"find": "m"})
    assert live.faults == ("keys: m goes to find; bookmark.toggle loses it",)
    assert live.of("bookmark.toggle") == ()


def test_two_remapped_commands_cannot_have_one_key() -> None:
    live = keymap({"find": "w", "explain": "w"})
    assert len(live.faults) == 1
    assert sorted([live.of("find"), live.of("explain")]) == [(), ("w",)]


def test_a_command_may_be_given_no_key() -> None:
    live = keymap({"explain": ""})
    assert live.of("explain") == ()
    assert live.shown("explain") == ""
