"""The folders are the flow, and what a folder holds stays small enough to read."""

import ast
from pathlib import Path

import pytest

import kamergraaf

FLOW = ["text", "annotations", "statements", "rdf", "store", "queries", "views"]
FOUNDATION = {"source", "model", "errors", "resources", "iris", "reference"}
AROUND = {"cli", "pipeline", "extract", "evaluate", "training"}
PACKAGE = Path(kamergraaf.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def parts_imported(path: Path) -> set[str]:
    """Return the parts of the package (first name under ``kamergraaf``) that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    split = [name.split(".") for name in names]
    return {part[1] for part in split if part[0] == "kamergraaf" and part[1:]}


def test_package_list() -> None:
    """The package holds the stages in flow order, what they stand on, and what is around them."""
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert set(FLOW) <= folders
    assert folders | modules <= set(FLOW) | FOUNDATION | AROUND


@pytest.mark.parametrize("stage", FLOW)
def test_stage_imports_only_earlier_stages(stage: str) -> None:
    """A stage knows the stages before it and the foundation, never a later one."""
    allowed = set(FLOW[: FLOW.index(stage) + 1]) | FOUNDATION | {"__version__"}
    modules = sorted((PACKAGE / stage).rglob("*.py"))
    assert modules
    for module in modules:
        assert parts_imported(module) <= allowed, module


@pytest.mark.parametrize("part", sorted(FOUNDATION))
def test_foundation_imports_no_stage(part: str) -> None:
    """What all stages use depends on none of them."""
    folder = PACKAGE / part
    for module in [PACKAGE / f"{part}.py", *sorted(folder.rglob("*.py"))]:
        if module.exists():
            assert parts_imported(module) <= FOUNDATION, module


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_is_short(module: Path) -> None:
    """No module is longer than 400 lines."""
    assert len(module.read_text("utf-8").splitlines()) <= 400


def test_modules_were_found() -> None:
    """The glob above sees the package."""
    assert len(MODULES) > 10
