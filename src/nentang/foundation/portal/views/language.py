"""The language switch."""

from django.views.i18n import set_language

from nentang.foundation.portal.public import for_everyone

language = for_everyone(set_language)
