#include "bridge/understanding_loader.h"

#include <QMetaObject>
#include <utility>

namespace sparring::ui {

UnderstandingLoader::~UnderstandingLoader() {
  if (m_thread.joinable()) m_thread.join();
}

void UnderstandingLoader::start(const DataFolders& folders) {
  m_thread = std::jthread([this, folders] {
    Understanding understanding = openUnderstanding(folders);
    {
      const std::scoped_lock lock(m_guard);
      m_loaded = std::move(understanding);
    }
    QMetaObject::invokeMethod(this, &UnderstandingLoader::loaded, Qt::QueuedConnection);
  });
}

Understanding UnderstandingLoader::take() {
  const std::scoped_lock lock(m_guard);
  return *std::exchange(m_loaded, std::nullopt);
}

}  // namespace sparring::ui
