"""Our building blocks: one template each, with a typed Python signature."""
