"""Value types that are cheap to make: what we use of `dataclasses`, without its price.

The standard library writes and compiles six methods for every class as soon as it is seen; with
over a hundred of them that was half of each start. Here classes share their methods, and the one
that has to be compiled, `__init__`, is compiled once a shape, for classes with more than a few
values. A frozen value is frozen for the type checkers, which see the real `dataclasses` here, and
not at run time.
"""

import sys
from functools import cache
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
    from functools import cached_property
    from typing import Protocol
else:
    FEW = 4
    """Values of a class after which its `__init__` is compiled."""
    _MISSING = object()

    class cached_property:  # noqa: N801 - it stands where that of `functools` stood
        """What a method comes to, worked out once; before Python 3.12 that of `functools` locks."""

        def __init__(self, method):
            self.method, self.__doc__ = method, method.__doc__

        def __set_name__(self, _, name):
            self.name = name

        def __get__(self, value, cls=None):
            if value is None:
                return self
            found = self.method(value)
            setattr(value, self.name, found)  # `__dict__` would be made for it, and be slower
            return found

    class Protocol:
        """A shape that type checkers hold classes to; at run time nobody asks for it."""

    class Field:
        """One field: its name, and where it may be left out, its default or what makes it."""

        __slots__ = ("default", "default_factory", "name")

        def __init__(self, default=_MISSING, default_factory=_MISSING):
            self.name, self.default, self.default_factory = "", default, default_factory

    def field(*, default=_MISSING, default_factory=_MISSING):
        """Say more of a field than its default."""
        return Field(default, default_factory)

    def dataclass(cls=None, /, *, frozen=False, slots=False, order=False):
        """Give a class the methods of a value; as a decorator with or without brackets."""
        if cls is None:
            return lambda each: _made(each, frozen, slots, order)
        return _made(cls, frozen, slots, order)

    def fields(value):
        """The fields of a class or of a value of one, in order."""
        return tuple((value if isinstance(value, type) else type(value)).__fields__.values())

    def replace(value, /, **changes):
        """A copy of `value` with other values in the fields that `changes` names."""
        cls = type(value)
        places, values = cls.__places__, [*cls.__values__(value)]
        for name, new in changes.items():
            if name not in places:
                raise TypeError(f"{cls.__name__} has no field {name}")
            values[places[name]] = new
        return cls(*values)

    def _made(cls, frozen, slots, order):
        own = {name: _field(cls, name) for name in _annotated(cls)}
        inherited = [base.__fields__ for base in reversed(cls.__mro__[1:]) if _is_record(base)]
        known = {name: each for group in inherited for name, each in group.items()}
        if slots:
            members = {k: v for k, v in cls.__dict__.items() if k not in (*own, *_DICT)}
            members["__slots__"] = tuple(name for name in own if name not in known)
            members["__qualname__"] = cls.__qualname__
            cls = type(cls)(cls.__name__, cls.__bases__, members)
        cls.__fields__ = known | own
        cls.__dataclass_fields__ = _Standard()
        cls.__match_args__ = names = tuple(cls.__fields__)
        cls.__places__ = {name: place for place, name in enumerate(names)}
        cls.__values__ = _getter(names)
        methods = {"__init__": _init(cls), "__repr__": _repr, "__eq__": _eq}
        if order:
            methods |= {"__lt__": _lt, "__le__": _le, "__gt__": _gt, "__ge__": _ge}
        given = cls.__dict__
        for name, method in methods.items():
            if name not in given:
                setattr(cls, name, method)
        if given.get("__hash__") is None:  # a class that defines equality only has None there
            cls.__hash__ = _hash if frozen else None
        return cls

    class _Standard:
        """What the standard library's own `replace` and `fields` ask for, made when they do."""

        def __get__(self, value, cls):
            import dataclasses

            names = [(name, object) for name in cls.__match_args__]
            made = dataclasses.make_dataclass(cls.__name__, names).__dataclass_fields__
            cls.__dataclass_fields__ = made
            return made

    _DICT = ("__dict__", "__weakref__")

    def _annotated(cls):
        if sys.version_info >= (3, 14):  # evaluated late there, and names for checkers only fail
            from annotationlib import Format, get_annotations

            return get_annotations(cls, format=Format.STRING)
        return cls.__dict__.get("__annotations__", ())  # noqa: RUF063 - `inspect` costs

    def _field(cls, name):
        given = cls.__dict__.get(name, _MISSING)
        found = given if isinstance(given, Field) else Field(given)
        found.name = name
        return found

    def _is_record(cls):
        return "__fields__" in cls.__dict__

    def _getter(names):
        if len(names) > 1:
            return attrgetter(*names)
        return staticmethod(lambda value: tuple(getattr(value, name) for name in names))

    def _init(cls):
        """An `__init__` for the first few values, then the compiled one: most are made but once."""
        left = iter(range(FEW))

        def __init__(self, *args, **kwargs):  # noqa: N807 - it is one
            if cls.__init__ is __init__:
                if next(left, None) is not None and _filled(cls, self, args, kwargs):
                    return
                cls.__init__ = _compiled(cls)
            cls.__init__(self, *args, **kwargs)

        return __init__

    def _filled(cls, value, args, kwargs):
        """Fill in a value without the compiled `__init__`; False for what that is to refuse."""
        names, found = cls.__match_args__, dict(kwargs)
        found.update(zip(names, args, strict=False))
        if len(args) + len(kwargs) != len(found) or not found.keys() <= cls.__places__.keys():
            return False
        for name, each in cls.__fields__.items():
            if name not in found:
                if each.default_factory is not _MISSING:
                    found[name] = each.default_factory()
                elif each.default is not _MISSING:
                    found[name] = each.default
                else:
                    return False
            setattr(value, name, found[name])
        if hasattr(cls, "__post_init__"):
            value.__post_init__()
        return True

    def _compiled(cls):
        """The real `__init__`: that of all classes of the same shape, with names of its own."""
        names = {"self": "self"}
        known, defaults, made = {"_missing": _MISSING}, [], set()
        for number, (name, each) in enumerate(cls.__fields__.items()):
            names[f"a{number}"] = name
            if each.default_factory is not _MISSING:
                known[f"_make{number}"] = each.default_factory
                made.add(number)
            elif each.default is _MISSING and defaults:
                raise TypeError(f"{cls.__name__}: {name} without a default follows one with one")
            if each.default is not _MISSING or number in made:
                defaults.append(each.default)
        code = _shape(len(names) - 1, frozenset(made), hasattr(cls, "__post_init__"))
        own = code.replace(
            co_varnames=tuple(map(names.__getitem__, code.co_varnames)),
            co_names=tuple(names.get(name, name) for name in code.co_names),
        )
        return FunctionType(own, known, "__init__", tuple(defaults))

    @cache
    def _shape(width, made, ends):
        """The code of an `__init__` for so many fields, of which those at `made` may be made."""
        names = [f"a{number}" for number in range(width)]
        lines = [
            f"    self.{name} = "
            + (f"_make{number}() if {name} is _missing else {name}" if number in made else name)
            for number, name in enumerate(names)
        ]
        lines += ["    self.__post_init__()"] * ends or ["    pass"]
        found = {}
        head = f"def __init__({', '.join(['self', *names])}):"
        exec("\n".join((head, *lines)), found)  # noqa: S102 - our own words
        return found["__init__"].__code__

    def _repr(self):
        pairs = zip(self.__match_args__, self.__values__(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={v!r}' for name, v in pairs)})"

    def _eq(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.__values__(self) == other.__values__(other)

    def _hash(self):
        return hash(self.__values__(self))

    def _lt(self, other):
        same = other.__class__ is self.__class__
        return self.__values__(self) < other.__values__(other) if same else NotImplemented

    def _le(self, other):
        same = other.__class__ is self.__class__
        return self.__values__(self) <= other.__values__(other) if same else NotImplemented

    def _gt(self, other):
        same = other.__class__ is self.__class__
        return self.__values__(self) > other.__values__(other) if same else NotImplemented

    def _ge(self, other):
        same = other.__class__ is self.__class__
        return self.__values__(self) >= other.__values__(other) if same else NotImplemented


__all__ = ["Protocol", "cached_property", "dataclass", "field", "fields", "replace"]
