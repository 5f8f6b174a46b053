"""PDF files a screen reader can read: tagged, with language and title (PDF/UA-1)."""
