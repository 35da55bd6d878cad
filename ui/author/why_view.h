// What could not be said where a tried call stands, and what the buyers could have said and did
// not, each with the reason and the turn that made it so.
#pragma once

#include <QScrollArea>
#include <string>

class QVBoxLayout;

namespace sparring {
class PracticeSession;
struct UnmetPart;
}  // namespace sparring

namespace sparring::ui {

class WhyView : public QScrollArea {
  Q_OBJECT

 public:
  explicit WhyView(QWidget* parent = nullptr);

  // Replaces what was shown.
  void show(const PracticeSession& session);
  void takeFocus();

 signals:
  void partWanted(const std::string& pointer);

 private:
  void addHeading(const QString& text);
  void addCard(const QString& words, const QString& reasons, const std::string& pointer);

  QVBoxLayout* m_column = nullptr;
};

}  // namespace sparring::ui
