/* Put in front of the C library (LD_PRELOAD), it lets reads and writes of files do only a few bytes at a time and
 * interrupts every fifth of them, as a busy or distant disk may. MASA_SHORTENED names a file of 8 bytes that counts. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 7, INTERRUPTED = 5 };

static unsigned long *count;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("MASA_SHORTENED");
  int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *place = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (place != MAP_FAILED) count = place;
  close(file);
}

/* The bytes that may be done now; 0 for a call that is interrupted. */
static size_t allowed(int file, size_t wanted) {
  struct stat facts;
  if (!count || file < 3 || wanted <= MOST || fstat(file, &facts) || !S_ISREG(facts.st_mode)) return wanted;
  return ++*count % INTERRUPTED ? MOST : 0;
}

#define SHORTENED(name, parameters, rest)                                         \
  ssize_t name parameters {                                                       \
    static ssize_t(*real) parameters;                                             \
    if (!real) real = (ssize_t(*) parameters)dlsym(RTLD_NEXT, #name);             \
    size_t now = allowed(file, size);                                             \
    if (now == 0 && size > 0) {                                                   \
      errno = EINTR;                                                              \
      return -1;                                                                  \
    }                                                                             \
    return real rest;                                                             \
  }

SHORTENED(read, (int file, void *bytes, size_t size), (file, bytes, now))
SHORTENED(write, (int file, const void *bytes, size_t size), (file, bytes, now))
SHORTENED(pread, (int file, void *bytes, size_t size, off_t at), (file, bytes, now, at))
SHORTENED(pread64, (int file, void *bytes, size_t size, off64_t at), (file, bytes, now, at))
SHORTENED(pwrite, (int file, const void *bytes, size_t size, off_t at), (file, bytes, now, at))
SHORTENED(pwrite64, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, now, at))
