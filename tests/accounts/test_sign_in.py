import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from rest_framework.authtoken.models import Token

from accounts import links

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough secret 42"


def test_the_first_administrator_is_made_once_and_has_no_password(django_user_model):
    user = links.first_administrator()
    assert user.is_superuser and not user.has_usable_password()
    assert links.first_administrator() == user
    assert django_user_model.objects.count() == 1


def test_a_link_signs_in_once(client):
    user = links.first_administrator()
    address = links.sign_in_link(user)
    assert client.get(address).status_code == 200
    assert not client.session.get("_auth_user_id"), "following the link alone must not use it up"
    assert client.post(address).url == reverse("password")
    assert client.session["_auth_user_id"] == str(user.pk)
    client.logout()
    assert client.post(address).status_code == 410
    assert links.first_administrator() is None


def test_a_made_up_link_lets_nobody_in(client, owner):
    uid = links.sign_in_link(owner).split("/")[2]
    assert client.post(reverse("sign_in_link", args=[uid, "abc-def"])).status_code == 410
    assert client.post(reverse("sign_in_link", args=["zzz", "abc-def"])).status_code == 410


def test_a_password_can_be_chosen_and_used(client, owner):
    client.force_login(owner)
    data = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post(reverse("password"), data).status_code == 302
    client.logout()
    assert client.post(reverse("sign_in"), {"username": "owner", "password": PASSWORD}).status_code == 302


def test_many_failed_sign_ins_lock_the_account(client, owner, settings):
    owner.set_password(PASSWORD)
    owner.save()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        last = client.post(reverse("sign_in"), {"username": "owner", "password": "wrong"})
    assert last.status_code == 429
    assert client.post(reverse("sign_in"), {"username": "owner", "password": PASSWORD}).status_code == 429


def test_a_token_is_shown_once_and_replaces_the_old_one(client, owner):
    old = Token.objects.create(user=owner).key
    client.force_login(owner)
    page = client.post(reverse("new_token")).content.decode()
    new = Token.objects.get(user=owner).key
    assert new != old and new in page
    assert new not in client.get(reverse("account")).content.decode()


def test_the_command_prints_a_link_that_works(client, capsys):
    call_command("sign_in_link", "officer", "--create", base="http://site")
    link = re.match(r"http://site(/\S+)", capsys.readouterr().out)[1]
    assert client.post(link).status_code == 302
