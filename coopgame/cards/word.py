"""The base of every word of the card language, and what a word needs to explain itself.

A word is one class: its fields, its help, its meaning as playbook rows and its sentence in
every language. Nothing here reads files.
"""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from coopgame.vocabulary import Holding, Kind, StageKind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""Lower-case letters, digits and underscores, beginning with a letter; at most 40."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]
"""Words for people, in the file's own language."""

Percent = Annotated[int, Field(ge=0, le=100)]
Stage = Annotated[StageKind, Field(strict=False)]
CooperativeKind = Annotated[Kind, Field(strict=False)]
StageHolding = Annotated[Holding, Field(strict=False)]

Choice = TypeVar("Choice", bound=StrEnum)


class SentenceWords(Protocol):
    """What a sentence needs of a language; `reading.translations.Words` has it."""

    def get(self, key: str, **placeholders: object) -> str:
        """Return the text of a key with its placeholders filled in."""
        ...

    def signed(self, number: int) -> str:
        """Return a number with its sign, as the language writes it."""
        ...

    def number(self, number: int) -> str:
        """Return a whole number as the language writes it."""
        ...


class Word(BaseModel):
    """Anything a file may say: frozen, strict, and refusing what it does not know."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
        serialize_by_alias=True,
    )

    texts: ClassVar[frozenset[str]] = frozenset()
    """Fields that people read and the rules do not: left out of the content's fingerprint."""

    example: ClassVar[str] = ""
    """How the word is written, for the reference."""

    notes: ClassVar[frozenset[str]] = frozenset()
    """Fields for designers and screens; they change nothing in play either."""


def position(member: StrEnum) -> int:
    """Return the place of a word in its list, which is its code in the rules."""
    return list(type(member)).index(member)


def complaint(code: str, sentence: str, **details: Any) -> PydanticCustomError:  # noqa: ANN401
    """Return the error that a validator raises: a problem code and one plain sentence."""
    return PydanticCustomError(code, sentence, details)
