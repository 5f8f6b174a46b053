"""The law of coordinated discharge (LUS 2017:612): pure, no Django, no clock.

Events are folded into a case (`folding`, `case`) and guarded (`guards`). From the case
follow the deadlines (`clocks`, `deadlines`), the payment (`conditions`, `liability`,
`payment_month`), what is to be done next (`steps`) and the evidence (`explain`).
"""
