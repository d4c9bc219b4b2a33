"""Sound and picture by MoQ. Nothing else imports it."""
