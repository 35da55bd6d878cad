// Before a call: who it is with, what is known, what is to be achieved. An opening exercise shows
// its few lines and a button; a full call shows the facts to research.
#pragma once

#include <QScrollArea>

#include "session/library.h"

class QPushButton;
class QSpacerItem;
class QVBoxLayout;

namespace sparring::ui {

class BriefPage : public QWidget {
  Q_OBJECT

 public:
  explicit BriefPage(QWidget* parent = nullptr);

  void show(const LoadedScenario& scenario, bool firstTime);
  void takeFocus();

 signals:
  void startWanted(bool optionsShown);
  void leaveWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeButtons(QWidget* parent);
  void addHeading(const QString& text);
  void addText(const QString& text);
  void addList(const std::vector<std::string>& lines);
  void addFacts(const Brief& brief);
  void clear();

  LoadedScenario m_scenario;
  QScrollArea* m_scroll = nullptr;
  QVBoxLayout* m_column = nullptr;
  QSpacerItem* m_above = nullptr;
  QPushButton* m_leave = nullptr;
  QPushButton* m_start = nullptr;
  QPushButton* m_ownWords = nullptr;
};

}  // namespace sparring::ui
