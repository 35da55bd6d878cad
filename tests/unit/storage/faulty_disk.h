// A disk that does as the test says: SQLite's default file system while it lives, refusing writes
// on demand and counting what is flushed. Connections close before it goes; one at a time.
#pragma once

namespace sparring {

class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // After `good` more writes every write fails with this SQLite code, until heal().
  void failWrites(int code, int good = 0);
  void failFlushes(int code);
  // After `good` more locks one is refused, as if another program held the file for a moment.
  void refuseLock(int good);
  bool hasRefusedLock() const;
  // After so many more steps (opening, locking, writing, flushing, truncating or removing a file)
  // this program is killed.
  void killAfter(int steps);
  void heal();

  int logFlushes() const;  // Times that a write-ahead log was flushed to the disk.
  int writes() const;      // Writes to any file.
};

}  // namespace sparring
