"""The leader's dashboard: what is on track, what is not, why, and who answers for it."""
