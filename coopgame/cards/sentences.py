"""What an option does and needs, as sentences for screens, printed cards and the reference."""

from collections.abc import Sequence

from coopgame.cards.conditions import Condition
from coopgame.cards.effect import Effect
from coopgame.cards.word import SentenceWords


def effect_sentences(effects: Sequence[Effect], words: SentenceWords) -> tuple[str, ...]:
    """Return one sentence for each effect, in the order in which they happen."""
    return tuple(capital(effect.sentence(words)) for effect in effects)


def need_sentence(needs: Condition, words: SentenceWords) -> str:
    """Return what an option needs as a sentence."""
    return capital(words.get("say.needs", test=needs.sentence(words)))


def capital(sentence: str) -> str:
    """Return a sentence that begins with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
