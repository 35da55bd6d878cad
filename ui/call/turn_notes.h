// What a turn earned and cost, spelled out: the words, why, and what to say instead; beneath each
// mark, who agrees with it and who does not.
#pragma once

#include <QWidget>

#include "bridge/remarks.h"

class QVBoxLayout;

namespace sparring::ui {

class TurnNotes : public QWidget {
  Q_OBJECT

 public:
  explicit TurnNotes(QWidget* parent = nullptr);

  // Replaces what was shown. Quoting the words is left out where they stand marked beside it.
  // `verdicts` has one list a note, or none at all; what `reader` wrote there can be taken back.
  void setNotes(const QList<TurnNote>& notes, bool quoteWords,
                const QList<QList<Remark>>& verdicts = {}, const Uuid& reader = {});

 signals:
  void takeBackWanted(const Uuid& id);

 private:
  QVBoxLayout* m_column = nullptr;
};

}  // namespace sparring::ui
