// What stands on the page of each kind of part, top to bottom. Plain words first; ids, conditions
// and effects after them.
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "author/form_builder.h"
#include "author/list_fields.h"
#include "author/move_form.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return Form::tr(text);
}

void idRow(FormBuilder& form, const QString& help = {}) {
  form.heading(tr("For recorded calls"));
  form.id({tr("Id"), help.isEmpty() ? tr("Calls that were held refer to it. Changing it here "
                                         "changes it wherever this scenario names it.")
                                    : help});
}

void buildOverview(FormBuilder& form) {
  form.line("title", {tr("Title"), {}, tr("What it is called on Home")});
  form.longText("summary",
                {tr("Summary"), {}, tr("One sentence that makes somebody want to try it")});
  FormBuilder first = form.row();
  first.freeChoice("kind", {tr("Kind")},
                   {{"", tr("Not said")},
                    {"opening", tr("Opening: the first minutes")},
                    {"ceo_call", tr("Full call on an executive")},
                    {"committee_call", tr("Call on a committee")},
                    {"delegatee_call", tr("Call on a delegatee")},
                    {"call", tr("Call")}});
  first.number("minutes", {tr("The meeting lasts")}, tr("minutes"));
  form.target("start", {tr("The call starts at"), tr("The node in which the buyer speaks first.")},
              false);
  Choices stages = {{"", tr("All of them")}};
  for (const Stage& each : form.form().method().stages) {
    stages.push_back({each.id.value, toQt(each.title)});
  }
  form.choice("aims_for",
              {tr("Furthest stage that this call can reach"),
               tr("Later stages do not count against the rep.")},
              stages);
  form.flag("ratio_applies", {},
            tr("Score how much is said about the customer and how much about "
               "the seller"));
  form.flag("guided_only", {}, tr("A first exercise: choose from what is offered, no own words"));
  form.heading(tr("For recorded calls"));
  FormBuilder last = form.row();
  last.id({tr("Id of the scenario")});
  last.number("version", {tr("Version")});
}

void buildBrief(FormBuilder& form) {
  form.line("company", {tr("The customer"), {}, tr("Company, what it does, how large it is")});
  form.texts("situation", {tr("Situation"), tr("Short lines that a rep reads before the call.")},
             tr("line"));
  form.longText("objective",
                {tr("Objective"), {}, tr("What the rep is there for, in one sentence")});
  form.longText("offering", {tr("What the rep's company offers")});
  form.texts("usage_scenarios",
             {tr("Uses worth putting to the buyer"),
              tr("Questions of the form: if … could …, what would …?")},
             tr("use"));
  form.links("facts", {tr("Facts"), tr("What can be known about the customer."), tr("fact")});
}

void buildFact(FormBuilder& form) {
  form.longText("text", {tr("The fact"), {}, tr("One or two sentences")});
  form.choice("category", {tr("It is about")},
              {{"people", tr("People")},
               {"process_principles_values", tr("Processes, principles, values")},
               {"products_services", tr("Products and services")}});
  form.flag("public", {}, tr("Public: the rep reads it in the brief"));
  form.texts("keys",
             {tr("Words that show that it is being used"),
              tr("A few words from it that a rep would repeat.")},
             tr("words"));
  idRow(form);
}

void buildPersona(FormBuilder& form) {
  FormBuilder names = form.row();
  names.line("name", {tr("Name")});
  names.line("role", {tr("Role"), {}, tr("Chief executive")});
  FormBuilder kinds = form.row();
  kinds.freeChoice("archetype", {tr("Kind of buyer")},
                   {{"", tr("Not said")},
                    {"ceo", tr("Chief executive")},
                    {"delegatee", tr("Somebody who was sent")},
                    {"committee_member", tr("Member of a committee")},
                    {"procurement", tr("Buyer in procurement")},
                    {"cfo", tr("Chief financial officer")},
                    {"coo", tr("Chief operating officer")},
                    {"influencer", tr("Person whose word counts")},
                    {"customer_of_record", tr("Customer after the sale")},
                    {"support_caller", tr("Caller with a fault")}});
  kinds.choice("power", {tr("Power to buy")},
               {{"", tr("Not said")},
                {"none", tr("None")},
                {"budgeted", tr("Within a budget")},
                {"unbudgeted", tr("Beyond any budget")}});
  form.longText("wants", {tr("Wants"), {}, tr("What this person is after in this call")});
  form.longText("temperament", {tr("Temperament"), {}, tr("Quick, dry, fair …")});
  form.texts("unclear",
             {tr("When a turn was not understood"),
              tr("What this person says then, in turn. Needed where reps use their own words.")},
             tr("sentence"));
  form.links("topics",
             {tr("Can be asked about anywhere"),
              tr("Questions that are on offer whenever this person is in the room."), tr("topic")});
  form.links("reactions", {tr("Reacts to"),
                           tr("What this person does when a turn matches nothing on offer but "
                              "does something, such as listing features."),
                           tr("reaction")});
  form.heading(tr("Presence"));
  form.condition("present", {tr("In the room while"),
                             tr("Besides whoever speaks. Empty: only while speaking."),
                             tr("only while speaking")});
  idRow(form);
}

void buildVariable(FormBuilder& form) {
  form.longText("meaning", {tr("What it stands for"), {}, tr("How far she believes the rep")});
  form.flag("flag", {}, tr("Only yes or no"));
  FormBuilder bounds = form.row();
  bounds.number("initial", {tr("At the start")});
  bounds.number("min", {tr("At least")});
  bounds.number("max", {tr("At most")});
  form.flag("wraps", {}, tr("Beyond one end it goes on from the other"));
  form.speaker("of", {tr("Belongs to")}, tr("The call as a whole"));
  form.heading(tr("In conditions and effects"));
  form.id({tr("Name"), tr("Changing it here changes it in every condition and effect.")});
}

void buildVariant(FormBuilder& form) {
  form.line("title", {tr("Title"), {}, tr("After the board meeting")});
  form.longText("hidden", {tr("What is true this time"),
                           tr("Not in the brief; shown to the rep after the call.")});
  form.effects("effects", {tr("What it changes at the start"), {}, tr("trust -= 1")});
  idRow(form);
}

void buildInterruptions(FormBuilder& form) {
  form.widget(makeLooseLabel(
      tr("After each turn these are tried in order; the first whose condition holds takes the call "
         "elsewhere, once. This is how time runs out and patience ends."),
      TextRole::body, Ink::muted, &form.form()));
  form.blocks("interruptions", {{}, {}, tr("interruption")}, [](FormBuilder& exit) {
    exit.condition("when", {tr("When"), {}, tr("phase == overtime")});
    exit.target("target", {tr("The call goes to")}, false);
  });
}

void buildNode(FormBuilder& form) {
  FormBuilder names = form.row();
  names.line("title", {tr("Title"), {}, tr("A few words, for lists")});
  names.speaker("speaker", {tr("Who speaks")});
  form.blocks("lines",
              {tr("What the buyer says"),
               tr("On coming here, the first line whose condition holds is said."), tr("line")},
              buildLine);
  form.links("moves", {tr("What can be said"), tr("What the rep may say here; Enter opens one."),
                       tr("move")});
  form.blocks(
      "exits",
      {tr("Goes on by itself"),
       tr("After the line, the first of these whose condition holds is taken."), tr("exit")},
      [](FormBuilder& exit) {
        FormBuilder row = exit.row();
        row.condition("when", {tr("When")});
        row.target("target", {tr("Leads to")}, false);
      });
  idRow(form);
}

void buildOutcome(FormBuilder& form) {
  FormBuilder names = form.row();
  names.line("title", {tr("Title"), {}, tr("Next meeting agreed")});
  names.freeChoice("kind", {tr("Kind")},
                   {{"", tr("Not said")},
                    {"extended", tr("Meeting extended")},
                    {"next_meeting", tr("Next meeting")},
                    {"delegated", tr("Delegated")},
                    {"refusal", tr("Refusal")}});
  form.longText("verdict",
                {tr("Verdict"), tr("The last thing the buyer says, in their own words.")});
  FormBuilder row = form.row();
  row.speaker("speaker", {tr("Who says it")}, tr("Whoever listens"));
  row.number("share_of_wallet", {tr("Share of wallet"), {}}, QStringLiteral("%"));
  idRow(form);
}

struct Group {
  const char* pointer;
  const char* what;
  const char* item;
};
constexpr Group groups[] = {
    {"/personas",
     QT_TRANSLATE_NOOP(
         "sparring::ui::Form",
         "Who the rep meets. Each person speaks in nodes and can be asked about topics."),
     QT_TRANSLATE_NOOP("sparring::ui::Form", "person")},
    {"/variables",
     QT_TRANSLATE_NOOP("sparring::ui::Form",
                       "What the call keeps in mind: trust, patience, what was said. Effects "
                       "change it, conditions read it."),
     QT_TRANSLATE_NOOP("sparring::ui::Form", "state")},
    {"/variants",
     QT_TRANSLATE_NOOP("sparring::ui::Form",
                       "Ways in which the same call can be different; chance picks one."),
     QT_TRANSLATE_NOOP("sparring::ui::Form", "variant")},
    {"/nodes",
     QT_TRANSLATE_NOOP(
         "sparring::ui::Form",
         "The places of the conversation: the buyer says something, and the rep can answer."),
     QT_TRANSLATE_NOOP("sparring::ui::Form", "node")},
    {"/outcomes", QT_TRANSLATE_NOOP("sparring::ui::Form", "How the call can end."),
     QT_TRANSLATE_NOOP("sparring::ui::Form", "outcome")},
    {"/brief/facts",
     QT_TRANSLATE_NOOP(
         "sparring::ui::Form",
         "What can be known about the customer: by reading before the call, or by asking in it."),
     QT_TRANSLATE_NOOP("sparring::ui::Form", "fact")},
};

bool buildGroup(Form& form, QBoxLayout& box) {
  for (const Group& each : groups) {
    if (form.part() != each.pointer) continue;
    const std::string place = form.part();
    const std::size_t slash = place.rfind('/');
    FormBuilder builder(form, box, place.substr(0, slash));
    builder.widget(makeLooseLabel(tr(each.what), TextRole::body, Ink::muted, &form));
    builder.links(place.substr(slash + 1).c_str(), {{}, {}, tr(each.item)});
    return true;
  }
  return false;
}

}  // namespace

void buildPart(Form& form) {
  QBoxLayout& box = *form.column();
  FormBuilder builder(form, box, form.part() == "/interruptions" ? "" : form.part());
  const std::vector<std::string_view> steps = stepsOf(form.part());
  if (buildGroup(form, box)) {
    box.addStretch(1);
    return;
  }
  if (steps.empty()) {
    buildOverview(builder);
  } else if (steps.size() == 4) {
    buildMove(builder, steps[2] == "reactions");
  } else if (steps[0] == "brief") {
    steps.size() == 1 ? buildBrief(builder) : buildFact(builder);
  } else if (steps[0] == "interruptions") {
    buildInterruptions(builder);
  } else if (steps[0] == "personas") {
    buildPersona(builder);
  } else if (steps[0] == "variables") {
    buildVariable(builder);
  } else if (steps[0] == "variants") {
    buildVariant(builder);
  } else if (steps[0] == "nodes") {
    buildNode(builder);
  } else if (steps[0] == "outcomes") {
    buildOutcome(builder);
  }
  box.addStretch(1);
}

}  // namespace sparring::ui
