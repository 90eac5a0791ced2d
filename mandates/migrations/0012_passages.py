"""What the search looks through, with an index of its words, filled from what was reviewed before.

The index is the database's own: FTS5 over the table as external content, kept by triggers, or a generated tsvector with GIN.
SQLite drops triggers with the table when Django remakes it: a later migration that alters Passage has to make them again.
"""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    """CREATE VIRTUAL TABLE mandates_passage_words USING fts5(
    searchable, content='mandates_passage', content_rowid='id', tokenize='ascii')""",
    """CREATE TRIGGER mandates_passage_added AFTER INSERT ON mandates_passage BEGIN
    INSERT INTO mandates_passage_words(rowid, searchable) VALUES (new.id, new.searchable);
END""",
    """CREATE TRIGGER mandates_passage_removed AFTER DELETE ON mandates_passage BEGIN
    INSERT INTO mandates_passage_words(mandates_passage_words, rowid, searchable)
    VALUES ('delete', old.id, old.searchable);
END""",
    """CREATE TRIGGER mandates_passage_changed AFTER UPDATE OF searchable ON mandates_passage BEGIN
    INSERT INTO mandates_passage_words(mandates_passage_words, rowid, searchable)
    VALUES ('delete', old.id, old.searchable);
    INSERT INTO mandates_passage_words(rowid, searchable) VALUES (new.id, new.searchable);
END""",
]
SQLITE_BACK = [
    "DROP TRIGGER mandates_passage_added",
    "DROP TRIGGER mandates_passage_removed",
    "DROP TRIGGER mandates_passage_changed",
    "DROP TABLE mandates_passage_words",
]
POSTGRESQL = [
    """ALTER TABLE mandates_passage ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', searchable)) STORED""",
    "CREATE INDEX mandates_passage_words ON mandates_passage USING gin (words)",
]
POSTGRESQL_BACK = ["ALTER TABLE mandates_passage DROP COLUMN words"]


def index_words(apps, schema_editor) -> None:
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop_index(apps, schema_editor) -> None:
    run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def run(schema_editor, by_vendor: dict[str, list[str]]) -> None:
    for statement in by_vendor[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def fill(apps, schema_editor) -> None:
    """The newest version of each mandate, where it was reviewed. A database that is new has none."""
    from mandates.searching import rows

    Version, Passage = apps.get_model("mandates", "TextVersion"), apps.get_model("mandates", "Passage")
    later = Version.objects.filter(mandate=models.OuterRef("mandate"), number__gt=models.OuterRef("number"))
    newest = Version.objects.filter(~models.Exists(later), review__isnull=False).order_by("pk")
    shown = newest.select_related("review", "mandate__mission", "mandate__adoption").defer("source", "review__data")
    for version in shown.iterator(100):
        paragraphs, tasks = version.paragraphs.order_by("index"), version.tasks.order_by("paragraph")
        told = rows.of(version, version.review, paragraphs, tasks, version.review.findings.order_by("order"))
        Passage.objects.bulk_create([Passage(**row) for row in told], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('mandates', '0011_review_cancelled'),
    ]

    operations = [
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('texts', 'text'), ('tasks', 'task'), ('paragraphs', 'paragraph'), ('findings', 'finding')], max_length=10)),
                ('order', models.PositiveIntegerField()),
                ('paragraph', models.PositiveIntegerField(null=True)),
                ('fingerprint', models.CharField(blank=True, max_length=64)),
                ('stands', models.CharField(blank=True, max_length=80)),
                ('year', models.PositiveSmallIntegerField()),
                ('mission_name', models.CharField(blank=True, max_length=200)),
                ('crime_types', models.CharField(blank=True, max_length=500)),
                ('searchable', models.TextField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='mandates.textversion')),
            ],
            options={
                'ordering': ['version', 'kind', 'order'],
            },
        ),
        migrations.RunPython(index_words, drop_index),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
