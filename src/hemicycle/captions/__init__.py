"""Puts into words what is said on the floor: one microphone at a time, so that each line has its speaker."""
