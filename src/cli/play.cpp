// sparring-cli play: a call in the terminal, live or from a script.
#include <algorithm>
#include <charconv>
#include <istream>
#include <ostream>
#include <sstream>

#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/stored.h"
#include "cli/transcript.h"
#include "session/asking_back.h"
#include "session/understanding.h"

namespace sparring::cli {
namespace {

constexpr std::size_t largestScript = 4 * 1024 * 1024;

std::optional<int> wholeNumber(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// What a line asks for: its word before the colon and the rest.
struct Line {
  std::string word;
  std::string rest;
};

class Player {
 public:
  Player(PracticeSession& session, const Surroundings& around)
      : m_session(session), m_around(around), m_out(around.out) {}

  int script(std::istream& lines, const std::string& file) {
    printBuyer(m_out, m_session.scenario(), m_session.opening());
    std::string text;
    for (int number = 1; std::getline(lines, text); ++number) {
      const std::string_view trimmed = trim(text);
      if (trimmed.empty() || trimmed.front() == '#') continue;
      if (const auto fault = obey(parse(trimmed))) {
        settle();
        m_out.flush();
        m_around.err << file << ":" << number << ": error: " << *fault << '\n';
        return 2;
      }
    }
    settle();
    printGrade(m_out, m_session);
    return saved();
  }

  int live() {
    m_out << m_session.scenario().title << "\n";
    for (const std::string& line : m_session.scenario().brief.situation) m_out << line << '\n';
    m_out << "Goal: " << m_session.scenario().brief.objective << "\n\n"
          << "Type a number to choose, or say it in your own words. /back goes back a turn, /not "
             "takes back what was misunderstood, /quit stops.\n\n";
    printBuyer(m_out, m_session.scenario(), m_session.opening());
    while (!m_session.over()) {
      const bool asking = !m_readings.empty();
      if (!asking) printOptions();
      m_out << "> " << std::flush;
      std::string text;
      if (!std::getline(m_around.in, text) || trim(text) == "/quit") break;
      answer(trim(text));
    }
    printGrade(m_out, m_session);
    return saved();
  }

 private:
  static Line parse(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {std::string(text), {}};
    return {std::string(trim(text.substr(0, colon))), std::string(trim(text.substr(colon + 1)))};
  }

  // Carries out a script line; the sentence of what is wrong with it otherwise.
  std::optional<std::string> obey(const Line& line) {
    if (line.word == "pick") return pick(line.rest);
    settle();
    if (line.word == "rewind") return rewind(line.rest);
    if (line.word == "misread") return misread();
    if (line.word != "say" && line.word != "choose") {
      return "'" + line.word +
             "' is not a script word. Use say:, choose:, pick:, misread: or rewind:.";
    }
    if (m_session.over()) return "The call is over before this line. Remove it, or rewind first.";
    if (line.word == "say") {
      say(line.rest);
      return std::nullopt;
    }
    return choose(line.rest);
  }

  std::optional<std::string> choose(const std::string& id) {
    for (const Move* move : m_session.offered()) {
      if (move->id.value != id) continue;
      show(m_session.choose(move->id));
      return std::nullopt;
    }
    std::string known;
    for (const Move* move : m_session.offered())
      known += (known.empty() ? "" : ", ") + move->id.value;
    return "There is no move '" + id + "' to choose here. On offer: " + known + ".";
  }

  std::optional<std::string> rewind(const std::string& rest) {
    const auto kept = wholeNumber(rest);
    const int turns = static_cast<int>(m_session.exchanges().size());
    if (!kept || *kept < 0 || *kept > turns) {
      return "rewind: takes the number of turns to keep, from 0 to " + std::to_string(turns) + ".";
    }
    m_session.rewind(*kept, Rewind::Reason::redo);
    m_out << "(Back to after turn " << *kept << ".)\n";
    return std::nullopt;
  }

  void say(const std::string& text) {
    const MoveReading reading = m_session.read(text);
    using Verdict = MoveReading::Verdict;
    if (reading.verdict == Verdict::reject) {
      show(m_session.say(text, std::nullopt, Understood::nothing));
    } else if (reading.verdict == Verdict::accept) {
      show(m_session.say(text, reading.ranking.front().id, Understood::matched));
    } else {
      ask(text, reading);
    }
  }

  void ask(const std::string& text, const MoveReading& reading,
           const std::optional<MoveId>& besides = std::nullopt) {
    AskingBack asked = askBack(m_session, reading, besides);
    m_said = text;
    m_readings = std::move(asked.readings);
    if (m_readings.empty()) return;
    Step question;
    question.said.push_back({asked.speaker, {}, asked.text});
    printBuyer(m_out, m_session.scenario(), question);
    int number = 0;
    for (const MoveId& each : m_readings) {
      m_out << "  " << ++number << ". " << wordingOf(each) << '\n';
    }
    m_out << "  0. None of these\n";
  }

  // Takes the last turn back, which was not meant as it was understood, and asks what was.
  std::optional<std::string> misread() {
    if (m_session.exchanges().empty()) return "There is no turn to take back.";
    const SellerTurn turn = m_session.exchanges().back().turn;
    m_session.rewind(static_cast<int>(m_session.exchanges().size()) - 1, Rewind::Reason::misread);
    m_out << "(Not what you meant: taken back.)\n";
    if (turn.understood != Understood::chosen) ask(turn.text, m_session.read(turn.text), turn.move);
    return std::nullopt;
  }

  std::optional<std::string> pick(const std::string& rest) {
    const auto number = wholeNumber(rest);
    if (m_readings.empty()) return "There is nothing to pick from here.";
    if (!number || *number < 0 || *number > static_cast<int>(m_readings.size())) {
      return "pick: takes a number from 0 to " + std::to_string(m_readings.size()) + ".";
    }
    const std::vector<MoveId> readings = std::exchange(m_readings, {});
    if (*number == 0) {
      show(m_session.say(m_said, std::nullopt, Understood::nothing));
    } else {
      show(m_session.say(m_said, readings[static_cast<std::size_t>(*number) - 1],
                         Understood::confirmed));
    }
    return std::nullopt;
  }

  // In a script, a doubtful line that no pick: follows is taken as its best reading.
  void settle() {
    if (m_readings.empty()) return;
    m_out << "(Taken as 1.)\n";
    static_cast<void>(pick("1"));
  }

  void answer(std::string_view text) {
    if (text.empty()) return;
    if (text == "/back") {
      m_readings.clear();
      const int turns = static_cast<int>(m_session.exchanges().size());
      if (const auto fault = rewind(std::to_string(std::max(0, turns - 1))))
        m_out << *fault << '\n';
      m_out << "You answer: " << m_session.heard() << '\n';
      return;
    }
    if (text == "/not") {
      const bool asking = !std::exchange(m_readings, {}).empty();
      const auto fault = asking ? std::nullopt : misread();
      if (fault) m_out << *fault << '\n';
      return;
    }
    if (!m_readings.empty()) {
      if (const auto fault = pick(std::string(text))) m_out << *fault << '\n';
      return;
    }
    const auto number = wholeNumber(text);
    const std::vector<const Move*> offered = m_session.offered();
    if (number && *number >= 1 && *number <= static_cast<int>(offered.size())) {
      show(m_session.choose(offered[static_cast<std::size_t>(*number) - 1]->id));
    } else if (number) {
      m_out << "There are " << offered.size() << " options here.\n";
    } else {
      say(std::string(text));
    }
  }

  void printOptions() {
    m_out << '\n';
    int number = 0;
    for (const Move* move : m_session.offered()) {
      m_out << "  " << ++number << ". " << wordingOf(move->id) << '\n';
    }
  }

  std::string wordingOf(const MoveId& id) const {
    for (const Move* move : m_session.offered()) {
      if (move->id == id) return m_session.wordingOf(*move);
    }
    return id.value;
  }

  void show(const Exchange& exchange) {
    printSeller(m_out, m_session, exchange);
    printBuyer(m_out, m_session.scenario(), exchange.answer);
    sayUnsaved();
  }

  // Once, until it is saved again.
  void sayUnsaved() {
    const bool unsaved = m_session.unsaved().has_value();
    if (unsaved && !m_saidUnsaved) {
      m_out.flush();
      m_around.err << "Not saved yet; the call goes on all the same. "
                   << sentence(*m_session.unsaved()) << '\n';
    }
    if (!unsaved && m_saidUnsaved) m_out << "(All of it is saved again.)\n";
    m_saidUnsaved = unsaved;
  }

  int saved() {
    m_session.saveAgain();
    if (!m_session.unsaved()) return 0;
    m_out.flush();
    m_around.err << "This call could not be saved. " << sentence(*m_session.unsaved()) << '\n';
    return 2;
  }

  PracticeSession& m_session;
  const Surroundings& m_around;
  std::ostream& m_out;
  std::string m_said;              // What is being asked back about.
  std::vector<MoveId> m_readings;  // The readings on offer; empty when nothing is asked.
  bool m_saidUnsaved = false;
};

// What a script's first line may ask for, as in "seed: 3"; the line is taken out.
std::expected<std::optional<std::uint64_t>, std::string> takeSeed(std::string& script) {
  constexpr std::string_view word = "seed:";
  if (!script.starts_with(word)) return std::nullopt;
  const std::size_t end = std::min(script.find('\n'), script.size());
  const std::string_view text =
      trim(std::string_view(script).substr(word.size(), end - word.size()));
  std::uint64_t seed = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::unexpected("seed: takes a whole number.");
  }
  script.replace(0, end, "#");  // Later lines keep their numbers.
  return seed;
}

// Whoever has the name; nobody yet: the name is added. Without one, whoever came first.
Result<Person> somebody(Store& store, const std::string& name, const IdSource& newId) {
  Result<std::vector<Person>> people = store.people();
  if (!people) return std::unexpected(people.error());
  for (const Person& known : *people) {
    if (name.empty() || toLower(trim(known.name)) == toLower(trim(name))) return known;
  }
  Person person{newId(), name.empty() ? "Me" : std::string(trim(name))};
  const Result<void> added = store.addPerson(person);
  if (!added) return std::unexpected(added.error());
  return person;
}

}  // namespace

int play(const PlayRequest& request, const Surroundings& around) {
  const Result<LoadedMethod> method = shippedMethod(around);
  if (!method) return refuse(method.error(), around);
  Result<ScenarioFile> file = findScenario(request.scenario, *method->method, around);
  if (!file) return refuse(file.error(), around);

  std::istringstream script;
  std::uint64_t seed = request.seed;
  if (!request.script.empty()) {
    const Result<std::string> bytes = readFile(request.script, largestScript);
    if (!bytes) return refuse(bytes.error(), around);
    std::string text = mendUtf8(*bytes);
    const auto asked = takeSeed(text);
    if (!asked) {
      around.err << request.script << ":1: error: " << asked.error() << '\n';
      return 2;
    }
    seed = asked->value_or(seed);
    script.str(std::move(text));
  }

  std::optional<Store> store;
  Person person;
  if (!request.database.empty() || request.script.empty()) {
    Result<Store> opened = openPracticeFile(request.database, around);
    if (!opened) return refuse(opened.error(), around);
    store = std::move(*opened);
    const Result<Person> known = somebody(*store, request.person, around.newId);
    if (!known) return refuse(known.error(), around);
    person = *known;
  }

  const Understanding understanding =
      around.folders ? openUnderstanding(*around.folders) : Understanding();
  if (understanding.lacks) {
    around.err << "sparring-cli: " << sentence(*understanding.lacks) << '\n';
  }
  PracticeSession session =
      PracticeSession::begin(file->loaded, *method, person, seed,
                             {store ? &*store : nullptr, &understanding, around.now, around.newId});
  Player player(session, around);
  return request.script.empty() ? player.live() : player.script(script, request.script);
}

}  // namespace sparring::cli
