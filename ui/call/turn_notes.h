// What a turn earned and cost, spelled out: the words, why, and what to say instead.
#pragma once

#include <QWidget>

#include "bridge/call_view.h"

class QVBoxLayout;

namespace sparring::ui {

class TurnNotes : public QWidget {
  Q_OBJECT

 public:
  explicit TurnNotes(QWidget* parent = nullptr);

  // Replaces what was shown. Quoting the words is left out where they stand marked beside it.
  void setNotes(const QList<TurnNote>& notes, bool quoteWords);

 private:
  QVBoxLayout* m_column = nullptr;
};

}  // namespace sparring::ui
