"""Mail: what it says, and how it goes."""

from hemicycle.post.mailer import Mailer, MailSettings, NotSent, mail_settings
from hemicycle.post.quote_letter import quote_letter

__all__ = ["MailSettings", "Mailer", "NotSent", "mail_settings", "quote_letter"]
