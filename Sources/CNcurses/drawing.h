// Putting cells on the screen. They go straight to what ncurses sends next: its standard window would hold each of
// them once more, so that one is a single cell, and only keys are read through it.
#pragma once
#include "system.h"

static inline int masa_lines(void) { return LINES; }
static inline int masa_columns(void) { return COLS; }
static inline int masa_colours(void) { return COLORS; }
static inline int masa_colour_pairs(void) { return COLOR_PAIRS; }

// Attributes are macros of casts, which Swift does not import.
static inline uint32_t masa_attributes(bool bold, bool dim, bool underlined, bool reversed) {
  bool has_dim = enter_dim_mode != NULL;
  return (bold ? A_BOLD : 0) | (dim && has_dim ? A_DIM : 0) | (underlined ? A_UNDERLINE : 0) |
         (reversed ? A_REVERSE : 0);
}

// Draws one cell; an error in the last corner, where the cursor has nowhere to go, does not matter.
static inline void masa_put(int x, int y, uint32_t letter, uint32_t first_mark,
                            uint32_t second_mark, uint32_t attributes, int pair) {
  wchar_t text[4] = {(wchar_t)letter, (wchar_t)first_mark, (wchar_t)second_mark, 0};
  cchar_t cell;
  // The last argument carries a pair beyond what a short holds.
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvwadd_wch(newscr, y, x, &cell);
}

// Sends the frame, with the cursor in its place, or hidden where the place is below zero.
static inline void masa_show(int x, int y) {
  leaveok(newscr, x < 0);
  if (x >= 0) wmove(newscr, y, x);
  curs_set(x >= 0);
  doupdate();
}

// Makes the next frame start from an empty screen.
static inline void masa_clear(void) {
  werase(newscr);
  clearok(newscr, TRUE);
}

// Whether a mark sits on the character before it, as far as the C library knows.
static inline bool masa_is_mark(uint32_t scalar) {
  return scalar != 0 && wcwidth((wchar_t)scalar) == 0;
}

// The columns the C library gives a character: what ncurses counts with.
static inline int32_t masa_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Makes masa_wcwidth know more than ASCII; zero when this machine has no such locale.
static inline int masa_use_utf8_locale(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }
