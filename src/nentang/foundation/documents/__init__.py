"""Files, PDF with digital signature and QR, public verification."""
