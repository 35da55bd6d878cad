#include "call/composer.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/call_view.h"
#include "bridge/text.h"
#include "call/conversation_view.h"
#include "widgets/option_list.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int longestPaste = 20'000;    // Characters: many times the longest turn of a real call.
constexpr std::size_t mostOptions = 9;  // Each has a digit.

}  // namespace

SpeechBox::SpeechBox(QWidget* parent) : QPlainTextEdit(parent) {
  setTabChangesFocus(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  connect(this, &QPlainTextEdit::textChanged, this, [this] { updateGeometry(); });
}

QSize SpeechBox::sizeHint() const {
  const int lines = std::clamp(static_cast<int>(document()->size().height()), 2, m_mostLines);
  const int height = lines * fontMetrics().lineSpacing() + 2 * space::medium;
  return {QPlainTextEdit::sizeHint().width(), height};
}

void SpeechBox::setMostLines(int lines) {
  m_mostLines = lines;
  updateGeometry();
}

void SpeechBox::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
    if (document()->isEmpty()) {
      emit unused(event);
    } else if (!event->isAutoRepeat()) {
      emit sent();
    }
    return;
  }
  if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
    event->ignore();  // The page turns the conversation.
    return;
  }
  const bool digit = event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9;
  const bool arrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  if (event->key() == Qt::Key_Escape || (document()->isEmpty() && (digit || arrow))) {
    emit unused(event);
    if (event->isAccepted()) return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

void SpeechBox::insertFromMimeData(const QMimeData* source) {
  if (source->hasText()) insertPlainText(source->text().left(longestPaste));
}

OptionScroll::OptionScroll(OptionList* options, QWidget* parent)
    : QScrollArea(parent), m_options(options) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setWidget(options);
  viewport()->setAutoFillBackground(false);
  options->installEventFilter(this);
}

QSize OptionScroll::sizeHint() const {
  const int most = static_cast<int>(window()->height() * m_share);
  return {m_options->sizeHint().width(), std::min(m_options->height(), most)};
}

QSize OptionScroll::minimumSizeHint() const {
  return {200, std::min(120, sizeHint().height())};
}

bool OptionScroll::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) fit();
  return QScrollArea::eventFilter(watched, event);
}

void OptionScroll::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  fit();
}

// The options are as wide as there is room and as high as their texts need at that width.
void OptionScroll::fit() {
  const int width = viewport()->width();
  const QSize wanted(width, m_options->heightForWidth(width));
  if (m_options->size() == wanted) return;
  m_options->resize(wanted);
  updateGeometry();
}

Composer::Composer(QWidget* parent) : QWidget(parent) {
  auto* centred = new QHBoxLayout(this);
  centred->setContentsMargins(space::page, space::medium, space::page, space::large);
  auto* inside = new QWidget(this);
  inside->setMaximumWidth(widestConversation);
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::small);
  centred->addStretch(1);
  centred->addWidget(inside, 1000);
  centred->addStretch(1);

  m_heading = makeLabel({}, TextRole::smallStrong, Ink::muted, this);
  column->addWidget(m_heading);

  m_options = new OptionList;
  m_scroll = new OptionScroll(m_options, this);
  m_scroll->setObjectName(QStringLiteral("optionScroll"));
  column->addWidget(m_scroll);

  m_speech = new QWidget(this);
  auto* row = new QHBoxLayout(m_speech);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::small);
  m_box = new SpeechBox(m_speech);
  m_box->setObjectName(QStringLiteral("speech"));
  m_box->setAccessibleName(tr("Say it in your own words"));
  m_say = makeButton(tr("Say it"), ButtonRole::primary, m_speech);
  row->addWidget(m_box, 1);
  row->addWidget(m_say, 0, Qt::AlignBottom);
  column->addWidget(m_speech);

  m_debrief = makeButton(tr("See how it went"), ButtonRole::primary, this);
  m_debrief->setObjectName(QStringLiteral("toDebrief"));
  column->addWidget(m_debrief, 0, Qt::AlignHCenter);

  connect(m_options, &OptionList::chosen, this, &Composer::chosen);
  connect(m_box, &SpeechBox::sent, this, &Composer::send);
  connect(m_box, &SpeechBox::textChanged, this, [this] {
    const bool begins = m_box->document()->characterCount() == 2;  // One, and the document's end.
    if (begins && m_call != nullptr) m_call->session().readAhead();
    emit wordsChanged();
  });
  connect(m_box, &SpeechBox::unused, this,
          [this](QKeyEvent* event) { event->setAccepted(useKey(event)); });
  connect(m_say, &QPushButton::clicked, this, &Composer::send);
  connect(m_debrief, &QPushButton::clicked, this, &Composer::debriefWanted);
}

void Composer::setCall(PracticeCall* call) {
  if (m_call != nullptr) m_call->disconnect(this);
  m_call = call;
  m_menu = {};
  m_isAsked = false;
  m_box->clear();
  if (m_call == nullptr) return;
  connect(m_call, &PracticeCall::changed, this, &Composer::refresh);
  refresh();
}

void Composer::setOptionsShown(bool shown) {
  m_optionsShown = shown;
  refresh();
}

void Composer::setBeside() {
  m_beside = true;
  m_scroll->setShare(0.3);
  layout()->setContentsMargins(space::large, space::small, space::large, space::large);
}

void Composer::takeFocus() {
  if (m_debrief->isVisibleTo(this)) {
    m_debrief->setFocus();
  } else if (m_call != nullptr && m_call->asking()) {
    m_options->focusCurrent();  // For its digits; Tab leads to the words.
  } else if (m_speech->isVisibleTo(this)) {
    m_box->setFocus();
  } else {
    m_options->focusCurrent();
  }
}

void Composer::putBack(const QString& words) {
  // As an edit, so that Ctrl+Z brings back what stood there.
  m_box->selectAll();
  m_box->insertPlainText(words);
}

void Composer::refresh() {
  if (m_call == nullptr) return;
  const PracticeSession& session = m_call->session();
  const bool asking = m_call->asking().has_value();
  const bool guidedOnly = session.scenario().guidedOnly;
  const bool listed = !session.over() && (asking || m_optionsShown || guidedOnly);
  m_choices.clear();
  if (asking) {
    showReadings();
  } else if (listed) {
    showChoices();
  } else {
    m_options->setOptions({});
  }
  m_heading->setVisible(listed);
  m_scroll->setVisible(listed);
  m_speech->setVisible(!session.over() && !guidedOnly);
  m_box->setMostLines(asking ? 2 : 5);
  m_box->setPlaceholderText(listed ? tr("Or say it in your own words and press Enter")
                                   : tr("Say it in your own words and press Enter"));
  m_debrief->setVisible(session.over() && !m_beside);
  takeFocus();
  m_scroll->verticalScrollBar()->setValue(0);  // Whatever was in view on the way.
  if (asking && !m_isAsked) putBack(m_call->askedAbout());
  m_isAsked = asking;
}

// Everybody in the room who can be asked something now.
std::vector<int> Composer::peopleToAsk() const {
  std::vector<int> people = m_call->session().room();
  std::erase_if(people,
                [&](int person) { return m_call->session().offeredTopics(person).empty(); });
  return people;
}

void Composer::addTopicsEntry(std::vector<Choice>& choices) const {
  const std::vector<int> people = peopleToAsk();
  if (people.empty()) return;
  // Where only one person is there, there is no question whom to ask.
  const bool alone = m_call->session().room().size() == 1;
  choices.push_back({alone ? tr("Ask about something else …") : tr("Ask somebody …"), std::nullopt,
                     alone ? Menu{Menu::Kind::topics, people.front()} : Menu{Menu::Kind::people}});
}

// All of a menu's options, and last the way to another one.
std::vector<Composer::Choice> Composer::choicesOf(const Menu& menu) const {
  const PracticeSession& session = m_call->session();
  std::vector<Choice> choices;
  const auto addMoves = [&](const std::vector<const Move*>& moves) {
    for (const Move* move : moves) {
      choices.push_back({toQt(session.wordingOf(*move)), move->id, {}});
    }
  };
  switch (menu.kind) {
    case Menu::Kind::moves:
      addMoves(session.offeredMoves());
      addTopicsEntry(choices);
      return choices;
    case Menu::Kind::people:
      for (const int person : peopleToAsk()) {
        const Persona& persona = session.scenario().personas[static_cast<std::size_t>(person)];
        choices.push_back({tr("Ask %1 …").arg(toQt(persona.name)), std::nullopt,
                           Menu{Menu::Kind::topics, person}});
      }
      break;
    case Menu::Kind::topics:
      addMoves(session.offeredTopics(menu.person));
      break;
  }
  choices.push_back({tr("Back"), std::nullopt, menuBefore(menu)});
  return choices;
}

Composer::Menu Composer::menuBefore(const Menu& menu) const {
  const bool alone = m_call->session().room().size() == 1;
  return {menu.kind == Menu::Kind::topics && !alone ? Menu::Kind::people : Menu::Kind::moves};
}

QString Composer::headingOf(const Menu& menu) const {
  switch (menu.kind) {
    case Menu::Kind::people:
      return tr("Whom do you ask?");
    case Menu::Kind::topics: {
      const auto position = static_cast<std::size_t>(menu.person);
      return tr("Ask %1").arg(toQt(m_call->session().scenario().personas[position].name));
    }
    case Menu::Kind::moves:
      break;
  }
  return tr("Choose what to say");
}

// A page of the menu, as many as have a digit; the last leads on.
void Composer::showChoices() {
  if (m_menu.kind == Menu::Kind::topics && m_call->session().offeredTopics(m_menu.person).empty()) {
    m_menu = {};  // Nothing is left to ask.
  }
  m_choices = choicesOf(m_menu);
  if (m_choices.size() > mostOptions) {
    const Choice way = m_choices.back();
    m_choices.pop_back();
    const std::size_t perPage = mostOptions - 2;
    const std::size_t pages = (m_choices.size() + perPage - 1) / perPage;
    const std::size_t page = static_cast<std::size_t>(m_menu.page) % pages;
    const auto first = m_choices.begin() + static_cast<std::ptrdiff_t>(page * perPage);
    const auto left = static_cast<std::size_t>(m_choices.end() - first);
    m_choices = {first, first + static_cast<std::ptrdiff_t>(std::min(perPage, left))};
    Menu next = m_menu;
    next.page = static_cast<int>((page + 1) % pages);
    m_choices.push_back({tr("More …"), std::nullopt, next});
    m_choices.push_back(way);
  }
  QStringList texts;
  for (const Choice& choice : m_choices) texts.append(choice.text);
  m_options->setOptions(texts);
  m_heading->setText(headingOf(m_menu));
}

void Composer::turnTo(const Menu& menu) {
  m_menu = menu;
  refresh();
}

// What the words could have meant.
void Composer::showReadings() {
  const PracticeSession& session = m_call->session();
  QStringList texts;
  for (const MoveId& reading : m_call->asking()->readings) {
    texts.append(toQt(session.shortWordingOf(*session.moveOf(reading))));
  }
  texts.append(tr("None of these"));
  m_options->setOptions(texts);
  m_heading->setText(tr("What did you mean? (Esc to change your words)"));
}

void Composer::chosen(int index) {
  if (m_call == nullptr || m_call->session().over()) return;
  const auto position = static_cast<std::size_t>(index);
  if (m_call->asking()) {
    m_box->clear();
    position < m_call->asking()->readings.size() ? m_call->pick(index) : m_call->pickNone();
  } else if (position < m_choices.size()) {
    const Choice choice = m_choices[position];
    if (!choice.move) {
      turnTo(choice.next);
      return;
    }
    m_menu = {};
    m_call->choose(*choice.move);
  }
}

void Composer::send() {
  if (m_call == nullptr) return;
  const QString words = m_box->toPlainText();
  if (words.trimmed().isEmpty()) return;
  m_menu = {};
  m_call->say(words);
  if (!m_call->asking()) m_box->clear();
}

bool Composer::useKey(QKeyEvent* event) {
  if (m_call == nullptr || m_call->session().over()) return false;
  const bool asking = m_call->asking().has_value();
  const bool escape = event->key() == Qt::Key_Escape;
  if (asking && escape) {
    m_call->withdraw();
  } else if (m_menu != Menu{} && escape) {
    turnTo(menuBefore(m_menu));
  } else if (asking && event->key() == Qt::Key_0) {
    chosen(static_cast<int>(m_call->asking()->readings.size()));
  } else {
    return m_scroll->isVisible() && m_options->handleKey(event);
  }
  return true;
}

// Whoever begins to write while the list has the keyboard goes on with what stands in the box.
void Composer::keyPressEvent(QKeyEvent* event) {
  const QString text = event->text();
  const bool used = useKey(event);
  const bool writes = !used && m_speech->isVisible() && !m_box->hasFocus() && !text.isEmpty() &&
                      text.front().isLetter();
  if (writes) {
    m_box->setFocus();
    m_box->moveCursor(QTextCursor::End);
    const QString before = words();
    const bool isApart = before.isEmpty() || before.back().isSpace();
    m_box->insertPlainText(isApart ? text : u' ' + text);
  }
  event->setAccepted(used || writes);
}

}  // namespace sparring::ui
