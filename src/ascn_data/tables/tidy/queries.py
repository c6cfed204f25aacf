"""
`TidyQueries`: the tidy tables and the filters that narrow them.
"""

from __future__ import annotations

from ascn_data.tables.records import Records
from ascn_data.tables.selection import Selection
from ascn_data.tables.tidy.catalogue import tidy_table


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ascn_data.models.vocabularies import FocusArea, ProjectStatus, Stage
    from ascn_data.tables.filters import Names, Values
    from ascn_data.tables.table import Table
    from ascn_data.tables.tidy.rows import (
        AmountRow,
        EvidenceRow,
        LinkRow,
        MilestoneRow,
        NameRow,
        StatusRow,
    )


class TidyQueries(Records):
    """
    What records hold in lists, as tables with a row for each.

    Every filter takes one name or value, several, or records.
    """

    def statuses(
        self,
        *,
        city: Names | None = None,
        country: Names | None = None,
        report: Values | None = None,
        status: ProjectStatus | Values | None = None,
        focus_area: FocusArea | Values | None = None,
    ) -> Table[StatusRow]:
        """
        What each report says of each project, a row each.

        Args:
            city: Names or ids of member cities.
            country: Names or codes of countries.
            report: Ids of reports, for example `me-2024`.
            status: Statuses in the report.
            focus_area: Focus areas in the report.

        >>> from ascn_data import statuses
        >>> len(statuses(report="me-2025"))
        134
        """
        ask = self._ask
        table = tidy_table(self.store, "statuses")
        return (
            Selection(table)
            .among("city", ask.ids("city", city))
            .among("country", ask.ids("country", country))
            .among("report", ask.values(table, "report", report))
            .among("status", ask.members("ProjectStatus", status))
            .among("focus_area", ask.members("FocusArea", focus_area))
            .table()
        )

    def milestones(
        self,
        *,
        record: Names | None = None,
        stage: Stage | Values | None = None,
    ) -> Table[MilestoneRow]:
        """
        The stages of partnerships and projects, a row each.

        Args:
            record: The record, its id or its name.
            stage: What happened.
        """
        ask = self._ask
        table = tidy_table(self.store, "milestones")
        return (
            Selection(table)
            .among("record", ask.anything(record))
            .among("stage", ask.members("Stage", stage))
            .table()
        )

    def amounts(
        self,
        *,
        record: Names | None = None,
        payer: Names | None = None,
        currency: Values | None = None,
    ) -> Table[AmountRow]:
        """
        The sums of money of partnerships and projects, a row each.

        Args:
            record: The record, its id or its name.
            payer: Names or ids of partners that bear them; a state
                stands for itself and all partners of its country or under it.
            currency: ISO 4217 codes, for example `USD`.
        """
        ask = self._ask
        table = tidy_table(self.store, "amounts")
        return (
            Selection(table)
            .among("record", ask.anything(record))
            .among("payers", ask.partner_group(payer))
            .among("currency", ask.values(table, "currency", currency))
            .table()
        )

    def links(
        self,
        *,
        record: Names | None = None,
        relation: Values | None = None,
    ) -> Table[LinkRow]:
        """
        The ties between records, a row each, for networks.

        Args:
            record: A record at either end, its id or its name.
            relation: What the other record is, for example `partner`.

        >>> from ascn_data import links
        >>> links(record="jetro-undp-mou")[0].target
        'jetro'
        """
        ask = self._ask
        table = tidy_table(self.store, "links")
        return (
            Selection(table)
            .among("ends", ask.anything(record), _ends)
            .among("relation", ask.values(table, "relation", relation))
            .table()
        )

    def evidence(
        self,
        *,
        record: Names | None = None,
        source: Names | None = None,
    ) -> Table[EvidenceRow]:
        """
        The places in sources that support records, a row each.

        Args:
            record: The record, its id or its name.
            source: Titles or ids of sources.
        """
        ask = self._ask
        table = tidy_table(self.store, "evidence")
        return (
            Selection(table)
            .among("record", ask.anything(record))
            .among("source", ask.ids("source", source))
            .table()
        )

    def names(
        self,
        *,
        record: Names | None = None,
        language: Values | None = None,
    ) -> Table[NameRow]:
        """
        All names of all records, a row each.

        Args:
            record: The record, its id or its name.
            language: BCP 47 tags, for example `th`.
        """
        ask = self._ask
        table = tidy_table(self.store, "names")
        return (
            Selection(table)
            .among("record", ask.anything(record))
            .among("language", ask.values(table, "language", language))
            .table()
        )


def _ends(link: LinkRow) -> Iterable[str]:
    """
    The ids of the records at both ends of a link.
    """
    return link.source, link.target
