"""The WSGI application."""

from django.core.handlers.wsgi import WSGIHandler

from .start import start

start()
application = WSGIHandler()
