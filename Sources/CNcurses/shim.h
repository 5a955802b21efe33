// What Swift cannot see of ncurses and of signals: globals, macros, variadic and wide functions.
#pragma once
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
// <term.h> makes macros of common words, which would rename things in every file that imports this.
#undef columns
#undef lines

// ---- State that signal handlers share with the loop ---------------------------------------------

// What signals asked for since the loop last looked.
enum { MASA_HANG_UP = 1, MASA_RESIZED = 2, MASA_STOP = 4, MASA_CONTINUED = 8 };
// What a wait found.
enum { MASA_INPUT = 1, MASA_WOKEN = 2, MASA_GONE = 4 };
// Key codes given to the marks around pasted text: above every code of ncurses itself.
enum { MASA_PASTE_BEGIN = 2000, MASA_PASTE_END = 2001 };

#define MASA_SIGNALS 14

struct masa_shared {
  int wake[2];                            // the pipe that ends a wait; open while the process lives
  unsigned asked;                         // signals seen, as bits
  volatile sig_atomic_t is_on_screen;     // whether there is a terminal to restore
  struct termios before;                  // the terminal's modes before the program
  char restore[512];                      // what a crash sends, made ready beforehand
  size_t restore_length;
  struct sigaction previous[MASA_SIGNALS];  // handlers to put back
  char stack[32768];                      // for handlers, when the stack itself has run out
};

// Weak, so that all object files share one; with a value, as otherwise none would hold it.
__attribute__((weak)) struct masa_shared masa_state = {{0}};

static const int masa_signals[MASA_SIGNALS] = {SIGILL,  SIGTRAP, SIGSEGV, SIGABRT, SIGBUS,
                                               SIGFPE,  SIGHUP,  SIGTERM, SIGINT,  SIGQUIT,
                                               SIGTSTP, SIGCONT, SIGWINCH, SIGALRM};

// ---- Handlers: only calls that are safe at any moment -------------------------------------------

// Gives the terminal back without ncurses, which may be in the middle of anything.
static inline void masa_restore_now(void) {
  if (!masa_state.is_on_screen) return;
  masa_state.is_on_screen = 0;
  ssize_t sent = write(STDOUT_FILENO, masa_state.restore, masa_state.restore_length);
  (void)sent;
  tcsetattr(STDIN_FILENO, TCSANOW, &masa_state.before);
}

// A fault: restore, then let it end the program as it would have; the handler works only once.
static inline void masa_on_crash(int number) {
  alarm(2);  // a terminal that takes no output must not keep a crashed program alive
  masa_restore_now();
  raise(number);
}

// Notes a wish and ends the wait of the loop, which does the rest.
static inline void masa_on_wish(int number) {
  int kept = errno;
  unsigned wish = number == SIGWINCH  ? MASA_RESIZED
                  : number == SIGTSTP ? MASA_STOP
                  : number == SIGCONT ? MASA_CONTINUED
                                      : MASA_HANG_UP;
  if (wish == MASA_HANG_UP) alarm(2);
  __atomic_fetch_or(&masa_state.asked, wish, __ATOMIC_SEQ_CST);
  ssize_t sent = write(masa_state.wake[1], "s", 1);
  (void)sent;
  errno = kept;
}

// Someone asked for the end but the terminal takes no output: send it nowhere, so that a write
// that hangs goes on and the program can save its work.
static inline void masa_on_alarm(int number) {
  (void)number;
  int kept = errno;
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
  errno = kept;
}

// ---- Signals ------------------------------------------------------------------------------------

static inline void masa_catch(int number, void (*handler)(int), int flags,
                              struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, previous);
}

// After newterm, which sets handlers of its own; a signal the caller had ignored stays ignored.
static inline void masa_catch_signals(const struct sigaction *inherited) {
  stack_t stack = {.ss_sp = masa_state.stack, .ss_size = sizeof masa_state.stack};
  sigaltstack(&stack, NULL);
  for (int i = 0; i < MASA_SIGNALS; i++) {
    masa_state.previous[i] = inherited[i];
    if (inherited[i].sa_handler == SIG_IGN) {
      masa_catch(masa_signals[i], SIG_IGN, 0, NULL);
    } else if (i < 6) {
      masa_catch(masa_signals[i], masa_on_crash, SA_RESETHAND, NULL);
    } else if (masa_signals[i] == SIGALRM) {
      masa_catch(SIGALRM, masa_on_alarm, 0, NULL);  // without SA_RESTART: it must end a write
    } else {
      masa_catch(masa_signals[i], masa_on_wish, SA_RESTART, NULL);
    }
  }
}

// What signals asked for since the last call. The loop is alive, so there is all the time in the
// world to save.
static inline unsigned masa_take_signals(void) {
  unsigned asked = __atomic_exchange_n(&masa_state.asked, 0, __ATOMIC_SEQ_CST);
  if (asked & MASA_HANG_UP) alarm(0);
  return asked;
}

// ---- Raw sequences ------------------------------------------------------------------------------

// Sends bytes past ncurses, which must happen only between frames; false when the terminal is gone.
static inline bool masa_send(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent < 0 && errno == EAGAIN) poll(&(struct pollfd){STDOUT_FILENO, POLLOUT, 0}, 1, 1000);
    if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (sent < 0) return false;
    bytes += sent;
    count -= (size_t)sent;
  }
  return true;
}

static inline bool masa_set_paste_marks(bool on) {
  return masa_send(on ? "\033[?2004h" : "\033[?2004l", 8);
}

static inline int masa_collect(int byte) {
  if (masa_state.restore_length < sizeof masa_state.restore) {
    masa_state.restore[masa_state.restore_length++] = (char)byte;
  }
  return byte;
}

// Writes down what undoes every mode the program sets, for the moment nothing can be worked out.
static inline void masa_prepare_restore(void) {
  static const char *const names[] = {"rmkx", "op", "cnorm", "rmcup", "sgr0"};
  masa_state.restore_length = 0;
  const char *modes = "\033[?1006l\033[?1002l\033[?1000l\033[?1003l\033[?2004l";
  while (*modes) masa_collect(*modes++);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *sequence = tigetstr((char *)names[i]);
    if (sequence && sequence != (char *)-1) tputs(sequence, 1, masa_collect);
    if (i == 2) {
      for (const char *shown = "\033[?25h"; *shown; shown++) masa_collect(*shown);
    }
  }
}

// ---- Opening and closing ------------------------------------------------------------------------

// Takes the person's language for text but never for numbers; true when text is UTF-8. A UTF-8
// locale that this machine does not have, as ssh may hand on, becomes the one every machine has.
static inline bool masa_use_locale(void) {
  if (!setlocale(LC_ALL, "")) {
    const char *wanted = getenv("LC_ALL");
    if (!wanted || !*wanted) wanted = getenv("LC_CTYPE");
    if (!wanted || !*wanted) wanted = getenv("LANG");
    bool is_utf8 = wanted && (strcasestr(wanted, "UTF-8") || strcasestr(wanted, "UTF8"));
    if (is_utf8) setlocale(LC_ALL, "C.UTF-8");
  }
  setlocale(LC_NUMERIC, "C");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// Whether a terminal type is known: 1 yes, 0 no, -1 known but without a cursor to place.
static inline int masa_find_terminal(const char *name) {
  int found = 0;
  if (setupterm(name, STDOUT_FILENO, &found) != OK) return 0;
  const char *place = tigetstr("cup");
  int usable = place && place != (char *)-1 ? 1 : -1;
  del_curterm(cur_term);
  return usable;
}

// Both forms of the keys that terminals send in two ways, and the marks around pasted text.
static inline void masa_define_keys(void) {
  static const struct { const char *sequence; int code; } keys[] = {
      {"\033[A", KEY_UP},     {"\033OA", KEY_UP},     {"\033[B", KEY_DOWN},  {"\033OB", KEY_DOWN},
      {"\033[C", KEY_RIGHT},  {"\033OC", KEY_RIGHT},  {"\033[D", KEY_LEFT},  {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},   {"\033OH", KEY_HOME},   {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME},
      {"\033[F", KEY_END},    {"\033OF", KEY_END},    {"\033[4~", KEY_END},  {"\033[8~", KEY_END},
      {"\033[2~", KEY_IC},    {"\033[3~", KEY_DC},    {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
      {"\033[Z", KEY_BTAB},   {"\033OM", KEY_ENTER},  {"\033OP", KEY_F(1)},  {"\033OQ", KEY_F(2)},
      {"\033OR", KEY_F(3)},   {"\033OS", KEY_F(4)},   {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)},
      {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)}, {"\033[200~", MASA_PASTE_BEGIN},
      {"\033[201~", MASA_PASTE_END}};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) define_key(keys[i].sequence, keys[i].code);
}

// Takes the terminal over; null when ncurses cannot. Escape waits 100 ms unless $ESCDELAY says
// otherwise: long enough for an arrow key that a slow line tears apart.
static inline SCREEN *masa_open(const char *name, bool in_colour) {
  struct sigaction inherited[MASA_SIGNALS];
  for (int i = 0; i < MASA_SIGNALS; i++) sigaction(masa_signals[i], NULL, &inherited[i]);
  if (masa_state.wake[1] == 0) {
    if (pipe2(masa_state.wake, O_CLOEXEC | O_NONBLOCK) != 0) return NULL;
    atexit(masa_restore_now);  // whoever calls exit in the middle of things
  }
  if (tcgetattr(STDIN_FILENO, &masa_state.before) != 0) return NULL;
  unsetenv("LINES");  // a size fixed there would make the program deaf to resizing
  unsetenv("COLUMNS");
  setenv("NCURSES_NO_UTF8_ACS", "1", 1);
  SCREEN *screen = newterm(name, stdout, stdin);
  if (!screen) return NULL;
  masa_prepare_restore();
  masa_state.asked = 0;
  masa_state.is_on_screen = 1;
  masa_catch_signals(inherited);
  if (!getenv("ESCDELAY")) set_escdelay(100);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  mouseinterval(0);
  masa_define_keys();
  if (in_colour && start_color() == OK) use_default_colors();
  masa_set_paste_marks(true);
  return screen;
}

// Gives the terminal back, the last change first.
static inline void masa_close(SCREEN *screen) {
  alarm(2);
  masa_set_paste_marks(false);
  mousemask(0, NULL);
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &masa_state.before);
  masa_state.is_on_screen = 0;
  alarm(0);
  delscreen(screen);
  for (int i = 0; i < MASA_SIGNALS; i++) sigaction(masa_signals[i], &masa_state.previous[i], NULL);
}

// Comes back to the terminal. In the background the first call stops the program, quietly, until
// it is in the foreground again, so that it never draws over somebody else's screen.
static inline void masa_resume(void) {
  struct termios modes;
  while (tcgetattr(STDIN_FILENO, &modes) == 0 && tcsetattr(STDIN_FILENO, TCSANOW, &modes) != 0 &&
         errno == EINTR) {
  }
  endwin();  // a program stopped without warning has not left the screen yet
  reset_prog_mode();
  masa_state.is_on_screen = 1;
  masa_set_paste_marks(true);
  clearok(curscr, TRUE);
}

// Stops the program and all that the shell started with it; returns when it goes on. Where the
// signal was ignored from the start nobody could let the program go on, so it does not stop.
static inline void masa_suspend(void) {
  if (masa_state.previous[10].sa_handler == SIG_IGN) return;
  masa_set_paste_marks(false);
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &masa_state.before);
  masa_state.is_on_screen = 0;
  masa_catch(SIGTSTP, SIG_IGN, 0, NULL);
  kill(0, SIGTSTP);
  masa_catch(SIGTSTP, SIG_DFL, 0, NULL);
  raise(SIGTSTP);  // to this thread, so that not one more instruction runs before the stop
  masa_catch(SIGTSTP, masa_on_wish, SA_RESTART, NULL);
  __atomic_fetch_and(&masa_state.asked, ~(unsigned)(MASA_STOP | MASA_CONTINUED), __ATOMIC_SEQ_CST);
  masa_resume();
}

// ---- Waiting and reading ------------------------------------------------------------------------

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

// ---- Drawing ------------------------------------------------------------------------------------

// The size the terminal has now; false when it does not say.
static inline bool masa_read_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    return false;
  }
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

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
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvadd_wch(y, x, &cell);
}

// Sends the frame, with the cursor in its place, or hidden where the place is below zero.
static inline void masa_show(int x, int y) {
  leaveok(stdscr, x < 0);
  if (x >= 0) move(y, x);
  curs_set(x >= 0);
  refresh();
}

// Makes the next frame start from an empty screen.
static inline void masa_clear(void) {
  erase();
  clearok(stdscr, TRUE);
}

// Whether a mark sits on the character before it, as far as the C library knows.
static inline bool masa_is_mark(uint32_t scalar) {
  return scalar != 0 && wcwidth((wchar_t)scalar) == 0;
}

// ---- For tests ----------------------------------------------------------------------------------

// The columns the C library gives a character: what ncurses counts with.
static inline int32_t masa_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Makes masa_wcwidth know more than ASCII; zero when this machine has no such locale.
static inline int masa_use_utf8_locale(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }
