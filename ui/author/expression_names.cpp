#include "author/expression_names.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

bool isNameCharacter(QChar c) {
  return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
}

// Of a text up to the cursor: where the word begins that is being typed, and the word before it.
struct Typed {
  qsizetype begin = 0;
  QString word;
  QString before;
};

Typed typedAt(const QString& text, int cursor) {
  Typed typed;
  qsizetype begin = cursor;
  while (begin > 0 && isNameCharacter(text[begin - 1])) --begin;
  typed.begin = begin;
  typed.word = text.mid(begin, cursor - begin);
  qsizetype end = begin;
  while (end > 0 && !isNameCharacter(text[end - 1])) --end;
  qsizetype start = end;
  while (start > 0 && isNameCharacter(text[start - 1])) --start;
  typed.before = text.mid(start, end - start);
  return typed;
}

class NameCompleter : public QObject {
 public:
  NameCompleter(QLineEdit* line, std::shared_ptr<const ExpressionNames> names)
      : QObject(line), m_line(line), m_names(std::move(names)) {
    m_completer = new QCompleter(&m_words, this);
    m_completer->setWidget(line);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(line, &QLineEdit::textEdited, this, [this] { offer(); });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& name) { take(name); });
  }

 private:
  void offer() {
    const Typed typed = typedAt(m_line->text(), m_line->cursorPosition());
    m_words.setStringList(m_names->after(typed.before));
    m_completer->setCompletionPrefix(typed.word);
    const bool isWhole =
        m_completer->completionCount() == 1 && m_completer->currentCompletion() == typed.word;
    if (typed.word.isEmpty() || m_completer->completionCount() == 0 || isWhole) {
      m_completer->popup()->hide();
      return;
    }
    QRect place = m_line->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    place.setWidth(260);
    m_completer->complete(place);
  }

  void take(const QString& name) {
    const Typed typed = typedAt(m_line->text(), m_line->cursorPosition());
    m_line->setSelection(static_cast<int>(typed.begin), static_cast<int>(typed.word.size()));
    m_line->insert(name);
    emit m_line->textEdited(m_line->text());
    m_completer->popup()->hide();
  }

  QLineEdit* m_line;
  std::shared_ptr<const ExpressionNames> m_names;
  QStringListModel m_words;
  QCompleter* m_completer = nullptr;
};

}  // namespace

ExpressionNames::ExpressionNames(const Scenario& scenario)
    : m_phases{"early", "middle", "late", "overtime"},
      m_rest{"and", "or", "not", "if", "true", "false", "phase", "visited", "asked", "said"} {
  for (const Variable& each : scenario.variables) m_rest.append(toQt(nameOf(each)));
  const auto add = [this](const std::vector<Move>& moves, bool topics) {
    for (const Move& each : moves) {
      m_moves.append(toQt(each.id.value));
      if (topics) m_topics.append(toQt(each.id.value));
    }
  };
  for (const Node& each : scenario.nodes) {
    m_nodes.append(toQt(each.id.value));
    add(each.moves, false);
  }
  for (const Persona& each : scenario.personas) {
    add(each.topics, true);
    add(each.reactions, false);
  }
  for (QStringList* each : {&m_nodes, &m_topics, &m_moves, &m_rest}) each->sort();
}

const QStringList& ExpressionNames::after(const QString& word) const {
  if (word == u"visited") return m_nodes;
  if (word == u"asked") return m_topics;
  if (word == u"said") return m_moves;
  if (word == u"phase") return m_phases;
  return m_rest;
}

void completeNames(QLineEdit* line, std::shared_ptr<const ExpressionNames> names) {
  new NameCompleter(line, std::move(names));
}

}  // namespace sparring::ui
