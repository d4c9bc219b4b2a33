"""Makes the video of a meeting from its tracks. Runs in a process of its own, never in the
server's."""
