// What the editor's page does with its file: saving, drafts, and what others did to it.
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QUndoStack>

#include "author/editor_page.h"
#include "author/form.h"
#include "author/try_panel.h"
#include "bridge/text.h"
#include "widgets/banner.h"

namespace sparring::ui {
namespace {

QString nameOf(const std::filesystem::path& path) {
  return toQt(path.filename().string());
}

}  // namespace

void EditorPage::say(const QString& sentence, bool isError) {
  m_banner->showMessage(isError ? Banner::Kind::error : Banner::Kind::info, sentence);
}

bool EditorPage::keepDraft() {
  m_drafting.stop();
  if (m_form != nullptr) m_form->commit();
  m_drafting.stop();
  if (!m_file || m_question == Question::draft) return true;
  if (m_document.history().isClean()) {
    m_file->discardDraft();  // All of it was undone.
    return true;
  }
  const Result<void> kept = m_file->keepDraft(m_document.scenario());
  if (!kept) {
    say(tr("Your changes could not be kept as a draft; they are here as long as the program runs. "
           "%1")
            .arg(sentenceOf(kept.error())),
        true);
  }
  return kept.has_value();
}

bool EditorPage::close() {
  if (!keepDraft()) return false;
  m_file.reset();
  m_try->stop();
  return true;
}

void EditorPage::ask(Question question) {
  m_question = question;
  if (question == Question::draft) {
    const QString when = momentText(m_file->draft()->keptAt);
    m_banner->ask(tr("There is an unsaved draft of this scenario: %1.").arg(when),
                  tr("Go on with the draft"), tr("Discard the draft"));
  } else {
    m_banner->ask(tr("Somebody else changed this file since you opened it. Either way both are "
                     "kept: the one that you do not choose is put beside it."),
                  tr("Keep mine"), tr("Load theirs"));
  }
  // What is decided first decides what is edited.
  m_body->setEnabled(false);
  m_save->setEnabled(false);
  m_banner->takeFocus();
}

void EditorPage::answer(bool first) {
  const Question question = std::exchange(m_question, Question::none);
  m_banner->dismiss();
  m_body->setEnabled(true);
  m_save->setEnabled(true);
  if (question == Question::draft) {
    first ? loadDraft() : m_file->discardDraft();
  } else if (question == Question::conflict) {
    first ? write() : loadTheirs();
  }
  m_tree->setFocus();
}

void EditorPage::loadDraft() {
  const auto draft = m_file->draft();
  if (!draft) return;
  m_document.open(draft->scenario);
  m_document.history().resetClean();  // What is shown is not what the file holds.
  showPart({});
}

void EditorPage::save() {
  if (!m_file || m_question != Question::none) return;
  m_form->commit();
  m_document.endTyping();
  if (m_file->changedByOthers()) {
    ask(Question::conflict);
  } else {
    write();
  }
}

void EditorPage::write() {
  const Result<std::filesystem::path> kept = m_file->save(m_document.scenario());
  if (!kept) {
    say(tr("It could not be saved; your work is still here. %1").arg(sentenceOf(kept.error())),
        true);
    return;
  }
  m_document.history().setClean();
  m_drafting.stop();
  m_document.judge();
  int errors = 0;
  for (const Diagnostic& each : m_document.problems()) {
    if (each.severity == Severity::error) ++errors;
  }
  QString sentence = tr("Saved.");
  if (errors > 0) {
    sentence = errors == 1
                   ? tr("Saved with 1 fault. Home lists it with a sign until it is mended.")
                   : tr("Saved with %1 faults. Home lists it with a sign until they are mended.")
                         .arg(errors);
  }
  if (!kept->empty()) {
    sentence += u' ' + tr("What the file held before is beside it, as %1.").arg(nameOf(*kept));
  }
  if (errors > 0 || !kept->empty()) {
    say(sentence);
  } else {
    m_banner->dismiss();
  }
  emit saved();
}

// Mine is put beside theirs, then theirs is opened like any file.
void EditorPage::loadTheirs() {
  const Result<std::filesystem::path> kept = m_file->keepBeside(m_document.scenario(), ".mine");
  if (!kept) {
    say(sentenceOf(kept.error()), true);
    return;
  }
  m_file->discardDraft();
  const Result<void> opened = open(std::filesystem::path(m_file->path()));
  if (opened) {
    say(tr("This is what the others wrote. Yours is beside it, as %1.").arg(nameOf(*kept)));
  } else {
    say(sentenceOf(opened.error()), true);
  }
}

}  // namespace sparring::ui
