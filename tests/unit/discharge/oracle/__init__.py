"""The law once more, slow and straight, to compare the real rules with.

Written from the text of the act and of the contract, not from `naravard.discharge`:
plain Python on the JSON, one look through all events for every question.
"""
