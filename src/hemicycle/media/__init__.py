"""Sound and picture by Media over QUIC (MoQ), or over a WebSocket where UDP is blocked.

`wire` holds what both ends must agree on (frames, messages, priorities); `server` serves a
meeting's streams, and `client` takes and publishes them. No other room imports `moq`.
"""
