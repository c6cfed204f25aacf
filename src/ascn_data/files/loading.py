"""
The lock under which files are loaded, which no fork may cut in two.

A child process that is forked while another thread loads would get a lock
that nobody in it ever gives back, and wait for ever.  So a fork waits until
the load has ended, and the child finds the lock free and the table whole.
"""

import os

from ascn_data.lazy_attrs import LOCK


LOADING = LOCK
"""Held while records, an index of names or a class is made."""


# Windows has no fork.
if hasattr(os, "register_at_fork"):  # pragma: no branch
    os.register_at_fork(
        before=LOADING.acquire,
        after_in_parent=LOADING.release,
        after_in_child=LOADING.release,
    )
