from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.structure import measure, run
from benchmarks.structure.annotation import Annotation, locate, read_annotations
from benchmarks.structure.figures import figures
from benchmarks.structure.measure import Document
from benchmarks.structure.outline import Outline
from benchmarks.structure.peers import OURS, PEERS, Tool
from benchmarks.structure.table import render
from benchmarks.structure.wording import folded

ONLY_HEADINGS = frozenset({"headings"})
TIDES = Annotation("tides.txt", "plain", headings=("Spring tides",), title="Tides")


def shown(tool: Tool) -> str:
    results = measure.run(tool, [Document(TIDES, b"Tides")])
    columns = {tool.name: {**figures([one.score for one in results]), "ms": 1.0}}
    return render("plain text", 1, [tool], columns, ["other"])


def cells(table: str) -> dict[str, str]:
    return {line[:22].strip(): line[22:].strip() for line in table.splitlines()}


def test_a_tool_without_a_notion_shows_a_dash() -> None:
    tool = Tool(
        "some",
        "no-such-distribution",
        "no_such_module",
        ("plain",),
        ONLY_HEADINGS,
        lambda _data, _name: Outline(headings=("Spring tides",)),
    )
    row = cells(shown(tool))
    assert row["headings F1"] == "1.000 of 1"
    assert row["title right"] == row["trends F1"] == row["furniture leaked"] == "–"
    assert row["version"] == "–"
    assert row["other: not installed"] == ""


def test_a_tool_that_fails_sees_nothing_and_is_told() -> None:
    def fail(_data: bytes, _name: str) -> Outline:
        message = "no model"
        raise RuntimeError(message)

    tool = Tool("some", "some", "some", ("plain",), ONLY_HEADINGS, fail)
    (result,) = measure.run(tool, [Document(TIDES, b"Tides")])
    assert result.score.errors[0] == "failed: RuntimeError: no model"
    assert result.score.counts["headings.missed"] == 1
    assert cells(shown(tool))["documents failed"] == "1"


def test_peers_are_looked_for_and_not_imported() -> None:
    missing = Tool("some", "some", "no_such_module", ("plain",), ONLY_HEADINGS, OURS.read)
    assert not missing.installed
    assert OURS.installed
    assert {"html"} == set.intersection(*(set(tool.reads) for tool in PEERS))


@pytest.mark.parametrize("annotation", read_annotations([run.OWN]), ids=lambda one: str(one.file))
def test_an_annotation_of_ours_speaks_of_what_its_document_says(annotation: Annotation) -> None:
    text = folded(" ".join(locate(annotation, [run.OWN]).read_text("utf-8").split()))
    phrases = (
        *annotation.titles,
        *annotation.headings,
        *annotation.trends,
        *annotation.questions,
        *(tip.partition(":")[2] or tip for tip in annotation.tips or ()),
        *annotation.furniture,
    )
    assert [phrase for phrase in phrases if folded(phrase) not in text] == []


def test_it_runs_on_our_own_documents_and_keeps_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "figures.json"
    assert run.main(["--only", "markdown", "--json", str(kept)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Markdown, 2 documents")
    assert "plain text" not in printed
    groups = json.loads(kept.read_text("utf-8"))["groups"]
    assert list(groups) == ["markdown"]
    ours = groups["markdown"]["briefing"]["figures"]
    assert ours["documents"] == 2
    assert ours["failed"] == 0
    assert ours["import"] > 0


def test_each_error_of_ours_is_listed_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tides.md").write_text("# Tides\n\n## Spring tides\n\nThey are high.\n", "utf-8")
    said = {
        "file": "tides.md",
        "format": "markdown",
        "title": "Tides",
        "sections": [{"level": 2, "heading": "Neap tides"}],
    }
    (tmp_path / "tides.json").write_text(json.dumps(said), "utf-8")
    assert run.main(["--docs", str(tmp_path), "--verbose"]) == 0
    printed = capsys.readouterr().out
    assert "headings: false 'Spring tides'" in printed
    assert "headings: missed 'Neap tides'" in printed


def test_folders_that_cannot_be_used_are_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["--docs", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"no annotations (*.json) in {tmp_path}\n"
