// What Swift cannot see of ncurses and of signals: globals, macros, variadic and wide functions.
#pragma once
#include "signals.h"
#include "size.h"
#include "opening.h"
#include "reading.h"
#include "drawing.h"
