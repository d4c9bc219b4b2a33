"""The meetings that are live in this process: each decides, stores, applies and broadcasts in one task."""
