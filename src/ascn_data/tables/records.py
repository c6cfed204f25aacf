"""
`Records`: one record at a time, by any of its names, and searching.
"""

from __future__ import annotations

from ascn_data.tables.documents import Documents


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ascn_data.models import (
        City,
        Country,
        Event,
        Observation,
        Partner,
        Partnership,
        Place,
        Project,
        Role,
        Source,
        Term,
    )
    from ascn_data.tables.about import About
    from ascn_data.tables.search import Hit
    from ascn_data.tables.table import Table


class Records(Documents):
    """
    The records of a dataset, each by its id or any of its names.

    Apart from `Dataset` only to keep both short enough to read.
    """

    def city(self, name: str) -> City:
        """
        The member city of that name, id, code or alias.

        >>> from ascn_data import city
        >>> city("Saigon").id
        'vn-ho-chi-minh-city'
        """
        return self._ask.record("city", name)  # type: ignore[no-any-return]

    def country(self, name: str) -> Country:
        """
        The country of that name or ISO 3166-1 code.

        >>> from ascn_data import country
        >>> country("R.O.K.").id
        'kr'
        """
        return self._ask.record("country", name)  # type: ignore[no-any-return]

    def place(self, name: str) -> Place:
        """
        The place or member city of that name, id, code or alias.
        """
        return self._ask.record("place", name)  # type: ignore[no-any-return]

    def partner(self, name: str) -> Partner:
        """
        The partner of that name, acronym or id.

        >>> from ascn_data import partner
        >>> partner("JETRO").name
        'Japan External Trade Organization'
        """
        return self._ask.record("partner", name)  # type: ignore[no-any-return]

    def partnership(self, name: str) -> Partnership:
        """
        The partnership of that name, acronym or id.

        >>> from ascn_data import partnership
        >>> partnership("USASCP").name
        'U.S.-ASEAN Smart Cities Partnership'
        """
        return self._ask.record("partnership", name)  # type: ignore[no-any-return]

    def project(self, name: str) -> Project:
        """
        The project of that name, of a title in a report, or of that id.

        >>> from ascn_data import project
        >>> project("JakPreneur").id
        'id-jakarta--jakpreneur'
        """
        return self._ask.record("project", name)  # type: ignore[no-any-return]

    def event(self, name: str) -> Event:
        """
        The event of that name or id.

        >>> from ascn_data import event
        >>> event("1st ASCN Annual Meeting").start
        PartialDate('2018-07-08')
        """
        return self._ask.record("event", name)  # type: ignore[no-any-return]

    def role(self, name: str) -> Role:
        """
        The office of that name or id, for example `chair-2019`.
        """
        return self._ask.record("role", name)  # type: ignore[no-any-return]

    def source(self, name: str) -> Source:
        """
        The source of that title, address, identifier or id.

        >>> from ascn_data import source
        >>> source("okamoto-2022").published
        PartialDate('2022-09')
        """
        return self._ask.record("source", name)  # type: ignore[no-any-return]

    def term(self, name: str) -> Term:
        """
        The concept of that label, alias or id.

        >>> from ascn_data import term
        >>> term("Civic & Social").id
        'civic-and-social'
        """
        return self._ask.record("term", name)  # type: ignore[no-any-return]

    def observation(self, name: str) -> Observation:
        """
        The number of that title or id.
        """
        return self._ask.record("observation", name)  # type: ignore[no-any-return]

    def record(self, name: Any) -> Any:
        """
        The record of any table with that id or, if no other has it, name.

        Args:
            name: An id, a name, or something with an id, such as a hit of
                `search`.

        >>> from ascn_data import record
        >>> record("Johor Bahru").id
        'my-johor-bahru'
        """
        return self.store.record(getattr(name, "id", name))

    def search(self, text: str) -> Table[Hit]:
        """
        Records of any table with a text in a name or summary, best first.

        Args:
            text: What to look for; case, accents and punctuation do not
                matter.

        >>> from ascn_data import search
        >>> search("saigon")[0].id
        'vn-ho-chi-minh-city'
        """
        from ascn_data.tables.search import search

        return search(self.store, text)

    def about(self, record: Any) -> About:
        """
        A record and everything that refers to it, table by table.

        Args:
            record: A record, its id or its name.

        >>> from ascn_data import about
        >>> sorted(about("Phuket"))[:3]
        ['events', 'observations', 'partners']
        """
        from ascn_data.tables.about import about

        return about(self.store, self.record(record))
