"""The client's side of media: a connection by QUIC or by WebSocket that publishes and
subscribes."""
