"""Nära: the one system a Swedish region and its municipalities share."""
