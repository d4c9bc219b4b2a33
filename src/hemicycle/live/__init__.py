"""The meetings that are live in this process. Each decides, stores and broadcasts in one task."""
