"""Keys that come faster than screens change: each is let in once the one before is done with."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

ROUNDS = 3
"""Messages that one key may set off in a row before the focus is where it belongs: Enter makes a
field report, its bar reports in turn, and the screen moves the focus."""
LOOK = 0.1
"""Seconds between two looks at whether what had the last key is still there to deal with it."""


@dataclass(eq=False, repr=False)
class Settled(Message):
    """Follows a key the way it bubbles, so that it arrives when the key was dealt with."""

    key: int
    left: int
    """Rounds still to go."""


class KeysInTurn(App[None]):
    """Hands keys to what has the focus once the keys before them had their effect on it.

    Textual hands a burst of keys to what has the focus when the burst comes, so that of a quickly
    typed `/caspian` all but the first would be commands.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """`ansi_color` is Textual's: whether the terminal's own colours are used."""
        super().__init__(ansi_color=ansi_color)
        self._typed_ahead: deque[events.Key | events.Paste] = deque()
        self._at_work = True  # until there is something to deal with a key
        self._begun = False
        self._held = False
        self._key_number = 0
        self._follower_in: Widget | None = None
        self._look: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let a key in, or let it wait; all else goes its way."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            comes_back = event.is_forwarded and isinstance(event, events.Key)
            if self.screen_stack or not comes_back:  # the app may have ended meanwhile
                await super().on_event(event)
            return
        if self._held and isinstance(event, events.Key) and self.overtakes(event):
            await super().on_event(event)
            return
        self._typed_ahead.append(event)
        if not self._at_work:
            await self.next_key()
        elif self._look is None and self._follower_in is not None:
            self._look = self.set_interval(LOOK, self._look_after)

    @property
    def has_keys(self) -> bool:
        """Whether a key waits."""
        return bool(self._typed_ahead)

    @property
    def holds_keys(self) -> bool:
        """Whether keys wait for something to act on."""
        return self._held

    @property
    def waiting(self) -> tuple[events.Key | events.Paste, ...]:
        """What was typed and has had no effect yet."""
        return tuple(self._typed_ahead)

    def must_wait(self, _key: events.Key | events.Paste) -> bool:
        """Whether there is nothing yet for a key to act on; `keys_may_act` is called once there is.

        Keys behind it wait as well, so that each has the effect that it has in its turn.
        """
        return False

    def overtakes(self, _key: events.Key) -> bool:
        """Whether a key acts at once although others wait for something to act on."""
        return False

    def act_at_once(self, _key: events.Key) -> bool:
        """Do what a key asks for, if that is all done when this returns; whether it was done."""
        return False

    async def keys_may_act(self) -> None:
        """Go on with the keys that had nothing to act on."""
        if self._held:
            await self.next_key()

    async def let_keys_in(self) -> None:
        """There is something to deal with keys; said again, it has no effect."""
        if not self._begun:
            self._begun = True
            await self.next_key()

    def forget_keys(self) -> None:
        """Take back what was typed and waits."""
        self._typed_ahead.clear()
        self._at_work = self._held = False

    async def next_key(self) -> None:
        """Deal with the key that has waited longest, if there is one."""
        while True:
            self._at_work = bool(self._typed_ahead)
            over = not self._typed_ahead or not self.screen_stack
            self._held = not over and self.must_wait(self._typed_ahead[0])
            if over or self._held:
                if self._look is not None:
                    self._look.stop()
                    self._look = None
                return
            key = self._typed_ahead.popleft()
            if not (isinstance(key, events.Key) and self.act_at_once(key)):
                break
        self._key_number += 1
        meant_for = self._taker
        await super().on_event(key)
        self._follow(meant_for, ROUNDS)

    @property
    def _taker(self) -> Widget | None:
        """What a key goes to; None while the app ends."""
        stack = self.screen_stack
        return (stack[-1].focused or stack[-1]) if stack else None

    def _follow(self, taker: Widget | None, left: int) -> None:
        self._follower_in = taker
        follower = Settled(self._key_number, left)
        if taker is None or not taker.post_message(follower):
            self.post_message(follower)

    @on(Settled)
    def _settled(self, event: Settled) -> None:
        event.stop()
        if event.key != self._key_number:
            return
        if event.left:
            self._follow(self._taker, event.left - 1)
        else:
            # Behind what the key put off until later, and behind the making of a new screen.
            self.call_later(self._until_screen_is_made)

    def _until_screen_is_made(self) -> None:
        if self.screen_stack:
            self._follower_in = self.screen
            self.screen.call_later(self.call_later, self.next_key)

    async def _look_after(self) -> None:
        """Go on if the last key closed what it was meant for, and its follower with it."""
        holder = self._follower_in
        if holder is None or not (holder.is_attached and holder.is_running):
            await self.next_key()
