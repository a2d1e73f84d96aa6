"""Settings that every test shares."""

from hypothesis import HealthCheck, settings

settings.register_profile("atlas", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=10)
settings.load_profile("atlas")
