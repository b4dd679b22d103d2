"""Reports that bodies owe to those above them: by whom, of what, until when, and what they add up to."""
