"""What a network file asks of the machine, read from its bytes before anything runs it.

A small reader of the protocol-buffer wire format (protobuf.dev, "Encoding") for the parts of
onnx.proto that matter here: operators with their domains, operator sets, tensors kept in other
files, functions and inner graphs. The full library would bring a compiler's worth of code for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from meddx_desktop.core.errors import ModelRejected

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED = {_FIXED64: 8, _FIXED32: 4}
_DEEPEST = 8
_EXTERNAL = 1
"""TensorProto.DataLocation.EXTERNAL."""

STANDARD = frozenset({"", "ai.onnx"})
"""Domains of the standard's own operators; all others are somebody's own."""
OPSETS = range(13, 24)
"""From per-channel quantisation (13) to what the runtime in use is tested with."""

_CHANCE = frozenset(
    {
        "Bernoulli",
        "Multinomial",
        "RandomNormal",
        "RandomNormalLike",
        "RandomUniform",
        "RandomUniformLike",
    }
)
"""Operators that answer by chance: one film would get two scores."""
_TRAINING_MODE = 2
"""Place of Dropout's input that switches it on."""

Value = int | memoryview


@dataclass(slots=True)
class NetworkFile:
    """What was found in one file."""

    opset: int = 0
    foreign: set[str] = field(default_factory=set)
    """Operators, domains and functions outside the standard, and those that hold inner graphs."""
    external: bool = False
    """Whether a tensor lies in another file."""
    nodes: int = 0
    chance: set[str] = field(default_factory=set)
    """Operators that answer by chance, Dropout among them where it may be switched on."""
    remarks: int = 0
    """Bytes that are no part of the calculation: metadata and descriptions."""


def look_into(network: bytes, *, package: str) -> NetworkFile:
    """Read the file's graph without running it.

    Raises
    ------
    ModelRejected
        ``model_damaged``: not a network, or cut.
    """
    found = NetworkFile()
    try:
        for number, value in _fields(memoryview(network)):
            if number == 7:
                _graph(_inside(value), found, depth=0)
            elif number == 8:
                _opset(_inside(value), found)
            elif number in (20, 25):  # training_info, functions
                found.foreign.add("function")
            else:  # producer, domain, description, metadata
                found.remarks += _size(value)
    except (ValueError, IndexError, UnicodeDecodeError) as error:
        raise ModelRejected("model_damaged", name=package) from error
    if not found.nodes:
        raise ModelRejected("model_damaged", name=package)
    return found


def _graph(content: memoryview, found: NetworkFile, *, depth: int) -> None:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    for number, value in _fields(content):
        if number == 1:
            _node(_inside(value), found, depth=depth)
        elif number == 5:
            _tensor(_inside(value), found)
        elif number == 15:
            _sparse(_inside(value), found)
        elif number in (10, 16):  # description, metadata
            found.remarks += _size(value)


def _node(content: memoryview, found: NetworkFile, *, depth: int) -> None:
    found.nodes += 1
    operator, domain, inner = "", "", False
    inputs: list[str] = []
    for number, value in _fields(content):
        if number == 4:
            operator = _text(value)
        elif number == 7:
            domain = _text(value)
        elif number == 5:
            inner = _attribute(_inside(value), found, depth=depth) or inner
        elif number == 1:
            inputs.append(_text(value))
        elif number in (6, 9):  # description, metadata
            found.remarks += _size(value)
    if operator in _CHANCE or (operator == "Dropout" and any(inputs[_TRAINING_MODE:])):
        found.chance.add(operator)
    if domain not in STANDARD:
        found.foreign.add(f"{domain}.{operator}"[:60])
    elif inner:
        # A loop may never end; a classifier of films needs none.
        found.foreign.add(operator[:60])


def _attribute(content: memoryview, found: NetworkFile, *, depth: int) -> bool:
    """Look at one attribute; returns whether it holds a graph."""
    inner = False
    for number, value in _fields(content):
        if number in (5, 10):
            _tensor(_inside(value), found)
        elif number in (22, 23):
            _sparse(_inside(value), found)
        elif number in (6, 11):
            inner = True
            _graph(_inside(value), found, depth=depth + 1)
    return inner


def _sparse(content: memoryview, found: NetworkFile) -> None:
    for number, value in _fields(content):
        if number in (1, 2):
            _tensor(_inside(value), found)


def _tensor(content: memoryview, found: NetworkFile) -> None:
    for number, value in _fields(content):
        if number == 13 or (number == 14 and value == _EXTERNAL):
            found.external = True


def _opset(content: memoryview, found: NetworkFile) -> None:
    domain, version = "", 0
    for number, value in _fields(content):
        if number == 1:
            domain = _text(value)
        elif number == 2 and isinstance(value, int):
            version = value
    if domain in STANDARD:
        found.opset = version
    else:
        found.foreign.add(domain[:60])


def _fields(content: memoryview) -> Iterator[tuple[int, Value]]:
    """The fields of one message: number, and a number or bytes."""
    place, end = 0, len(content)
    while place < end:
        key, place = _varint(content, place)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, place = _varint(content, place)
            yield number, value
            continue
        if kind == _BYTES:
            size, place = _varint(content, place)
        elif kind in _FIXED:
            size = _FIXED[kind]
        else:
            raise ValueError("unknown wire type")
        if place + size > end:
            raise ValueError("cut")
        yield number, content[place : place + size]
        place += size


def _varint(content: memoryview, place: int) -> tuple[int, int]:
    value = 0
    for step in range(10):
        byte = content[place + step]
        value |= (byte & 0x7F) << 7 * step
        if byte < 0x80:
            return value, place + step + 1
    raise ValueError("number without end")


def _size(value: Value) -> int:
    return 0 if isinstance(value, int) else len(value)


def _inside(value: Value) -> memoryview:
    if isinstance(value, int):
        raise ValueError("a number where a message belongs")
    return value


def _text(value: Value) -> str:
    return bytes(_inside(value)).decode()
