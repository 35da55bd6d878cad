// Loads what own words are understood by, in a thread of its own, so that the window is there
// first. Calls go on with what there is until it comes. Lives on the GUI thread.
#pragma once

#include <QObject>
#include <mutex>
#include <optional>
#include <thread>

#include "session/understanding.h"

namespace sparring::ui {

class UnderstandingLoader : public QObject {
  Q_OBJECT

 public:
  explicit UnderstandingLoader(QObject* parent = nullptr) : QObject(parent) {}
  // Waits until a load that goes on has come to its end; it then says nothing any more.
  ~UnderstandingLoader() override;

  // Once.
  void start(const DataFolders& folders);
  // What was loaded. REQUIRES: loaded() was emitted, and this is asked only once.
  Understanding take();

 signals:
  void loaded();

 private:
  std::mutex m_guard;
  std::optional<Understanding> m_loaded;
  std::jthread m_thread;  // Last, so that it has ended before the rest goes.
};

}  // namespace sparring::ui
