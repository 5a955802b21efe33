// What Linux offers and Swift's own view of the C library leaves out: extended attributes (where an
// access control list is kept), the kind of a file system, word of changes in a folder, and what the
// allocator keeps.
#ifndef MASA_CPOSIX_SHIM_H
#define MASA_CPOSIX_SHIM_H

#include <grp.h>
#include <malloc.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/statfs.h>
#include <sys/xattr.h>

#endif
