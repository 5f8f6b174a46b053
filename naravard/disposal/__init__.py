"""Disposal (gallring): what has been kept for its time goes, when its owner says so."""
