"""What browsers and gateways post as JSON; anything else is refused before it is looked at."""

from pydantic import BaseModel, ConfigDict, Field


class BrowserKeys(BaseModel):
    """The keys of a browser, as `PushSubscription.toJSON()` gives them."""

    p256dh: str = Field(max_length=120)
    auth: str = Field(max_length=60)


class BrowserSubscription(BaseModel):
    """A browser that asks for messages."""

    model_config = ConfigDict(extra="ignore")

    endpoint: str = Field(max_length=500)
    keys: BrowserKeys


class SmsReceipt(BaseModel):
    """What became of a text message."""

    reference: str = Field(min_length=1, max_length=200)
    arrived: bool
