"""The commands; they put the parts together."""
