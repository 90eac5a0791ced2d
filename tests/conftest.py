"""The people and the material that tests share, and the switch that makes a skip a failure."""

import logging
import os
from pathlib import Path

import pytest
from django.utils import translation

from tests.browser.site import chromium, signed_in, site

__all__ = ["chromium", "signed_in", "site"]

os.environ.setdefault("SECRET_KEY", "of the tests alone")  # for the server processes that tests start


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With FAIL_ON_SKIP=1, as in CI, a test that is skipped has failed: nothing may be missing there."""
    report = yield
    if report.skipped and os.environ.get("FAIL_ON_SKIP") == "1" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"FAIL_ON_SKIP: {reason}"
    return report


@pytest.fixture(autouse=True)
def in_the_first_language():
    """A page that a test has asked for in French leaves its thread in French, as the next request of a server would not."""
    translation.deactivate()


def pytest_addoption(parser):
    parser.addoption("--only-database", action="store_true", help="run only the tests that use the database")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--only-database"):
        return
    names = {"db", "transactional_db", "live_server"}
    kept = [i for i in items if i.get_closest_marker("django_db") or names & set(getattr(i, "fixturenames", ()))]
    dropped = [i for i in items if i not in set(kept)]
    config.hook.pytest_deselected(items=dropped)
    items[:] = kept


@pytest.fixture
def owner(db, django_user_model):
    return django_user_model.objects.create_user("owner")


@pytest.fixture
def colleague(db, django_user_model):
    return django_user_model.objects.create_user("colleague")


@pytest.fixture
def stranger(db, django_user_model):
    return django_user_model.objects.create_user("stranger")


@pytest.fixture
def administrator(db, django_user_model):
    return django_user_model.objects.create_superuser("administrator")


@pytest.fixture
def submit(owner):
    """A text goes in, the owner's unless it is said whose, and is reviewed."""
    from mandates import jobs, services  # models are there only once Django is set up
    from tests.mandates import drafts

    def submitted(text: str = drafts.NAMBIRA, *, reviewed: bool = True, **told):
        version = services.submit(owner=told.pop("owner", owner), data=text.encode(), **told)
        if reviewed:
            jobs.review_mandate(version.jobs.get().pk)
        return version.mandate

    return submitted


@pytest.fixture
def draft(submit):
    return submit(title="River renewal")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real material; a clone on its own has none and skips."""
    folder = os.environ.get("CORPUS_DIR")
    if not folder:
        pytest.skip("CORPUS_DIR is not set: the real texts are not at hand")
    path = Path(folder)
    if not path.is_dir():
        pytest.skip(f"CORPUS_DIR={folder} is no folder")
    return path


@pytest.fixture
def log(caplog):
    """Everything logged, from the loggers too that do not pass their lines on."""
    caplog.set_level(logging.DEBUG)
    silent = [item for item in logging.root.manager.loggerDict.values() if not getattr(item, "propagate", True)]
    for item in silent:
        item.addHandler(caplog.handler)
    yield caplog
    for item in silent:
        item.removeHandler(caplog.handler)
