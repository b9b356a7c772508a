"""`python -m benchmarks.twins [FILE.md…]`: what each form gives otherwise than the Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.twins.compare import KINDS, differences, outlines


def main(names: list[str]) -> int:
    """Print a line a document and form; 1 where any differs."""
    paths = [Path(name) for name in names] or sorted(Path(__file__).parent.glob("*.md"))
    differing = 0
    for path in paths:
        forms = outlines(path.read_text("utf-8"))
        for form in ("html", "text"):
            found = differences(forms["markdown"], forms[form])
            differing += bool(found)
            counts = "  ".join(f"{kind} {len(forms[form][kind])}" for kind in KINDS)
            print(f"{path.stem:12} {form:5} {counts}  {'; '.join(found) or 'the same'}")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
