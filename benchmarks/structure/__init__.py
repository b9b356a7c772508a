"""How well documents are seen for what they are made of, beside other tools.

    python -m benchmarks.structure [--docs DIR]... [--gold DIR]... [--only FORMAT] [--verbose]

Every tool of `peers.py` that is installed reads the same annotated documents in the same run. The
annotation is described in `annotation.py`, the figures in `score.py` and `figures.py`. Without
folders, the few documents of our own in `documents/` are read.
"""
