"""The rules of the house for notebooks; importing this fills `rule.RULES`.

Each rule is a function from a notebook to its complaints. A complaint is the index of a cell (None:
the notebook as a whole) and a sentence that says what is wrong and, after a semicolon, how to mend
it. `rule.told` puts the place and the rule to it.
"""

from notebook_rules import (  # noqa: F401
    instructors,
    length,
    links,
    numbers,
    outputs,
    sections,
    tasks,
)
