"""
Fuzzers: hostile input of many kinds, from a seed, as much as is asked for.

`python -m tests.fuzz` runs them for long; the tests run each for a moment.
"""
