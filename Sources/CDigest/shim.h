// SHA-256 of libmd, the library of digests that the package manager of Debian and Ubuntu itself rests on.
#ifndef MASA_CDIGEST_SHIM_H
#define MASA_CDIGEST_SHIM_H

#include <sha2.h>

#endif
