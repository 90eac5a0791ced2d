"""Management commands one after the other in a process that is warm: each line that comes in is a command as a JSON list, each
that goes out says what it printed or how it failed. A process for each command would take seconds."""

import io
import json
import os
import sys
import traceback
from contextlib import redirect_stdout


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    for line in sys.stdin:
        said = io.StringIO()
        try:
            with redirect_stdout(said):
                call_command(*json.loads(line))
            answer = {"said": said.getvalue()}
        except BaseException:
            answer = {"failed": traceback.format_exc()}
        connection.close()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
