"""Pure rules of payments: VietQR, signatures, transitions, codes."""
