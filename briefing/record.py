"""Values that never change: what a frozen dataclass with slots is, made in a fiftieth of the time.

A dataclass writes six methods as text and has them compiled when its module is imported, one
millisecond a class; a start loads a hundred. Here the methods are shared, and a class has only its
`__init__` compiled, when the first value is made. To type checkers and to the functions of
`dataclasses` a record is a dataclass; `replace` here is the same without loading that module.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

Class = TypeVar("Class", bound=type)

if TYPE_CHECKING:
    from dataclasses import replace as replace

    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_):
        """It says something to type checkers alone."""
        return lambda made: made

    def replace(value, /, **changes):
        """Another value with other fields; also of a dataclass. TypeError for what is no field."""
        held = {name: getattr(value, name) for name in value.__match_args__}
        return type(value)(**{**held, **changes})


@dataclass_transform(frozen_default=True)
def record(cls: Class) -> Class:
    """The class with its annotated names as fields, after those of the record that it stands on.

    What stands behind `=` is a default. What the class defines itself stays as it is, slots of its
    own too: `"__dict__"` is one that a `cached_property` needs.
    """
    held = {name: value for name, value in vars(cls).items() if name not in _OF_A_CLASS}
    own = tuple(held.get("__annotations__", ()))
    names = (*getattr(cls, "__match_args__", ()), *own)
    defaults = {name: held.pop(name) for name in own if name in held}
    if any(_changes(value) for value in defaults.values()):
        raise TypeError(f"{cls.__name__}: what stands behind `=` is the value, as it never changes")
    if "__post_init__" in held:
        raise TypeError(f"{cls.__name__}: nothing would call __post_init__")
    made: Any = type(cls)(
        cls.__name__,
        cls.__bases__,
        {
            **_SHARED,
            **held,
            "__slots__": (*held.get("__slots__", ()), *own),
            "__match_args__": names,
            "_defaults": {**getattr(cls, "_defaults", {}), **defaults},
            "_values": staticmethod(_values(names)),
        },
    )

    def first(self: object, *given: object, **named: object) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *given, **named)

    made.__init__ = first
    return made  # type: ignore[no-any-return]  # as it was given


def _changes(default: object) -> bool:
    """Whether it is no value of its own: what may change, and a `field` of dataclasses."""
    changes = isinstance(default, (list, dict, set, bytearray))
    return changes or type(default).__module__ == "dataclasses"


def as_dict(value: object) -> dict[str, Any]:
    """The fields of a record by their names, and those of records inside it."""
    return {name: _plain(getattr(value, name)) for name in type(value).__match_args__}  # type: ignore[attr-defined]  # a record has it


def _plain(value: object) -> object:
    if isinstance(value, (tuple, list)) and not hasattr(value, "_fields"):
        return type(value)(map(_plain, value))
    return as_dict(value) if hasattr(type(value), "_values") else value


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _init(cls: Any) -> Callable[..., None]:
    """`__init__` with the fields as its parameters; a slot is set past `__setattr__`."""
    names, defaults = cls.__match_args__, cls._defaults
    scope: dict[str, Any] = {f"set_{name}": getattr(cls, name).__set__ for name in names}
    scope["defaults"] = defaults
    parameters = (f"{n}=defaults[{n!r}]" if n in defaults else n for n in names)
    body = "; ".join(f"set_{name}(self, {name})" for name in names) or "pass"
    exec(f"def __init__(self, {', '.join(parameters)}): {body}", scope)  # noqa: S102 -- names alone
    made: Callable[..., None] = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _repr(self: Any) -> str:
    fields = zip(self.__match_args__, self._values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in fields)})"


def _eq(self: Any, other: Any) -> Any:
    return (
        self._values(self) == self._values(other) if type(self) is type(other) else NotImplemented
    )


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), self._values(self)


def _fixed(self: object, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__}.{name} never changes")


class _Fields:
    """What `dataclasses` asks a class for; made, and that module loaded, only when it asks."""

    def __get__(self, _: object, cls: Any) -> dict[str, Any]:
        from dataclasses import fields, make_dataclass

        made = make_dataclass(cls.__name__, cls.__match_args__)
        return {field.name: field for field in fields(made)}


_SHARED = {
    "__dataclass_fields__": _Fields(),
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__reduce__": _reduce,
    "__setattr__": _fixed,
    "__delattr__": _fixed,
}
_OF_A_CLASS = frozenset(("__dict__", "__weakref__"))
