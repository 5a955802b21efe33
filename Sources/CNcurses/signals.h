// Signals: the loop learns of wishes through a pipe; a fault gives the terminal back at once.
#pragma once
#include "system.h"

// What signals asked for since the loop last looked.
enum { MASA_HANG_UP = 1, MASA_RESIZED = 2, MASA_STOP = 4, MASA_CONTINUED = 8 };
// What a wait found.
enum { MASA_INPUT = 1, MASA_WOKEN = 2, MASA_GONE = 4 };
// Key codes given to the marks around pasted text: above every code of ncurses itself.
enum { MASA_PASTE_BEGIN = 2000, MASA_PASTE_END = 2001 };
// Added to the last letter of what a key of the number pad sends in its application mode.
enum { MASA_KEYPAD = 2100 };

#define MASA_SIGNALS 65  // their numbers are below it

struct masa_shared {
  int wake[2];                            // the pipe that ends a wait; open while the process lives
  unsigned asked;                         // signals seen, as bits
  unsigned is_timed;                      // whether an alarm was set here, and not by somebody else
  volatile sig_atomic_t is_on_screen;     // whether there is a terminal to restore
  struct termios before;                  // the terminal's modes before the program
  char restore[512];                      // what a crash sends, made ready beforehand
  size_t restore_length;
  struct sigaction previous[MASA_SIGNALS];  // handlers to put back
  char columns[24], lines[24];            // the size that ncurses is told, as variables
  char stack[32768];                      // for handlers, when the stack itself has run out
};

// Weak, so that all object files share one; with a value, as otherwise none would hold it.
__attribute__((weak)) struct masa_shared masa_state = {{0}};

// What a signal means: a fault of the program, a wish, the end of a wait, or nothing of ours.
enum { MASA_NO_MATTER, MASA_FAULT, MASA_WISH, MASA_TIMED };

// Whatever else would end the program is a wish for its end, so that it gives the terminal back.
static inline int masa_meaning(int number) {
  switch (number) {
    case SIGILL:
    case SIGTRAP:
    case SIGSEGV:
    case SIGABRT:
    case SIGBUS:
    case SIGFPE:
    case SIGSYS:
      return MASA_FAULT;
    case SIGALRM:
      return MASA_TIMED;
    case SIGKILL:
    case SIGSTOP:
    case SIGCHLD:
    case SIGURG:
    case SIGPIPE:
    case SIGXFSZ:
    case SIGTTIN:
    case SIGTTOU:
    case 32:  // the threads of the C library
    case 33:
      return MASA_NO_MATTER;
    default:
      return MASA_WISH;
  }
}

// Sets how long there is for what must not hang; 0 for all the time in the world.
static inline void masa_time(unsigned seconds) {
  __atomic_store_n(&masa_state.is_timed, seconds > 0, __ATOMIC_SEQ_CST);
  alarm(seconds);
}

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
  static const char said[] =
      "\r\nThe dashboard stopped because of a fault in the program. What was saved is safe. "
      "Start it again; if it stops again, tell the person who looks after it.\r\n";
  masa_time(2);  // a terminal that takes no output must not keep a crashed program alive
  if (masa_state.is_on_screen) {
    masa_restore_now();
    ssize_t sent = write(STDOUT_FILENO, said, sizeof said - 1);
    (void)sent;
  }
  raise(number);
}

// Notes a wish and ends the wait of the loop, which does the rest.
static inline void masa_on_wish(int number) {
  int kept = errno;
  unsigned wish = number == SIGWINCH  ? MASA_RESIZED
                  : number == SIGTSTP ? MASA_STOP
                  : number == SIGCONT ? MASA_CONTINUED
                                      : MASA_HANG_UP;
  if (wish == MASA_HANG_UP) masa_time(2);
  __atomic_fetch_or(&masa_state.asked, wish, __ATOMIC_SEQ_CST);
  ssize_t sent = write(masa_state.wake[1], "s", 1);
  (void)sent;
  errno = kept;
}

// Someone asked for the end but the terminal takes no output: send it nowhere, so that a write
// that hangs goes on and the program can save its work. Somebody else's alarm is no matter.
static inline void masa_on_alarm(int number) {
  (void)number;
  if (!__atomic_load_n(&masa_state.is_timed, __ATOMIC_SEQ_CST)) return;
  int kept = errno;
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
  errno = kept;
}

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
  for (int i = 1; i < MASA_SIGNALS; i++) {
    int meaning = masa_meaning(i);
    if (meaning == MASA_NO_MATTER) continue;
    masa_state.previous[i] = inherited[i];
    if (inherited[i].sa_handler == SIG_IGN && meaning != MASA_TIMED) {
      masa_catch(i, SIG_IGN, 0, NULL);
    } else if (meaning == MASA_FAULT) {
      masa_catch(i, masa_on_crash, SA_RESETHAND, NULL);
    } else if (meaning == MASA_TIMED) {
      masa_catch(i, masa_on_alarm, 0, NULL);  // without SA_RESTART: it must end a write
    } else {
      masa_catch(i, masa_on_wish, SA_RESTART, NULL);
    }
  }
}

// What signals asked for since the last call. The loop is alive, so there is all the time in the
// world to save.
static inline unsigned masa_take_signals(void) {
  unsigned asked = __atomic_exchange_n(&masa_state.asked, 0, __ATOMIC_SEQ_CST);
  if (asked & MASA_HANG_UP) masa_time(0);
  return asked;
}
