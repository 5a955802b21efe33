// Taking the terminal over, giving it back, and stepping aside in between.
#pragma once
#include "signals.h"
#include "size.h"

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
  const char *modes = "\033[?2026l\033[?1006l\033[?1002l\033[?1000l\033[?1003l\033[?2004l";
  while (*modes) masa_collect(*modes++);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *sequence = tigetstr((char *)names[i]);
    if (sequence && sequence != (char *)-1) tputs(sequence, 1, masa_collect);
    if (i == 2) {
      for (const char *shown = "\033[?25h"; *shown; shown++) masa_collect(*shown);
    }
  }
}

// Takes the person's language for text but never for numbers; true when text is UTF-8. A UTF-8
// locale that this machine does not have, as ssh may hand on, becomes the one every machine has.
static inline bool masa_use_locale(void) {
  if (!setlocale(LC_CTYPE, "")) {
    const char *wanted = getenv("LC_ALL");
    if (!wanted || !*wanted) wanted = getenv("LC_CTYPE");
    if (!wanted || !*wanted) wanted = getenv("LANG");
    bool is_utf8 = wanted && (strcasestr(wanted, "UTF-8") || strcasestr(wanted, "UTF8"));
    if (is_utf8) setlocale(LC_CTYPE, "C.UTF-8");
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
  static const struct {
    const char *sequence;
    int code;
  } keys[] = {
      {"\033[A", KEY_UP}, {"\033OA", KEY_UP}, {"\033[B", KEY_DOWN},
      {"\033OB", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033OC", KEY_RIGHT},
      {"\033[D", KEY_LEFT}, {"\033OD", KEY_LEFT}, {"\033[H", KEY_HOME},
      {"\033OH", KEY_HOME}, {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME},
      {"\033[F", KEY_END}, {"\033OF", KEY_END}, {"\033[4~", KEY_END},
      {"\033[8~", KEY_END}, {"\033[2~", KEY_IC}, {"\033[3~", KEY_DC},
      {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB},
      {"\033OM", KEY_ENTER}, {"\033OP", KEY_F(1)}, {"\033OQ", KEY_F(2)},
      {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)}, {"\033[11~", KEY_F(1)},
      {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)},
      {"\033[200~", MASA_PASTE_BEGIN}, {"\033[201~", MASA_PASTE_END}};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    define_key(keys[i].sequence, keys[i].code);
  }
  // The number pad in its application mode, which PuTTY and others send with Num Lock on.
  for (const char *key = " IXjklmnopqrstuvwxy"; *key; key++) {
    char sequence[] = {'\033', 'O', *key, 0};
    define_key(sequence, MASA_KEYPAD + *key);
  }
}

// Until a screen was left once, ncurses sends each piece of a frame by itself, a hundred writes for
// the first one. So it leaves once with nobody listening, and sends whole frames from then on.
static inline void masa_leave_unseen(void) {
  int terminal = dup(STDOUT_FILENO);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (terminal >= 0 && nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
    endwin();
    dup2(terminal, STDOUT_FILENO);
  }
  if (nowhere >= 0) close(nowhere);
  if (terminal >= 0) close(terminal);
}

// Takes the terminal over; null when ncurses cannot. Escape waits 100 ms unless $ESCDELAY says
// otherwise: long enough for an arrow key that a slow line tears apart.
static inline SCREEN *masa_open(const char *name, bool in_colour) {
  struct sigaction inherited[MASA_SIGNALS];
  for (int i = 1; i < MASA_SIGNALS; i++) {
    if (masa_meaning(i) != MASA_NO_MATTER) sigaction(i, NULL, &inherited[i]);
  }
  if (masa_state.wake[1] == 0) {
    if (pipe2(masa_state.wake, O_CLOEXEC | O_NONBLOCK) != 0) return NULL;
    atexit(masa_restore_now);  // whoever calls exit in the middle of things
  }
  if (tcgetattr(STDIN_FILENO, &masa_state.before) != 0) return NULL;
  setenv("NCURSES_NO_UTF8_ACS", "1", 1);
  SCREEN *screen = masa_new_screen(name);
  if (!screen) return NULL;
  masa_leave_unseen();
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
  mouseinterval(0);
  masa_define_keys();
  if (in_colour && start_color() == OK) use_default_colors();
  masa_set_paste_marks(true);
  return screen;
}

// Gives the terminal back, the last change first.
static inline void masa_close(SCREEN *screen) {
  masa_time(2);
  masa_set_paste_marks(false);
  mousemask(0, NULL);
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &masa_state.before);
  masa_state.is_on_screen = 0;
  masa_time(0);
  delscreen(screen);
  for (int i = 1; i < MASA_SIGNALS; i++) {
    if (masa_meaning(i) != MASA_NO_MATTER) sigaction(i, &masa_state.previous[i], NULL);
  }
}

// Comes back to the terminal. In the background the first call stops the program, quietly, until
// it is in the foreground again, so that it never draws over somebody else's screen. A program that
// was stopped without warning has not left the screen yet, so it does so first.
static inline void masa_resume(bool has_left) {
  struct termios modes;
  while (tcgetattr(STDIN_FILENO, &modes) == 0 && tcsetattr(STDIN_FILENO, TCSANOW, &modes) != 0 &&
         errno == EINTR) {
  }
  if (!has_left) endwin();
  reset_prog_mode();
  masa_state.is_on_screen = 1;
  masa_set_paste_marks(true);
  clearok(curscr, TRUE);
}

// Stops the program and all that the shell started with it; returns when it goes on. Where the
// signal was ignored from the start nobody could let the program go on, so it does not stop.
static inline void masa_suspend(void) {
  if (masa_state.previous[SIGTSTP].sa_handler == SIG_IGN) return;
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
  masa_resume(true);
  __atomic_fetch_and(&masa_state.asked, ~(unsigned)(MASA_STOP | MASA_CONTINUED), __ATOMIC_SEQ_CST);
}
