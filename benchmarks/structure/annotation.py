"""What a person says a document is made of: one JSON file a document.

Keys: `file`, the document's name; `format`: plain, markdown or html; `title`, `title_alt`,
`byline`, `date`: null where it has none; `sections`: `{level, heading}` in order;
`optional_headings` and `question_headings`: either reading is right; `trends` (labels, or first
words of items without), `trends_optional`; `faq`: the questions; `tips`: label and first words,
null where nobody looked; `boilerplate`: first words of furniture. Only `file` and `format` must be
there, and other keys are for the annotator.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Format = Literal["plain", "markdown", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)


class AnnotationError(Exception):
    """An annotation that cannot be used, in one line that names the file."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One document, as annotated."""

    file: str
    format: Format
    title: str | None = None
    other_titles: tuple[str, ...] = ()
    byline: str | None = None
    date: str | None = None
    headings: tuple[str, ...] = ()
    free_headings: tuple[str, ...] = ()
    """Right as headings, and right as something else."""
    trends: tuple[str, ...] = ()
    free_trends: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    question_headings: tuple[str, ...] = ()
    tips: tuple[str, ...] | None = None
    """None: nobody looked for them."""
    furniture: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that is right."""
        return ((self.title,) if self.title else ()) + self.other_titles


def read_annotation(path: Path) -> Annotation:
    """The annotation in the file `path`. Raises AnnotationError."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path}: not a readable JSON file ({error})"
        raise AnnotationError(message) from error
    if not isinstance(said, dict):
        message = f"{path}: not a JSON object"
        raise AnnotationError(message)
    return _checked(said, path)


def read_annotations(folders: Sequence[Path]) -> tuple[Annotation, ...]:
    """Those of every `*.json` in `folders`, in the order of their names. Raises AnnotationError."""
    found = [read_annotation(path) for folder in folders for path in sorted(folder.glob("*.json"))]
    if not found:
        message = f"no annotations (*.json) in {', '.join(map(str, folders))}"
        raise AnnotationError(message)
    return tuple(found)


def locate(annotation: Annotation, folders: Sequence[Path]) -> Path:
    """The annotated document, in the first of `folders` that has it. Raises AnnotationError."""
    for folder in folders:
        if (path := folder / annotation.file).is_file():
            return path
    message = f"{annotation.file}: in none of {', '.join(map(str, folders))}"
    raise AnnotationError(message)


def _checked(said: Mapping[str, object], path: Path) -> Annotation:
    def text(key: str) -> str | None:
        value = said.get(key)
        if value is None or isinstance(value, str):
            return value or None
        message = f"{path}: {key} is neither a string nor null"
        raise AnnotationError(message)

    def texts(key: str, name: str = "") -> tuple[str, ...]:
        values = said.get(key, [])
        if isinstance(values, list):
            if name:
                values = [one.get(name) if isinstance(one, dict) else None for one in values]
            if all(isinstance(one, str) for one in values):
                return tuple(values)
        message = f"{path}: {key} is not a list of {'objects with ' + name if name else 'strings'}"
        raise AnnotationError(message)

    file, form = text("file"), text("format")
    if not file or form not in FORMATS:
        message = f"{path}: needs file, and format as one of {', '.join(FORMATS)}"
        raise AnnotationError(message)
    return Annotation(
        file=file,
        format=form,
        title=text("title"),
        other_titles=texts("title_alt"),
        byline=text("byline"),
        date=text("date"),
        headings=texts("sections", "heading"),
        free_headings=texts("optional_headings"),
        trends=texts("trends"),
        free_trends=texts("trends_optional"),
        questions=texts("faq"),
        question_headings=texts("question_headings"),
        tips=None if said.get("tips") is None else texts("tips"),
        furniture=texts("boilerplate"),
    )
