"""Drives the program as somebody does who has no mouse and hears the screen read aloud.

Keys go in through the X server, what is said comes out through AT-SPI. Nothing here knows a
journey. Nothing sleeps to be in step: every verb waits for what it says, and tells what it saw
instead.
"""

import os
import re
import struct
import subprocess
import time
import zlib

from accessibility import ACTIVE, Accessibility

PATIENCE = 20  # Seconds for anything to happen, on a slow machine that has other things to do.
PAUSE = 0.02  # Seconds between two looks.


class Program:
    """One run of `sparring`, from its start until it has quit."""

    def __init__(self, command, picture):
        """A wait that fails leaves a picture of the screen in the PNG file `picture`."""
        self._picture = picture
        self._accessibility = Accessibility()
        self._process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", command])
        self.wait(
            "the program is known to assistive tools",
            lambda: self._accessibility.find(self._process.pid),
        )
        self.wait(
            "the window is the active one",
            lambda: any(ACTIVE in each.states for each in self.all("frame", "Sparring")),
        )

    # What is done.

    def press(self, *keys):
        """Keys by their X names, such as "Return", "Down" or "ctrl+f"."""
        subprocess.run(["xdotool", "key", *keys], check=True)

    def write(self, text):
        """Types into the field in focus, and waits until it holds just that."""
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)

        def written():
            at = self.focus()
            return at and at.text == text

        self.wait(f"the field in focus holds “{text}”", written)

    def press_until(self, key, expected, look, found):
        """The same key, each time after the last one has changed what one looks at, until found."""
        for _ in range(80):
            now = look()
            if found(now):
                return
            self.press(key)
            told = f"{expected}; but {key} does not lead on from: {now}"
            self.wait(told, lambda: look() not in (None, now))
        self.fail(expected)

    def go_to(self, role, name, key="Tab", description=""):
        """From one place to the next by `key`, until it is the one of that role and name."""
        self.press_until(
            key,
            f"by {key} one comes to the {role} “{shown(name)}”",
            self.focus,
            lambda at: at and is_it(at, role, name) and description in at.description,
        )

    def quit(self):
        """By the window manager's key; gives the exit code."""
        self.press("alt+F4")
        self.wait("the program ends", lambda: self._process.poll() is not None)
        return self._process.returncode

    def kill(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    # What is seen.

    def focus(self):
        """Where the keyboard is; None while it is on its way."""
        return self._accessibility.focus()

    def all(self, role, name=None):
        """Everything on screen of that role and name, in the order of reading."""
        return [each for each in self._accessibility.look() if is_it(each, role, name)]

    def rows(self, table):
        return self._accessibility.rows(table)

    def selected(self):
        """The words selected where the keyboard is."""
        at = self.focus()
        return self._accessibility.selected(at) if at else ""

    # What is waited for.

    def wait(self, expected, condition):
        """Until the condition gives something; what was expected is said where it does not."""
        end = time.monotonic() + PATIENCE
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                self.fail(expected)
            time.sleep(PAUSE)

    def wait_for(self, role, name=None):
        found = self.wait(f"there is a {role} “{shown(name)}”", lambda: self.all(role, name))
        return found[0]

    def wait_focus(self, role, name):
        def there():
            at = self.focus()
            return at if at and is_it(at, role, name) else None

        return self.wait(f"the focus is in the {role} “{shown(name)}”", there)

    def fail(self, expected):
        save_screenshot(os.path.join(os.environ["HOME"], "Xvfb_screen0"), self._picture)
        screen = "\n".join(str(each) for each in self._accessibility.look())
        raise AssertionError(
            f"Expected, within {PATIENCE} s: {expected}.\n"
            f"The focus: {self.focus()}\nThe screen, also in {self._picture}:\n{screen}"
        )


def is_it(item, role, name=None):
    """A name may be a pattern, and None for any."""
    if item.role != role:
        return False
    if isinstance(name, re.Pattern):
        return bool(name.fullmatch(item.name))
    return name in (None, item.name)


def shown(name):
    return name.pattern if isinstance(name, re.Pattern) else name or ""


def save_screenshot(frame_buffer, path):
    """The X server's frame buffer (a file in the XWD format, 32 bits a pixel) as a PNG file."""
    with open(frame_buffer, "rb") as file:
        data = file.read()
    header = struct.unpack(">25I", data[:100])
    width, height, stride = header[4], header[5], header[12]
    start = header[0] + 12 * header[19]  # After the header and the colours, 12 bytes each.
    rows = bytearray()
    for line in range(height):
        pixels = data[start + line * stride : start + line * stride + 4 * width]
        row = bytearray(3 * width)
        row[0::3], row[1::3], row[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows += b"\0" + row

    def chunk(kind, content):
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(bytes(rows))))
        file.write(chunk(b"IEND", b""))
