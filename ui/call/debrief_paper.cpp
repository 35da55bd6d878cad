#include "call/debrief_paper.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <algorithm>

#include "bridge/call_view.h"
#include "bridge/remarks.h"
#include "bridge/text.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int longestName = 60;  // Characters of a title in the name of a file.

QString tr(const char* text) {
  return QCoreApplication::translate("DebriefPaper", text);
}

QString scoreText(const std::optional<int>& score) {
  return score ? QString::number(*score) : tr("not enough to say");
}

QString quoted(const QString& words) {
  return QStringLiteral("“%1”").arg(words);
}

QColor paperInk(Tone tone) {
  const Colors& c = colorsOf(Theme::light);
  return tone == Tone::cost ? c.cost : tone == Tone::earned ? c.earned : c.text;
}

// Writes plain text with a role and an ink, block by block.
class Page {
 public:
  explicit Page(QTextDocument& document) : m_cursor(&document) {}

  static QTextCharFormat format(TextRole role, const QColor& ink) {
    QTextCharFormat out;
    out.setFont(fontOf(role));
    out.setForeground(ink);
    return out;
  }
  static QTextCharFormat plain(TextRole role) { return format(role, colorsOf(Theme::light).text); }
  static QTextCharFormat muted(TextRole role) {
    return format(role, colorsOf(Theme::light).mutedText);
  }

  void heading(const QString& text) { block(text, plain(TextRole::subheading), 12, 2); }
  void line(const QString& text) { block(text, plain(TextRole::small), 0, 2); }
  void block(const QString& text, const QTextCharFormat& format, int above, int below) {
    QTextBlockFormat room;
    room.setTopMargin(above);
    room.setBottomMargin(below);
    begin(room);
    add(text, format);
  }
  // More in the same block.
  void add(const QString& text, const QTextCharFormat& format) {
    m_cursor.insertText(QString(text).replace(u'\n', QChar::LineSeparator), format);
  }
  // The rows beneath a head of the same number of columns.
  void table(const QStringList& head, const QList<QStringList>& rows) {
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(1);
    format.setCellSpacing(0);
    format.setHeaderRowCount(1);
    format.setBottomMargin(space::small);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextTable* table = m_cursor.insertTable(static_cast<int>(rows.size()) + 1,
                                             static_cast<int>(head.size()), format);
    for (int column = 0; column < head.size(); ++column) {
      table->cellAt(0, column).firstCursorPosition().insertText(head[column],
                                                                muted(TextRole::smallStrong));
      for (int row = 0; row < rows.size(); ++row) {
        table->cellAt(row + 1, column)
            .firstCursorPosition()
            .insertText(rows[row][column], plain(TextRole::small));
      }
    }
    m_cursor.movePosition(QTextCursor::End);
    m_begun = false;
  }

 private:
  void begin(const QTextBlockFormat& room) {
    if (m_begun) {
      m_cursor.insertBlock(room);
    } else {
      m_cursor.setBlockFormat(room);  // The block that is there already.
    }
    m_begun = true;
  }

  QTextCursor m_cursor;
  bool m_begun = false;
};

void writeHead(Page& page, const PracticeSession& session, const CallGrade& grade,
               const QString& rep) {
  page.block(toQt(session.header().scenarioTitle), Page::plain(TextRole::heading), 0, 2);
  const QDateTime held = QDateTime::fromMSecsSinceEpoch(session.header().startedAt.milliseconds);
  page.block(QStringLiteral("%1 · %2").arg(
                 rep, QLocale().toString(held, QStringLiteral("d MMMM yyyy, HH:mm"))),
             Page::muted(TextRole::small), 0, 6);
  page.block(tr("Score of the call: %1").arg(scoreText(grade.score)),
             Page::plain(TextRole::subheading), 0, 2);
  page.line(tr("Rules %1, ratio %2, stages %3, concepts %4. From 0 to 100 each.")
                .arg(scoreText(grade.ruleScore), scoreText(grade.ratio.score),
                     scoreText(grade.stageScore), scoreText(grade.conceptScore)));
  if (const Outcome* outcome = outcomeOf(session)) {
    page.line(QStringLiteral("%1: %2").arg(toQt(outcome->title), quoted(toQt(outcome->verdict))));
    page.line(tr("Share of wallet, what they would spend with you of all they spend: %1 %")
                  .arg(grade.shareOfWallet.value_or(0)));
  } else {
    page.line(tr("The call is not over."));
  }
}

// One of the turns named on the first page: its words, why, and what to say instead.
void writePick(Page& page, const PracticeSession& session, int position, const QString& reason) {
  const Exchange& exchange = session.exchanges()[static_cast<std::size_t>(position)];
  page.block(tr("Turn %1: ").arg(position + 1), Page::plain(TextRole::smallStrong), 3, 0);
  page.add(quoted(toQt(exchange.turn.text).simplified()), Page::plain(TextRole::small));
  if (!reason.isEmpty()) page.line(reason);
  const QString better = noteThatSays(session, position, reason).better;
  if (!better.isEmpty()) page.line(tr("Say instead: %1").arg(quoted(better)));
}

void writePicks(Page& page, const PracticeSession& session, const CallGrade& grade) {
  if (!grade.worthRedoing.empty()) page.heading(tr("Turns to do again first"));
  for (std::size_t i = 0; i < grade.worthRedoing.size(); ++i) {
    const QString reason = i < grade.redoReasons.size() ? toQt(grade.redoReasons[i]) : QString();
    writePick(page, session, grade.worthRedoing[i], reason);
  }
  if (!grade.best) return;
  page.heading(tr("The best turn"));
  writePick(page, session, *grade.best, {});
}

void writeRules(Page& page, const PracticeSession& session, const CallGrade& grade) {
  page.heading(tr("The rules"));
  QList<QStringList> rows;
  for (const RuleScore& each : grade.rules) {
    rows.append({ruleTitle(session.method(), each.rule), scoreText(each.score),
                 QString::number(each.earned), QString::number(each.cost)});
  }
  page.table({tr("Rule"), tr("Score"), tr("Earned"), tr("Cost")}, rows);
}

void writeShape(Page& page, const PracticeSession& session, const CallGrade& grade) {
  if (grade.ratio.applies) {
    page.heading(tr("Whom the words were about"));
    page.line(tr("About them %1 words, about us %2. %3")
                  .arg(grade.ratio.customerWords)
                  .arg(grade.ratio.sellerWords)
                  .arg(toQt(grade.ratio.verdict)));
  }
  QStringList reached;
  QStringList owed;
  for (const StageReached& each : grade.stages) {
    (each.reached ? reached : owed).append(stageTitle(session.method(), each.stage));
  }
  page.heading(tr("Stages of the call"));
  const QString comma = QStringLiteral(", ");
  if (!reached.isEmpty()) page.line(tr("Reached: %1").arg(reached.join(comma)));
  if (!owed.isEmpty()) page.line(tr("Not reached: %1").arg(owed.join(comma)));
  if (grade.breaches > 0) page.line(tr("Too early: %1").arg(grade.breaches));
  QStringList kept;
  QStringList broken;
  for (const ConceptScore& each : grade.concepts) {
    const QString title = conceptTitle(session.method(), each.id);
    if (each.broken > 0) broken.append(title);
    if (each.broken == 0 && each.kept > 0) kept.append(title);
  }
  if (kept.isEmpty() && broken.isEmpty()) return;
  const QString semicolon = QStringLiteral("; ");
  page.heading(tr("Concepts"));
  if (!broken.isEmpty()) page.line(tr("Broken: %1").arg(broken.join(semicolon)));
  if (!kept.isEmpty()) page.line(tr("Kept: %1").arg(kept.join(semicolon)));
}

// The words of the turn, those with a mark underlined in its colour.
void addMarkedText(Page& page, const QString& text, const QList<PassageMark>& marks) {
  QList<Tone> tones(text.size(), Tone::neutral);
  for (const PassageMark& mark : marks) {
    const auto end = std::min<qsizetype>(mark.begin + mark.length, text.size());
    for (qsizetype i = std::max(mark.begin, 0); i < end; ++i) tones[i] = mark.tone;
  }
  qsizetype begin = 0;
  while (begin < text.size()) {
    qsizetype end = begin + 1;
    while (end < text.size() && tones[end] == tones[begin]) ++end;
    QTextCharFormat format = Page::format(TextRole::small, paperInk(tones[begin]));
    format.setFontUnderline(tones[begin] != Tone::neutral);
    page.add(text.mid(begin, end - begin), format);
    begin = end;
  }
}

// What the buyers say, each after their name.
void writeAnswer(Page& page, const PracticeSession& session, const Step& step) {
  for (const Utterance& each : step.said) {
    page.block(buyerNameOf(session.scenario(), each) + QStringLiteral(": "),
               Page::muted(TextRole::smallStrong), 5, 0);
    page.add(toQt(each.text), Page::plain(TextRole::small));
  }
}

// A comment, or what somebody thinks of a mark.
void writeRemarks(Page& page, const QList<Remark>& remarks) {
  for (const Remark& each : remarks) {
    const QString who = each.kind == Annotation::Kind::agree ? tr("%1 agrees").arg(each.name)
                        : each.kind == Annotation::Kind::disagree
                            ? tr("%1 disagrees").arg(each.name)
                            : each.name;
    page.block(who, Page::plain(TextRole::smallStrong), 0, 0);
    if (!each.words.isEmpty()) {
      page.add(tr(", on %1").arg(quoted(each.words)), Page::muted(TextRole::small));
    }
    if (!each.text.isEmpty()) {
      page.add(QStringLiteral(": ") + each.text, Page::plain(TextRole::small));
    }
  }
}

void writeTurns(Page& page, const PracticeSession& session,
                const std::vector<SignedAnnotation>& standing) {
  page.heading(tr("What was said, and what it earned and cost"));
  writeAnswer(page, session, session.opening());
  int position = 0;
  for (const Exchange& exchange : session.exchanges()) {
    const QList<TurnNote> notes = wholeNotesOf(session.method(), exchange);
    page.block(tr("Turn %1: ").arg(++position), Page::plain(TextRole::smallStrong), 5, 0);
    addMarkedText(page, toQt(exchange.turn.text), passageMarksOf(notes));
    for (const TurnNote& note : notes) {
      const QString pattern = note.tone == Tone::cost ? tr("✕ %1: %2") : tr("✓ %1: %2");
      const QString instead =
          note.better.isEmpty() ? QString() : u' ' + tr("Say instead: %1").arg(quoted(note.better));
      page.block(pattern.arg(note.title, note.why) + instead, Page::muted(TextRole::small), 0, 0);
      writeRemarks(page, verdictsOn(standing, exchange.turn, note));
    }
    writeRemarks(page, commentsOn(standing, exchange.turn));
    writeAnswer(page, session, exchange.answer);
  }
}

}  // namespace

void writeDebrief(QTextDocument& document, const PracticeSession& session, const QString& rep,
                  const std::vector<SignedAnnotation>& standing) {
  document.clear();
  document.setDefaultFont(fontOf(TextRole::small));
  document.setMetaInformation(QTextDocument::DocumentTitle, toQt(session.header().scenarioTitle));
  const CallGrade grade = session.grade();
  Page page(document);
  writeHead(page, session, grade, rep);
  writePicks(page, session, grade);
  writeRules(page, session, grade);
  writeShape(page, session, grade);
  writeTurns(page, session, standing);
}

QString debriefFileName(const PracticeSession& session) {
  QString title = toQt(session.header().scenarioTitle);
  for (QChar& each : title) {
    if (!each.isLetterOrNumber() && each != u'-') each = u' ';
  }
  return tr("Debrief %1").arg(title.simplified().left(longestName)).trimmed() +
         QStringLiteral(".pdf");
}

Result<void> savePdf(const QTextDocument& document, const QString& file) {
  const auto failure = [&](const QString& why) {
    return fail(fromQt(tr("The file cannot be written: %1.").arg(why)), fromQt(file),
                fromQt(tr("Choose another folder.")));
  };
  QSaveFile target(file);
  if (!target.open(QIODevice::WriteOnly)) return failure(target.errorString());
  {
    QPdfWriter writer(&target);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(document.metaInformation(QTextDocument::DocumentTitle));
    document.print(&writer);
  }
  if (!target.commit()) return failure(target.errorString());
  return {};
}

}  // namespace sparring::ui
