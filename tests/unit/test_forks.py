"""
A process that is forked in the middle of a load works on.
"""

import os
import subprocess
import sys

import pytest


FORKED = """
import os, signal, threading, time
import ascn_data
from ascn_data.versions import stores

begun = threading.Event()
read = stores.BUNDLED._read

def slowly(*given):
    begun.set()
    time.sleep(0.2)
    return read(*given)

stores.BUNDLED._read = slowly
thread = threading.Thread(target=ascn_data.cities)
thread.start()
begun.wait()
child = os.fork()
if child == 0:
    signal.alarm(30)
    fine = ascn_data.city("Phuket").id == "th-phuket"
    fine = fine and ascn_data.load("2026.1").city("JB").id == "my-johor-bahru"
    os._exit(0 if fine else 1)
thread.join()
print(os.waitpid(child, 0)[1], len(ascn_data.cities()) > 30)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_fork_waits_for_a_load() -> None:
    """
    Neither the child nor the parent waits for ever, and both have the data.
    """
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FORKED],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )

    assert done.stdout.split() == ["0", "True"]
