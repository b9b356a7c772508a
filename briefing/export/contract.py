"""A briefing as the object that `--format json` prints: the public contract, `briefing/1`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.model import Briefing, Part, Passage, Reason

SCHEMA = "briefing/1"


def to_object(briefing: Briefing, explain: bool = False) -> dict[str, object]:
    """The object, ready for `json.dumps`.

    `explain` adds to each part its `rule`, the `signs` that were weighed and the `runner_up`.
    """

    def part(part: Part, **fields: object) -> dict[str, object]:
        why = _why(part.reason) if explain else {}
        return {"id": part.id, **fields, "line": part.line, **why}

    return {
        "schema": SCHEMA,
        "id": briefing.id,
        "title": briefing.title or None,
        "subtitle": briefing.subtitle or None,
        "byline": briefing.byline or None,
        "date": briefing.date or None,
        "source": briefing.source or None,
        "language": briefing.language or None,
        "words": briefing.words,
        "tags": list(briefing.tags),
        "lead": list(_lead(briefing)),
        "sections": [
            part(section, level=section.level, title=section.title, text=section.text)
            for section in briefing.of_kind("section")
        ],
        "trends": [
            part(trend, label=trend.title or None, text=trend.text)
            for trend in briefing.of_kind("trend")
        ],
        "faq": [
            part(pair, question=pair.title, answer=pair.text)
            for pair in briefing.of_kind("question")
        ],
        "tips": [
            part(tip, kind=tip.tip, label=tip.title or None, text=tip.text)
            for tip in briefing.of_kind("tip")
        ],
        "omitted": [
            _omitted(passage, explain) for passage in briefing.passages if passage.role == "omitted"
        ],
        "notices": list(briefing.notices),
    }


def _lead(briefing: Briefing) -> Iterator[str]:
    """The texts before the first section, with a line of date that names no day."""
    for passage in briefing.passages:
        if passage.role == "lead":
            yield passage.block.text
        elif passage.role == "date" and not briefing.date:
            yield f"{passage.block.marker} {passage.block.text}".strip()


def _omitted(passage: Passage, explain: bool) -> dict[str, object]:
    reason = passage.reason.rule if passage.reason else ""
    why = _why(passage.reason) if explain else {}
    return {"text": passage.block.text, "reason": reason, "line": passage.block.line, **why}


def _why(reason: Reason | None) -> dict[str, object]:
    if reason is None:
        return {"rule": None, "signs": [], "runner_up": None}
    return {
        "rule": reason.rule,
        "signs": list(reason.signs),
        "runner_up": reason.runner_up or None,
    }
