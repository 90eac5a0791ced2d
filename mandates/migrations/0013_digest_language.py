"""In which language somebody asked for the digest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mandates", "0012_passages")]

    operations = [
        migrations.AddField("subscription", "language", models.CharField(default="en-gb", max_length=10)),
    ]
