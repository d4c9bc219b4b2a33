"""FastAPI routes, the WebSocket, links and cookies, the built pages. No rules."""
