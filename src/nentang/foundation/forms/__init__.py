"""Versioned e-forms, drafts, server-side validation."""
