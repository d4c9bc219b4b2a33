"""One task a meeting: decide, append, apply, tell. Clocks, and restart by replay."""
