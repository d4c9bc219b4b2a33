"""Writes what a meeting sends, as it comes, into the tracks of its recording. Runs in the
server."""
