"""What can be wrong with a recording, as one tree of errors.

RecordingError             one sentence for people, with what to do next
├── RecordingMissing       no such file
├── NotARecording          something else, or empty
├── RecordingDamaged       a recording whose content cannot be trusted
├── RecordingTooNew        written by a later coopgame
├── OtherContent           made with other cards, scenario or rules; names what differs
├── RecordingMismatch      re-running gives another table from a certain round on
├── RecordingReadOnly      the place cannot be written
├── DiskFull               no room left
├── RecordingInUse         another running game has it open
├── RecordingExists        the name is taken by something else
└── NowhereToSave          the match is kept in memory only

Every sentence also exists as words (`recording.<name>`) in all languages.
"""

from typing import ClassVar

from coopgame.rules.errors import CoopgameError


class RecordingError(CoopgameError):
    """A recording that cannot be used; `word` and `values` say it in any language."""

    code: ClassVar[str] = "P100"
    word: ClassVar[str] = "recording.unusable"
    sentence: ClassVar[str] = "The recording {file} cannot be used. Try an earlier one."

    def __init__(self, **values: str | int) -> None:
        """Keep the values that fill the sentence."""
        super().__init__(self.sentence.format(**values))
        self.values = values


class RecordingMissing(RecordingError):
    """There is no such file."""

    code = "P101"
    word = "recording.missing"
    sentence = "There is no file {file}. Check the name and the folder."


class NotARecording(RecordingError):
    """The file is something else."""

    code = "P102"
    word = "recording.not_one"
    sentence = "{file} is not a coopgame recording. Choose a file that ends in .coopgame."


class RecordingDamaged(RecordingError):
    """The content cannot be trusted; `where` says in a word what was found."""

    code = "P103"
    word = "recording.damaged"
    sentence = "The recording {file} is damaged ({where}). Continue from an earlier one."


class RecordingTooNew(RecordingError):
    """A later coopgame wrote it."""

    code = "P104"
    word = "recording.too_new"
    sentence = (
        "The recording {file} was made by a newer coopgame ({version}). "
        "Install that version to open it."
    )


class OtherContent(RecordingError):
    """It was played with other cards, another scenario or other rules."""

    code = "P105"
    word = "recording.other_content"
    sentence = (
        "The recording {file} was played with other content: {differences}. "
        "Open it with the content it was made with."
    )


class RecordingMismatch(RecordingError):
    """Re-running its answers gives another table."""

    code = "P106"
    exit_code = 1
    word = "recording.mismatch"
    sentence = (
        "The recording {file} does not re-run: round {round} ends differently. "
        "Send us the file; an earlier recording may still work."
    )

    @property
    def round(self) -> int:
        """Return the first round that differs."""
        return int(self.values["round"])


class RecordingReadOnly(RecordingError):
    """The folder or the file cannot be written."""

    code = "P107"
    word = "recording.read_only"
    sentence = "{file} cannot be written. Choose another folder."


class DiskFull(RecordingError):
    """There is no room left."""

    code = "P108"
    word = "recording.disk_full"
    sentence = "There is no room left for {file}. Free some space or choose another folder."


class RecordingInUse(RecordingError):
    """Another running game has it open."""

    code = "P109"
    word = "recording.in_use"
    sentence = "{file} is open in another running game. Close that game first."


class RecordingExists(RecordingError):
    """Something else already has this name."""

    code = "P110"
    word = "recording.exists"
    sentence = "{file} already exists and is not ours to replace. Choose another name."


class NowhereToSave(RecordingError):
    """No folder could be written: the match is kept in memory only."""

    code = "P111"
    word = "recording.nowhere"
    sentence = "This match is kept in memory only. Save a copy before you close it."
