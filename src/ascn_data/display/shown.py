"""
`Shown`: how records look, in one place for all classes.
"""

from __future__ import annotations

import functools

from ascn_data.dates import renewed


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class _Fields:
    """
    Tells the fields of a class to software that knows dataclasses.

    Data frames, JSON encoders and caches ask for `__dataclass_fields__`, and
    few of them know attrs: with it, `pandas.DataFrame(table)` has columns.
    """

    __slots__ = ()

    def __get__(self, _: object, cls: type[Any]) -> dict[str, Any]:
        if not hasattr(cls, "__attrs_attrs__"):
            raise AttributeError(f"{cls.__name__} has no fields")
        return _dataclass_fields(cls)  # type: ignore[arg-type]


@functools.cache
def _dataclass_fields(cls: type[Any]) -> dict[str, Any]:
    """
    Return the fields of a class as the standard library describes them.
    """
    import dataclasses

    import attrs

    def described(field: Any) -> Any:
        if field.default is attrs.NOTHING:
            return dataclasses.field()
        if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            return dataclasses.field(default_factory=field.default.factory)
        return dataclasses.field(default=field.default)

    made: Any = dataclasses.make_dataclass(
        cls.__name__,
        [(f.name, f.type or Any, described(f)) for f in attrs.fields(cls)],
        kw_only=True,
    )
    fields: dict[str, Any] = made.__dataclass_fields__
    return fields


class Shown:
    """
    Shows known values only, on one line, as a card or as HTML.

    attrs would write a repr that spells out every None; a class says
    `repr=False` and derives from this one.  No fields, no slots, no state.
    """

    __slots__ = ()

    def __init_subclass__(cls, **options: Any) -> None:
        """
        Let the class tell its fields and read pickles of older releases.
        """
        super().__init_subclass__(**options)
        # orjson looks into the class itself, not into its bases.
        setattr(cls, "__dataclass_fields__", _Fields())  # noqa: B010 - no field
        own = vars(cls).get("__setstate__")
        # Not what `lazy_attrs` will put there, which attrs has yet to write.
        if callable(own):
            setattr(cls, "__setstate__", _renewing(own))  # noqa: B010

    def __repr__(self) -> str:
        from ascn_data.display.text import record_line

        return record_line(self)

    def __str__(self) -> str:
        from ascn_data.display.text import record_text

        return record_text(self)

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import record_html

        return record_html(self)


def _renewing(
    set_state: Callable[[Any, Any], None],
) -> Callable[[Any, Any], None]:
    """
    Return a `__setstate__` that puts dates in the place of older objects.
    """

    @functools.wraps(set_state)
    def set_renewed(self: Any, state: Any) -> None:
        set_state(self, {name: renewed(v) for name, v in state.items()})

    return set_renewed
