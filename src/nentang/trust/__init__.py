"""An toàn, niềm tin: what makes the digital space worth trusting."""
