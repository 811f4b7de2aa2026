"""What an exercise promises to be right for: the arguments that can come, and in what they differ.

A domain is a recipe: it builds arguments from settings. Each setting has a plain value and others,
with words for them. The checks draw from it to try more than the named cases; and because they can
change one setting at a time, they can say what turns an answer wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers.check.layout import view_of

Settings = dict[str, int]  # factor -> which option; 0 is the plain one


@dataclass(frozen=True, eq=False)
class Option:
    """A value of a factor, and words that say so: "the stride is 2"."""

    value: Any
    words: str


@dataclass(frozen=True, eq=False)
class Factor:
    """Something in which arguments differ.

    Args:
        name: the keyword by which the domain's recipe receives the value.
        plain: the simplest value.
        others: the other values.
        words: what to say where all others are meant: "the stride is more than 1".
    """

    name: str
    plain: Any
    others: tuple[Option, ...]
    words: str

    def value(self, option: int) -> Any:
        """Return the value of an option; 0 is the plain one."""
        return self.others[option - 1].value if option else self.plain

    def wording(self, options: Sequence[int]) -> str:
        """Return words for some of the options, none of them the plain one."""
        if len(options) == len(self.others):
            return self.words
        said = list(dict.fromkeys(self.others[option - 1].words for option in options))
        return " or ".join(_not_square(said))


def _not_square(said: list[str]) -> list[str]:
    """Return the words with both ways not to be square said in one."""
    wide, high = "wider than high", "higher than wide"
    for words in said:
        other = words.replace(wide, high)
        if other != words and other in said:
            rest = [each for each in said if each not in (words, other)]
            return [words.replace(wide, "not square"), *_not_square(rest)]
    return said


def factor(name: str, plain: Any, words: str, *others: tuple[Any, str]) -> Factor:
    """Return a factor whose other options are pairs of value and words."""
    return Factor(name, plain, tuple(Option(value, said) for value, said in others), words)


# Numbers in arrays ------------------------------------------------------------------------------


def _ones_to_nines(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return random.integers(1, 10, shape).astype(np.float64)


def _signed(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return _ones_to_nines(random, shape) * random.choice([-1.0, 1.0], shape)


def _thirds(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return random.integers(1, 60, shape) * random.choice([-1.0, 1.0], shape) / 3


VALUES: Factor = Factor(
    "values",
    _ones_to_nines,
    (
        Option(_signed, "some numbers are negative"),
        Option(lambda r, shape: -_ones_to_nines(r, shape), "all numbers are negative"),
        Option(_thirds, "the numbers are not whole"),
        Option(lambda r, shape: _thirds(r, shape) * 1e-9, "the numbers are very small"),
        Option(lambda r, shape: _signed(r, shape) * 1e4, "the numbers are large"),
        Option(lambda r, shape: -_ones_to_nines(r, shape) * 1e4, "all numbers are negative"),
        Option(lambda r, shape: r.integers(0, 2, shape).astype(float), "many numbers are equal"),
    ),
    "the numbers are other than 1 to 9",
)
VALUES_WITHOUT_ZEROS: Factor = Factor(
    "values", VALUES.plain, VALUES.others[:-1], "the numbers are other than 1 to 9"
)
# Where an answer is a place, a tie within rounding may be broken by a tolerance of one's own.
VALUES_OF_SOME_SIZE: Factor = Factor(
    "values", VALUES.plain, (*VALUES.others[:3], *VALUES.others[4:]), VALUES.words
)
# Between 0 and 1, as the pixels of a photograph.
BRIGHTNESS: Factor = Factor(
    "values",
    lambda random, shape: random.integers(1, 8, shape) / 8,
    (
        Option(lambda r, shape: r.integers(1, 10, shape) / 10.5, "the numbers are no eighths"),
        Option(lambda r, shape: r.integers(0, 2, shape).astype(float), "pixels are 0 or 1"),
        Option(lambda r, shape: r.integers(1, 10, shape) / 1000, "the image is very dark"),
    ),
    "the pixels are other than eighths",
)


class Draw:
    """Makes the arrays of one set of arguments, reproducibly."""

    def __init__(self, seed: int, values: Callable[..., np.ndarray]) -> None:
        self.random = np.random.default_rng(seed)
        self._values = values

    def array(self, *shape: int) -> np.ndarray:
        """Return an array of the values that the setting asks for."""
        return self._values(self.random, shape)

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return int(self.random.integers(low, high + 1))


# The domain -------------------------------------------------------------------------------------


class Impossible(Exception):
    """Raised by a recipe for settings that do not fit together, such as a kernel too large."""


@dataclass(frozen=True, eq=False)
class Domain:
    """The arguments for which an answer has to be right.

    Args:
        build: the recipe, ``build(draw, **settings) -> arguments``, by name and in the order of the
            signature. It raises :class:`Impossible` for settings that do not fit together.
        factors: what it can be asked for.
        values: what the arrays hold; None where there are no arrays.
        integers: names of arrays that may come with whole numbers of an integer dtype.
        lists: names of arguments that the notebook passes as plain lists, too.
        linear: names of arrays in each of which the answer is linear, but for a constant.
        count: whether the answer is a formula of whole numbers, without rounding.
        single: whether the arrays may come in single precision; not where an honest answer needs
            more, such as a difference of two large sums.
        accepts: whether finished arguments have one clear answer; there may be a tie.
        bytes: names of arrays that may come as unsigned bytes, as pictures are stored.
        views: whether the first array may be a view, as `transpose` and slices return them; not
            where honest answers write into a flat view of their own copy.
        large: for a count or a size, sets of very large arguments for formulas: their answer is
            too large for 32 bits and for a float, not for 64 bits.
    """

    build: Callable[..., dict[str, Any]]
    factors: tuple[Factor, ...] = ()
    values: Factor | None = VALUES
    integers: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    linear: tuple[str, ...] = ()
    count: bool = False
    single: bool = True
    accepts: Callable[[Mapping[str, Any]], bool] | None = None
    bytes: tuple[str, ...] = ()
    views: bool = True
    large: tuple[Mapping[str, Any], ...] = ()

    @property
    def all_factors(self) -> tuple[Factor, ...]:
        """The recipe's factors, then values, dtypes, views and lists, which hold for any recipe."""
        more = [] if self.values is None else [self.values]
        if self.integers and self.values is not None:
            kinds = [(name, f"`{name}` holds integers") for name in self.integers]
            if len(self.integers) > 1:
                kinds.append((" ".join(self.integers), "all arrays hold integers"))
            options = [Option(names, words) for names, words in kinds]
            options += [Option(f"uint8 {n}", f"`{n}` holds unsigned bytes") for n in self.bytes]
            if self.single:
                options.append(Option("float32", "the arrays are of dtype float32"))
            words = "the arrays are not of dtype float64"
            more.append(Factor("dtype", "", tuple(options), words))
        if self.values is not None and self.views:
            words = "the first array is a view, not stored row after row"
            more.append(Factor("view", False, (Option(True, words),), words))
        if self.lists:
            options = [Option(name, f"`{name}` is a list") for name in self.lists]
            more.append(Factor("lists", "", tuple(options), options[0].words))
        return (*self.factors, *more)

    def arguments(self, seed: int, settings: Mapping[str, int]) -> dict[str, Any]:
        """Return the arguments for some settings; what is not named is plain.

        Raises:
            Impossible: the settings do not fit together.
        """
        chosen = {f.name: f.value(settings.get(f.name, 0)) for f in self.all_factors}
        draw = Draw(seed, chosen.pop("values", _ones_to_nines))
        dtype, lists = chosen.pop("dtype", ""), chosen.pop("lists", "")
        view = chosen.pop("view", False)
        arguments = self.build(draw, **chosen)
        for name, value in arguments.items():
            if not isinstance(value, np.ndarray):
                continue
            if dtype == "float32":
                value = value.astype(np.float32) if value.dtype.kind == "f" else value
            elif name in dtype.split():
                value = np.round(value).astype(np.int64)
                if dtype.startswith("uint8"):
                    value = (np.abs(value) % 256).astype(np.uint8)
                if not value.any():  # too small to be whole
                    raise Impossible
            elif dtype and name in self.integers:
                value = value * 0.3125  # a fraction, which a result in the other's dtype loses
            if view:
                value, view = view_of(value), False  # the first array alone: layouts differ, too
            value.flags.writeable = False
            arguments[name] = value.tolist() if name == lists else value
        if self.accepts is not None and not self.accepts(arguments):
            raise Impossible
        return arguments

    def sweep(self) -> Iterator[Settings]:
        """Yield the plain settings, then each other option of each factor by itself."""
        yield {}
        for one in self.all_factors:
            for option in range(1, len(one.others) + 1):
                yield {one.name: option}

    def mixtures(self) -> Iterator[Settings]:
        """Yield settings in which many factors differ: each two options meet in one of them.

        Such a table of pairs is a common plan for tests (Mandl 1985; pairwise or orthogonal
        arrays); it is filled greedily, in an order that is the same on every machine.
        """
        factors = self.all_factors
        open_pairs = {
            (a, i, b, j)
            for a, one in enumerate(factors)
            for b, two in enumerate(factors)
            if a < b
            for i in range(len(one.others) + 1)
            for j in range(len(two.others) + 1)
        }
        while open_pairs:
            a, i, b, j = min(open_pairs)
            row = {a: i, b: j}
            for c, other in enumerate(factors):
                if c not in row:
                    options = range(len(other.others) + 1)
                    row[c] = max(options, key=lambda k: (_met(row, c, k, open_pairs), -k))
            open_pairs -= {(a, row[a], b, row[b]) for a in row for b in row if a < b}
            yield {factors[c].name: option for c, option in sorted(row.items()) if option}


def _met(row: dict[int, int], c: int, k: int, open_pairs: set[tuple[int, int, int, int]]) -> int:
    """Return how many open pairs an option would close, beside those chosen already."""
    return sum(((a, i, c, k) if a < c else (c, k, a, i)) in open_pairs for a, i in row.items())
