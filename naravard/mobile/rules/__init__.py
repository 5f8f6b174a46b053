"""What a mobile team may and must do: who answers when, and what a visit becomes."""
