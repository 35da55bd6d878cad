#include "practice/call_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/text.h"
#include "call/composer.h"
#include "call/conversation_view.h"
#include "practice/live_panel.h"
#include "practice/unsaid_words.h"
#include "widgets/banner.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int keepAfter = 700;  // Milliseconds after the last letter.

}  // namespace

CallPage::CallPage(QWidget* parent) : QWidget(parent) {
  auto* left = new QVBoxLayout;
  left->setContentsMargins(0, 0, 0, 0);
  left->setSpacing(0);
  m_conversation = new ConversationView(this);
  m_composer = new Composer(this);
  left->addWidget(m_conversation, 1);
  left->addWidget(m_composer);
  left->addWidget(makeTools());

  m_panel = new LivePanel(this);
  auto* body = new QHBoxLayout;
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  body->addLayout(left, 1);
  body->addWidget(m_panel);

  m_banner = new Banner(this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHeader());
  column->addWidget(m_banner);
  column->addLayout(body, 1);

  connect(m_banner, &Banner::actionTriggered, this, [this] { m_call->saveAgain(); });
  connect(m_panel, &LivePanel::viewChanged, this, [this](LiveView view) {
    refresh();
    emit liveViewChanged(view);
  });
  m_keeping.setObjectName(QStringLiteral("unsaidTimer"));
  m_keeping.setParent(this);
  m_keeping.setSingleShot(true);
  m_keeping.setInterval(keepAfter);
  connect(&m_keeping, &QTimer::timeout, this, &CallPage::keepUnsaid);
  connect(m_composer, &Composer::wordsChanged, this,
          [this] { m_composer->words().isEmpty() ? keepUnsaid() : m_keeping.start(); });
  connect(m_composer, &Composer::debriefWanted, this, &CallPage::debriefWanted);
  connect(m_conversation, &ConversationView::misreadWanted, this, &CallPage::takeBackMisread);
}

CallPage::~CallPage() {
  keepUnsaid();
}

void CallPage::keepUnsaid() {
  m_keeping.stop();
  if (!m_session.isNull()) keepUnsaidWords(m_session, m_composer->words());
}

QWidget* CallPage::makeHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(space::page, space::medium, space::page, space::medium);
  row->setSpacing(space::large);
  auto* leave = makeButton(tr("Leave"), ButtonRole::quiet, header);
  leave->setIcon(themedIcon(Icon::back));
  leave->setToolTip(tr("The call is kept; you can go on with it from Home."));
  leave->setFocusPolicy(Qt::TabFocus);
  row->addWidget(leave);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(0);
  m_title = makeLabel({}, TextRole::strong, Ink::text, header);
  m_objective = makeLabel({}, TextRole::small, Ink::muted, header);
  texts->addWidget(m_title);
  texts->addWidget(m_objective);
  row->addLayout(texts, 1);
  connect(leave, &QPushButton::clicked, this, &CallPage::leaveWanted);
  return header;
}

// What can be done besides speaking, each with its key. Out of the tab order: the keys serve.
QWidget* CallPage::makeTools() {
  auto* tools = new QWidget(this);
  auto* row = new FlowLayout(tools, 0);  // On a small screen they stand in two lines.
  row->setContentsMargins(space::large, 0, space::page, space::small);
  const auto add = [&](const QString& text, const QString& note, auto slot) {
    auto* button = makeButton(text, ButtonRole::quiet, tools);
    button->setToolTip(toolTipOf(note));
    button->setAccessibleDescription(note);
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QPushButton::clicked, this, slot);
    row->addWidget(button);
    return button;
  };
  add(tr("F1  Brief"), tr("Read the brief again; the clock of the call stands still."),
      &CallPage::briefWanted);
  m_misread = add(tr("F2  Not what I meant"),
                  tr("Take the last turn back at no cost and say what you meant."),
                  [this] { takeBackMisread(); });
  m_back = add(tr("F3  Back a turn"), tr("Take the last turn back and say something better."),
               [this] { goBackOne(); });
  m_options = add(tr("F6  Options"), tr("Show or hide the options."), [this] { toggleOptions(); });
  m_compare = add(tr("F7  Compare"), tr("See what you said first beside what you said again."),
                  &CallPage::compareWanted);
  m_soFar =
      add(tr("F8  So far"), tr("See how it went so far, and go on from there or later from Home."),
          &CallPage::debriefWanted);
  return tools;
}

void CallPage::setCall(PracticeCall* call, bool optionsShown) {
  if (m_call != nullptr) m_call->disconnect(this);
  keepUnsaid();
  m_session = {};
  m_call = call;
  m_composer->setCall(nullptr);
  if (m_call == nullptr) {
    m_conversation->forget();
    return;
  }
  connect(m_call, &PracticeCall::changed, this, &CallPage::refresh);
  const Scenario& scenario = m_call->session().scenario();
  m_title->setText(toQt(scenario.title));
  m_objective->setText(toQt(scenario.brief.objective));
  m_objective->setVisible(!scenario.brief.objective.empty());
  m_options->setVisible(!scenario.guidedOnly);
  m_misread->setVisible(!scenario.guidedOnly);
  m_composer->setCall(m_call);
  const QString words = unsaidWords(m_call->session().header().id);
  if (!words.isEmpty()) m_composer->putBack(words);
  m_composer->setOptionsShown(optionsShown || scenario.guidedOnly);
  m_conversation->forget();
  refresh();
}

bool CallPage::optionsShown() const {
  return m_composer->optionsShown();
}

void CallPage::setLiveView(LiveView view) {
  m_panel->setView(view);
}

void CallPage::takeFocus() {
  m_composer->takeFocus();
}

void CallPage::refresh() {
  if (m_call == nullptr) return;
  const PracticeSession& session = m_call->session();
  m_session = session.recorded() ? session.header().id : Uuid{};
  m_conversation->show(session, m_panel->view() == LiveView::full);
  m_conversation->ask(session, m_call->asking());
  m_panel->show(session, m_call->takenBack());
  m_back->setEnabled(m_call->canGoBack());
  m_misread->setEnabled(m_call->canGoBack());
  m_compare->setVisible(m_call->hasRedone());
  m_soFar->setVisible(!session.over());
  m_soFar->setEnabled(!session.exchanges().empty());
  if (session.unsaved()) {
    m_banner->showMessage(Banner::Kind::warning,
                          tr("This call is not saved yet; it goes on all the same. %1")
                              .arg(sentenceOf(*session.unsaved())),
                          tr("Save now"));
  } else {
    m_banner->dismiss();
  }
}

void CallPage::goBackOne() {
  if (m_call == nullptr) return;
  if (m_call->asking()) return m_call->withdraw();  // What was asked about was not said yet.
  if (!m_call->canGoBack()) return;
  m_call->goBack(static_cast<int>(m_call->session().exchanges().size()) - 1);
}

void CallPage::takeBackMisread() {
  if (m_call == nullptr) return;
  if (m_call->asking()) {
    m_call->withdraw();
  } else if (m_call->canGoBack()) {
    m_call->takeBackMisread();
    // An option's words are none of the rep's own: what they were writing stays.
    if (!m_call->askedAbout().isEmpty()) m_composer->putBack(m_call->askedAbout());
  }
}

void CallPage::toggleOptions() {
  if (m_call == nullptr || m_call->session().scenario().guidedOnly) return;
  m_composer->setOptionsShown(!m_composer->optionsShown());
}

void CallPage::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_F1:
      emit briefWanted();
      return;
    case Qt::Key_F2:
      takeBackMisread();
      return;
    case Qt::Key_F3:
      goBackOne();
      return;
    case Qt::Key_F4:
      m_panel->changeView();
      return;
    case Qt::Key_F6:
      toggleOptions();
      return;
    case Qt::Key_F7:
      if (m_call != nullptr && m_call->hasRedone()) emit compareWanted();
      return;
    case Qt::Key_F8:
      if (m_soFar->isEnabled()) emit debriefWanted();
      return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      m_conversation->turnPage(event->key() == Qt::Key_PageDown);
      return;
    default:
      if (!m_composer->useKey(event)) QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
