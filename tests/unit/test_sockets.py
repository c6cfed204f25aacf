"""
Nothing of the package opens a network connection.
"""

import subprocess
import sys


OFFLINE = """
import sys

def refuse(event, given):
    if event.startswith(("socket.connect", "socket.bind", "socket.getaddr",
                         "socket.gethostby", "socket.sendto", "urllib.",
                         "http.client", "ftplib", "smtplib")):
        raise SystemExit(f"{event} {given!r}")

sys.addaudithook(refuse)
import ascn_data as ascn, tempfile
ds = ascn.load()
for name in ("2026.1", "2026.2"):
    ascn.load(name).cities()
print(ascn.city("Phuket"), ascn.cities()._repr_html_(), ascn.cite())
ascn.resolve(["Saigon"], kind="city"), ascn.search("flood")
ascn.about("Phuket"), ascn.history("th-phuket"), ascn.reconciliation()
ascn.diff("2026.1", "2026.2")
with tempfile.TemporaryDirectory() as place:
    ds.export(place)
from ascn_data.__main__ import main
sys.argv = ["ascn-data", "cities"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print("offline to the end", "socket" in sys.modules)
"""


def test_nothing_opens_a_connection() -> None:
    """
    Not a query, a citation, an export or the command.
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", OFFLINE],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PYTHONPATH": ":".join(sys.path)},
    )

    assert done.returncode == 0, done.stderr
    assert "offline to the end False" in done.stdout
