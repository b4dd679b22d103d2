"""What services reads from files: e-forms and the dossier's transition table."""
