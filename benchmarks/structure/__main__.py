"""Both `python -m benchmarks.structure` and `python benchmarks/structure` begin here."""

from __future__ import annotations

import sys
from pathlib import Path

if not __package__:
    # Started by its folder's path: this folder stands first in the search path, not the checkout.
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.structure.run import main

sys.exit(main())
