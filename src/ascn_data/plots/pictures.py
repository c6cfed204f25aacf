"""
`plot`: one call for each picture.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ascn_data.opening import default


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import Partnership, Project
    from ascn_data.tables.filters import When


class Pictures:
    """
    Pictures of a dataset as charts of Altair; needs the extra `plot`.

    Each method takes filters as the tables do and returns a chart, which a
    notebook shows and `chart.save("picture.svg")` or `.png` writes without a
    network.  `dark=True` is for dark pages.

    >>> from ascn_data import plot
    >>> plot
    <ascn_data.plot: pictures of revision 2026...>
    """

    def __init__(self, dataset: Callable[[], Dataset]) -> None:
        """
        Draw the dataset that a function gives when a picture is asked for.
        """
        self._dataset = dataset

    def __repr__(self) -> str:
        revision = self._dataset().revision
        return f"<ascn_data.plot: pictures of revision {revision}>"

    def members(
        self,
        *,
        country: str | None = None,
        as_of: When | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw the member cities on a map with coasts and borders.

        Args:
            country: Name or code of their country.
            as_of: Those that had joined by then.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.maps import members

        ds = self._dataset()
        cities = ds.cities(country=country, as_of=as_of)
        asked = "" if as_of is None else f" by {as_of}"
        return members(ds, cities, asked, dark=dark)

    def city_pairs(
        self,
        *,
        country: str | None = None,
        city: str | None = None,
        partner: str | None = None,
        as_of: When | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw the city pairs on a map with the Pacific in the middle.

        Args:
            country: Name or code of a country of one of the two.
            city: Name or id of one of the two.
            partner: Name or id of a partner in them.
            as_of: Those that ran then.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.pairs import city_pairs

        ds = self._dataset()
        pairs = ds.partnerships(
            kind="city_pair",
            country=country,
            city=city,
            partner=partner,
            as_of=as_of,
        )
        asked = "" if as_of is None else f", {as_of}"
        return city_pairs(ds, pairs, asked, dark=dark)

    def membership(
        self, *, country: str | None = None, dark: bool = False
    ) -> altair.VConcatChart:
        """
        Draw how the network grew, city by city.

        Args:
            country: Name or code of the country of the cities.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.membership import membership

        ds = self._dataset()
        cities = ds.cities(country=country)
        return membership(ds, cities, _of(ds, country), dark=dark)

    def projects_by_status(
        self,
        *,
        city: str | None = None,
        country: str | None = None,
        partner: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw the projects of each monitoring report by their status.

        Args:
            city: Name or id of their member city.
            country: Name or code of their country.
            partner: Name or id of a partner in them.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.reports import by_status

        ds = self._dataset()
        projects = ds.projects(city=city, country=country, partner=partner)
        asked = _of(ds, country, city, partner)
        return by_status(ds, projects, asked, dark=dark)

    def projects_by_focus_area(
        self,
        *,
        city: str | None = None,
        country: str | None = None,
        partner: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw the projects of each monitoring report by their focus area.

        Args:
            city: Name or id of their member city.
            country: Name or code of their country.
            partner: Name or id of a partner in them.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.reports import by_group

        ds = self._dataset()
        projects = ds.projects(city=city, country=country, partner=partner)
        names = {
            term.id.replace("-", "_"): term.label
            for term in ds.terms(scheme="ascn-focus-areas")
        }

        def area_of(_project: Project, entry: Any) -> tuple[str, ...]:
            return (names[entry.focus_area],) if entry.focus_area else ()

        asked = _of(ds, country, city, partner)
        return by_group(ds, projects, area_of, "focus area", asked, dark=dark)

    def projects_by_theme(
        self,
        *,
        city: str | None = None,
        country: str | None = None,
        partner: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw the projects of each monitoring report by their theme.

        Args:
            city: Name or id of their member city.
            country: Name or code of their country.
            partner: Name or id of a partner in them.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.reports import by_group

        ds = self._dataset()
        projects = ds.projects(city=city, country=country, partner=partner)
        terms = ds.terms()

        def theme_of(_project: Project, entry: Any) -> tuple[str, ...]:
            return (terms[entry.theme].label,) if entry.theme else ()

        asked = _of(ds, country, city, partner)
        return by_group(ds, projects, theme_of, "theme", asked, dark=dark)

    def projects_by_country(
        self,
        *,
        focus_area: str | None = None,
        partner: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw the projects of each monitoring report by their country.

        Args:
            focus_area: A focus area that they serve.
            partner: Name or id of a partner in them.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.reports import by_group

        ds = self._dataset()
        projects = ds.projects(focus_area=focus_area, partner=partner)
        states = ds.countries()

        def country_of(project: Project, _entry: Any) -> tuple[str, ...]:
            return (states[project.country].name,)

        asked = _of(ds, None, None, partner)
        return by_group(ds, projects, country_of, "country", asked, dark=dark)

    def fates(
        self,
        *,
        city: str | None = None,
        country: str | None = None,
        partner: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw what became of the projects of the first monitoring report.

        Args:
            city: Name or id of their member city.
            country: Name or code of their country.
            partner: Name or id of a partner in them.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.fates import fates

        ds = self._dataset()
        projects = ds.projects(city=city, country=country, partner=partner)
        asked = _of(ds, country, city, partner)
        return fates(ds, projects, asked, dark=dark)

    def partners_and_cities(
        self,
        *,
        country: str | None = None,
        partner: str | None = None,
        as_of: When | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw partners from outside ASEAN against cities, with their ties.

        Args:
            country: Name or code of a country that the ties name.
            partner: Name or id of a partner in the ties.
            as_of: Ties that ran then.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.ties import matrix

        ds = self._dataset()
        ties = _ties(ds, country, partner, as_of)
        return matrix(ds, ties, _of(ds, country, None, partner), dark=dark)

    def partners_by_year(
        self,
        *,
        city: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        focus_area: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw how many partnerships ran each year, by partner.

        Args:
            city: Name or id of a member city that they name.
            country: Name or code of a country that they name.
            kind: Their form.
            focus_area: A focus area that they serve.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.years import by_year

        ds = self._dataset()
        ties = ds.partnerships(
            city=city, country=country, kind=kind, focus_area=focus_area
        )
        return by_year(ds, ties, _of(ds, country, city), dark=dark)

    def timeline(
        self,
        *,
        partner: str | None = None,
        city: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        focus_area: str | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw partnerships in time, with the events that belong to them.

        Args:
            partner: Name or id of a partner.
            city: Name or id of a member city that they name.
            country: Name or code of a country that they name.
            kind: Their form.
            focus_area: A focus area that they serve.
            dark: Whether the page is dark.

        Raises:
            ValueError: If there are too many to be read.
        """
        from ascn_data.plots.years import timeline

        ds = self._dataset()
        ties = ds.partnerships(
            partner=partner,
            city=city,
            country=country,
            kind=kind,
            focus_area=focus_area,
        )
        asked = _of(ds, country, city, partner)
        return timeline(ds, ties, ds.events(), asked, dark=dark)

    def network(
        self,
        *,
        country: str | None = None,
        partner: str | None = None,
        as_of: When | None = None,
        dark: bool = False,
    ) -> altair.VConcatChart:
        """
        Draw partners from outside ASEAN and cities, joined by their ties.

        Args:
            country: Name or code of a country that the ties name.
            partner: Name or id of a partner in the ties.
            as_of: Ties that ran then.
            dark: Whether the page is dark.
        """
        from ascn_data.plots.ties import network

        ds = self._dataset()
        ties = _ties(ds, country, partner, as_of)
        return network(ds, ties, _of(ds, country, None, partner), dark=dark)


def _ties(
    ds: Dataset,
    country: str | None,
    partner: str | None,
    as_of: When | None,
) -> list[Partnership | Project]:
    """
    Return the partnerships and projects that filters leave.
    """
    return [
        *ds.partnerships(country=country, partner=partner, as_of=as_of),
        *ds.projects(country=country, partner=partner, as_of=as_of),
    ]


def _of(
    ds: Dataset,
    country: str | None = None,
    city: str | None = None,
    partner: str | None = None,
) -> str:
    """
    Return what filters ask for, as the end of a title.
    """
    told = []
    if city is not None:
        told.append(ds.city(city).name)
    if country is not None:
        told.append(ds.country(country).name)
    if partner is not None:
        told.append(ds.partner(partner).name)
    return f" ({', '.join(told)})" if told else ""


plot: Pictures = Pictures(default)
"""The pictures of the bundled dataset."""
