"""Books: the edition as books for e-readers, one for each direction of the language pair."""
