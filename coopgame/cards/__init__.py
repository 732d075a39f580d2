"""What a card file may say: typed words and how they become rows. No files, no screens."""
