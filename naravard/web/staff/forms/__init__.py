"""Forms: one base for every act, and one factory for the payload of any message."""
