"""The live room: its facts, and the pure rules that make and read them.

`decide` turns a command into facts or a refusal, `apply` turns a state and a fact into the next
state, `view` shows a state to an audience. Nothing here does I/O, reads a clock or draws a number.
"""
