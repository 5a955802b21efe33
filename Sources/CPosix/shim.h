// What Linux offers and Swift's own view of the C library leaves out: extended attributes (where an
// access control list is kept), the kind of a file system, and word of changes in a folder.
#ifndef MASA_CPOSIX_SHIM_H
#define MASA_CPOSIX_SHIM_H

#include <grp.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/statfs.h>
#include <sys/xattr.h>

#endif
