/* The least that a safe save can be: lock, read, write beside, confirm, rename, confirm. No merging, no journal.
 *
 * usage: bare-saver FOLDER NAME RECORD     (RECORD is put before the last "]" of the file) */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int failed(const char *step) {
  fprintf(stderr, "%s: %s\n", step, strerror(errno));
  return 1;
}

static int written(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(file, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return 0;
    bytes += done;
    count -= done;
  }
  return 1;
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  const char *name = arguments[2], *record = arguments[3];
  int folder = open(arguments[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return failed("open the folder");
  int lock = openat(folder, ".lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0660);
  if (lock < 0 || flock(lock, LOCK_EX) < 0) return failed("lock");

  int old = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  struct stat facts;
  if (old < 0 || fstat(old, &facts) < 0) return failed("open the file");
  char *bytes = malloc(facts.st_size + 1);
  size_t length = 0;
  ssize_t got;
  while ((got = read(old, bytes + length, facts.st_size - length)) > 0) length += got;
  if (got < 0) return failed("read");
  close(old);
  char *end = memrchr(bytes, ']', length);
  if (!end) return failed("find the end of the list");

  char temporary[300];
  snprintf(temporary, sizeof temporary, ".%s.tmp.%d", name, getpid());
  int new = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);
  if (new < 0 || fchmod(new, facts.st_mode & 0777) < 0) return failed("make a file beside it");
  if (!written(new, bytes, end - bytes) || !written(new, ", ", 2) || !written(new, record, strlen(record)) ||
      !written(new, end, bytes + length - end))
    return failed("write");
  if (fsync(new) < 0 || close(new) < 0) return failed("confirm the file");
  if (renameat(folder, temporary, folder, name) < 0) return failed("rename");
  if (fsync(folder) < 0) return failed("confirm the folder");
  puts("saved 1");
  return 0;
}
