"""Numbers, terms and layout of documents, as the law has them."""
