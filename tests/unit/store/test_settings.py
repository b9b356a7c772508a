from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefing.store.key_lines import key_lines
from briefing.store.settings import LARGEST, Settings, load, parse

WHERE = Path("/etc/briefing/settings.toml")


def faults(text: str) -> tuple[str, ...]:
    return parse(text.encode(), WHERE)[1]


def test_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == (Settings(), ())


def test_every_setting_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "settings.toml"
    path.write_text(
        'theme = "paper"\nmeasure = 80\njustify = true\nmouse = false\n'
        'instant = false\nfolders = ["~/notes", "/srv/desk", "near", "~/notes"]\n'
        '[keys]\n"find.next" = "n"\nfind.previous = ["N", "shift+f3"]\n',
        "utf-8-sig",
    )
    for name in ("notes", "near"):
        (tmp_path / name).mkdir()
    settings, problems = load(path)
    assert problems == (
        f"{path}:6: folders: '/srv/desk': there is no such folder; make it or take it out",
    )
    assert settings == Settings(
        theme="paper",
        measure=80,
        justify=True,
        mouse=False,
        instant=False,
        folders=(str(tmp_path / "notes"), "/srv/desk", str(tmp_path / "near")),
        keys={"find.next": "n", "find.previous": "N,shift+f3"},
    )
    assert settings.places["keys.find.previous"] == f"{path}:9"


def test_each_fault_is_named_by_line_and_key_and_spoils_no_other_setting() -> None:
    text = (
        'theme = 3\nmeasure = 300\njustify = "yes"\nmouse = false\n'
        'colour = "red"\nfolders = ["/a", 5]\n\n[keys]\nfind = "f"\nnext.part = 7\n'
    )
    settings, problems = parse(text.encode(), WHERE)
    assert settings == Settings(mouse=False, folders=("/a",), keys={"find": "f"})
    assert [problem.split(": ")[:2] for problem in problems] == [
        [f"{WHERE}:1", "theme"],
        [f"{WHERE}:2", "measure"],
        [f"{WHERE}:3", "justify"],
        [f"{WHERE}:5", "colour"],
        [f"{WHERE}:6", "folders"],
        [f"{WHERE}:10", "keys.next.part"],
    ]
    assert "40 to 120" in problems[1]
    assert not any("\n" in problem for problem in problems)


@pytest.mark.parametrize("measure", ["39", "121", "72.0", "true", '"72"', "[]"])
def test_a_measure_that_no_page_has_is_refused(measure: str) -> None:
    (problem,) = faults(f"\n\nmeasure = {measure}")
    assert problem.startswith(f"{WHERE}:3: measure: takes a whole number from 40 to 120")


@pytest.mark.parametrize("measure", [40, 72, 120])
def test_the_ends_of_the_range_are_in_it(measure: int) -> None:
    assert parse(f"measure = {measure}".encode(), WHERE)[0].measure == measure


@pytest.mark.parametrize(
    "text", ["keys = 3", "folders = 'x'", "[[keys]]", "[theme]", "keys.a = ''"]
)
def test_a_value_of_the_wrong_shape_is_refused(text: str) -> None:
    (problem,) = faults(text)
    assert problem.startswith(f"{WHERE}:1: ")
    assert problem.endswith("; ignored")


def test_a_key_inside_an_inline_table_is_named_by_the_line_of_the_table() -> None:
    (problem,) = faults("\nkeys = { find = 3 }")
    assert problem.startswith(f"{WHERE}:2: keys.find: ")


def test_broken_toml_is_named_by_its_line() -> None:
    settings, problems = parse(b'theme = "ink"\nmeasure = = 3\n', WHERE)
    assert settings == Settings()
    (problem,) = problems
    assert problem.startswith(f"{WHERE}:2: ")


def test_a_file_that_is_not_utf_8_is_named_by_its_line() -> None:
    (problem,) = parse(b'theme = "ink"\n# caf\xe9\n', WHERE)[1]
    assert problem.startswith(f"{WHERE}:2: not UTF-8")


def test_a_directory_in_its_place_is_said(tmp_path: Path) -> None:
    settings, (problem,) = load(tmp_path)
    assert settings == Settings()
    assert problem.startswith(f"{tmp_path}: is a directory")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"#" * (LARGEST + 1))
    assert "larger than 256 KB" in load(path)[1][0]


HOSTILE = {
    "a long dotted key": "a" + ".a" * 100_000 + " = 1",
    "a long dotted table": "[a" + ".a" * 100_000 + "]",
    "nested lists": "x = " + "[" * 100_000,
    "nested tables": "x = " + "{a=" * 50_000,
    "a long number": "measure = 1" + "0" * 100_000,
    "quotes": "x = " + '"' * 200_000,
    "escapes": '"' + "\\a" * 100_000,
    "dots": "a." * 100_000,
    "many tables": "".join(f"[t{n}]\n" for n in range(20_000)),
    "many keys in one table": "[keys]\n" + "".join(f"k{n} = 1\n" for n in range(15_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_no_time(text: str) -> None:
    begun = time.perf_counter()
    settings, problems = parse(text.encode(), WHERE)
    assert time.perf_counter() - begun < 2
    assert settings == Settings()
    assert problems


def test_only_the_first_of_many_faults_are_told() -> None:
    problems = faults("".join(f"k{number} = 1\n" for number in range(30)))
    assert len(problems) == 21
    assert problems[-1] == f"{WHERE}: and 10 more faults"


def test_no_fault_carries_a_control_character() -> None:
    (problem,) = faults('"a\\u001b[2J" = 1')
    assert problem.isprintable()


def test_the_line_of_each_key_is_found() -> None:
    text = 'a = 1\nb.c = """\nd = 2\n"""\n[t."x y"]\n  e = 3\n[[u]]\ne = 4\n# f = 5\n'
    assert key_lines(text) == {
        ("a",): 1,
        ("b", "c"): 2,
        ("t", "x y"): 5,
        ("t", "x y", "e"): 6,
        ("u",): 7,
        ("u", "e"): 8,
    }
