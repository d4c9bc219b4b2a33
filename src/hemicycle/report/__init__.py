"""Readings of the log for people: attendance, floor times, the report. Pure."""
