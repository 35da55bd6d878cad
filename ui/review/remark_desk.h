// What a reader writes about recorded turns, on its way into the store: drafts are kept while they
// are written, until they are saved, and stay where saving fails. Only ever adds; the call is not
// touched.
#pragma once

#include <QObject>
#include <QTimer>

#include "bridge/remarks.h"
#include "bridge/workplace.h"
#include "review/remark_drafts.h"

namespace sparring::ui {

class RemarkDesk : public QObject {
  Q_OBJECT

 public:
  // Both outlive the desk.
  RemarkDesk(Workplace& workplace, RemarkEditor& editor, QObject* parent = nullptr);

  // What is written from now on is about this turn, whose comment it opens; null: about nothing.
  // `notes` are all that can be disagreed with. The turn stays alive until the next call.
  void openTurn(const Uuid& session, const SellerTurn* turn, const QList<TurnNote>& notes = {});

  // Goes to the editor with a comment on words of the turn, or on all of it where they are empty.
  void comment(const TextRange& words);
  // Goes to the editor for the reason.
  void disagree(const TurnNote& note);
  // Refused where the reader's own disagreement stands: its reason would be lost.
  void agree(const TurnNote& note);
  // Gives the words back to the editor, before what is being written in their place.
  void takeBack(const Uuid& id);

  // Whether somebody else has sat down since the turn was opened; it is then to be opened anew.
  bool writerChanged() const { return m_writer != m_workplace.person.id; }
  // Whether the writer has begun something about the turn that is not saved.
  bool hasBegun(const Uuid& turn) { return m_drafts.waitsAt(m_writer, turn); }
  // Whether something that was written and is not saved would be lost with the program.
  bool atRisk();

  // The words that a comment is being written on; empty where there are none.
  TextRange words() const;

 signals:
  void stored();
  void subjectChanged();
  void failed(const QString& sentence);

 private:
  RemarkDrafts::Place placeOf(const Draft& subject) const;
  Draft keptFor(const Draft& subject) const;
  void keepDraft();
  void edit(const Draft& draft);
  void giveBack(const Annotation& annotation);
  void save();
  bool add(Annotation annotation);
  std::vector<SignedAnnotation> standingNow();

  Workplace& m_workplace;
  RemarkEditor& m_editor;
  Uuid m_writer;  // Whose words the editor holds.
  Uuid m_session;
  const SellerTurn* m_turn = nullptr;
  QList<TurnNote> m_notes;
  RemarkDrafts m_drafts;
  QTimer m_keeping;  // Not with every letter: it goes to the disk.
};

}  // namespace sparring::ui
