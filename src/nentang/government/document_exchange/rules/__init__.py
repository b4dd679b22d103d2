"""Pure rules of the exchange of documents."""
