"""Logs are events on standard error, without personal data, secrets or query strings."""

from . import environment

LOG_LEVEL = environment.text("NENTANG_LOG_LEVEL", "WARNING", "DEBUG, INFO, WARNING or ERROR")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "nentang.foundation.portal.adapters.log_lines.QuietFormatter",
            "format": "%(asctime)s %(levelname)s %(request_id)s %(name)s %(message)s",
        }
    },
    "filters": {"request": {"()": "nentang.foundation.portal.middleware.RequestIdFilter"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request"]}
    },
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
}
