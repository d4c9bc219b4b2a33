"""The server's side of media: sessions, the gate before a meeting's origin, and the fan-out over
TCP."""
