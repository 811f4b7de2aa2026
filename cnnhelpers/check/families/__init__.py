"""Families of mistakes that many exercises share, by what they are about."""
