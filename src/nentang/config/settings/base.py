"""All topics together."""

from .database import *  # noqa: F403
from .documents import *  # noqa: F403
from .environment import ROOT
from .exchange import *  # noqa: F403
from .i18n import *  # noqa: F403
from .identity import *  # noqa: F403
from .logging import *  # noqa: F403
from .notifications import *  # noqa: F403
from .payments import *  # noqa: F403
from .security import *  # noqa: F403
from .storage import *  # noqa: F403

BASE_DIR = ROOT
ROOT_URLCONF = "nentang.config.urls"
WSGI_APPLICATION = "nentang.config.wsgi.application"

HOUSE = [
    "nentang.foundation.portal",
    "nentang.foundation.holdings",
    "nentang.foundation.audit",
    "nentang.foundation.outbox",
    "nentang.foundation.facts",
    "nentang.foundation.organizations",
    "nentang.foundation.identity",
    "nentang.foundation.documents",
    "nentang.foundation.notifications",
    "nentang.foundation.casework",
    "nentang.foundation.registers",
    "nentang.foundation.forms",
    "nentang.economy.payments",
    "nentang.government.catalogue",
    "nentang.government.services",
    "nentang.government.complaints",
    "nentang.government.linked",
    "nentang.government.status_sync",
    "nentang.government.queue",
    "nentang.government.population",
    "nentang.government.civil_status",
    "nentang.government.insurance",
    "nentang.government.businesses",
    "nentang.government.finance",
    "nentang.government.land",
    "nentang.government.data_sharing",
    "nentang.government.document_exchange",
    "nentang.government.office",
    "nentang.society.schools",
    "nentang.trust.personal_data",
    "nentang.trust.watch",
    "nentang.measure.indicators",
    "nentang.measure.small_registers",
    "nentang.measure.programme",
    "nentang.measure.reporting",
    "nentang.measure.tasks",
    "nentang.measure.open_data",
    "nentang.measure.index",
    "nentang.measure.dashboard",
]
INSTALLED_APPS = [
    *HOUSE,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.idp.oidc",
    "axes",
    "csp",
    "django_htmx",
]
MIDDLEWARE = [
    "nentang.foundation.portal.middleware.RequestIdMiddleware",
    "nentang.foundation.portal.middleware.GateMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nentang.foundation.portal.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nentang.foundation.identity.middleware.ActorMiddleware",
    "nentang.trust.watch.middleware.WatchMiddleware",
    "nentang.foundation.portal.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]
if DATABASE_REPLICA_URL:  # noqa: F405 - where database says
    MIDDLEWARE.insert(0, "nentang.config.replica.ReadingMiddleware")
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [NINJA / "templates"],  # noqa: F405 - where storage says
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "nentang.foundation.portal.context.shell",
            ],
            "builtins": ["nentang.foundation.portal.templatetags.portal"],
        },
    }
]
