// What is being written about recorded turns and is not saved yet, kept with the settings of
// whoever uses this machine, so that it outlasts the program. Words that are saved are in the store
// and no longer here.
#pragma once

#include <QSettings>
#include <optional>
#include <string>

#include "base/id.h"
#include "review/remark_editor.h"

namespace sparring::ui {

class RemarkDrafts {
 public:
  // Where a draft waits: there is one comment a turn and writer, and one reason a mark.
  struct Place {
    Uuid writer;
    Uuid turn;
    std::string mark;  // Empty: a comment.
  };

  std::optional<Draft> find(const Place& place) const;
  // Whether anything of theirs waits at the turn.
  bool waitsAt(const Uuid& writer, const Uuid& turn);
  // Instead of what was kept there; a draft that says nothing is forgotten.
  void keep(const Place& place, const Draft& draft);
  // Whether everything that was kept outlasts the program.
  bool lasts();

 private:
  QSettings m_settings;  // One for all: what cannot be written stays in it.
};

}  // namespace sparring::ui
