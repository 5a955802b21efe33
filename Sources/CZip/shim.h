// What writes .zip archives in minizip, which Debian and Ubuntu keep beside zlib.
#ifndef MASA_CZIP_SHIM_H
#define MASA_CZIP_SHIM_H

#include <minizip/zip.h>

#endif
