"""What a program says of itself to assistive tools, over AT-SPI's D-Bus interfaces.

The bus is asked directly: a look at a screen is some thousand questions, and all of one level of the
tree go out before the first answer is waited for. One at a time, as libatspi and pyatspi ask, a look
takes ten times as long.
"""

from gi.repository import Gio, GLib

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = "org.a11y.atspi.Registry"
_TEXT = "org.a11y.atspi.Text"
_TABLE = "org.a11y.atspi.Table"

ACTIVE, FOCUSED, SHOWING = 1, 12, 25  # The numbers of states in AT-SPI.
LABELLED_BY = 2  # The number of a relation.
_LEAVES = {"label", "text", "graphic", "scroll bar", "table"}  # What is beneath is of no interest.


class Item:
    """Something on screen at the time it was looked at."""

    def __init__(self, path, depth):
        self.path = path
        self.depth = depth
        self.role = self.name = self.description = self.text = ""
        self.states = set()

    def __eq__(self, other):
        return isinstance(other, Item) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def __str__(self):
        more = " · ".join(filter(None, (self.description, self.text)))
        return f"{'  ' * self.depth}{self.role} “{self.name}” {more}"


class Accessibility:
    """The connection to one program; `find` until it has come to the bus."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None
        ).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        )
        self._program = None
        self._roles = {}  # By path; an object keeps its role.
        self._focus = None
        self.focus_moves = 0
        self._bus.signal_subscribe(
            None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused", 0, self._hear
        )
        wanted = GLib.Variant("(sass)", ("object:state-changed:focused", [], ""))
        self._ask([(_REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent", wanted)])

    def _hear(self, _bus, sender, path, _interface, _signal, values):
        if values.unpack()[1]:
            self._focus = (sender, path)
            self.focus_moves += 1

    def _ask(self, questions):
        """All at once; gives an answer each, None for what is no longer there."""
        answers = [None] * len(questions)
        waiting = len(questions)

        def take(bus, result, position):
            nonlocal waiting
            waiting -= 1
            try:
                values = bus.call_finish(result).unpack()
                answers[position] = values[0] if len(values) == 1 else values
            except GLib.Error:
                pass

        for position, (name, path, interface, method, values) in enumerate(questions):
            self._bus.call(
                name, path, interface, method, values, None, 0, 10_000, None, take, position
            )
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def _ask_each(self, items, interface, method, values=None):
        return self._ask([(self._program, each.path, interface, method, values) for each in items])

    def _property(self, items, interface, name):
        values = GLib.Variant("(ss)", (interface, name))
        return self._ask_each(items, "org.freedesktop.DBus.Properties", "Get", values)

    def find(self, process):
        """Whether the program of that process id is there."""
        children = self._ask([(_REGISTRY, _ROOT, _ACCESSIBLE, "GetChildren", None)])[0]
        names = [name for name, _ in children or []]
        daemon = "org.freedesktop.DBus"
        ids = self._ask(
            [
                (daemon, "/", daemon, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
                for name in names
            ]
        )
        self._program = dict(zip(ids, names)).get(process)
        return self._program is not None

    def _learn(self, items):
        """All about them that a person may hear."""
        new = [each for each in items if each.path not in self._roles]
        self._roles.update(
            zip((each.path for each in new), self._ask_each(new, _ACCESSIBLE, "GetRoleName"))
        )
        names = self._property(items, _ACCESSIBLE, "Name")
        descriptions = self._property(items, _ACCESSIBLE, "Description")
        for each, name, description in zip(items, names, descriptions):
            each.role = self._roles[each.path] or ""
            each.name = name or ""
            each.description = description or ""
        self._learn_boxes([each for each in items if each.role == "combo box"])
        texts = [each for each in items if each.role == "text"]
        all_of_it = GLib.Variant("(ii)", (0, -1))
        for each, text in zip(texts, self._ask_each(texts, _TEXT, "GetText", all_of_it)):
            each.text = text or ""

    def _learn_boxes(self, boxes):
        """Their names are their choices; what they are called is told by a label beside them."""
        for box, relations in zip(boxes, self._ask_each(boxes, _ACCESSIBLE, "GetRelationSet")):
            box.text = box.name
            ends = [end for kind, ends in relations or [] if kind == LABELLED_BY for end in ends]
            names = self._property([Item(path, 0) for _, path in ends], _ACCESSIBLE, "Name")
            box.name = " ".join(filter(None, names)) or box.name

    def _with_state(self, items, state):
        """Those that have it."""
        for each, words in zip(items, self._ask_each(items, _ACCESSIBLE, "GetState")):
            low, high = words or (0, 0)
            bits = low | high << 32
            each.states = {number for number in range(64) if bits >> number & 1}
        return [each for each in items if state in each.states]

    def look(self):
        """All that is on screen, in the order of reading; of a table only itself."""
        root = Item(_ROOT, -1)
        beneath = {}
        level = [root]
        while level:
            found = self._ask_each(level, _ACCESSIBLE, "GetChildren")
            for parent, children in zip(level, found):
                beneath[parent] = [Item(path, parent.depth + 1) for _, path in children or []]
            candidates = [each for parent in level for each in beneath[parent]]
            shown = self._with_state(candidates, SHOWING)
            self._learn(shown)
            for parent in level:
                beneath[parent] = [each for each in beneath[parent] if SHOWING in each.states]
            level = [each for each in shown if each.role not in _LEAVES]

        def in_order(item):
            for child in beneath.get(item, []):
                yield child
                yield from in_order(child)

        return list(in_order(root))

    def focus(self):
        """Where the keyboard is, as it was announced; None where that is no longer true."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        sender, path = self._focus or (None, None)
        if path is None or sender != self._program:
            return None
        there = self._with_state([Item(path, 0)], FOCUSED)
        self._learn(there)
        return there[0] if there else None

    def selected(self, item):
        """The words selected in a text, "" for none."""
        count = self._property([item], _TEXT, "NSelections")[0]
        if count != 1:
            return ""
        first = GLib.Variant("(i)", (0,))
        span = self._ask_each([item], _TEXT, "GetSelection", first)[0]
        return self._ask_each([item], _TEXT, "GetText", GLib.Variant("(ii)", span))[0]

    def rows(self, table):
        """The names of a table's cells, row by row."""
        rows = self._property([table], _TABLE, "NRows")[0]
        columns = self._property([table], _TABLE, "NColumns")[0]
        places = [(row, column) for row in range(rows) for column in range(columns)]
        question = (self._program, table.path, _TABLE, "GetAccessibleAt")
        cells = self._ask([(*question, GLib.Variant("(ii)", place)) for place in places])
        names = self._property([Item(path, 0) for _, path in cells], _ACCESSIBLE, "Name")
        return [names[start : start + columns] for start in range(0, len(names), columns)]
