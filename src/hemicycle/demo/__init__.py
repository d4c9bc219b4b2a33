"""A scripted meeting, its speakers and seats: all of them ordinary clients."""
