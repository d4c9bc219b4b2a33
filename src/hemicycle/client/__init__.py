"""A seat and its media in Python, by the doors that people use."""
