"""Views that draw their own rows: the reading pane and the lists stand on them."""
