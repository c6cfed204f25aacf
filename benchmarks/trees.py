"""
The memory and CPU time of a process with all its descendants.

Peak memory of one process (`ru_maxrss`) leaves out the workers of a cluster
and Java.  Here the parent adds up the proportional set sizes (PSS) of the
whole tree, in which a shared page counts once, twenty times a second.
"""

import os
import pathlib
import select
import subprocess
import time

from collections.abc import Sequence

import attrs


PROC = pathlib.Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
PAUSE = 0.05


@attrs.frozen
class Use:
    """
    What a process and its descendants used.

    Attributes:
        cpu: CPU seconds between its lines `begin` and `end`.
        wall: Seconds between them by the clock.
        peak: The most memory that all held at once, in megabytes.
        files: The part of it that are pages of files, such as programs; the
            system can take these back at any time.
        said: What it wrote between the two lines.
    """

    cpu: float
    wall: float
    peak: float
    files: float
    said: str


def _stat(process: str) -> list[str]:
    """
    The fields of a process's `stat` after its name; none if it is gone.
    """
    try:
        text = (PROC / process / "stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return text.rpartition(")")[2].split()


def tree(root: int) -> dict[str, list[str]]:
    """
    A process and its descendants, with their `stat`.
    """
    stats = {
        file.name: stat
        for file in PROC.iterdir()
        if file.name.isdigit() and (stat := _stat(file.name))
    }
    children: dict[str, list[str]] = {}
    for name, stat in stats.items():
        children.setdefault(stat[1], []).append(name)
    found = [str(root)]
    for name in found:  # which grows while it is walked
        found += children.get(name, [])
    return {name: stats[name] for name in found if name in stats}


def cpu(root: int) -> float:
    """
    CPU seconds of a process, its descendants and those it has waited for.
    """
    return (
        sum(sum(map(int, stat[11:15])) for stat in tree(root).values()) / TICKS
    )


def memory(root: int) -> tuple[float, float]:
    """
    The PSS of a process and its descendants, and of that in files, in MB.
    """
    total = files = 0
    for name in tree(root):
        try:
            text = (PROC / name / "smaps_rollup").read_text(encoding="utf-8")
        except (FileNotFoundError, ProcessLookupError):
            continue
        sizes = {
            line.partition(":")[0]: int(line.split()[1])
            for line in text.splitlines()[1:]
        }
        total += sizes["Pss"]
        files += sizes["Pss_File"]
    return total / 1024, files / 1024


def watched(command: Sequence[str]) -> Use:
    """
    Run a command that says `begin` and `end` and waits for a line after each.

    Raises:
        subprocess.CalledProcessError: If it fails.
    """
    said: list[str] = []
    marks: list[tuple[float, float]] = []
    most = (0.0, 0.0)
    # Unbuffered, or a line may wait where `select` does not see it.
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("there are pipes")
        while True:
            ready, _, _ = select.select([process.stdout], [], [], PAUSE)
            most = max(most, memory(process.pid))
            if not ready:
                continue
            line = process.stdout.readline().decode()
            if not line:
                break
            if line.strip() in ("begin", "end"):
                marks.append((cpu(process.pid), time.monotonic()))
                process.stdin.write(b"\n")
            elif len(marks) == 1:
                said.append(line)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    if len(marks) != 2:
        raise RuntimeError(f"{command} stopped before it said end")
    (cpu_begin, begin), (cpu_end, end) = marks
    return Use(cpu_end - cpu_begin, end - begin, *most, said="".join(said))
