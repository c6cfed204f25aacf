"""
How Hypothesis runs here.
"""

from hypothesis import HealthCheck, settings


# Machines that run these tests are shared, and time says nothing of the laws.
settings.register_profile(
    "shared machine",
    parent=settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("shared machine")
