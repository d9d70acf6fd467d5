# SPDX-License-Identifier: Apache-2.0
"""_core.pyi and the module as built say the same: names, kinds of members, parameters with their defaults."""

from __future__ import annotations

import ast
import enum
import inspect
import operator
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gongkai import _core

Parameters = list[tuple[str, str, bool]]  # name, kind, whether it has a default
STUB = ast.parse((Path(_core.__file__).parent / "_core.pyi").read_text(encoding="utf-8"))


def classes(body: list[ast.stmt], prefix: str = "") -> dict[str, ast.ClassDef]:
    """With those inside of others, as Outer.Inner."""
    out: dict[str, ast.ClassDef] = {}
    for node in body:
        if isinstance(node, ast.ClassDef):
            out[prefix + node.name] = node
            out |= classes(node.body, f"{prefix}{node.name}.")
    return out


CLASSES = classes(STUB.body)
# Python's own, and what comes with equality, text and pickling.
GIVEN = {"__doc__", "__module__", "__repr__", "__str__", "__getstate__", "__setstate__", "__init__", "__hash__", "__ne__"}
GIVEN |= {"__buffer__"}  # an attribute since Python 3.12


def parameters(arguments: ast.arguments) -> Parameters:
    positional = arguments.posonlyargs + arguments.args
    without_default = len(positional) - len(arguments.defaults)
    out = [(a.arg, "positional", i >= without_default) for i, a in enumerate(positional)]
    out += [(a.arg, "keyword", d is not None) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults)]
    return [parameter for parameter in out if parameter[0] != "self"]


def built_signatures(function: Any) -> list[Parameters]:
    """From the first line of the docstring that pybind11 writes, or the numbered ones of an overloaded function."""
    lines = (function.__doc__ or "").splitlines()
    name = re.escape(function.__name__)
    if len(lines) > 2 and lines[1] == "Overloaded function.":
        found = [re.sub(r"^\d+\. ", "", line) for line in lines if re.match(rf"\d+\. {name}\(", line)]
    else:
        found = lines[:1]
    out = []
    for line in found:
        line = re.sub(r"<[^<>]*>", "...", line)  # reprs of default values
        parsed = ast.parse(f"def {line}: ...").body[0]
        assert isinstance(parsed, ast.FunctionDef)
        out.append(parameters(parsed.args))
    return out


def stub_functions(body: list[ast.stmt]) -> dict[str, list[ast.FunctionDef]]:
    out: dict[str, list[ast.FunctionDef]] = {}
    for node in body:
        if isinstance(node, ast.FunctionDef):
            out.setdefault(node.name, []).append(node)
    return out


def is_property(node: ast.FunctionDef) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "property" for d in node.decorator_list)


def assert_same_parameters(where: str, stubs: list[ast.FunctionDef], built: Any) -> None:
    expected = [parameters(stub.args) for stub in stubs]
    actual = built_signatures(built)
    if where.rsplit(".", 1)[-1].startswith("__") and not where.endswith("__init__"):
        # Of an operator the language calls the operand by position; names mean nothing.
        expected = [[("", kind, default) for _, kind, default in one] for one in expected]
        actual = [[("", kind, default) for _, kind, default in one] for one in actual]
    # Types tell more cases apart than parameters do: of several overloads in the stub one is as built, and the others
    # differ from it in defaults only.
    assert all(one in expected for one in actual), where
    assert names(actual) == names(expected), where


def names(signatures: list[Parameters]) -> list[list[str]]:
    out: list[list[str]] = []
    for signature in signatures:
        if (one := [name for name, _, _ in signature]) not in out:
            out.append(one)
    return out


def test_the_same_names() -> None:
    stub = {node.name for node in STUB.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    stub |= {node.target.id for node in STUB.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}
    built = {name for name in vars(_core) if name == "__version__" or not name.startswith("__")}
    assert stub == built


def test_functions_have_the_same_parameters() -> None:
    for name, stubs in stub_functions(STUB.body).items():
        assert_same_parameters(name, stubs, getattr(_core, name))


@pytest.mark.parametrize("name", CLASSES)
def test_classes_have_the_same_members(name: str) -> None:
    built = operator.attrgetter(name)(_core)
    if issubclass(built, enum.Enum):
        values = {
            node.targets[0].id: ast.literal_eval(node.value)
            for node in CLASSES[name].body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        assert values == {key: member.value for key, member in built.__members__.items()}
        return
    members = {key: value for key, value in vars(built).items() if not key.startswith("_pybind11")}
    functions = stub_functions(CLASSES[name].body)
    inner = {node.name for node in CLASSES[name].body if isinstance(node, ast.ClassDef)}
    assert (set(functions) | inner) - GIVEN == set(members) - GIVEN
    functions = {key: stubs for key, stubs in functions.items() if key in members or key not in GIVEN}
    for key, stubs in functions.items():
        if isinstance(members.get(key), property):
            assert all(is_property(stub) for stub in stubs), key
            assert inspect.getdoc(members[key]), f"{name}.{key} has no docstring"
            assert members[key].fset is None, f"{name}.{key} can be written"
        elif isinstance(members.get(key), staticmethod):
            assert_same_parameters(f"{name}.{key}", stubs, getattr(built, key))
        elif key != "__hash__" and not key.startswith("__ne"):
            assert_same_parameters(f"{name}.{key}", stubs, members[key])
    # A class whose constructor the stub does not show has none.
    if "__init__" not in stub_functions(CLASSES[name].body):
        with pytest.raises(TypeError, match="No constructor defined"):
            built()


def test_stubtest_agrees(tmp_path: Path) -> None:
    allowed = tmp_path / "allowed"
    allowed.write_text(
        # What pybind11 adds to its classes: its metaclass, a record in enums, an __init__ that refuses.
        "gongkai\\._core\\.[A-Z]\\w+\n"
        "gongkai\\._core\\.[\\w.]+\\.__pybind11_native_enum__\n"
        "gongkai\\._core\\.\\w+\\.__init__\n"
        "gongkai\\._core\\.SlipKind\\.name\n"
        "gongkai\\._core\\.ArrowColumn\\.__buffer__\n"  # an attribute since Python 3.12
        "gongkai\\._core\\.(DayColumn|CountColumn|_Days|_Answer|RecordAction|RequestAction|ReviewAction)\n",  # for type checkers only
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "gongkai._core", "--allowlist", str(allowed), "--ignore-unused-allowlist"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr
