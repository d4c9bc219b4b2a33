"""The recorder: what is heard and seen on the record, as it came, on disk; and the one video made of it."""
