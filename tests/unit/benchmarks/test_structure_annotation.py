from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.structure.annotation import (
    AnnotationError,
    locate,
    read_annotation,
    read_annotations,
)


def written(folder: Path, **keys: object) -> Path:
    path = folder / "tide.json"
    path.write_text(json.dumps({"file": "tide.txt", "format": "plain", **keys}), "utf-8")
    return path


def test_every_key_of_an_annotation_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        title="Tide tables",
        title_alt=["Tides"],
        date="2025-03-01",
        sections=[{"level": 1, "heading": "Spring"}, {"level": 2, "heading": "Neap"}],
        optional_headings=["Sources"],
        question_headings=["Why twice a day?"],
        trends=["Higher water"],
        faq=["Who measures it?"],
        tips=["Tip: take a lamp"],
        boilerplate=["Share this"],
    )
    read = read_annotation(path)
    assert read.titles == ("Tide tables", "Tides")
    assert (read.byline, read.date) == (None, "2025-03-01")
    assert read.headings == ("Spring", "Neap")
    assert read.free_headings == ("Sources",)
    assert read.question_headings == ("Why twice a day?",)
    assert (read.trends, read.questions) == (("Higher water",), ("Who measures it?",))
    assert (read.tips, read.furniture) == (("Tip: take a lamp",), ("Share this",))


def test_tips_that_nobody_looked_for_are_not_the_same_as_none(tmp_path: Path) -> None:
    assert read_annotation(written(tmp_path, tips=None)).tips is None
    assert read_annotation(written(tmp_path, tips=[])).tips == ()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"format": "pdf"}, "format"),
        ({"file": None}, "file"),
        ({"title": 5}, "title"),
        ({"faq": "Why?"}, "faq"),
        ({"trends": [1]}, "trends"),
        ({"sections": ["Spring"]}, "sections"),
    ],
)
def test_a_fault_is_told_with_its_file_and_key(
    tmp_path: Path, keys: dict[str, object], told: str
) -> None:
    path = written(tmp_path, **keys)
    with pytest.raises(AnnotationError, match=told) as caught:
        read_annotation(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "torn.json"
    path.write_text('{"file": ', "utf-8")
    with pytest.raises(AnnotationError, match=r"torn\.json"):
        read_annotation(path)


def test_a_folder_without_annotations_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="no annotations"):
        read_annotations([tmp_path])


def test_a_document_is_looked_for_in_every_folder(tmp_path: Path) -> None:
    annotation = read_annotation(written(tmp_path))
    near, far = tmp_path / "near", tmp_path / "far"
    near.mkdir()
    far.mkdir()
    with pytest.raises(AnnotationError, match=r"tide\.txt"):
        locate(annotation, [near, far])
    (far / "tide.txt").write_text("High water at six.", "utf-8")
    assert locate(annotation, [near, far]) == far / "tide.txt"
