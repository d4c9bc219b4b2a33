"""Live captions: lines that captioners write, and speech recognition of each open microphone.

Every microphone is recognised by itself, so that each line has its speaker. The model runs in a
child process (`worker`), which the server feeds through pipes (`recognizer`).
"""
