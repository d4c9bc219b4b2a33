"""WebDriver BiDi, as much as the tests need: Firefox is driven over the WebSocket that it opens
itself."""

from __future__ import annotations

import itertools
import json
import os
import queue
import re
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

Json = dict[str, Any]
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
START_SECONDS = 60
ANSWER_SECONDS = 60
STOP_SECONDS = 10
CALL = "async text => JSON.stringify(await (%s)(...JSON.parse(text)) ?? null)"


class BidiError(Exception):
    """The browser refused a command."""


class Bidi:
    """One session with a browser. Commands are answered in turn; events come on a thread of their
    own."""

    def __init__(self, url: str, on_event: Callable[[str, Json], None]) -> None:
        """Connects.

        Args:
            url: the browser's own, without the path of a session.
            on_event: gets the name and the parameters of each event subscribed to, on another
                thread.
        """
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            # A browser that is put to sleep answers nothing.
            connect(f"{url}/session", max_size=None, open_timeout=START_SECONDS, ping_interval=None)
        )
        self._on_event = on_event
        self._ids = itertools.count(1)
        self._answers: dict[int, queue.SimpleQueue[Json]] = {}
        threading.Thread(target=self._read, daemon=True).start()
        self.command("session.new", capabilities={})

    def command(self, method: str, **params: Any) -> Json:
        """Carries out a command and returns its result. Raises BidiError where the browser refuses
        it."""
        number = next(self._ids)
        answers = self._answers[number] = queue.SimpleQueue()
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        try:
            answer = answers.get(timeout=ANSWER_SECONDS)
        except queue.Empty:
            raise BidiError(f"{method} {params}: no answer within {ANSWER_SECONDS} s") from None
        finally:
            del self._answers[number]
        if answer["type"] == "error":
            raise BidiError(f"{method}: {answer['error']}: {answer['message']}")
        return cast("Json", answer["result"])

    def close(self) -> None:
        """Ends the session."""
        self._open.close()

    def _read(self) -> None:
        try:
            for text in self._socket:
                message = json.loads(text)
                if message["type"] == "event":
                    self._on_event(message["method"], message["params"])
                elif message.get("id") in self._answers:
                    self._answers[message["id"]].put(message)
        except ConnectionClosed:
            return


class Firefox:
    """A Firefox without a window, with a profile of its own."""

    def __init__(
        self, program: str, folder: Path, preferences: Mapping[str, bool | int | str], sound: Path
    ) -> None:
        """Starts it and waits until it can be driven.

        Args:
            program: the path of Firefox.
            folder: an empty one, for the profile and the log.
            preferences: by name, as in `about:config`.
            sound: the socket of a PulseAudio server, where its sound goes.
        """
        profile = folder / "profile"
        profile.mkdir()
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()
        ]
        (profile / "user.js").write_text("\n".join(lines))
        self._log = folder / "firefox.log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
                env={
                    **os.environ,
                    "HOME": str(folder),
                    "PULSE_SERVER": f"unix:{sound}",
                    "MOZ_CRASHREPORTER_DISABLE": "1",
                },
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = self._address()

    def stop(self) -> None:
        """Ends it."""
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_SECONDS)

    def _address(self) -> str:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            if said := LISTENS.search(self._log.read_text()):
                return said[1]
            time.sleep(0.1)
        self.stop()
        raise AssertionError(f"Firefox did not start:\n{self._log.read_text()}")


class Tab:
    """A page, used by what is on it: roles, names, words, real clicks and keys."""

    def __init__(self, bidi: Bidi, context: str) -> None:
        """Drives the page of that browsing context."""
        self._bidi = bidi
        self.context = context

    def goto(self, url: str) -> None:
        """Opens an address and waits until it is loaded."""
        self._bidi.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def activate(self) -> None:
        """Puts it in front of the others."""
        self._bidi.command("browsingContext.activate", context=self.context)

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Calls a function of JavaScript with JSON arguments, awaits it, and returns its JSON
        result."""
        called = self._bidi.command(
            "script.callFunction",
            functionDeclaration=CALL % function,
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self.context},
            awaitPromise=True,
        )
        if called["type"] == "exception":
            raise AssertionError(called["exceptionDetails"]["text"])
        return json.loads(called["result"]["value"])

    def find(self, role: str, name: str) -> str | None:
        """The element of exactly that role and name, as assistive technology is told them.

        None: there is none now.
        """
        found = self._bidi.command(
            "browsingContext.locateNodes",
            context=self.context,
            locator={"type": "accessibility", "value": {"role": role, "name": name}},
            maxNodeCount=1,
        )
        return found["nodes"][0]["sharedId"] if found["nodes"] else None

    def click(self, element: str) -> None:
        """Clicks the middle of an element with a mouse, after it was brought in sight."""
        self._bidi.command(
            "script.callFunction",
            functionDeclaration="element => element.scrollIntoView({ block: 'center', behavior: 'instant' })",
            arguments=[{"sharedId": element}],
            target={"context": self.context},
            awaitPromise=False,
        )
        origin = {"type": "element", "element": {"sharedId": element}}
        steps = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self._bidi.command("input.performActions", context=self.context, actions=[mouse])

    def picture(self) -> str:
        """What is in sight, as a PNG in base64."""
        shot = self._bidi.command("browsingContext.captureScreenshot", context=self.context)
        return cast("str", shot["data"])
