"""Facts and rows, in SQLite or PostgreSQL."""
