"""
How Hypothesis runs here.

By default each law is tried on the same examples every time, so that the
README's command cannot fail by chance.  `HYPOTHESIS_PROFILE=long` tries many
more, other ones each time.
"""

import os

from hypothesis import HealthCheck, settings


# Machines that run these tests are shared, and time says nothing of the laws.
_SHARED = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.register_profile("default", parent=_SHARED, derandomize=True)
settings.register_profile("long", parent=_SHARED, max_examples=50_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
