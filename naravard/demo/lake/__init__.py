"""The invented county's contacts: three years of them, with what is planted in them."""
