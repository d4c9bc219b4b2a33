"""A seat and its media in Python, by the doors that people use.

A seat is opened by its personal link (`…/s/<token>`), asks for things, and waits for what it is
shown::

    async with httpx.AsyncClient() as http, Seat(link, http) as seat:
        refused = await seat.ask(RaiseHand())
        view = await seat.until(lambda view: view["phase"] == "open")

It publishes and subscribes over a media connection of its own, by UDP or by TCP::

    async with seat.connect_media("tcp") as client:
        microphone = client.publish().sound()
        await seat.sending(Sending(microphone=OPUS))
        async for at_us in ticks(PACKET_US):
            microphone.write(encoder.encode(samples), at_us)

    async for frame in client.watch(path, Source.MICROPHONE):
        ...

| module | what it is for |
|---|---|
| `seat` | a seat: its link, its commands, its view |
| `media` | `keep_media`: a media connection that moves with the seat's tickets |
| `speaker` | a seat with a microphone and a camera that are made by the program |
| `watcher`, `listener` | a seat that takes what the hall does and counts it, or decodes it |
| `channel` | which of the voices somebody hears who has chosen a language |
| `speech`, `picture` | speech from text, and a drawn picture of who speaks |
| `trial` | "Can I take part?" |

`media.client` lies below, for who has a ticket and no seat.
"""
