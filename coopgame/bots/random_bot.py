"""Random: draws lots among everything that is open. A yardstick, not an example."""

from coopgame.bots.bot import Chance, Choice
from coopgame.rules.questions import Question
from coopgame.rules.snapshot import Snapshot


class RandomBot:
    """First draws the kind of move, then one option of it, so that no move drowns."""

    def choose(self, question: Question, _snapshot: Snapshot, chance: Chance, /) -> Choice:
        """Return any open option."""
        options = [option for option in question.options if option.is_open]
        kinds = sorted({option.kind for option in options})
        kind = kinds[chance.draw(len(kinds))]
        drawn = [option for option in options if option.kind == kind]
        return Choice(drawn[chance.draw(len(drawn), 1)].id, "why.lots")
