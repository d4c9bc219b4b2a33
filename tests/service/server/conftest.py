"""The databases of the store's tests, for servers."""

from tests.service.store.conftest import postgresql_server, url

__all__ = ["postgresql_server", "url"]
