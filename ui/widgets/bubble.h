// One utterance of a conversation: who speaks, what is said, tags beneath it and room for one
// widget more. The other side's stand at the left, one's own at the right (mirrored where text runs
// so).
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "widgets/passage_view.h"
#include "widgets/tag_chip.h"

class QFrame;
class QLabel;
class QVBoxLayout;

namespace sparring::ui {

class FlowLayout;

class Bubble : public QWidget {
  Q_OBJECT

 public:
  enum class Side { buyer, seller };

  explicit Bubble(Side side, QWidget* parent = nullptr);

  // The detail follows the name in muted ink, as in "Anna Berg  CEO, minute 4".
  void setSpeaker(const QString& name, const QString& detail = {});
  void setPassage(const QString& text, const QList<PassageMark>& marks = {});
  void setTags(const QList<Tag>& tags, bool clickable = false);

  // Takes ownership and replaces the one before; null removes it. It stands below the bubble, no
  // wider than running text.
  void setExtra(QWidget* extra);

  // Outlines the bubble: the turn that a page speaks of.
  void setHighlighted(bool highlighted);

  Side side() const { return m_side; }
  PassageView* passage() const { return m_passage; }
  QWidget* extra() const { return m_extra; }

 signals:
  void markActivated(int index);
  void tagActivated(int index);

 private:
  void describe();

  Side m_side;
  QWidget* m_avatar = nullptr;
  QLabel* m_name = nullptr;
  QLabel* m_detail = nullptr;
  QFrame* m_frame = nullptr;
  PassageView* m_passage = nullptr;
  QWidget* m_tagRow = nullptr;
  FlowLayout* m_tagLayout = nullptr;
  QVBoxLayout* m_column = nullptr;
  QWidget* m_extraRow = nullptr;
  QWidget* m_extra = nullptr;
};

}  // namespace sparring::ui
