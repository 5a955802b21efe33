// How large a screen is drawn. Whoever logs in says how large the window is, and each cell costs
// memory several times over: here, and in ncurses, which would take a window of any size at its word.
#pragma once
#include "signals.h"

// More than a whole wall of text in small letters; what lies beyond is left empty.
enum { MASA_MOST_COLUMNS = 500, MASA_MOST_LINES = 160 };

static inline int masa_within(int value, int most) {
  return value < 1 ? 1 : value > most ? most : value;
}

// The size to draw in the terminal's window of now; false, and nothing changed, when it does not say.
static inline bool masa_read_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    return false;
  }
  *width = masa_within(size.ws_col, MASA_MOST_COLUMNS);
  *height = masa_within(size.ws_row, MASA_MOST_LINES);
  return true;
}

// Tells ncurses the size before it makes room for it. It believes two variables, now and whenever it
// comes back to the terminal, and would ask the terminal itself otherwise. They are changed in place.
static inline void masa_tell_size(int width, int height) {
  snprintf(masa_state.columns, sizeof masa_state.columns, "COLUMNS=%d", width);
  snprintf(masa_state.lines, sizeof masa_state.lines, "LINES=%d", height);
}

// Leaves the standard window one cell, which nothing is drawn on: reading a key would show it otherwise.
static inline void masa_spare_window(void) {
  wresize(stdscr, 1, 1);
  clearok(stdscr, FALSE);
  untouchwin(stdscr);
}

static inline SCREEN *masa_new_screen(const char *name) {
  int width = 80, height = 24;
  masa_read_size(&width, &height);
  masa_tell_size(width, height);
  putenv(masa_state.columns);
  putenv(masa_state.lines);
  use_env(TRUE);
  use_tioctl(FALSE);
  SCREEN *screen = newterm(name, stdout, stdin);
  if (screen) masa_spare_window();
  return screen;
}

// Draws at another size from now on.
static inline void masa_resize(int width, int height) {
  if (COLS == width && LINES == height) return;
  resizeterm(height, width);
  masa_spare_window();
}
