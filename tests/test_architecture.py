"""The package keeps its shape: who imports whom, who loads what, and who may load PyTorch."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

grimp = pytest.importorskip("grimp")

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "cnnhelpers"

# Calculates on arrays and nothing else, so that it runs wherever NumPy does.
CORE = "shapes functional nn models training gradcheck".split()
HEAVY = "torch matplotlib ipywidgets anywidget PIL IPython".split()
LIGHT = ["cnnhelpers"]
LIGHT += [
    f"cnnhelpers.{name}"
    for name in "course shapes functional nn check exercises draw explore".split()
]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return build(PACKAGE.name)


def build(name: str) -> grimp.ImportGraph:
    return grimp.build_graph(
        name, include_external_packages=True, exclude_type_checking_imports=False, cache_dir=None
    )


def loads(graph: grimp.ImportGraph, module: str, forbidden: str) -> tuple[str, ...] | None:
    """How a module, or one inside it, comes to import a forbidden package, also indirectly."""
    if forbidden not in graph.modules or module not in graph.modules:
        return None
    for importer in sorted({module, *graph.find_descendants(module)}):
        chain = graph.find_shortest_chain(importer=importer, imported=forbidden)
        # The package itself is loaded first of all; what it offers to IPython is loaded on demand.
        if chain and "cnnhelpers" not in chain:
            return chain
    return None


def cycles(graph: grimp.ImportGraph) -> Iterator[tuple[str, ...]]:
    """Modules that import themselves by a detour."""
    ours = {name for name in graph.modules if name.startswith("cnnhelpers.")}
    for name in sorted(ours):
        for imported in sorted(graph.find_modules_directly_imported_by(name) & ours):
            chain = graph.find_shortest_chain(importer=imported, imported=name)
            if chain and ours.issuperset(chain):
                yield (name, *chain)


def torch_importers(graph: grimp.ImportGraph) -> set[str]:
    return set(graph.find_modules_that_directly_import("torch"))


def imports_by_name(source: str) -> set[str]:
    """Packages that code imports through a string, which the graph cannot see."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            function = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if function in ("import_module", "__import__"):
                found.add(str(node.args[0].value).partition(".")[0])
    return found


def private_names(source: str) -> set[str]:
    """Names with a leading underscore that code takes from another module."""
    tree, modules, found = ast.parse(source), set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            modules |= {name.asname or name.name for name in node.names}
            found |= {name.name for name in node.names if name.name.startswith("_")}
        elif isinstance(node, ast.Import):
            modules |= {(name.asname or name.name).partition(".")[0] for name in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in modules and re.match("_[a-z]", node.attr, re.IGNORECASE):
                found.add(f"{node.value.id}.{node.attr}")
    return found


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "import sys; from importlinter.cli import lint_imports; "
    command += "sys.exit(lint_imports(config_filename='pyproject.toml', no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", command], cwd=folder, capture_output=True, text=True
    )


def test_the_layers_import_only_what_lies_below() -> None:
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_an_import_upwards_is_found(tmp_path: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__", "*.npz", "*.png")
    shutil.copytree(PACKAGE, tmp_path / "cnnhelpers", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with open(tmp_path / "cnnhelpers" / "shapes.py", "a", encoding="utf-8") as file:
        file.write("\nimport cnnhelpers.draw\n")
    run = lint_imports(tmp_path)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "cnnhelpers.shapes -> cnnhelpers.draw" in run.stdout


def test_only_the_reference_imports_torch(graph: grimp.ImportGraph) -> None:
    """And the script that torchrun starts in processes of its own, which nothing imports."""
    script = "cnnhelpers.parallel.train"
    assert torch_importers(graph) == {"cnnhelpers.reference", script}
    assert graph.find_modules_that_directly_import(script) == set()
    for path in PACKAGE.rglob("*.py"):
        assert "torch" not in imports_by_name(path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("module", CORE)
def test_the_core_needs_numpy_only(graph: grimp.ImportGraph, module: str) -> None:
    assert f"cnnhelpers.{module}" in graph.modules
    for heavy in HEAVY:
        chain = loads(graph, f"cnnhelpers.{module}", heavy)
        assert chain is None, " -> ".join(chain)


@pytest.mark.parametrize("module", [*CORE, "datasets"])
def test_the_core_keeps_private_names_private(module: str) -> None:
    path = PACKAGE / module
    paths = path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]
    found = {path.name: private_names(path.read_text(encoding="utf-8")) for path in paths}
    assert not any(found.values()), {name: names for name, names in found.items() if names}


def test_no_imports_in_a_circle(graph: grimp.ImportGraph) -> None:
    found = [" -> ".join(cycle) for cycle in cycles(graph)]
    assert not found, "\n".join(found)


def test_no_name_with_an_underscore_comes_from_another_module() -> None:
    found = [
        f"{path.relative_to(ROOT)} imports {name}: give it a public name, or keep it at home."
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in underscored(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


def underscored(source: str) -> list[str]:
    """The names with an underscore that code imports from modules of the package."""
    return [
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cnnhelpers")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]


def test_an_underscored_import_is_found() -> None:
    source = "from cnnhelpers.draw.grid import _cells, grid\nfrom os import _exit"
    assert underscored(source) == ["cnnhelpers.draw.grid._cells"]


def test_light_imports_load_nothing_heavy() -> None:
    found = loaded_by(LIGHT)
    assert found == {name: [] for name in LIGHT}


def loaded_by(names: list[str]) -> dict[str, list[str]]:
    """Which of the heavy packages are loaded after each import, one after another."""
    program = (
        "import importlib, json, sys\nfound = {}\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name)\n"
        f"    found[name] = [heavy for heavy in {HEAVY!r} if heavy in sys.modules]\n"
        "print(json.dumps(found))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


# That these tests can fail.


def test_a_heavy_import_is_found(graph: grimp.ImportGraph) -> None:
    pytest.importorskip("ipywidgets")
    assert loaded_by(["cnnhelpers", "ipywidgets"])["ipywidgets"] == ["ipywidgets", "IPython"]
    spoilt = build(PACKAGE.name)
    spoilt.add_import(importer="cnnhelpers.functional.conv", imported="cnnhelpers.draw.style")
    spoilt.add_import(importer="cnnhelpers.draw.style", imported="matplotlib")
    chain = ("cnnhelpers.functional.conv", "cnnhelpers.draw.style", "matplotlib")
    assert loads(spoilt, "cnnhelpers.functional", "matplotlib")[-3:] == chain
    spoilt.add_import(importer="cnnhelpers.draw.style", imported="torch")
    assert "cnnhelpers.draw.style" in torch_importers(spoilt)


def test_a_circle_is_found() -> None:
    spoilt = build(PACKAGE.name)
    spoilt.add_import(importer="cnnhelpers.shapes", imported="cnnhelpers.functional.arguments")
    spoilt.add_import(importer="cnnhelpers.functional.arguments", imported="cnnhelpers.shapes")
    assert any(
        {"cnnhelpers.shapes", "cnnhelpers.functional.arguments"} <= set(c) for c in cycles(spoilt)
    )


def test_a_private_name_is_found() -> None:
    assert private_names("from .norm import Gradients, _rows") == {"_rows"}
    assert private_names("from . import norm\nnorm._rows(x)") == {"norm._rows"}
    assert not private_names("from . import norm\nself._rows + norm.rows + norm.__name__")


def test_an_import_by_name_is_found() -> None:
    assert imports_by_name("import importlib\nimportlib.import_module('torch.nn')") == {"torch"}
    assert imports_by_name("find_spec('torch')") == set()
