"""The nightly sweep, at any hour: the mandates in force under the current rules, and what that changes."""

import json
import sys
from dataclasses import asdict

from django.core.management.base import BaseCommand

from mandates import flag_news, jobs
from mandates.analysis import wording
from mandates.models import Sweep

COUNTS = ("ruleset", "in_force", "reviewed", "started", "register_changed", "unfinished")
DONE, NEWLY_FLAGGED, UNFINISHED = 0, 1, 2


class Command(BaseCommand):
    help = (
        "Review the mandates in force of every mission that is not closed, where the current ruleset has not, and drafts and "
        "mandates in force of whose mission other facts are known since, and say what is newly flagged and no longer flagged, "
        "and why. Exit codes: 0 done, 1 something is newly flagged (with --fail-on-flag), 2 a review failed or is in another "
        "worker's hands."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--adopted", action="store_true", help="sweep every adopted text, not only those in force")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--fail-on-flag", action="store_true", help="exit with 1 where something is newly flagged")

    def handle(self, *, adopted, format, fail_on_flag, **options) -> None:
        sweep = Sweep.objects.get(pk=jobs.sweep(adopted))
        news = flag_news.told(sweep.changes.all())
        self.stdout.write(_as_json(sweep, news) if format == "json" else _as_text(sweep, news, adopted))
        newly = any(one.group is flag_news.Group.NEWLY for one in news)
        code = UNFINISHED if sweep.unfinished else NEWLY_FLAGGED if newly and fail_on_flag else DONE
        if code:
            sys.exit(code)


def _as_json(sweep: Sweep, news: list[flag_news.News]) -> str:
    counts = {name: getattr(sweep, name) for name in COUNTS}
    changes = [{**asdict(one), "sentence": one.sentence} for one in news]
    return json.dumps({**counts, "at": sweep.at.isoformat(), "changes": changes}, ensure_ascii=False, indent=1)


def _as_text(sweep: Sweep, news: list[flag_news.News], adopted: bool) -> str:
    swept = "adopted text" if adopted else "mandate"
    lines = [
        f"{wording.count(sweep.in_force, swept)}{'' if adopted else ' in force'}: {sweep.reviewed} already reviewed under the "
        f"current ruleset ({sweep.ruleset}), {sweep.started} reviewed now."
    ]
    if sweep.register_changed:
        reviews = wording.count(sweep.register_changed, "review")
        verb = "was" if sweep.register_changed == 1 else "were"
        lines.append(
            f"{reviews} of drafts and mandates in force {verb} made again: other facts of their missions are known now."
        )
    if sweep.unfinished:
        lines.append(f"{wording.count(sweep.unfinished, 'review')} did not end here: failed, or another worker has it.")
    for group, found in flag_news.grouped(news).items():
        lines += ["", f"{wording.capital(group)} ({len(found)})"]
        lines += [f"  {one.name}: {one.sentence}" for one in found]
    if not news:
        lines += ["", "No flag has changed."]
    return "\n".join(lines)
