"""The rules of the one plan: pure, no Django, no clock.

What a plan says is a `Content` of parts (`parts`, `content`); it is changed by `edits`,
compared by `versions`, moved through the process of `process` by consent (`consent`),
and read by whoever may see which part of it (`visible`).
"""
