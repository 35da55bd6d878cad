// One scenario in the trainer's list: its title, kind and size, what is wrong with it, and what can
// be done with it.
#pragma once

#include <QFrame>

#include "session/library.h"

class QPushButton;
class QVBoxLayout;

namespace sparring::ui {

class ScenarioRow : public QFrame {
  Q_OBJECT

 public:
  ScenarioRow(const ScenarioFile& file, bool own, QWidget* parent);

  QPushButton* firstButton() const { return m_first; }

 signals:
  void editWanted();
  void copyWanted();

 private:
  void addFaults(const ScenarioFile& file, QVBoxLayout& column, QVBoxLayout& buttons);

  QPushButton* m_first = nullptr;
};

}  // namespace sparring::ui
