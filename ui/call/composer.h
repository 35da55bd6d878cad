// Where the rep speaks: guided options, a box for own words, and the question "What did you mean?".
// All of it works from the box: digits choose while it is empty.
#pragma once

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QWidget>
#include <optional>
#include <vector>

#include "bridge/practice_call.h"

class QLabel;
class QPushButton;

namespace sparring::ui {

class OptionList;

// A few lines of text; Enter sends, Shift+Enter breaks the line.
class SpeechBox : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit SpeechBox(QWidget* parent = nullptr);
  // How high it grows with its text; at first 5.
  void setMostLines(int lines);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void sent();
  // A key that the box has no use for: any while it is empty, and Escape.
  void unused(QKeyEvent* event);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void insertFromMimeData(const QMimeData* source) override;

 private:
  int m_mostLines = 5;
};

// Scrolls its options only where they would take more than their share of the window.
class OptionScroll : public QScrollArea {
  Q_OBJECT

 public:
  explicit OptionScroll(OptionList* options, QWidget* parent = nullptr);
  // The most it takes of the window's height, from 0 to 1.
  void setShare(double share) { m_share = share; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();

  OptionList* m_options = nullptr;
  double m_share = 0.48;
};

class Composer : public QWidget {
  Q_OBJECT

 public:
  explicit Composer(QWidget* parent = nullptr);

  void setCall(PracticeCall* call);
  void setOptionsShown(bool shown);
  bool optionsShown() const { return m_optionsShown; }
  // For a call that is tried beside something else: narrow, and without a debrief at its end.
  void setBeside();
  void takeFocus();
  // What stands in the box.
  QString words() const { return m_box->toPlainText(); }
  void putBack(const QString& words);
  // Digits, arrows and Escape, from wherever the focus is; true where the key was used.
  bool useKey(QKeyEvent* event);

 signals:
  void debriefWanted();
  void wordsChanged();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // What the options show: what can be said here, whom to ask, or what to ask somebody.
  struct Menu {
    enum class Kind { moves, people, topics };
    Kind kind = Kind::moves;
    int person = -1;  // Of topics: the position of the persona.
    int page = 0;
    bool operator==(const Menu&) const = default;
  };
  // One option: says a move, or leads to another menu.
  struct Choice {
    QString text;
    std::optional<MoveId> move;
    Menu next;
  };

  void refresh();
  void showChoices();
  void showReadings();
  std::vector<Choice> choicesOf(const Menu& menu) const;
  void addTopicsEntry(std::vector<Choice>& choices) const;
  QString headingOf(const Menu& menu) const;
  void turnTo(const Menu& menu);
  Menu menuBefore(const Menu& menu) const;
  std::vector<int> peopleToAsk() const;
  void chosen(int index);
  void send();

  PracticeCall* m_call = nullptr;
  bool m_isAsked = false;  // Whether the box has been given the words that are asked about.
  bool m_optionsShown = true;
  bool m_beside = false;
  QLabel* m_heading = nullptr;
  OptionScroll* m_scroll = nullptr;
  OptionList* m_options = nullptr;
  std::vector<Choice> m_choices;  // What the options stand for, when they are not readings.
  Menu m_menu;
  QWidget* m_speech = nullptr;
  SpeechBox* m_box = nullptr;
  QPushButton* m_say = nullptr;
  QPushButton* m_debrief = nullptr;
};

}  // namespace sparring::ui
