from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.model import Briefing
from briefing.library import Library
from briefing.paths import Paths
from briefing.tui import views
from briefing.tui.outline import outline
from briefing.tui.reading.slab import Slab
from tests.tui.sitting import BUNDLED


@pytest.fixture
def bundled(paths: Paths) -> Briefing:
    return Library.open(paths).read(str(BUNDLED))


def read(paths: Paths, folder: Path, text: str) -> Briefing:
    path = folder / "note.md"
    path.write_text(text, "utf-8")
    return Library.open(paths).read(str(path))


def test_the_sections_pane_holds_every_passage_in_its_order(bundled: Briefing) -> None:
    view = views.sections(bundled, omitted=True, key="x")
    shown = list(dict.fromkeys(slab.passage for slab in view.slabs if slab.passage >= 0))
    assert shown == list(range(len(bundled.passages)))


def test_a_slab_of_a_passage_has_its_very_text(bundled: Briefing) -> None:
    for slab in views.sections(bundled, omitted=False, key="x").slabs:
        if slab.passage >= 0:
            assert slab.text == bundled.passages[slab.passage].block.text


def test_what_was_left_out_is_counted_at_the_end(bundled: Briefing) -> None:
    view = views.sections(bundled, omitted=False, key="x")
    count = sum(passage.role == "omitted" for passage in bundled.passages)
    assert view.slabs[-1].text == f"{count} lines left out · x shows them"
    assert not any(slab.style == "omitted" for slab in view.slabs)


def test_what_was_left_out_is_shown_with_its_reason(bundled: Briefing) -> None:
    slabs = views.sections(bundled, omitted=True, key="x").slabs
    first = next(index for index, slab in enumerate(slabs) if slab.style == "omitted")
    assert slabs[first - 1].text.startswith("left out: ")


@pytest.mark.parametrize(
    ("pane", "kind", "styles"),
    [
        ("trends", "trend", {"heading", "trend"}),
        ("faq", "question", {"heading", "question", "answer"}),
        ("tips", "tip", {"heading", "tip-label", "tip"}),
    ],
)
def test_a_pane_holds_its_parts_and_their_headings(
    bundled: Briefing, pane: views.Pane, kind: str, styles: set[str]
) -> None:
    view = views.parts_alone(bundled, pane)
    assert {slab.style for slab in view.slabs} <= styles
    refs = {slab.ref for slab in view.slabs if slab.style != "heading"}
    assert refs == {part.id for part in bundled.parts if part.kind == kind}


def test_a_trend_sets_its_label_apart(bundled: Briefing) -> None:
    slab = next(
        slab for slab in views.parts_alone(bundled, "trends").slabs if slab.style == "trend"
    )
    span = slab.spans[0]
    part = bundled.part(slab.ref)
    assert part is not None
    assert span.style == "strong"
    assert slab.text[span.start : span.end].rstrip(":.") == part.title


@pytest.mark.parametrize("pane", ["trends", "faq", "tips"])
def test_a_pane_without_parts_says_so(paths: Paths, tmp_path: Path, pane: views.Pane) -> None:
    (slab,) = views.parts_alone(read(paths, tmp_path, "# Title\n\nOne line.\n"), pane).slabs
    assert slab.text.startswith("This briefing ")
    assert slab.passage == -1


def test_a_title_that_only_front_matter_gives_is_shown(paths: Paths, tmp_path: Path) -> None:
    text = '+++\ntitle = "Quiet quays"\nbyline = "The desk"\n+++\n\nOne line of text.\n'
    slabs = views.sections(read(paths, tmp_path, text), omitted=False, key="x").slabs
    assert [(slab.style, slab.text) for slab in slabs[:2]] == [
        ("title", "Quiet quays"),
        ("meta", "The desk"),
    ]


def test_the_title_comes_first_wherever_the_document_says_it(paths: Paths, tmp_path: Path) -> None:
    text = (
        '+++\nsubtitle = "No boat since Tuesday"\nbyline = "The desk"\ndate = "2025-03-14"\n+++\n\n'
    )
    slabs = views.sections(
        read(paths, tmp_path, text + "# Quiet quays\n\nOne line of text.\n"), omitted=False, key="x"
    ).slabs
    assert [(slab.style, slab.text) for slab in slabs[:3]] == [
        ("title", "Quiet quays"),
        ("subtitle", "No boat since Tuesday"),
        ("meta", "The desk · 2025-03-14"),
    ]


def test_the_place_of_a_passage_that_is_not_shown_is_the_one_before() -> None:
    view = views.View((Slab("a", passage=0), Slab("b", passage=4), Slab("c", passage=9)))
    assert [view.nearest(passage) for passage in (0, 3, 4, 8, 99)] == [0, 0, 1, 1, 2]


def test_the_contents_name_the_heading_above_a_passage(bundled: Briefing) -> None:
    contents = outline(bundled)
    for index, heading in enumerate(contents.headings):
        assert contents.at(heading.passage) == index
        assert contents.at(heading.passage - 1) == (index - 1 if index else None)


def test_the_contents_count_trends_and_questions_under_their_section(bundled: Briefing) -> None:
    counts = {heading.title: heading.count for heading in outline(bundled).headings}
    assert counts["FAQ"] == 5
    assert sum(counts.values()) == 10


def test_the_shallowest_heading_is_not_indented(paths: Paths, tmp_path: Path) -> None:
    briefing = read(paths, tmp_path, "# Name\n\n### One\n\nText.\n\n#### Two\n\nMore text.\n")
    assert [heading.depth for heading in outline(briefing).headings] == [0, 1]


def test_a_box_that_only_its_markup_names_bears_its_kind(paths: Paths, tmp_path: Path) -> None:
    text = "# Ferries\n\n> [!WARNING]\n> Mind the gap.\n\n> [!NOTE] At night\n> Bring a lamp.\n"
    briefing = read(paths, tmp_path, text)
    view = views.sections(briefing, omitted=False, key="x")
    shown = [(slab.style, slab.text) for slab in view.slabs]
    assert shown[1:3] == [("tip-label", "Warning"), ("tip", "Mind the gap.")]
    assert ("tip-label", "At night") in shown
    assert ("tip-label", "Note") not in shown
    assert views.parts_alone(briefing, "tips").slabs[0].text == "Warning"
