"""
Pausing the garbage collector while a whole file is loaded.
"""

import gc


class collector_paused:  # noqa: N801 - used as a function
    """
    Pause the garbage collector, whatever happens until it goes on.

    Nothing that a file holds is garbage, and looking for some in all that is
    loaded already makes the time of a load grow faster than the file.
    """

    # Importing contextlib would cost more than pausing saves a look-up.
    __slots__ = ("_was_on",)

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()
