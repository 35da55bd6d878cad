"""Three people on one machine, from the first start on; each journey goes on from the last."""

import json
import os
import re
import subprocess
import unittest

from accessibility import FOCUSED
from program import Program

PROGRAMS = os.environ["SPARRING_PROGRAMS"]
SHOTS = os.environ["SPARRING_SHOTS"]

COMMITTEE = "Four chairs and a clock"
REP = "Ada Byron"
MANAGER = "Mina Harker"
TRAINER = "Grace Poole"
RULE, RULE_ID = "Understands our business", "understands_business"
FOUR_WORDS = "brought a short presentation"
COMMENT = "Four people came to be asked, not shown."
REASON = "It says what Owlhurst is before anybody asked."
TITLE = "Call on a dean"
FOLLOW_UP = re.compile("May I look at it with the person who runs this.*")
DOUBT = "And who else does this?"
QUESTION = "Which of them would you call first?"
ANSWER = "The one in Leeds."


def cli(*arguments):
    """What sparring-cli says of the same home, read as JSON."""
    command = [os.path.join(PROGRAMS, "sparring-cli"), *arguments, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


class Journeys(unittest.TestCase):
    said = []  # What the rep says to the committee, turn by turn.

    def setUp(self):
        picture = self._testMethodName.replace("test_", "blackbox-") + ".png"
        self.program = Program(os.path.join(PROGRAMS, "sparring"), os.path.join(SHOTS, picture))
        self.addCleanup(self.program.kill)

    # What the people do.

    def give_name(self, name):
        self.program.wait_focus("text", "Your name")
        self.program.write(name)
        self.program.press("Return")

    def switch_to(self, name):
        """Ctrl+U, and down to the name."""
        self.program.press("ctrl+u")
        self.program.wait_focus("menu item", re.compile(".*"))
        self.program.go_to("menu item", name, "Down")
        self.program.press("Return")

    def heard(self):
        return [each.text for each in self.program.all("text")]

    def said_on_screen(self):
        return [each.text for each in self.program.all("text", "You")]

    def options(self):
        """What can be said now: the digit of each by its words."""
        found = self.program.all("push button", re.compile(r"[1-9]\. .*", re.DOTALL))
        return {words: digit for digit, words in (each.name.split(". ", 1) for each in found)}

    def choose(self, beginning):
        """Presses the digit of the option that begins so, and gives its words."""

        def matching():
            return [each for each in self.options().items() if each[0].startswith(beginning)]

        words, digit = self.program.wait(f"one can say “{beginning}”", matching)[0]
        self.program.press(digit)
        return words

    def say(self, beginning):
        self.said.append(self.choose(beginning))
        self.program.wait(
            f"turn {len(self.said)} is “{beginning}”", lambda: self.said_on_screen() == self.said
        )

    def hear_turn(self, number):
        """In the replay the page itself has the keyboard, and says which turn it shows."""
        told = f"Turn {number}: {self.said[number - 1]}"

        def heard():
            at = self.program.focus()
            return at and at.name == "Replay" and at.description == told

        self.program.wait(f"one hears “{told}”", heard)
        self.program.wait_for("label", f"Turn {number} of {len(self.said)}")

    def select(self, key, words):
        self.program.press_until(
            key, f"“{words}” is selected", self.program.selected, lambda now: now == words
        )

    def pick(self, beginning):
        """In the box in focus, from its top down."""
        self.program.press("Home")
        self.program.press_until(
            "Down",
            f"“{beginning}” is chosen",
            lambda: getattr(self.program.focus(), "text", None),
            lambda now: now and now.startswith(beginning),
        )

    def part(self):
        """The part of the scenario that is chosen in the tree."""
        chosen = [each for each in self.program.all("tree item") if FOCUSED in each.states]
        return chosen[0].name if chosen else None

    def go_to_part(self, key, name):
        self.program.press_until(
            key, f"the part “{name}” is chosen", self.part, lambda now: now == name
        )

    def hear_problem(self, words, there):
        problem = re.compile(f".*{words}.*")
        self.program.wait(
            f"the problem “{words}” is {'there' if there else 'mended'}",
            lambda: bool(self.program.all("list item", problem)) == there,
        )

    # The journeys.

    def test_1_a_rep_practises_with_the_committee(self):
        program = self.program
        program.wait_for("label", "Welcome to Sparring")
        self.give_name(REP)

        # The first exercise is begun, and left for something larger.
        program.wait_for("label", "Welcome. Start with these 3 minutes.")
        program.wait_focus("push button", "Start the call")
        program.press("Return")
        program.wait("one can speak", self.options)
        program.press("1")
        program.wait("one turn is held", lambda: len(self.said_on_screen()) == 1)
        program.press("ctrl+1")
        program.wait_for("label", "Practise a call")
        program.go_to("push button", COMMITTEE)
        program.press("Return")

        program.wait_for("label", "What you are there for")
        program.wait_focus("push button", "Start with options")
        program.press("Return")
        program.wait_focus("text", "Say it in your own words")
        self.say("Thank you, all of you. I've brought a short presentation")
        program.wait_for("label", f"Cost: {RULE}")
        self.say("Fair. That was about us.")

        # Somebody in the room is asked, by name, and is the first to answer.
        self.choose("Ask somebody …")
        program.wait_for("label", "Whom do you ask?")
        self.choose("Ask Clive Pask …")
        program.wait_for("label", "Ask Clive Pask")
        self.say("Clive, may I ask what one second visit costs you")
        speakers = [each.name for each in program.all("text") if each.text]
        last = len(speakers) - 1 - speakers[::-1].index("You")
        self.assertEqual(speakers[last + 1], "Clive Pask")

        # On to the end, in the way in which a call ends soon.
        self.say("It may be quicker if I explain our process.")
        self.say("On forecasting: we do have something in the pipeline")
        self.say("Gladly. We use rugged two-dimensional scanners")
        self.say("Just two more points on the interface")
        self.say("Then this one: with two hundred vans")
        program.wait_focus("push button", "See how it went")
        program.press("Return")
        program.wait_for("label", "The call, turn by turn")
        score = program.wait_for("graphic", "Score of the call").description
        program.press("Escape")
        program.wait_for("label", "Your last calls")
        self.assertEqual(program.quit(), 0)

        committee, opening = cli("sessions", "list")
        self.assertEqual([each["person"] for each in (committee, opening)], [REP, REP])
        self.assertEqual((opening["turns"], opening["over"]), (1, False))
        self.assertEqual((committee["turns"], committee["over"]), (len(self.said), True))
        self.assertEqual(f"{committee['score']} of 100", score)
        stored = cli("sessions", "show", committee["id"])
        self.assertEqual([turn["text"] for turn in stored["turns"]], self.said)
        self.assertEqual({turn["understood"] for turn in stored["turns"]}, {"chosen"})

    def test_2_a_manager_comments_on_it(self):
        program = self.program
        program.wait_for("button menu", f"Practising: {REP}")
        self.switch_to("Somebody else …")
        program.wait_for("label", "Who is practising?")
        self.give_name(MANAGER)
        program.wait_for("button menu", f"Practising: {MANAGER}")

        program.press("ctrl+2")
        table = program.wait_for("table", "Recorded calls")
        self.assertEqual(len(program.rows(table)), 2)
        program.press("ctrl+f")
        program.wait_focus("text", "Find calls")
        program.write("chairs ada")
        program.wait_for("label", "1 of 2 calls")
        self.assertEqual(program.rows(table)[0][:2], [REP, COMMITTEE])
        program.press("Return")
        program.wait_focus("table", "Recorded calls")
        program.press("Return")

        # There and back, turn by turn.
        self.hear_turn(1)
        for turn in range(2, len(self.said) + 1):
            program.press("Right")
            self.hear_turn(turn)
        program.press("Home")
        self.hear_turn(1)

        program.press("c")
        program.wait_focus("text", REP)
        self.select("Right", "brought")
        self.select("shift+Right", FOUR_WORDS)
        program.press("Return")
        about = program.wait_focus("text", "Comment on these words").description
        self.assertEqual(about, f"“{FOUR_WORDS}”")
        program.write(COMMENT)
        program.press("ctrl+Return")
        program.wait_for("panel", re.compile(f"{MANAGER}, .*"))
        program.wait_focus("filler", "Replay")
        program.press("d")
        program.wait_focus("text", f"Why you disagree with: {RULE}")
        program.write(REASON)
        program.press("ctrl+Return")
        program.wait_for("panel", re.compile(f"{MANAGER} disagrees, .*"))
        program.wait_focus("filler", "Replay")
        program.press("Escape")
        table = program.wait_for("table", "Recorded calls")
        self.assertEqual(program.rows(table)[0][-1], "2")
        self.assertEqual(program.quit(), 0)

        committee = cli("sessions", "list")[0]
        first, *others = cli("sessions", "show", committee["id"])["turns"]
        self.assertEqual([turn["annotations"] for turn in others], [[]] * len(others))
        comment, disagreement = first["annotations"]
        self.assertEqual({comment["author"], disagreement["author"]}, {MANAGER})
        self.assertEqual(comment["kind"], "comment")
        self.assertEqual((comment["words"], comment["text"]), (FOUR_WORDS, COMMENT))
        self.assertEqual(disagreement["kind"], "disagree")
        self.assertEqual((disagreement["about"], disagreement["text"]), (RULE_ID, REASON))

    def test_3_the_rep_reads_what_was_written(self):
        program = self.program
        program.wait_for("button menu", f"Practising: {MANAGER}")
        self.switch_to(REP)
        program.wait_for("label", "Your last calls")
        program.go_to("push button", COMMITTEE, description="2 comments")
        program.press("Return")
        program.wait_for("label", "The call, turn by turn")
        program.go_to("push button", "Show 2 comments only")
        program.press("Return")
        program.wait_for("label", "What others wrote")
        turn = program.wait_focus("push button", "Redo turn 1")
        self.assertEqual(turn.description, self.said[0])

        comment = program.wait_for("panel", re.compile(f"{MANAGER}, .*"))
        self.assertEqual(comment.description, COMMENT)
        disagreement = program.wait_for("panel", re.compile(f"{MANAGER} disagrees, .*"))
        self.assertEqual(disagreement.description, REASON)
        program.wait_for("label", f"Cost: {RULE}")  # What somebody doubts stands all the same.
        passage = program.all("text", "You")[0]
        self.assertIn(f"Comment on “{FOUR_WORDS}”. {MANAGER}: {COMMENT}", passage.description)
        self.assertEqual(program.quit(), 0)

    def test_4_a_trainer_writes_a_scenario(self):
        program = self.program
        program.wait_for("button menu", f"Practising: {REP}")
        self.switch_to("Somebody else …")
        self.give_name(TRAINER)
        program.wait_for("button menu", f"Practising: {TRAINER}")
        program.press("ctrl+3")
        program.wait_for("label", "Write your own buyer")
        program.press("ctrl+n")
        program.wait_focus("text", "Title of the new scenario")
        program.write(TITLE)
        program.press("Return")
        program.wait_focus("tree", "Parts of the scenario")
        program.wait_for("label", TITLE)
        # What the template leaves to be written.
        program.wait_for("label", "0 to mend, 6 to consider")

        # A fifth node. What it lacks is said, and gone to from the words that say so.
        program.press("ctrl+shift+n")
        program.wait_focus("text", "Title")
        program.write("A doubt")
        program.wait_for("label", "2 to mend, 7 to consider")
        program.go_to("text", "What the buyer says", "F8")
        program.write(DOUBT)
        program.wait_for("label", "1 to mend, 7 to consider")
        program.wait_for("list item", re.compile("Error, Node “A doubt”: There are no moves.*"))
        program.press("ctrl+m")
        program.wait_focus("text", re.compile("What can be said, .*"))
        program.write(QUESTION)
        program.go_to("text", "What the buyer says")
        program.write(ANSWER)
        program.go_to("combo box", "Leads to")
        self.pick("The end")
        program.wait_for("label", "0 to mend, 9 to consider")

        # Nothing leads there yet: a move of another node does from now on.
        program.press("F6")
        program.wait_focus("list", "Problems")
        program.press("End")  # Only what is in view is told.
        self.hear_problem("No way leads from the start to the node", True)
        program.press("F6")
        program.wait_focus("tree", "Parts of the scenario")
        self.go_to_part("Up", "What happens now")
        program.press("Right")
        program.wait("its moves are listed", lambda: program.all("tree item", FOLLOW_UP))
        self.go_to_part("Down", program.all("tree item", FOLLOW_UP)[0].name)
        program.press("Return")
        program.wait_focus("text", re.compile("What can be said, .*"))
        program.go_to("combo box", "Leads to")
        self.pick("A doubt")
        self.hear_problem("No way leads from the start to the node", False)

        # And what is left of it is gone to.
        program.go_to("push button", "Add focus", "F8")
        program.go_to("text", re.compile("What can be said, .*"), "shift+Tab")
        program.press("ctrl+a", "ctrl+shift+a")
        program.wait_for("label", "0 to mend, 7 to consider")

        # Tried from that node on, and kept.
        program.press("shift+F5")
        program.wait("the buyer doubts", lambda: DOUBT in self.heard())
        self.choose(QUESTION)
        program.wait("the buyer answers", lambda: ANSWER in self.heard())
        program.press("ctrl+s")
        program.wait_for("label", "Saved")
        self.switch_to(REP)
        program.wait_for("label", "Your last calls")
        program.go_to("push button", TITLE)
        program.press("Return")
        program.wait_for("label", TITLE)
        program.wait_focus("push button", "Start with options")
        self.assertEqual(program.quit(), 0)

        folder = os.path.join(os.environ["HOME"], ".local/share/sparring/scenarios")
        file = os.path.join(folder, "call-on-a-dean.json")
        # Only what is still to be written: the template's notes, and other words for the question.
        left = [each["code"] for each in cli("check", file)]
        self.assertEqual(left, 6 * ["SC065"] + ["SC066"])
        with open(file, encoding="utf-8") as stored:
            nodes = json.load(stored)["nodes"]
        self.assertEqual(len(nodes), 5)
        (doubt,) = [node for node in nodes if node["title"] == "A doubt"]
        (move,) = doubt["moves"]
        self.assertEqual([line["text"] for line in doubt["lines"]], [DOUBT])
        self.assertEqual(move["phrasings"], [QUESTION])
        self.assertEqual([reply["text"] for reply in move["replies"]], [ANSWER])
        self.assertEqual(move["focus"], [{"about": "customer", "words": QUESTION}])
        targets = [each.get("target") for node in nodes for each in node.get("moves", [])]
        self.assertEqual(targets.count(doubt["id"]), 1)
        self.assertEqual(len(cli("sessions", "list")), 2)  # Trying a scenario records nothing.
