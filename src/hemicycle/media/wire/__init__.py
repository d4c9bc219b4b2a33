"""What both ends of a media connection must agree on: frames, messages, priorities and codecs."""
