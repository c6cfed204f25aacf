"""
Measuring side by side: ratios of interleaved runs, and instruction counts.

Absolute times mean little on a shared machine.  Every round runs each case
once, in a rotated order, and divides its CPU time by that of the yardstick in
the same round; the median of these ratios is reported, with a 95 % bootstrap
interval.  Instruction counts (valgrind) repeat to about 0.1 % whatever else
the machine does.
"""

import contextlib
import functools
import gc
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import time

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs


ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
    "PYTHONHASHSEED": "0",
}
"""Without settings of this session that would change what Python does."""

_VALGRIND = (
    "valgrind",
    "--tool=cachegrind",
    "--cache-sim=no",
    "--cachegrind-out-file=/dev/null",
)


@attrs.frozen
class Figure:
    """
    One measurement against its yardstick.

    Attributes:
        part: The part of the benchmarks, for example `cold`.
        case: What was measured.
        against: The yardstick.
        ratio: Median ratio of the two in CPU time; None if not timed.
        low: Lower end of its 95 % interval.
        high: Upper end of its 95 % interval.
        instructions: Ratio of the two in instructions; None if not counted.
        amount: An amount where there is no ratio, such as megabytes.
        unit: Its unit.
        note: What a reader must know, such as a sample.
    """

    part: str
    case: str
    against: str = ""
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    instructions: float | None = None
    amount: float | None = None
    unit: str = ""
    note: str = ""


@attrs.frozen
class Ratio:
    """
    A median ratio with its interval, and the median itself in seconds.
    """

    middle: float
    low: float
    high: float
    seconds: float


def ratio_of(times: Sequence[float], base: Sequence[float]) -> Ratio:
    """
    The median of ratios of the same round, with a bootstrap interval.
    """
    ratios = [a / b for a, b in zip(times, base, strict=True)]
    drawn = random.Random(2018)  # noqa: S311 - not a secret
    medians = sorted(
        statistics.median(drawn.choices(ratios, k=len(ratios)))
        for _ in range(2000)
    )
    return Ratio(
        statistics.median(ratios),
        medians[50],
        medians[-51],
        statistics.median(times),
    )


def _rounds(
    cases: Mapping[str, Callable[[], float]], base: str, rounds: int
) -> dict[str, Ratio]:
    names = list(cases)
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            times[name].append(cases[name]())
    return {name: ratio_of(times[name], times[base]) for name in names}


def python(code: str) -> list[str]:
    """
    The command that runs some code in a fresh interpreter like this one.
    """
    return [sys.executable, "-c", code]


def _process(code: str) -> float:
    """
    User and system seconds of a process.
    """
    null = os.open(os.devnull, os.O_RDWR)
    pid = os.posix_spawn(
        sys.executable,
        python(code),
        ENVIRONMENT,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, n) for n in (0, 1, 2)],
    )
    _, status, usage = os.wait4(pid, 0)
    os.close(null)
    if status:
        output(code)  # which fails too, and says why
        raise RuntimeError(f"status {status}: {code}")
    return usage.ru_utime + usage.ru_stime


def processes(
    codes: Mapping[str, str], base: str, rounds: int
) -> dict[str, Ratio]:
    """
    CPU ratios of whole processes that run some code.
    """
    cases = {
        name: functools.partial(_process, code) for name, code in codes.items()
    }
    for case in cases.values():
        case()
    return _rounds(cases, base, rounds)


def output(code: str) -> str:
    """
    What a process that runs some code prints.
    """
    return subprocess.run(
        python(code),
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def instructions(code: str) -> int | None:
    """
    Instructions of a process that runs some code; None without valgrind.
    """
    if shutil.which(_VALGRIND[0]) is None:
        return None
    done = subprocess.run(
        [*_VALGRIND, *python(code)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    (count,) = re.findall(r"I\s+refs:\s+([\d,]+)", done.stderr)
    return int(count.replace(",", ""))


def steady_instructions(setup: str, call: str) -> float | None:
    """
    Instructions of a call after the first ones, which warm caches.
    """
    few, many = (
        instructions(f"{setup}\nfor _ in range({n}): {call}") for n in (2, 5)
    )
    return None if few is None or many is None else (many - few) / 3


def over(count: float | None, base: float | None) -> float | None:
    """
    A ratio of counts; None if one is missing.
    """
    return None if count is None or base is None else count / base


def calls(
    cases: Mapping[str, Callable[[], object]],
    base: str,
    rounds: int,
    sample: float = 0.02,
) -> dict[str, Ratio]:
    """
    CPU ratios of calls in this process, each repeated to fill a sample.
    """

    def timed(call: Callable[[], object], repeat: int) -> float:
        gc.collect()
        start = time.process_time()
        for _ in range(repeat):
            call()
        return (time.process_time() - start) / repeat

    repeats = {}
    for name, call in cases.items():
        call()
        once = max(timed(call, 1), 1e-7)
        repeats[name] = max(1, int(sample / once))
    return _rounds(
        {
            name: functools.partial(timed, call, repeats[name])
            for name, call in cases.items()
        },
        base,
        rounds,
    )


_PEAK = """
for line in open("/proc/self/status"):
    if line.startswith("VmHWM"):
        print(line.split()[1])
"""


def peak(code: str) -> float | None:
    """
    The most memory a process held, in megabytes; None where Linux is not.
    """
    if not os.path.exists("/proc/self/status"):  # noqa: PTH110 - one question
        return None
    found = [int(output(code + _PEAK).split()[-1]) for _ in range(3)]
    return statistics.median(found) / 1024


@contextlib.contextmanager
def announced(part: str) -> Iterator[None]:
    """
    Say on standard error which part runs and how long it took.
    """
    print(f"{part} ...", end=" ", file=sys.stderr, flush=True)
    start = time.monotonic()
    yield
    print(f"{time.monotonic() - start:.0f} s", file=sys.stderr)
