"""
Ids that are no longer used: `Retirement`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text


@attrs.frozen(kw_only=True, repr=False)
class Retirement(Shown):
    """
    An id that a published revision used and later ones do not.

    Ids are never reused.  A retired one stays known and leads to what
    replaced it.

    Attributes:
        id: The id as it was.
        table: The table it stood in, for example `partners`.
        revision: The first revision without it, for example `2026.2`.
        replaced_by: Ids of the records that took its place; empty if the
            record was withdrawn.
        reason: Why, in a sentence.
    """

    id: str = attrs.field(validator=is_id)
    table: str
    revision: str
    replaced_by: tuple[str, ...] = ()
    reason: str = attrs.field(validator=is_text)
