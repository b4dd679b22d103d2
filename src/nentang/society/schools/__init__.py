"""Schools: which children are to go to one, and when."""
