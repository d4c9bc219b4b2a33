"""Making the video of a meeting."""

from __future__ import annotations

from hemicycle.recording.status import is_made
from hemicycle.server.operation import Answer, Operation, OperationRefused, Wanted
from hemicycle.server.premises import Premises
from hemicycle.store import NoSuchMeeting
from hemicycle.wire.ids import Key, Phase


class ComposeRecording(Wanted):
    """Make the video of a closed meeting; answered when it is made."""

    slug: Key


async def _compose(premises: Premises, wanted: ComposeRecording) -> Answer:
    standing = await premises.owner.look(wanted.slug)
    if standing is None:
        raise NoSuchMeeting(f'there is no meeting "{wanted.slug}"')
    if standing.state.phase is not Phase.CLOSED:
        raise OperationRefused(f"{wanted.slug} is not closed: its video is there when it is.")
    paths = premises.composing.paths(wanted.slug)
    if paths.index.exists() and not is_made(paths):
        await premises.composing.of(wanted.slug).composed()
        if not is_made(paths):
            raise OperationRefused(f"The video of {wanted.slug} could not be made; {paths.status} says why.")
    return Answer()


COMPOSE_RECORDING = Operation(
    "POST", "/meetings/{slug}/recording/compose", ComposeRecording, Answer, _compose
)
