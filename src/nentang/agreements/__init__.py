"""What apps of different pillars tell and ask each other: frozen values and Protocols."""
