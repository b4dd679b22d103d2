"""Data sharing between bodies: who may ask whom for what, why and until when, and the node that carries it."""
