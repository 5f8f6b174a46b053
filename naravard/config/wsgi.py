"""The WSGI application, for gunicorn or any other server."""

import os

from django.core.wsgi import get_wsgi_application

from naravard.config.memory import settle_memory
from naravard.core.second_lock import PAGES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naravard.config.settings")
# Pages own nothing in the database, and see only what the one who is signed in may see.
os.environ["NARAVARD_DATABASE_ROLE"] = PAGES
application = get_wsgi_application()
settle_memory()
