"""The WSGI application, for gunicorn or any other server."""

import os

from django.core.wsgi import get_wsgi_application

from naravard.config.memory import settle_memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naravard.config.settings")
application = get_wsgi_application()
settle_memory()
