// The manager's room: the table of recorded calls, the replay of one of them, and how it went when
// a turn was said again.
#pragma once

#include <QStackedWidget>
#include <QString>

#include "bridge/workplace.h"

namespace sparring::ui {

class CompareView;
class ReplayPage;
class SessionsPage;

class ReviewWorkspace : public QStackedWidget {
  Q_OBJECT

 public:
  // The workplace outlives the workspace.
  explicit ReviewWorkspace(Workplace& workplace, QWidget* parent = nullptr);

  void showSessions();
  void openSession(const Uuid& id);
  // What would be lost if the program closed now, as a sentence, said once; empty where nothing is.
  QString workAtRisk();
  // Comes back to where it was left, with what has happened elsewhere meanwhile.
  void resume();
  // Puts the keyboard where the page in view wants it.
  void takeFocus();

 signals:
  // What could not be done, as a sentence for a banner.
  void failed(const QString& sentence);
  void pageChanged();

 private:
  void turnTo(QWidget* page);
  void showCompare(const Uuid& id);

  Workplace& m_workplace;
  SessionsPage* m_sessions = nullptr;
  ReplayPage* m_replay = nullptr;
  CompareView* m_compare = nullptr;
  bool m_warned = false;
};

}  // namespace sparring::ui
