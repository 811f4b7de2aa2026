"""Which statements `%catchup` may leave out where nobody needs their names."""

from __future__ import annotations

import ast

import pytest
from threadpoolctl import threadpool_limits

from cnnhelpers.course.live.effects import functions_that_only_look, new_names, only_gives
from cnnhelpers.course.live.running import run_up_to
from cnnhelpers.course.notebooks import course_notebooks, read


def gives_only(source: str, functions: str = "", new: str = "") -> bool:
    [statement] = ast.parse(source).body
    return only_gives(statement, frozenset(functions.split()), frozenset(new.split()))


@pytest.mark.parametrize(
    "source",
    [
        "y = np.zeros(3) + x.reshape(2, -1).mean()",
        "a, (b, c) = 1, x.shape",
        "for n, each in enumerate(x):\n    y = parallel.in_torch(f, net.state_dict(), each)\n"
        "    print(y)",
        "if x:\n    y = 1\nelse:\n    assert len(x) == 0",
        "y = {k: v.max() for k, v in x.items()}",
    ],
)
def test_looking_and_giving_changes_nothing_else(source: str) -> None:
    assert gives_only(source)


@pytest.mark.parametrize(
    "source",
    [
        "y = net(x)",  # batch norm may move its statistics
        "y = rng.normal(size=3)",  # the next numbers are others
        "y = next(x)",
        "y = np.add.at(x, 0, 1)",
        "y = np.multiply(x, 2, out=x)",
        "x[0] = 1",
        "x += 1",  # another name may stand for the same array
        "x.momentum = 1",
        "training.fit(net, x)",
        "for each in x:\n    net.step(each)",
        "y = [z := 1, 2]",
        "del x",
    ],
)
def test_in_doubt_a_statement_is_run(source: str) -> None:
    assert not gives_only(source)


def test_a_function_of_the_notebook_may_be_called_where_it_only_looks() -> None:
    cells = [
        "def right(logits, labels):\n    return np.mean(logits.argmax(axis=1) == labels)",
        "def shown(x):\n    y = right(x, x)\n    return y",
        "def trained(net):\n    net.step()\n    return 1",
        "def through(net):\n    return trained(net)",
        "def twice(x):\n    return x\n\ndef other(x):\n    return x",
        "def twice(x):\n    x[0] = 1",
    ]
    notebook = {"cells": [{"cell_type": "code", "source": each} for each in cells]}
    functions = functions_that_only_look(notebook)
    assert functions == {"right", "shown", "other"}
    assert only_gives(ast.parse("y = shown(x)").body[0], functions, frozenset())
    assert not only_gives(ast.parse("y = through(x)").body[0], functions, frozenset())


def test_an_entry_of_a_new_dictionary_may_be_set_as_long_as_it_has_one_name() -> None:
    made = ast.parse("rows = {}\nshared = []\nother = shared\narray = np.zeros(3)").body
    assert new_names(made) == {"rows"}
    assert gives_only("rows['a'] = 1", new="rows")
    assert not gives_only("rows['a'] = 1")


class Kernel:
    """As much of an IPython as catching up needs."""

    def __init__(self) -> None:
        self.user_ns: dict = {}
        self.user_global_ns = self.user_ns
        self.compile = self

    def cache(self, source: str) -> str:
        return "<cell>"


def code(source: str, **live: object) -> dict:
    metadata = {"live": live} if live else {}
    return {"cell_type": "code", "source": source, "metadata": metadata}


def test_what_only_a_training_needs_is_left_out_with_it() -> None:
    cells = [
        code("import numpy as np\nready = np.ones(3)"),
        code("net = train(ready)", trains=True),
        code("y = 2"),
        code("print(y)"),
    ]
    kernel = Kernel()
    assert run_up_to(kernel, {"cells": cells}, 2) == []
    assert "ready" not in kernel.user_ns
    cells[3]["source"] = "print(net)"
    assert run_up_to(kernel, {"cells": cells}, 2) == ["net"]
    assert "ready" in kernel.user_ns  # whoever trains now needs it


def test_what_a_later_cell_makes_anew_is_left_out() -> None:
    cells = [code("pieces = [1, 2]"), code("y = 2"), code("pieces = [y]\nprint(pieces)")]
    kernel = Kernel()
    run_up_to(kernel, {"cells": cells}, 1)
    assert "pieces" not in kernel.user_ns and kernel.user_ns["y"] == 2
    cells[2]["source"] = "pieces.append(y)"
    run_up_to(kernel, {"cells": cells}, 1)
    assert kernel.user_ns["pieces"] == [1, 2]


def test_a_second_thread_of_blas_waits_for_no_browser() -> None:
    count = "[each['num_threads'] for each in threadpool_info() if each['user_api'] == 'blas']"
    cells = [code(f"from threadpoolctl import threadpool_info\nthreads = {count}"), code("threads")]
    kernel = Kernel()
    with threadpool_limits(2, user_api="blas"):
        run_up_to(kernel, {"cells": cells}, 0)
    assert {*kernel.user_ns["threads"]} == {1}


@pytest.mark.parametrize("path", course_notebooks(), ids=lambda path: path.stem)
def test_nobody_waits_for_pytorch(path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its import alone takes longer than a class should wait for %catchup."""
    from cnnhelpers import reference

    def asked() -> None:
        raise AssertionError("PyTorch is asked while catching up")

    notebook = read(path)
    monkeypatch.setattr(reference, "needed", asked)
    monkeypatch.setattr(reference, "available", asked)
    run_up_to(Kernel(), notebook, len(notebook["cells"]))
