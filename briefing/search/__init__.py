"""The query language, the index, and what is found."""
