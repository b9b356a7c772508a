"""Document text reaches a widget as plain text: no call that parses markup is given a string."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import briefing.tui

FOLDER = Path(briefing.tui.__file__).parent
PARSE_MARKUP = {"Static", "Label", "Button", "Option", "OptionList", "Tree", "DataTable"}
"""Widgets that take a string for markup."""
SAFE = {"Content", "Text", "Option"}


def name_of(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_plain(node: ast.expr) -> bool:
    """Whether an argument is made of plain text for sure."""
    if isinstance(node, ast.Starred):
        return is_plain(node.value)
    if isinstance(node, ast.GeneratorExp):
        return is_plain(node.elt)
    if isinstance(node, ast.Call):
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        if isinstance(owner, ast.Name | ast.Call) and name_of(node) in {
            "assemble",
            "styled",
            "join",
        }:
            return True
        return name_of(node) in SAFE or name_of(node).startswith("_")
    # A name is a value that the types hold to Content, or a call argument that is none of ours.
    return isinstance(node, ast.Name) or (isinstance(node, ast.IfExp) and is_plain(node.body))


def offences(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = name_of(node)
        if called in PARSE_MARKUP and node.args and not is_plain(node.args[0]):
            yield f"{path.name}:{node.lineno}: {called} is given a string"
        if called == "notify":
            yield f"{path.name}:{node.lineno}: notify parses markup; the status line says it"
        if (
            called == "update"
            and node.args
            and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
        ):
            yield f"{path.name}:{node.lineno}: update is given a string"
        if called in {"from_markup", "from_text"}:
            yield f"{path.name}:{node.lineno}: {called} parses markup"


def test_no_widget_is_given_a_string_that_it_would_parse() -> None:
    files = sorted(FOLDER.rglob("*.py"))
    assert len(files) > 30
    assert [line for path in files for line in offences(path)] == []


def test_the_rule_finds_what_it_forbids(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text('Static(f"{title}")\nself.notify(title)\nx.update("[b]")\n', "utf-8")
    assert len(list(offences(bad))) == 3
