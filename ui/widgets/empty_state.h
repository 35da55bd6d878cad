// What a page shows when it has nothing to show: what would be here and how to get it.
#pragma once

#include <QString>
#include <QWidget>

#include "widgets/icon.h"

class QLabel;
class QPushButton;

namespace sparring::ui {

class EmptyState : public QWidget {
  Q_OBJECT

 public:
  // No button where buttonText is empty.
  EmptyState(Icon icon, const QString& headline, const QString& sentence,
             const QString& buttonText = {}, QWidget* parent = nullptr);

  void setTexts(const QString& headline, const QString& sentence, const QString& buttonText = {});

 signals:
  void actionTriggered();

 private:
  QLabel* m_headline = nullptr;
  QLabel* m_sentence = nullptr;
  QPushButton* m_button = nullptr;
};

}  // namespace sparring::ui
