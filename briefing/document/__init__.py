"""The model and its laws: values in, values out. Pure."""
