"""Messages through exchangeable gateways, receipts, preferences."""
