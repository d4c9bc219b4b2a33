"""Simultaneous interpretation beside the rules: what interpreters do together, and what they read."""
