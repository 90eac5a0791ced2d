from django.contrib.auth import views as auth
from django.urls import path

from accounts import views

urlpatterns = [
    path("sign-in/", auth.LoginView.as_view(redirect_authenticated_user=True), name="sign_in"),
    path("sign-in/<str:uid>/<str:token>/", views.sign_in_link, name="sign_in_link"),
    path("sign-out/", auth.LogoutView.as_view(), name="sign_out"),
    path("account/", views.account, name="account"),
    path("account/password/", views.password, name="password"),
    path("account/token/", views.new_token, name="new_token"),
]
