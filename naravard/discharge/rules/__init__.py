"""The law of coordinated discharge (LUS 2017:612): pure, no Django, no clock of its own.

Events are folded into a case (`case`), guarded (`guards`), and from the case follow the
deadlines (`clocks`), the payment (`liability`, `payment_month`), what is to be done next
(`steps`) and the evidence for it all (`explain`).
"""
