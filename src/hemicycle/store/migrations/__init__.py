"""The schema's history, run by `Store.open`."""
