"""What every system shares, so that none writes it again."""
