"""Planning: programme and invitations into seats. Pure."""

from hemicycle.meeting.faults import Fault
from hemicycle.meeting.plan import Document, Faults, Plan, plan

__all__ = ["Document", "Fault", "Faults", "Plan", "plan"]
