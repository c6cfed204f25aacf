"""
`Shown`: how records look, in one place for all classes.
"""


class Shown:
    """
    Shows known values only, on one line, as a card or as HTML.

    attrs would write a repr that spells out every None; a class says
    `repr=False` and derives from this one.  No fields, no slots, no state.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        from ascn_data.display.text import record_line

        return record_line(self)

    def __str__(self) -> str:
        from ascn_data.display.text import record_text

        return record_text(self)

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import record_html

        return record_html(self)
