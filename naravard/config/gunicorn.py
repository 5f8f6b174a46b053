"""How gunicorn serves the pages in operation; a command line may say otherwise.

Two processes of four threads: one can think while the other answers.
"""

import os

from prometheus_client import multiprocess

wsgi_app = "naravard.config.wsgi"
bind = os.environ.get("NARAVARD_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("NARAVARD_WORKERS", "2"))
threads = int(os.environ.get("NARAVARD_THREADS", "4"))
timeout = 60
graceful_timeout = 30
keepalive = 5
loglevel = "warning"
control_socket_disable = True

if os.environ.get("NARAVARD_MODE") == "operation":
    logconfig_dict = {
        "version": 1,
        "disable_existing_loggers": False,
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            "gunicorn.error": {
                "handlers": ["console"],
                "level": "WARNING",
                "propagate": False,
            },
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "json"}
        },
        "formatters": {"json": {"()": "naravard.core.log_lines.JsonLines"}},
    }


def child_exit(_server: object, worker: object) -> None:
    """Let the counts of a process that has ended stand, and its gauges go."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.mark_process_dead(getattr(worker, "pid", 0))  # type: ignore[no-untyped-call]
