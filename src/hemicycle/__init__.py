"""Hemicycle holds an official webinar in several languages, from the invitation to the press
report."""
