// Before a call: who it is with, what is known, what is to be achieved. An opening exercise shows
// its few lines and a button; a full call shows the facts to research.
#pragma once

#include <QScrollArea>

#include "session/library.h"

class QHBoxLayout;
class QPushButton;
class QSpacerItem;
class QVBoxLayout;

namespace sparring::ui {

class BriefPage : public QWidget {
  Q_OBJECT

 public:
  explicit BriefPage(QWidget* parent = nullptr);

  // When it is read: at the very first start, before a call, or in the middle of one.
  enum class When { firstTime, before, during };

  void show(const LoadedScenario& scenario, When when);
  void takeFocus();

 signals:
  void startWanted(bool optionsShown);
  void leaveWanted();
  void backWanted();  // To the call in the middle of which the brief is read.

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeButtons();
  void placeButtons(bool beneathText);
  void goOn();
  void addWho(const Scenario& shown);
  void addMuted(const QString& text);
  void addHeading(const QString& text);
  void addText(const QString& text);
  void addList(const std::vector<std::string>& lines);
  void addFacts(const Brief& brief);
  void clear();

  LoadedScenario m_scenario;
  QScrollArea* m_scroll = nullptr;
  QVBoxLayout* m_column = nullptr;
  QSpacerItem* m_above = nullptr;
  QVBoxLayout* m_beneath = nullptr;  // Where the buttons stand in a short brief,
  QHBoxLayout* m_bar = nullptr;      // and where in a long one, so that they stay in view.
  QWidget* m_buttons = nullptr;
  When m_when = When::before;
  QPushButton* m_leave = nullptr;
  QPushButton* m_start = nullptr;
  QPushButton* m_ownWords = nullptr;
};

}  // namespace sparring::ui
