"""What is deleted for good is gone from the files of an SQLite database too, while another process uses it."""

import subprocess
import sys

from tests.mandates.processes import Worker

STAYS_CONNECTED = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM mandates_mandate").fetchall()
print("connected", flush=True)
sys.stdin.read()
"""


def test_a_text_deleted_for_good_is_in_no_file_of_the_database(tmp_path):
    database = tmp_path / "erased.sqlite3"

    def held() -> set[bytes]:
        """Of a sentence of the text, and of a word as the search keeps it in its index, what is still in a file."""
        files = [path.read_bytes() for path in tmp_path.iterdir()]
        return {words for words in (b"through QZXErased Gorge", b"zxerased") if any(words in file for file in files)}

    with Worker(f"sqlite:///{database}") as worker:
        connected = [sys.executable, "-c", STAYS_CONNECTED, database]
        with subprocess.Popen(connected, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
            assert other.stdout.readline() == b"connected\n"
            assert worker.do("run", "QZXErased", "never") == 0
            assert held() == {b"through QZXErased Gorge", b"zxerased"}
            assert worker.do("delete", "QZXErased") == 0
            assert held() == set()
            other.stdin.close()
