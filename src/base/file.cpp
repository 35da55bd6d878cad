#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace sparring {
namespace {

// An open file that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (isOpen()) ::close(m_number);
  }

  [[nodiscard]] bool isOpen() const { return m_number >= 0; }
  [[nodiscard]] int number() const { return m_number; }
  // False with errno set where the system could not keep what was written.
  bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

 private:
  int m_number;
};

std::unexpected<Error> failReading(const std::filesystem::path& path, int reason) {
  switch (reason) {
    case ENOENT:
    case ENOTDIR:
      return fail("There is no such file.", path.string(), "Check the name and the folder.");
    case EACCES:
    case EPERM:
      return fail("You have no permission to read this file.", path.string(),
                  "Ask its owner for it, or copy it to a folder of your own.");
    default:
      return fail("The file cannot be read: " + std::generic_category().message(reason) + ".",
                  path.string());
  }
}

std::unexpected<Error> failWriting(const std::filesystem::path& path, int reason) {
  switch (reason) {
    case ENOENT:
    case ENOTDIR:
      return fail("The folder of this file does not exist.", path.string(),
                  "Make the folder first, or choose another.");
    case EACCES:
    case EPERM:
      return fail("You have no permission to write here.", path.string(),
                  "Choose a folder of your own.");
    case EROFS:
      return fail("This disk can only be read.", path.string(), "Choose a folder on another disk.");
    case ENOSPC:
    case EDQUOT:
      return fail("The disk is full.", path.string(),
                  "Make room and save again; the file is as it was before.");
    case EFBIG:
      return fail("The file would become too large for this disk.", path.string(),
                  "Save it on another disk; the file is as it was before.");
    case ENAMETOOLONG:
      return fail("The name of this file is too long.", path.string(), "Choose a shorter name.");
    default:
      return fail("The file cannot be written: " + std::generic_category().message(reason) + ".",
                  path.string(), "The file is as it was before.");
  }
}

// Writes all bytes; false with errno set where that fails.
bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Makes a new, empty file in a folder, leaving its path in `path`. Not open where that fails.
Descriptor openBeside(const std::filesystem::path& folder, std::filesystem::path& path) {
  constexpr int attempts = 100;  // Names that earlier crashes or other threads may have taken.
  for (int i = 0; i < attempts; ++i) {
    path = folder / (".sparring-" + std::to_string(::getpid()) + "-" + std::to_string(i) + ".part");
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return Descriptor(file);
  }
  return Descriptor(-1);
}

// Writes a new file and puts it in the place of another. Gives 0 or the errno of what failed.
int replaceFile(const std::filesystem::path& target, std::string_view bytes) {
  const std::filesystem::path folder =
      target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  std::filesystem::path part;
  Descriptor file = openBeside(folder, part);
  if (!file.isOpen()) return errno;
  struct stat old{};
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  const bool isWritten = (!replaces || ::fchmod(file.number(), old.st_mode & 0777) == 0) &&
                         writeAll(file.number(), bytes) && ::fsync(file.number()) == 0 &&
                         file.close() && ::rename(part.c_str(), target.c_str()) == 0;
  if (!isWritten) {
    const int reason = errno;
    ::unlink(part.c_str());
    return reason;
  }
  flushToDisk(folder);  // Some file systems cannot; no harm.
  return 0;
}

struct RegularFile {
  Descriptor file;
  std::size_t size = 0;  // Bytes.
};

Result<RegularFile> openRegular(const std::filesystem::path& path) {
  // A pipe without a writer must not block.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (!file.isOpen()) return failReading(path, errno);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return failReading(path, errno);
  if (S_ISDIR(status.st_mode)) {
    return fail("This is a folder.", path.string(), "Name a file in it.");
  }
  if (!S_ISREG(status.st_mode)) {
    return fail("This is not an ordinary file.", path.string(), "Name a file on a disk.");
  }
  return RegularFile{std::move(file), static_cast<std::size_t>(status.st_size)};
}

}  // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes) {
  const Result<RegularFile> opened = openRegular(path);
  if (!opened) return std::unexpected(opened.error());
  const Descriptor& file = opened->file;
  std::string bytes;
  std::array<char, 65536> block{};
  while (bytes.size() <= maxBytes) {
    const ssize_t count = ::read(file.number(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failReading(path, errno);
    if (count == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
  const bool countsInMegabytes = maxBytes >= 1024 * 1024;
  const std::string limit = countsInMegabytes ? std::to_string(maxBytes / (1024 * 1024)) + " MB"
                                              : std::to_string(maxBytes) + " bytes";
  return fail("The file is too large: at most " + limit + " can be read.", path.string(),
              "Check that this is the right file.");
}

Result<void> writeFile(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code unused;
  if (std::filesystem::is_directory(path, unused)) {
    return fail("This is a folder.", path.string(), "Name a file in it.");
  }
  // A link keeps pointing where it points; what it points at is written.
  const bool isLink = std::filesystem::is_symlink(path, unused);
  const std::filesystem::path real = isLink ? std::filesystem::canonical(path, unused) : path;
  const int reason = replaceFile(real.empty() ? path : real, bytes);
  if (reason != 0) return failWriting(path, reason);
  return {};
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const Result<RegularFile> opened = openRegular(path);
  if (!opened) return std::unexpected(opened.error());
  if (opened->size == 0) return MappedFile({});  // Nothing cannot be mapped.
  void* at = ::mmap(nullptr, opened->size, PROT_READ, MAP_PRIVATE, opened->file.number(), 0);
  if (at == MAP_FAILED) return failReading(path, errno);
  return MappedFile({static_cast<const char*>(at), opened->size});
}

MappedFile::~MappedFile() {
  if (!m_bytes.empty()) ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

Result<std::vector<std::filesystem::path>> filesIn(const std::filesystem::path& folder,
                                                   std::string_view ending) {
  std::vector<std::filesystem::path> paths;
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(folder, failed), none; !failed && entry != none;
       entry.increment(failed)) {
    if (entry->path().filename().string().ends_with(ending)) paths.push_back(entry->path());
  }
  if (failed) return fail("The folder cannot be read: " + failed.message() + ".", folder.string());
  std::ranges::sort(paths);
  return paths;
}

bool flushToDisk(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.isOpen() && ::fsync(file.number()) == 0;
}

}  // namespace sparring
