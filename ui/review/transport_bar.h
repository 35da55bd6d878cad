// How a recorded call is gone through: play and pause at the rhythm it was held in, a turn on or
// back, and the strip of all turns. Knows the times of the turns and nothing else of the call.
#pragma once

#include <QFrame>
#include <vector>

#include "review/replay_schedule.h"
#include "review/turn_strip.h"
#include "widgets/icon.h"

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace sparring::ui {

class TransportBar : public QFrame {
  Q_OBJECT

 public:
  // `hints` stand at its foot, beside what it says of pauses; it takes them over.
  explicit TransportBar(QWidget* hints, QWidget* parent = nullptr);

  // Stops and stands at the first turn.
  void setTurns(const std::vector<Timestamp>& saidAt);
  void setCells(const QList<TurnCell>& cells);

  int turn() const;  // From 0; -1 where there is none.
  // Going anywhere by hand stops playing.
  void goTo(int turn);
  bool playing() const;
  void togglePlaying();
  void pause();
  void changeSpeed();  // 1, 2, 4 times, and round again.

 signals:
  void turnChanged(int turn);

 private:
  QToolButton* addButton(const QString& name, const QString& text, Icon icon);
  void waitForNext();
  void playNext();
  void stepTo(int turn);
  void showState();

  std::vector<Timestamp> m_saidAt;
  int m_speed = 1;
  QTimer* m_timer = nullptr;
  QPushButton* m_play = nullptr;
  QPushButton* m_speedButton = nullptr;
  QLabel* m_where = nullptr;
  QLabel* m_pause = nullptr;
  TurnStrip* m_strip = nullptr;
};

}  // namespace sparring::ui
