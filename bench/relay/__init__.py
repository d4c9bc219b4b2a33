"""A bad network between a browser and the server: a relay for UDP and TCP that needs no rights."""
