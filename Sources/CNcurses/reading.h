// Waiting for what the person, the terminal or another task does.
#pragma once
#include "signals.h"

// The end of the pipe that others write a "w" to.
static inline int masa_wake_descriptor(void) { return masa_state.wake[1]; }

// Waits for input or a wake; below zero waits as long as it takes.
static inline int masa_wait(int milliseconds) {
  struct pollfd ends[2] = {{STDIN_FILENO, POLLIN, 0}, {masa_state.wake[0], POLLIN, 0}};
  if (poll(ends, 2, milliseconds) <= 0) return 0;
  int found = 0;
  int waiting = 0;
  if (ends[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= MASA_GONE;
  if (ends[0].revents & POLLIN) {
    // Readable with nothing to read is the end of the line.
    bool is_empty = ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
    found |= is_empty ? MASA_GONE : MASA_INPUT;
  }
  char bytes[64];
  ssize_t count;
  while (ends[1].revents && (count = read(masa_state.wake[0], bytes, sizeof bytes)) > 0) {
    if (memchr(bytes, 'w', (size_t)count)) found |= MASA_WOKEN;
  }
  return found;
}

// Reads without waiting: OK a character, KEY_CODE_YES a key, ERR nothing, MASA_GONE no terminal.
static inline int masa_read_key(uint32_t *value) {
  wint_t key = 0;
  errno = 0;
  int kind = get_wch(&key);
  *value = key;
  return kind == ERR && errno == EIO ? MASA_GONE : kind;
}

// The number of a function key, or zero.
static inline int masa_function_number(uint32_t code) {
  return code >= KEY_F(1) && code <= KEY_F(12) ? (int)code - KEY_F0 : 0;
}

// Mouse buttons: press, and the wheel as the fourth and fifth.
static inline void masa_set_mouse(bool on) {
  mmask_t wanted = BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;
  mousemask(on ? wanted : 0, NULL);
}

// The button that went down, 0 for none, and where.
static inline int masa_read_mouse(int *x, int *y) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *x = event.x;
  *y = event.y;
  return event.bstate & BUTTON1_PRESSED   ? 1
         : event.bstate & BUTTON4_PRESSED ? 4
         : event.bstate & BUTTON5_PRESSED ? 5
                                          : 0;
}
