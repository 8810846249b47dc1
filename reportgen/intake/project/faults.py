"""What pydantic finds wrong with a project file, in the house's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args, get_origin

from pydantic import BaseModel, ValidationError

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.intake.project.schema import ProjectTable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WANTED = {
    "string_type": "a text in quotes",
    "int_type": "a whole number without quotes",
    "bool_type": "true or false",
    "dict_type": "a table, such as { en = ... }",
    "model_type": "a table of keys",
    "list_type": "a list in [ ]",
    "date_type": "a date without quotes, such as 2018-12-14",
}


def validate(toml: dict[str, object]) -> tuple[ProjectTable | None, tuple[Mistake, ...]]:
    """The file's tables with every mistake of their shape; None when the shape leaves nothing to check further.

    A key that is not known is told, and then left out, so that the rest of the file can still be checked.
    """
    context = {"languages": _languages(toml)}
    try:
        return ProjectTable.model_validate(toml, context=context), ()
    except ValidationError as error:
        faults = error.errors(include_url=False)
    mistakes = tuple(_mistake(fault) for fault in faults)
    if any(fault["type"] != "extra_forbidden" for fault in faults):
        return None, mistakes
    known = _without(toml, {fault["loc"] for fault in faults})
    return ProjectTable.model_validate(known, context=context), mistakes


def _languages(toml: Mapping[str, object]) -> tuple[str, ...]:
    languages = toml.get("languages")
    return tuple(code for code in languages if isinstance(code, str)) if isinstance(languages, list) else ()


def _without(table: object, unknown: set[Keys], path: Keys = ()) -> object:
    """The TOML value less the entries at the paths in `unknown`."""
    if isinstance(table, dict):
        kept = {key: value for key, value in table.items() if (*path, key) not in unknown}
        return {key: _without(value, unknown, (*path, key)) for key, value in kept.items()}
    if isinstance(table, list):
        return [_without(value, unknown, (*path, i)) for i, value in enumerate(table)]
    return table


def _mistake(fault: ErrorDetails) -> Mistake:
    keys = tuple(key for key in fault["loc"] if key != "[key]")
    value = fault["input"] if isinstance(fault["input"], str) else None
    match fault["type"]:
        case "missing":
            return Mistake(keys, f"is missing; add {keys[-1]} = ...")
        case "extra_forbidden":
            return Mistake(keys, f"is not a key here; {suggest(str(keys[-1]), known_keys(keys[:-1]))}")
        case "value_error":
            return Mistake(keys, str(fault["ctx"]["error"]), value)
        case "too_short" | "too_long":
            wanted = fault["ctx"].get("min_length", fault["ctx"].get("max_length"))
            return Mistake(keys, f"has {fault['ctx']['actual_length']} entries; write {wanted}")
        case kind if kind in _WANTED:
            return Mistake(keys, f"is not {_WANTED[kind]}; write it so", value)
        case _:
            return Mistake(
                keys, f"is not possible: {fault['msg'][:1].lower()}{fault['msg'][1:]}; mend the value", value
            )


def known_keys(path: Keys) -> tuple[str, ...]:
    """The keys that the table at `path` may hold."""
    at: object = ProjectTable
    for key in path:
        at = _step(at, key)
    shape = next(_tables(at), None)
    return tuple(field.alias or name for name, field in shape.model_fields.items()) if shape else ()


def _step(annotation: object, key: str | int) -> object:
    """The type behind one key of a table, or the items of a collection of tables."""
    shape = annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
    if shape is None:
        return _inside(annotation)
    return next(f.annotation for name, f in shape.model_fields.items() if key in {name, f.alias})


def _inside(annotation: object) -> object:
    """What one entry of a collection holds; the table itself where a type is optional."""
    if get_origin(annotation) in {dict, list}:
        return get_args(annotation)[-1]
    return next(_tables(annotation), None)


def _tables(annotation: object) -> Iterator[type[BaseModel]]:
    """The tables named in a type, whether alone, optional, or in a dict or list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _tables(argument)
