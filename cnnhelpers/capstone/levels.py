"""The levels of the capstone: what a network may cost, and how often it may be wrong.

The limits were set by reference networks (:mod:`cnnhelpers.capstone.nets`): each level is reached
by one of them, with room to do better.
"""

from __future__ import annotations

from dataclasses import dataclass

from cnnhelpers.capstone.costs import Cost

TEST_DIGITS = 2000


@dataclass(frozen=True)
class Level:
    """A budget, and how many of the 2,000 test digits may be misread (mean of the seeds).

    ``macs`` is None where any number will do.
    """

    name: str
    parameters: int
    macs: int | None
    errors: int

    def over(self, cost: Cost) -> list[str]:
        """Return a sentence for each limit that a network exceeds."""
        found = []
        if cost.parameters > self.parameters:
            found.append(f"{cost.parameters:,} parameters are more than {self.parameters:,}.")
        if self.macs is not None and cost.macs > self.macs:
            found.append(f"{cost.macs:,} MACs are more than {self.macs:,}.")
        return found

    def fits(self, cost: Cost) -> bool:
        """Return whether a network stays within the budget."""
        return not self.over(cost)


BRONZE = Level("Bronze", 12_500, None, 60)
SILVER = Level("Silver", 6_500, 140_000, 60)
GOLD = Level("Gold", 2_500, 50_000, 80)
LEVELS = {level.name: level for level in (BRONZE, SILVER, GOLD)}


def level_called(name: str | Level) -> Level:
    """Return the level of that name.

    Raises:
        ValueError: there is none.
    """
    if isinstance(name, Level):
        return name
    if name not in LEVELS:
        raise ValueError(f"capstone: there is no level {name!r}; use one of {', '.join(LEVELS)}.")
    return LEVELS[name]
