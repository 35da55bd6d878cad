// What a turn earned and cost, spelled out: the words, why, and what to say instead; beneath each
// mark, who agrees with it and who does not. Concepts beside other notes are kept short, since they
// speak of the same words; what is not sure enough to count comes last and quietly.
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
  enum class Length { whole, brief };
  // A block of its own, with room for more beneath.
  QVBoxLayout* addBlock(const TurnNote& note, Length length, bool quoteWords);
  void addVerdicts(QVBoxLayout* block, const QList<Remark>& verdicts, const Uuid& reader);
  void addChips(const QList<TurnNote>& notes);

  QVBoxLayout* m_column = nullptr;
};

}  // namespace sparring::ui
