"""Adoption facts, and agreed language with an index of its words.

The number follows that of another change; it depends on 0002 alone. The index is the database's own: FTS5 over the table
as external content, kept by triggers, or a generated tsvector with GIN. SQLite drops triggers with the table when Django
remakes it: a later migration that alters Precedent has to run ``index_words`` again.
"""

import django.db.models.deletion
from django.db import migrations, models


SQLITE = """
CREATE VIRTUAL TABLE mandates_precedent_words USING fts5(
    searchable, content='mandates_precedent', content_rowid='id', tokenize='ascii');
CREATE TRIGGER mandates_precedent_added AFTER INSERT ON mandates_precedent BEGIN
    INSERT INTO mandates_precedent_words(rowid, searchable) VALUES (new.id, new.searchable);
END;
CREATE TRIGGER mandates_precedent_removed AFTER DELETE ON mandates_precedent BEGIN
    INSERT INTO mandates_precedent_words(mandates_precedent_words, rowid, searchable)
    VALUES ('delete', old.id, old.searchable);
END;
CREATE TRIGGER mandates_precedent_changed AFTER UPDATE OF searchable ON mandates_precedent BEGIN
    INSERT INTO mandates_precedent_words(mandates_precedent_words, rowid, searchable)
    VALUES ('delete', old.id, old.searchable);
    INSERT INTO mandates_precedent_words(rowid, searchable) VALUES (new.id, new.searchable);
END;
INSERT INTO mandates_precedent_words(mandates_precedent_words) VALUES ('rebuild');
"""
SQLITE_BACK = """
DROP TRIGGER mandates_precedent_added;
DROP TRIGGER mandates_precedent_removed;
DROP TRIGGER mandates_precedent_changed;
DROP TABLE mandates_precedent_words;
"""
POSTGRESQL = """
ALTER TABLE mandates_precedent ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', searchable)) STORED;
CREATE INDEX mandates_precedent_words ON mandates_precedent USING gin (words);
"""
POSTGRESQL_BACK = "ALTER TABLE mandates_precedent DROP COLUMN words;"


def index_words(apps, schema_editor) -> None:
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop_index(apps, schema_editor) -> None:
    run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def run(schema_editor, by_vendor: dict[str, str]) -> None:
    """One statement at a time, so that the migration stays one transaction; a trigger ends with its END."""
    statement = ""
    for line in by_vendor[schema_editor.connection.vendor].strip().splitlines():
        statement += f"{line}\n"
        inside = "CREATE TRIGGER" in statement and not statement.endswith("END;\n")
        if line.endswith(";") and not inside:
            schema_editor.execute(statement)
            statement = ""


class Migration(migrations.Migration):

    dependencies = [
        ('mandates', '0007_comparisons_and_comments'),
    ]

    operations = [
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField(blank=True, null=True)),
                ('date_source', models.CharField(blank=True, max_length=200)),
                ('yes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('no', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('abstaining', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('not_voting', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('without_vote', models.BooleanField(blank=True, null=True)),
                ('vote_source', models.CharField(blank=True, max_length=200)),
                ('as_of', models.DateField(blank=True, null=True)),
                ('mandate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='adoption', to='mandates.mandate')),
            ],
        ),
        migrations.CreateModel(
            name='Precedent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paragraph', models.PositiveIntegerField()),
                ('label', models.CharField(max_length=80)),
                ('anchor', models.CharField(max_length=100)),
                ('text', models.TextField()),
                ('chapeau', models.TextField(blank=True)),
                ('place', models.CharField(choices=[('own_task', 'own task of the mission'), ('clause', 'clause in a task of the mission'), ('mission', 'asked of the mission outside its task list'), ('others', 'asked of others'), ('preamble', 'preamble')], max_length=10)),
                ('lead_verb', models.CharField(blank=True, max_length=100)),
                ('strength', models.PositiveSmallIntegerField(null=True)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('mission_name', models.CharField(blank=True, max_length=200)),
                ('crime_types', models.CharField(blank=True, max_length=500)),
                ('further_types', models.CharField(blank=True, max_length=500)),
                ('task_kinds', models.CharField(blank=True, max_length=500)),
                ('with_terrorism', models.BooleanField(default=False)),
                ('names_police', models.BooleanField(default=False)),
                ('names_partners', models.BooleanField(default=False)),
                ('searchable', models.TextField()),
                ('lost_in', models.CharField(blank=True, max_length=40)),
                ('fate', models.CharField(choices=[('not_known', 'not known'), ('held', 'still in the newest text held'), ('dropped', 'dropped later')], default='not_known', max_length=10)),
                ('fate_symbol', models.CharField(blank=True, max_length=40)),
                ('kept_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='mandates.precedent')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='precedents', to='mandates.textversion')),
            ],
            options={
                'ordering': ['version', 'paragraph'],
                'constraints': [models.UniqueConstraint(fields=('version', 'paragraph'), name='one_precedent_per_paragraph')],
            },
        ),
        migrations.RunPython(index_words, drop_index),
    ]
