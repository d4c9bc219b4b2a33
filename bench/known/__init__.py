"""A speaker whose sound and picture are known to the last bit, and what of them a browser gives
out."""
