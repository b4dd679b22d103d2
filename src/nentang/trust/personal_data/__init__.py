"""Personal data: what people may ask of it, and when it is let go of."""
