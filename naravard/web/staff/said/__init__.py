"""What a person says of her data, written down by staff while she says it."""
