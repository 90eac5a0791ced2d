"""Signing in by link, and what a person can change about the own account."""

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from rest_framework.authtoken.models import Token

from accounts import links
from language.said import say


@never_cache
def sign_in_link(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """GET shows a button, so that a mail scanner that follows links does not use it up; POST signs in."""
    user = links.user_of_link(uid, token)
    if user is None:
        return render(request, "accounts/link_spent.html", status=410)
    if request.method != "POST":
        return render(request, "accounts/link.html", {"person": user})
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("password")


@login_required
def account(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/account.html", {"has_token": Token.objects.filter(user=request.user).exists()})


@login_required
def password(request: HttpRequest) -> HttpResponse:
    """Choose a password, or change it."""
    kind = PasswordChangeForm if request.user.has_usable_password() else SetPasswordForm
    form = kind(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        update_session_auth_hash(request, form.save())
        messages.success(request, say("Your password is set."))
        return redirect("home")
    return render(request, "accounts/password.html", {"form": form})


@never_cache
@login_required
@require_POST
def new_token(request: HttpRequest) -> HttpResponse:
    """A new API token in place of the old one; it is shown this once."""
    Token.objects.filter(user=request.user).delete()
    token = Token.objects.create(user=request.user)
    return render(request, "accounts/account.html", {"has_token": True, "token": token.key})
