// The review workspace in a window of its own, with calls to review, driven by the keyboard; and
// what the rep then sees.
#pragma once

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "gui/gui_fixture.h"
#include "review/review_workspace.h"
#include "widgets/banner.h"

namespace sparring::ui {

class ReviewGui : public GuiTest {
 protected:
  ReviewGui() {
    addScenario(testing::smallScenario());
    m_rep = m_workplace.person;
    m_manager = {m_workplace.newId(), "Mina"};
    EXPECT_TRUE(m_workplace.store->addPerson(m_manager));
  }

  QWidget* window() const override { return m_host ? m_host.get() : GuiTest::window(); }

  Uuid play(const Person& person, const std::vector<std::string>& moves) {
    PracticeSession session = PracticeSession::begin(
        m_workplace.scenarios.front().loaded, m_workplace.method, person, 0, m_workplace.ports());
    for (const std::string& each : moves) session.choose(MoveId(each));
    EXPECT_FALSE(session.unsaved());
    return session.header().id;
  }
  Uuid playWhole() { return play(m_rep, {"stay", "pitch", "ask", "end"}); }

  // As the manager.
  void openReview(QSize size = {1280, 800}) {
    m_workplace.person = m_manager;
    m_host = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(m_host.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(m_host.get());
    m_review = new ReviewWorkspace(m_workplace, m_host.get());
    column->addWidget(m_banner);
    column->addWidget(m_review, 1);
    QObject::connect(m_review, &ReviewWorkspace::failed, m_banner, [this](const QString& sentence) {
      m_banner->showMessage(Banner::Kind::error, sentence);
    });
    QObject::connect(m_review, &ReviewWorkspace::pageChanged, m_banner, &Banner::dismiss);
    m_host->resize(size);
    m_host->show();
    m_review->showSessions();
    QApplication::setActiveWindow(m_host.get());
    settle();
  }
  void openDebrief(QSize size = {1280, 800}) {
    m_host.reset();
    m_workplace.person = m_rep;
    open(false, size);
    press(Qt::Key_Tab);  // Past the one scenario to the last call.
    press(Qt::Key_Return);
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) {
    for (int i = 0; i < times; ++i) GuiTest::press(key, modifiers);
  }

  void pressButton(const QString& name) {
    for (QPushButton* each : m_host->findChildren<QPushButton*>()) {
      if (each->isVisible() && each->accessibleName() == name) {
        each->setFocus();
        press(Qt::Key_Return);
        return;
      }
    }
    FAIL() << name.toStdString();
  }
  QTableView* table() const { return m_host->findChild<QTableView*>(QStringLiteral("sessions")); }
  QPlainTextEdit* field() const {
    return m_host->findChild<QPlainTextEdit*>(QStringLiteral("remark"));
  }
  QTimer* timer() const { return m_host->findChild<QTimer*>(QStringLiteral("replayTimer")); }
  QStringList column(int column) const {
    QStringList out;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
      out.append(table()->model()->index(row, column).data().toString());
    }
    return out;
  }
  std::vector<Annotation> kept(const Uuid& session) const {
    std::vector<Annotation> out;
    const std::vector<SignedAnnotation> all = m_workplace.store->annotations(session).value();
    for (const SignedAnnotation& each : all) out.push_back(each.annotation);
    return out;
  }
  std::vector<SignedAnnotation> standingOf(const Uuid& session) const {
    return standing(m_workplace.store->annotations(session).value());
  }
  std::string wordsOf(const Uuid& session, int turn, Span span) const {
    const SellerTurn said = std::get<SellerTurn>(
        m_workplace.store->session(session)->entries.at(static_cast<std::size_t>(turn)));
    return said.text.substr(span.begin, span.end - span.begin);
  }

  Person m_rep;
  Person m_manager;
  std::unique_ptr<QWidget> m_host;
  Banner* m_banner = nullptr;
  ReviewWorkspace* m_review = nullptr;
};

}  // namespace sparring::ui
