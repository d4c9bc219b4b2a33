"""The protocol between the server and a seat: ids, commands, views and messages.

The one source of it: the JSON schema, the TypeScript types and PROTOCOL.md are made from here.
"""
