from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from accounts import links


class Command(BaseCommand):
    help = "Print a link that signs a person in once."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--create", action="store_true", help="make the account where there is none")
        parser.add_argument("--administrator", action="store_true", help="with --create: an administrator's account")
        parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the site")

    def handle(self, *, username, create, administrator, base, **options):
        users = get_user_model()
        user = users.objects.filter(username=username).first()
        if user is None and not create:
            raise CommandError(f"There is no account “{username}”. To make one, add --create.")
        if user is None:
            make = users.objects.create_superuser if administrator else users.objects.create_user
            user = make(username, password=None)
        self.stdout.write(links.sign_in_link(user, base.rstrip("/")))
