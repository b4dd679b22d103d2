"""Watch: registration."""

from importlib import import_module

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """Signs of attack, the cases they open, what people are told about their own sign-in."""

    name = "nentang.trust.watch"
    label = "watch"
    verbose_name = "Canh chừng an toàn"
    pages = ("canh-bao",)

    def ready(self) -> None:
        """Register facts, messages, the menu; hear of refusals."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
