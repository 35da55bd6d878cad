// Where a trainer writes one scenario: its parts at the left, the form of one of them in the
// middle, what is wrong and the call as it stands at the right. Saves and keeps drafts; says in its
// banner what happened to the file.
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "author/list_row.h"
#include "bridge/authored_file.h"
#include "bridge/scenario_document.h"
#include "bridge/workplace.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace sparring::ui {

inline constexpr int widestForm = 760;  // Pixels.

class Banner;
class Form;
class PartsModel;
class ProblemList;
class TryPanel;

class EditorPage : public QWidget {
  Q_OBJECT

 public:
  // The workplace outlives the page.
  explicit EditorPage(Workplace& workplace, QWidget* parent = nullptr);
  ~EditorPage() override;

  // Shows a file, or says why it cannot. Asks about a draft where there is one.
  Result<void> open(const std::filesystem::path& path);
  bool isOpen() const { return m_file.has_value(); }
  void takeFocus();

  // Keeps a draft of what is not saved. False, said in the banner, where that was not possible.
  bool keepDraft();
  // Keeps a draft and lets go of the file; false where it could not be kept.
  bool close();
  void save();

  ScenarioDocument& document() { return m_document; }
  const std::string& part() const { return m_part; }
  void goTo(const std::string& pointer);

 signals:
  void leaveWanted();
  void saved();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Question { none, draft, conflict };

  void layOut();
  QWidget* makeHeader();
  QWidget* makeParts();
  QWidget* makeMiddle();
  QWidget* makeSide();
  void makeKeys();
  void addKey(const QKeySequence& keys, std::function<void()> act);

  void showPart(const std::string& part);
  void partsChanged();
  std::vector<std::string> expandedParts() const;
  void refreshState();
  void orderTabs();
  // On the list element in focus, else on the part that is shown.
  void act(ListAction action);
  void actOnShown(ListAction action);
  void addNode();
  void addMove();
  void undo();
  void redo();
  void stepProblem(bool forward);
  void fixProblem();
  void carryOut(const Fix& fix, const Diagnostic& problem);
  void tryFromHere();
  void tryCall(const std::string& node);
  void turnPane(int by);
  void press(const char* button);
  void takeWords();

  void ask(Question question);
  void answer(bool first);
  void loadDraft();
  void write();
  void loadTheirs();
  void say(const QString& sentence, bool isError = false);

  Workplace& m_workplace;
  ScenarioDocument m_document;
  std::optional<AuthoredFile> m_file;
  Question m_question = Question::none;
  QTimer m_drafting;
  std::string m_part;
  std::string m_triedFrom;
  bool m_isTurning = false;  // The list of parts follows the form, not the other way round.

  PartsModel* m_parts = nullptr;
  QTreeView* m_tree = nullptr;
  Form* m_form = nullptr;
  QScrollArea* m_scroll = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_state = nullptr;
  QLabel* m_partTitle = nullptr;
  Banner* m_banner = nullptr;
  QPushButton* m_save = nullptr;
  QToolButton* m_undo = nullptr;
  QToolButton* m_redo = nullptr;
  QWidget* m_partTools = nullptr;
  QWidget* m_body = nullptr;
  QTabWidget* m_side = nullptr;
  ProblemList* m_problems = nullptr;
  TryPanel* m_try = nullptr;
};

}  // namespace sparring::ui
