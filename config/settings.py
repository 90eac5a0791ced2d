"""The one settings file. Whatever a deployer may change is an environment variable; docs/settings.md lists them all.

Two ways to run: ``EMBEDDED=1`` (bin/up: everything in one process, SQLite, nothing to configure) and production, which
fails at the start where something it needs is missing.
"""

import sys
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- where it runs ----------------------------------------------------------------------------------------------

EMBEDDED = env.bool("EMBEDDED", default=False)
DEBUG = env.bool("DEBUG", default=False)
TESTING = "pytest" in sys.modules
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BEHIND_HTTPS = env.bool("BEHIND_HTTPS", default=False)


def _local_secret() -> str:
    """A key made once for this machine, readable by its owner alone."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


# A command that needs no server (review, explain) runs without any configuration; a production server does not.
SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if TESTING:
        SECRET_KEY = get_random_secret_key()
    elif EMBEDDED or "DATABASE_URL" not in env:
        SECRET_KEY = _local_secret()
    else:
        raise ImproperlyConfigured("SECRET_KEY is not set: give the server a long random value of its own.")

# --- applications -----------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_filters",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "axes",
    "csp",
    "language",
    "accounts",
    "missions",
    "capacities",
    "mandates",
    "plans",
    "guide",
]

MIDDLEWARE = [
    "config.upload_limit.UploadLimit",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # static files leave here, compressed at the build
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "language.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.addresses.Addresses",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
            # words and help stand on pages of every floor
            "builtins": ["django.templatetags.i18n", "language.templatetags.language", "guide.templatetags.guide"],
        },
    }
]

# --- database ---------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'forefront.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    # Writers queue at the start of a transaction instead of failing in its middle; readers never wait.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA secure_delete=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- background jobs --------------------------------------------------------------------------------------------

CELERY_BROKER_URL = env.str("REDIS_URL", default="memory://")
if CELERY_BROKER_URL == "memory://":
    CELERY_BROKER_TRANSPORT_OPTIONS = {"polling_interval": 0.05}
CELERY_TASK_IGNORE_RESULT = True  # the job's row says what happened
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "requeue-unfinished": {"task": "mandates.jobs.requeue_unfinished", "schedule": 60.0},
    "requeue-exports": {"task": "mandates.export_jobs.requeue_exports", "schedule": 60.0},
    "requeue-imports": {"task": "capacities.jobs.requeue_imports", "schedule": 60.0},
    "requeue-proposals": {"task": "plans.jobs.requeue_proposals", "schedule": 60.0},
    "delete-old-exports": {"task": "mandates.export_jobs.delete_old_exports", "schedule": 3600.0},
    "delete-old-imports": {"task": "capacities.jobs.delete_old_imports", "schedule": 3600.0},
    "sweep": {"task": "mandates.jobs.sweep", "schedule": crontab(hour=env.int("SWEEP_HOUR", default=2), minute=0)},
    "digests": {"task": "mandates.jobs.digests", "schedule": crontab(minute=10)},
}
DIGEST_HOUR = env.int("DIGEST_HOUR", default=6)

# --- e-mail -----------------------------------------------------------------------------------------------------

# The address under which people reach the site, for links in mails.
SITE_ADDRESS = env.str("SITE_ADDRESS", default="").rstrip("/")
if not SITE_ADDRESS:
    SITE_ADDRESS = "http://127.0.0.1:8000" if EMBEDDED else f"http{'s' if BEHIND_HTTPS else ''}://{ALLOWED_HOSTS[0]}"
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Forefront <forefront@localhost>")
EMAIL_TIMEOUT = 30

# --- people -----------------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24  # a sign-in link holds for a day, and once
AXES_FAILURE_LIMIT = env.int("SIGN_IN_FAILURES", default=8)
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# --- what leaves the server -------------------------------------------------------------------------------------

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31536000)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- what comes in ----------------------------------------------------------------------------------------------

UPLOAD_LIMIT = 20 * 1024 * 1024  # bytes of a file; refused by config.upload_limit before it is read
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT + 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT + 1024 * 1024  # a draft stays in memory: no temporary file is left behind
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# --- maps -------------------------------------------------------------------------------------------------------

# Countries and their areas as GeoJSON (missions/mapping.py); the borders are those of whoever made the file.
MAP_FILE = Path(env.str("MAP_FILE", default=str(BASE_DIR / "missions" / "data" / "map.geojson")))

# --- API --------------------------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 50,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.api_errors.handle",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"user": env.str("API_RATE", default="600/min")},
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Forefront",
    "DESCRIPTION": "Where organized crime stands in a mandate: missions, mandates, reviews, findings, decisions, agreed language and rules.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    # Names for sets of words that several fields share or that share a field's name.
    "ENUM_NAME_OVERRIDES": {
        "CapacityCategoryEnum": "capacities.models.Category",
        "StrengthCategoryEnum": "capacities.models.Strength.Category",
        "KindEnum": "mandates.serializers.base.KINDS",
        "HitKindEnum": "mandates.serializers.search.HIT_KINDS",
        "ParagraphKindEnum": "mandates.serializers.base.PARAGRAPH_KINDS",
        "RoleEnum": "mandates.serializers.base.ROLES",
        "LeafRoleEnum": "mandates.serializers.base.LEAF_ROLES",
        "PartnerKindEnum": "capacities.models.Partner.Kind",
        "EntityKindEnum": "capacities.models.Entity.Kind",
        "DocumentKindEnum": "missions.models.MissionDocument.Kind",
        "OnCrimeKindEnum": "capacities.models.OnCrime.Kind",
        "RegimeStatusEnum": "capacities.models.SanctionsRegime.Status",
        "NeedKindEnum": "plans.serializers.parts.NEED_KINDS",
        "ResourceKindEnum": "plans.serializers.parts.RESOURCE_KINDS",
        "MilestoneKindEnum": "plans.models.Milestone.Kind",
        "ProposalStateEnum": "plans.models.Proposal.State",
    },
}

# --- pages, files, words ----------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "language" / "locale"]
FORMAT_MODULE_PATH = "language.formats"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = EMBEDDED or DEBUG or TESTING
WHITENOISE_AUTOREFRESH = DEBUG or TESTING  # else each client of the tests would read every static file once more
if not WHITENOISE_USE_FINDERS:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

# --- logs: who and where, never the words of a draft --------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_words": {"()": "config.logs.NoWords"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no_words"], "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "axes": {"level": "WARNING"},
        "celery": {"level": "WARNING"},
        "kombu.connection": {"level": "ERROR"},  # the in-memory queue has no host
        "waitress": {"level": "WARNING"},
        "waitress.queue": {"level": "ERROR"},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "config.logs.NoLocals"
