"""
Vocabularies of cities, places and their names.
"""

import enum


class Cohort(enum.StrEnum):
    """
    How a city came into the network.
    """

    PILOT = "pilot"
    """One of the 26 cities the network began with in April 2018."""
    LATER = "later"
    """Joined after the start."""


class PlaceKind(enum.StrEnum):
    """
    What a place is, in the sense the sources mean it.
    """

    CITY = "city"
    """A city; used too where the extent meant is not settled."""
    MUNICIPALITY = "municipality"
    """A municipality or a city with municipal status."""
    CAPITAL_REGION = "capital_region"
    """A capital with the rank of a province, such as Bangkok."""
    PROVINCE = "province"
    """A province."""
    PROVINCE_LEVEL_CITY = "province_level_city"
    """A city run by the state with the rank of a province (Viet Nam)."""
    REGENCY = "regency"
    """An Indonesian regency (kabupaten)."""
    FEDERAL_TERRITORY = "federal_territory"
    """A Malaysian federal territory."""
    UNION_TERRITORY = "union_territory"
    """A union territory of Myanmar."""
    HIGHLY_URBANIZED_CITY = "highly_urbanized_city"
    """A Philippine city independent of any province."""
    COMPONENT_CITY = "component_city"
    """A Philippine city that belongs to a province."""
    SPECIAL_ADMINISTRATIVE_AREA = "special_administrative_area"
    """An area with its own status, such as Dili."""
    CITY_STATE = "city_state"
    """A city that is a state: Singapore."""
    DISTRICT = "district"
    """A district, ward or quarter of a larger place."""
    TOWN = "town"
    """A town."""
    NEW_TOWN = "new_town"
    """A planned city or large development, built or not."""
    ECONOMIC_ZONE = "economic_zone"
    """A special economic zone, corridor or industrial estate."""
    STATE = "state"
    """A state or region within a federation."""
    REGION = "region"
    """An area across several units, such as the Mekong delta."""


class NameKind(enum.StrEnum):
    """
    What sort of name a name is.
    """

    OFFICIAL = "official"
    """An official name in English or a local language."""
    SHORT = "short"
    """A shorter form in use."""
    ENDONYM = "endonym"
    """The name in a language of the place, in its own script."""
    EXONYM = "exonym"
    """The name in a language from elsewhere."""
    ROMANISATION = "romanisation"
    """A local name spelt in Latin letters."""
    VARIANT = "variant"
    """Another spelling in use."""
    ABBREVIATION = "abbreviation"
    """A short code or set of initials."""
    FORMER = "former"
    """A name or spelling no longer official."""
