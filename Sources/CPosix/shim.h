// What Linux offers and Swift's own view of the C library leaves out: extended attributes (where an
// access control list is kept), the kind of a file system, word of changes in a folder, what the
// allocator keeps, when a folder was made, and a way into folders that follows no link.
#ifndef MASA_CPOSIX_SHIM_H
#define MASA_CPOSIX_SHIM_H

#include <fcntl.h>
#include <grp.h>
#include <linux/openat2.h>
#include <linux/stat.h>
#include <malloc.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

// Which file it is, and when it was made; zeros for what the file system does not keep.
struct masa_birth {
  unsigned long long device, inode;
  long long seconds, nanoseconds;
};

// Asks for the open file, or for what lies at a path where there is one; 0, or -1 with the reason in errno.
static inline int masa_born(int file, const char *path, struct masa_birth *birth) {
  struct statx found = {0};
  int flags = path[0] == 0 ? 0x1000 /* AT_EMPTY_PATH */ : 0;
  if (syscall(SYS_statx, file, path, flags, STATX_INO | STATX_BTIME, &found) != 0) return -1;
  birth->device = ((unsigned long long)found.stx_dev_major << 32) | found.stx_dev_minor;
  birth->inode = found.stx_ino;
  birth->seconds = found.stx_btime.tv_sec;
  birth->nanoseconds = found.stx_btime.tv_nsec;
  return 0;
}

// Opens a folder below another one, following no link on the way and leaving it by none; a descriptor, or -1
// with the reason in errno, which is ENOSYS where the kernel cannot do it in one step.
static inline int masa_open_below(int folder, const char *path) {
  struct open_how how = {
      .flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
  };
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

#endif
