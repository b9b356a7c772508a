"""The index at a size, beside bare FTS5, tantivy and ripgrep: `python -m benchmarks.search`."""
