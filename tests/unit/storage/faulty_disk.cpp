#include "faulty_disk.h"

#include <signal.h>
#include <sqlite3.h>

#include <stdexcept>

namespace sparring {

namespace {

struct Disk {
  sqlite3_vfs* real = nullptr;
  sqlite3_vfs shim{};
  int writeCode = SQLITE_OK;
  int flushCode = SQLITE_OK;
  int goodWrites = 0;
  int locksUntilRefused = -1;
  bool hasRefusedLock = false;
  int stepsUntilKilled = -1;
  int writes = 0;
  int logFlushes = 0;
};

Disk disk;

// Before anything that changes a file.
void step() {
  if (disk.stepsUntilKilled >= 0 && disk.stepsUntilKilled-- == 0) ::raise(SIGKILL);
}

// The real file stands right behind this in the memory that SQLite gives us.
struct File {
  sqlite3_file base;
  bool isLog;
};

constexpr int fileSize = (sizeof(File) + 15) / 16 * 16;

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + fileSize);
}
const sqlite3_io_methods& methods(sqlite3_file* file) {
  return *real(file)->pMethods;
}

int close(sqlite3_file* f) {
  return methods(f).xClose(real(f));
}
int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  return methods(f).xRead(real(f), to, size, at);
}
int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
  step();
  ++disk.writes;
  if (disk.writeCode != SQLITE_OK && disk.goodWrites-- <= 0) return disk.writeCode;
  return methods(f).xWrite(real(f), from, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
  step();
  return methods(f).xTruncate(real(f), size);
}
int sync(sqlite3_file* f, int flags) {
  step();
  if (disk.flushCode != SQLITE_OK) return disk.flushCode;
  if (reinterpret_cast<File*>(f)->isLog) ++disk.logFlushes;
  return methods(f).xSync(real(f), flags);
}
int size(sqlite3_file* f, sqlite3_int64* out) {
  return methods(f).xFileSize(real(f), out);
}
bool refusesLock() {
  if (disk.locksUntilRefused < 0 || disk.locksUntilRefused-- > 0) return false;
  return disk.hasRefusedLock = true;
}
int lock(sqlite3_file* f, int level) {
  step();
  return refusesLock() ? SQLITE_BUSY : methods(f).xLock(real(f), level);
}
int unlock(sqlite3_file* f, int level) {
  step();
  return methods(f).xUnlock(real(f), level);
}
int reserved(sqlite3_file* f, int* out) {
  return methods(f).xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int op, void* arg) {
  return methods(f).xFileControl(real(f), op, arg);
}
int sector(sqlite3_file* f) {
  return methods(f).xSectorSize(real(f));
}
int traits(sqlite3_file* f) {
  return methods(f).xDeviceCharacteristics(real(f));
}
int shmMap(sqlite3_file* f, int page, int bytes, int extend, void volatile** out) {
  return methods(f).xShmMap(real(f), page, bytes, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags) {
  step();
  if ((flags & SQLITE_SHM_LOCK) != 0 && refusesLock()) return SQLITE_BUSY;
  return methods(f).xShmLock(real(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f) {
  methods(f).xShmBarrier(real(f));
}
int shmUnmap(sqlite3_file* f, int remove) {
  step();
  return methods(f).xShmUnmap(real(f), remove);
}

constexpr sqlite3_io_methods shimMethods{
    2,       close,  read,   write,  truncate, sync,       size,     lock,    unlock, reserved,
    control, sector, traits, shmMap, shmLock,  shmBarrier, shmUnmap, nullptr, nullptr};

int remove(sqlite3_vfs*, const char* name, int flushFolder) {
  step();
  return disk.real->xDelete(disk.real, name, flushFolder);
}
int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
  step();
  const int code = disk.real->xOpen(disk.real, name, real(file), flags, outFlags);
  reinterpret_cast<File*>(file)->isLog = (flags & SQLITE_OPEN_WAL) != 0;
  file->pMethods = real(file)->pMethods ? &shimMethods : nullptr;
  return code;
}

}  // namespace

FaultyDisk::FaultyDisk() {
  disk = {};
  disk.real = sqlite3_vfs_find(nullptr);
  disk.shim = *disk.real;
  disk.shim.zName = "faulty disk";
  disk.shim.szOsFile += fileSize;
  disk.shim.xOpen = open;
  disk.shim.xDelete = remove;
  disk.shim.pNext = nullptr;
  if (sqlite3_vfs_register(&disk.shim, 1) != SQLITE_OK) {
    throw std::runtime_error("SQLite takes no file system from a test");
  }
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&disk.shim);
  sqlite3_vfs_register(disk.real, 1);
}

void FaultyDisk::failWrites(int code, int good) {
  disk.writeCode = code;
  disk.goodWrites = good;
}
void FaultyDisk::failFlushes(int code) {
  disk.flushCode = code;
}
void FaultyDisk::heal() {
  disk.writeCode = disk.flushCode = SQLITE_OK;
}
void FaultyDisk::refuseLock(int good) {
  disk.locksUntilRefused = good;
}
void FaultyDisk::killAfter(int steps) {
  disk.stepsUntilKilled = steps;
}
bool FaultyDisk::hasRefusedLock() const {
  return disk.hasRefusedLock;
}
int FaultyDisk::logFlushes() const {
  return disk.logFlushes;
}
int FaultyDisk::writes() const {
  return disk.writes;
}

}  // namespace sparring
