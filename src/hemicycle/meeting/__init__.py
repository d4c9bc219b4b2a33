"""Planning: programme and invitations into seats. Pure."""
