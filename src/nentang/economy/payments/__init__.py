"""Payment requests, VietQR, bank gateway, receipts."""
