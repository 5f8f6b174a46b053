"""Mobile care (mobil vård och hemsjukvård): home visits planned and carried out."""
