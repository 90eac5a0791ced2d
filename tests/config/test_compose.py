"""docker-compose.yml against the settings, without a container engine."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = (ROOT / "config" / "settings.py").read_text()
KNOWN = set(re.findall(r"""env\.\w+\(\s*"([A-Z_]+)\"""", SETTINGS))


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_the_services_of_production_are_all_there(services):
    assert set(services) == {"migrate", "web", "worker", "beat", "postgres", "redis"}


def test_every_variable_is_known_to_the_settings(services):
    for name in ("migrate", "web", "worker", "beat"):
        assert set(services[name]["environment"]) <= KNOWN, name


def test_what_production_needs_is_set(services):
    for name in ("migrate", "web", "worker", "beat"):
        assert {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"} <= set(services[name]["environment"])


def test_every_lasting_service_has_a_health_check(services):
    assert all("test" in services[name].get("healthcheck", {}) for name in services if name != "migrate")


def test_images_are_pinned_to_a_full_version(services):
    pinned = re.compile(r"[\w/]+:\d+\.\d+(\.\d+)?[\w.-]*$")
    assert all(pinned.match(service["image"]) for service in services.values())
    base = re.search(r"^FROM (\S+)", (ROOT / "Dockerfile").read_text(), re.M)[1]
    assert pinned.match(base)


def test_no_secret_has_a_default(services):
    text = (ROOT / "docker-compose.yml").read_text()
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        assert not re.search(rf"\$\{{{name}:?-", text)
        assert re.search(rf"\$\{{{name}:\?", text)


def test_programs_that_are_started_come_with_the_requirements(services):
    locked = (ROOT / "requirements.txt").read_text()
    for package in ("gunicorn", "celery", "redis", "psycopg"):
        assert re.search(rf"^{package}==", locked, re.M)
