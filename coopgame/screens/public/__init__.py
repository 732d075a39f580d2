"""The projected frames: what everybody may see. They ask nobody anything and hold no secrets."""
