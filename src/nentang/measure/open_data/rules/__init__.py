"""Tables and what may be told of them; differences, quality, questions, terms: pure functions."""
