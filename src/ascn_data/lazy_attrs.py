"""
`frozen` and `field` of attrs, for classes that attrs completes when needed.

To import attrs costs as much as four starts of Python; a look-up needs
nothing of it.  `frozen` therefore makes the slotted class at once, from the
names that its body annotates, and leaves what attrs writes to attrs: a name
such as `__init__`, `__eq__` or `__attrs_attrs__` stands in the class as a
`_Later`, which imports attrs when somebody first asks for it, has
`attrs.frozen` make the class from the same body, takes what attrs wrote over
into the class in place of every `_Later`, and answers.  From then on nothing
tells the class from one that attrs made at once.  A type checker reads
attrs' own functions here.

Records of released files are made without `__init__`, by
`ascn_data.files.making`: nothing of a look-up asks for attrs then.

Methods of such a class cannot say `super()`.
"""

from __future__ import annotations

from _thread import RLock


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


__all__ = ["MISSING", "Attribute", "declared", "field", "frozen"]

MISSING = object()
"""Stands for the default of a field that has none."""

_WRITTEN = (
    "__attrs_attrs__",
    "__attrs_own_setattr__",
    "__attrs_props__",
    "__delattr__",
    "__eq__",
    "__getstate__",
    "__hash__",
    "__init__",
    "__match_args__",
    "__ne__",
    "__replace__",
    "__setattr__",
    "__setstate__",
)
"""What attrs writes into a class; older ones write less."""

LOCK = RLock()  # a class may have to complete its base first
"""Held while attrs completes a class."""

_GIVEN: dict[type[Any], tuple[Mapping[str, Any], Mapping[str, Any]]] = {}
_WAITING: set[type[Any]] = set()


class _Field:
    """
    What a class body says of a field, for attrs to be told later.
    """

    __slots__ = ("options",)

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options


class _Later:
    """
    A name of a class that attrs has yet to write.
    """

    __slots__ = ("name", "owner")

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.owner = owner
        self.name = name

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        _complete(self.owner)
        return getattr(owner if instance is None else instance, self.name)


def _field(**options: Any) -> Any:
    """
    Describe a field as `attrs.field` does.
    """
    return _Field(options)


def _frozen(plain: type[Any] | None = None, /, **options: Any) -> Any:
    """
    Make a frozen slotted class as `attrs.frozen` does.
    """

    def made(plain: type[Any]) -> type[Any]:
        body = dict(vars(plain))
        for own in ("__dict__", "__weakref__"):
            body.pop(own, None)
        names = body.get("__annotations__", {})
        weak = any(base.__weakrefoffset__ for base in plain.__bases__)
        written = {
            **{k: v for k, v in body.items() if k not in names},
            **{name: _Later() for name in _WRITTEN if name not in body},
            "__slots__": (*names, *(() if weak else ("__weakref__",))),
        }
        cls: type[Any] = type(plain.__name__, plain.__bases__, written)
        _GIVEN[cls] = body, options
        _WAITING.add(cls)
        return cls

    return made if plain is None else made(plain)


def _complete(cls: type[Any]) -> None:
    """
    Take over what attrs writes into a class, once.
    """
    with LOCK:
        if cls not in _WAITING:
            return
        import attrs

        body, options = _GIVEN[cls]
        told = {
            name: attrs.field(**value.options)
            if isinstance(value, _Field)
            else value
            for name, value in body.items()
        }
        plain = type(cls.__name__, cls.__bases__, told)
        written = vars(attrs.frozen(**options)(plain))
        for name, waiting in dict(vars(cls)).items():
            if not isinstance(waiting, _Later):
                continue
            if name in written:
                setattr(cls, name, written[name])
            else:
                delattr(cls, name)
        _WAITING.remove(cls)


def declared(cls: type[Any]) -> dict[str, tuple[Any, Any]]:
    """
    Return the type and the default of each field of a class, in order.

    The default of a field that must be given is `MISSING`.  A class that
    `frozen` did not make has none, as far as is known here.
    """
    if cls not in _GIVEN:
        return {}
    found: dict[str, tuple[Any, Any]] = {}
    for base in filter(_GIVEN.__contains__, reversed(cls.__mro__)):
        body = _GIVEN[base][0]
        for name, type_ in body.get("__annotations__", {}).items():
            value = body.get(name, MISSING)
            if isinstance(value, _Field):
                value = value.options.get("default", MISSING)
            found[name] = type_, value
    return found


if TYPE_CHECKING:
    from attrs import Attribute, field, frozen
else:
    field, frozen = _field, _frozen
