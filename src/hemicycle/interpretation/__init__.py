"""Simultaneous interpretation beside the rules: what booths do together, and what they read."""
