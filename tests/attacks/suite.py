"""All attacks that are run on a world, in one list."""

from tests.attacks.test_bounds import BOUNDS
from tests.attacks.test_children import CHILDREN
from tests.attacks.test_completeness import COMPLETENESS
from tests.attacks.test_differencing import DIFFERENCING
from tests.attacks.test_dominance import DOMINANCE
from tests.attacks.test_editions import EDITIONS
from tests.attacks.test_embargo import EARLY, EMBARGO
from tests.attacks.test_homogeneity import HOMOGENEITY
from tests.attacks.test_linked_totals import LINKED_TOTALS
from tests.attacks.test_minimality import MINIMALITY
from tests.attacks.test_noise import NOISE
from tests.attacks.test_order import ORDER
from tests.attacks.test_overlap import OVERLAP
from tests.attacks.test_places import CROSSINGS, THIN_YEARS, VILLAGES
from tests.attacks.test_side_channels import SIDE_CHANNELS
from tests.attacks.test_single_source import SINGLE_SOURCE
from tests.attacks.test_small_numbers import SMALL_NUMBERS
from tests.attacks.test_withdrawal import WITHDRAWAL
from tests.attacks.test_zeros import ZEROS

FAST = (
    DIFFERENCING,
    MINIMALITY,
    CHILDREN,
    WITHDRAWAL,
    HOMOGENEITY,
    SINGLE_SOURCE,
    DOMINANCE,
    EMBARGO,
    EARLY,
    LINKED_TOTALS,
    COMPLETENESS,
    CROSSINGS,
    VILLAGES,
    THIN_YEARS,
    ZEROS,
    NOISE,
    SMALL_NUMBERS,
    SIDE_CHANNELS,
)
"""Attacks that read what is published."""
AGAIN = (OVERLAP, ORDER, EDITIONS)
"""Attacks that publish a world again, in another way."""
AUDITED = (BOUNDS,)
"""Attacks that only the auditor stops: without it they win, a little."""
