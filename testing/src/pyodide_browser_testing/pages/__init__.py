"""What a page consists of, read from its files: tags, scripts, imports. No browser is needed."""
