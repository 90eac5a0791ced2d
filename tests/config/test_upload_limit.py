import pytest
from django.test import RequestFactory

from config import upload_limit
from config.upload_limit import UploadLimit


class Unread:
    """A body that must not be read."""

    def read(self, *_):
        raise AssertionError("the body was read")


def answer(path, **headers):
    request = RequestFactory().post(path, **headers)
    request._stream = request.environ["wsgi.input"] = Unread()
    return UploadLimit(lambda request: "let through")(request)


@pytest.mark.parametrize("path", ["/api/v1/mandates/", "/mandates/new/"])
def test_a_body_over_the_limit_is_refused_unread(path, db):
    refused = answer(path, CONTENT_LENGTH=str(upload_limit.largest_body() + 1))
    assert refused.status_code == 413
    assert b"20 MB" in refused.content


def test_a_page_refuses_in_the_language_of_its_reader_and_the_api_in_english(db):
    long = {"CONTENT_LENGTH": str(upload_limit.largest_body() + 1), "HTTP_COOKIE": "language=fr"}
    page = answer("/mandates/new/", **long).text
    assert "Le fichier dépasse 20" in page and '<html lang="fr">' in page
    assert "The upload is larger than 20 MB" in answer("/api/v1/mandates/", **long).text


def test_a_body_without_a_length_is_refused(db):
    assert answer("/api/v1/mandates/", CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked").status_code == 411


def test_a_body_within_the_limit_is_let_through():
    assert answer("/mandates/new/", CONTENT_LENGTH="1000") == "let through"


@pytest.mark.parametrize(("path", "kind"), [("/api/v1/mandates/", "application/json"), ("/mandates/new/", "text/html")])
def test_a_server_that_refuses_by_itself_says_the_same(path, kind):
    status, headers, body = upload_limit.bare_refusal(path)
    assert status.startswith("413")
    assert dict(headers)["Content-Type"].startswith(kind)
    assert b"20 MB" in body
