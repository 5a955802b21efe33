/* Puts two names in each other's place again and again: swap ONE OTHER PAUSE. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int count, char **words) {
  if (count != 4) return 64;
  for (int pause = atoi(words[3]);;) {
    syscall(SYS_renameat2, AT_FDCWD, words[1], AT_FDCWD, words[2], 2 /* RENAME_EXCHANGE */);
    for (volatile int passed = 0; passed < pause; passed++) {}
  }
}
