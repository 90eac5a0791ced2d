import os
from urllib.parse import urlsplit

import psycopg
import pytest


@pytest.fixture(scope="module")
def own_database(tmp_path_factory):
    """The address of an empty database for processes of one test module, of the kind that this run has."""
    url = urlsplit(os.environ.get("DATABASE_URL", "sqlite://"))
    if url.scheme.startswith("sqlite"):
        yield f"sqlite:///{tmp_path_factory.mktemp('database') / 'own.sqlite3'}"
        return
    name = f"own_{os.getpid()}"
    with psycopg.connect(url._replace(scheme="postgresql", path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield url._replace(path=f"/{name}").geturl()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
