from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mandates", "0009_exports")]

    operations = [
        migrations.AddField(
            model_name="sweep",
            name="register_changed",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
