"""The browser and the site of tests/browser, for journeys with real texts."""

from tests.browser.conftest import chromium, signed_in, site

__all__ = ["chromium", "signed_in", "site"]
