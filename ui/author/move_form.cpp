#include "author/move_form.h"

#include <QPushButton>

#include "author/form_builder.h"
#include "author/list_fields.h"
#include "author/part_steps.h"
#include "bridge/text.h"
#include "widgets/flow_layout.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return Form::tr(text);
}

void buildSaid(FormBuilder& form) {
  form.longText("text",
                {tr("What the buyer says"), {}, tr("What the buyer says, word for word"), true});
  FormBuilder row = form.row();
  row.condition("when", {tr("Only when")});
  row.speaker("speaker", {tr("Said by")}, tr("The speaker"));
  row.id({tr("Id")});
}

void buildMark(FormBuilder& form) {
  Choices rules;
  for (const Rule& each : form.form().method().rules) {
    rules.push_back({each.id.value, toQt(each.title)});
  }
  FormBuilder row = form.row();
  row.choice("mark", {tr("These words")}, {{"+", tr("earn")}, {"-", tr("cost")}});
  row.choice("rule", {tr("Under the rule")}, rules);
  form.words("words", {tr("Words of the first phrasing")});
  form.longText("why", {tr("Why"), {}, tr("One plain sentence to the rep")});
  form.longText("better", {tr("Better"), {}, tr("Where it costs: one sentence, ready to say")});
}

void buildFocus(FormBuilder& form) {
  FormBuilder row = form.row();
  row.choice(
      "about", {tr("About")},
      {{"customer", tr("the customer")}, {"seller", tr("the seller")}, {"neutral", tr("neither")}});
  form.words("words", {tr("Words of the first phrasing")});
}

// The words that a new mark or focus is made of are selected in the phrasing above.
void addWordButtons(FormBuilder& form) {
  auto* bar = new QWidget(&form.form());
  auto* row = new FlowLayout(bar, space::small);
  row->setContentsMargins(0, 0, 0, 0);
  struct Button {
    QString text;
    QString name;
    QString keys;
  };
  const Button buttons[] = {
      {tr("Mark selected words"), QStringLiteral("markWords"), tr("Ctrl+Shift+M")},
      {tr("Count as about the customer"), QStringLiteral("customerWords"), tr("Ctrl+Shift+A")},
      {tr("… about the seller"), QStringLiteral("sellerWords"), tr("Ctrl+Shift+E")}};
  for (const Button& each : buttons) {
    auto* button = makeFlushButton(each.text, Icon::none, bar);
    button->setObjectName(each.name);
    button->setToolTip(
        tr("Select words in the first phrasing, then press this (%1)").arg(each.keys));
    row->addWidget(button);
  }
  form.widget(bar);
  Form* page = &form.form();
  const auto addWords = [page, base = form.base()](const char* list, Part part) {
    const std::string place = base + "/" + list;
    const std::size_t end = sizeOf(page->document().scenario(), place).value_or(0);
    emit page->partWanted(addPart(page->document(), place, end, std::move(part)));
  };
  QObject::connect(bar->findChild<QPushButton*>(QStringLiteral("markWords")), &QPushButton::clicked,
                   page, [page, addWords] {
                     Mark mark;
                     mark.words = typedText(page->selectedWords());
                     addWords("marks", std::move(mark));
                   });
  for (const auto& [name, about] : {std::pair(QStringLiteral("customerWords"), Focus::customer),
                                    std::pair(QStringLiteral("sellerWords"), Focus::seller)}) {
    QObject::connect(bar->findChild<QPushButton*>(name), &QPushButton::clicked, page,
                     [page, addWords, about = about] {
                       addWords("focus", FocusWords{about, typedText(page->selectedWords())});
                     });
  }
}

void buildWords(FormBuilder& form, bool isReaction) {
  TextListField* phrasings = form.texts(
      "phrasings",
      {isReaction ? tr("Examples of what calls for it") : tr("What can be said"),
       tr("The first is what a guided call offers; the others help to recognise own words."),
       tr("Words a rep could really say")},
      tr("phrasing"));
  form.form().setPhrasings(phrasings);
  if (!isReaction) addWordButtons(form);
}

}  // namespace

void buildLine(FormBuilder& form) {
  buildSaid(form);
  form.blocks("then", {{}, {}, tr("line said right after it"), true}, buildSaid);
}

void buildMove(FormBuilder& form, bool isReaction) {
  const Method& method = form.form().method();
  buildWords(form, isReaction);
  form.blocks("replies",
              {tr("What the buyer answers"), tr("The first whose condition holds."), tr("reply")},
              buildLine);
  form.target("target", {tr("Leads to")}, true);

  form.heading(tr("What it is worth"));
  Choices acts;
  for (const ActDefinition& each : method.acts) acts.push_back({each.id.value, toQt(each.title)});
  form.picks("acts", {tr("This turn …")}, acts, tr("Add what it does …"));
  form.blocks("marks", {tr("Marks"), tr("Words that earn or cost, and why."), tr("mark")},
              buildMark);
  form.blocks(
      "focus",
      {tr("Whom the words are about"),
       tr("What is named here counts as about the customer or about the seller."), tr("focus")},
      buildFocus);
  Choices facts;
  for (const Fact& each : form.scenario().brief.facts) {
    facts.push_back({each.id.value, toQt(each.text.empty() ? each.id.value : each.text)});
  }
  form.picks("facts", {tr("Facts that it uses")}, facts, tr("Add a fact …"));

  form.heading(tr("When it is on offer, and what it changes"));
  form.condition("when", {tr("Only when")});
  form.effects("effects", {tr("Effects"), {}, tr("trust += 2")});
  FormBuilder row = form.row();
  row.optionalNumber("minutes", {tr("Takes")}, tr("minutes"), tr("by what it does"));
  row.id({tr("Id")});
}

}  // namespace sparring::ui
