"""Puts the parts together, and lives and ends with the process."""
