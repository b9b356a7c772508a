"""Values that never change."""

import dataclasses
import pickle
from functools import cached_property
from typing import Any

import pytest

from briefing.record import as_dict, record, replace


@record
class Point:
    """Two numbers and a name."""

    x: int
    y: int = 2
    name: str = ""


@record
class Place(Point):
    """A point that lies somewhere."""

    at: tuple[Point, ...] = ()


@record
class Sum:
    """Computes once."""

    __slots__ = ("__dict__",)
    of: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        """What they come to."""
        return sum(self.of)


def test_fields_are_given_in_order_by_name_or_by_default() -> None:
    assert Point(1) == Point(x=1, y=2, name="") != Point(1, 3)
    assert repr(Point(1, name="a")) == "Point(x=1, y=2, name='a')"


def test_the_first_value_is_like_every_later_one() -> None:
    @record
    class New:
        """Just made."""

        text: str = "a"

    assert (New().text, New("b").text, New(text="c").text) == ("a", "b", "c")


@pytest.mark.parametrize("named", [{}, {"z": 1, "x": 1}])
def test_a_field_too_few_or_too_many_is_an_error(named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Point(**named)  # type: ignore[arg-type]  # that is the test


def test_a_value_never_changes() -> None:
    with pytest.raises(AttributeError, match=r"Point\.x never changes"):
        Point(1).x = 2  # type: ignore[misc]  # that is the test
    with pytest.raises(AttributeError):
        del Point(1).x
    with pytest.raises(AttributeError):
        Point(1).other = 2  # type: ignore[attr-defined]  # that is the test


def test_equal_values_hash_alike_and_another_class_is_never_equal() -> None:
    assert {Point(1): "a"}[Point(1)] == "a"
    assert Point(1) != Place(1)
    assert Point(1).__eq__((1, 2, "")) is NotImplemented


def test_a_record_that_stands_on_another_has_its_fields_first() -> None:
    assert Place(1, 3, "a", (Point(1),)) == replace(Place(1), y=3, name="a", at=(Point(1),))


def test_replace_knows_the_fields_and_also_serves_dataclasses() -> None:
    @dataclasses.dataclass
    class Other:
        """Made the long way."""

        x: int

    assert replace(Point(1), y=5) == Point(1, 5)
    assert replace(Other(1), x=2) == Other(2)
    with pytest.raises(TypeError):
        replace(Point(1), z=5)  # type: ignore[call-arg]  # that is the test


def test_as_dict_goes_into_the_records_inside() -> None:
    inside = {"x": 1, "y": 2, "name": ""}
    assert as_dict(Place(1, at=(Point(1),))) == {**inside, "at": (inside,)}


def test_the_functions_of_dataclasses_take_a_record_for_one() -> None:
    point: Any = Point(1)
    assert dataclasses.is_dataclass(type(point))
    assert [field.name for field in dataclasses.fields(point)] == ["x", "y", "name"]
    assert dataclasses.replace(point, y=3) == Point(1, 3)
    assert dataclasses.asdict(point) == as_dict(point)


def test_a_default_is_a_value() -> None:
    with pytest.raises(TypeError, match="Wrong"):

        @record
        class Wrong:
            """Takes a dataclass's word for a value."""

            names: list[str] = dataclasses.field(default_factory=list)


def test_a_default_that_may_change_is_refused() -> None:
    with pytest.raises(TypeError, match="never changes"):

        @record
        class Shared:
            """One list for all."""

            names: list[str] = []  # noqa: RUF012 -- that is the test


def test_what_nothing_would_call_is_refused() -> None:
    with pytest.raises(TypeError, match="__post_init__"):

        @record
        class Silent:
            """Checks itself, it thinks."""

            x: int

            def __post_init__(self) -> None:
                raise ValueError


def test_it_goes_to_another_process_and_back() -> None:
    point = Place(1, at=(Point(2),))
    assert pickle.loads(pickle.dumps(point)) == point  # noqa: S301 -- our own bytes


def test_what_is_made_once_is_kept() -> None:
    made = Sum((1, 2))
    assert made.total == made.total == 3
    assert made == Sum((1, 2))
