"""Office work with documents: what comes in, what goes out, who does what until when."""
