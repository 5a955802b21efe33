/* Runs many writers at once, each a chain of commands one after the other, and notes how each command ended.
 *
 * usage: storm PLAN RESULTS
 *   PLAN: one command on a line: the number of its writer, a tab, and its words with \x1f between them.
 *   RESULTS gets a line for each command: its line in the plan, exit code, microseconds, what it printed.
 * The seconds that all of it took go to the standard output. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

struct command { int writer; char *words[64]; };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void perform(struct command *command, int number, int results) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) exit(1);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
  pid_t child;
  double start = now();
  if (posix_spawn(&child, command->words[0], &actions, NULL, command->words, environ)) exit(1);
  close(ends[1]);
  char text[2000], line[2100];
  size_t length = 0;
  ssize_t count;
  while (length < sizeof text - 1 && (count = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
    length += count;
  text[length] = 0;
  close(ends[0]);
  int status;
  waitpid(child, &status, 0);
  double end = now();
  for (char *c = text; *c; c++)
    if (*c == '\n' || *c == '\t') *c = ' ';
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  int size = snprintf(line, sizeof line, "%d\t%d\t%.0f\t%s\n", number, code, (end - start) * 1e6, text);
  if (write(results, line, size) != size) exit(1);
  posix_spawn_file_actions_destroy(&actions);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  FILE *plan = fopen(arguments[1], "r");
  int results = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (!plan || results < 0) return 1;
  struct command *commands = NULL;
  int size = 0, writers = 0;
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, plan) > 0) {
    commands = realloc(commands, sizeof *commands * (size + 1));
    struct command *command = &commands[size++];
    char *words = strdup(line);
    words[strcspn(words, "\n")] = 0;
    command->writer = atoi(strsep(&words, "\t"));
    if (command->writer >= writers) writers = command->writer + 1;
    int index = 0;
    while (words && index < 63) command->words[index++] = strsep(&words, "\x1f");
    command->words[index] = NULL;
  }
  double start = now();
  for (int writer = 0; writer < writers; writer++) {
    if (fork() == 0) {
      for (int number = 0; number < size; number++)
        if (commands[number].writer == writer) perform(&commands[number], number, results);
      _exit(0);
    }
  }
  int failed = 0, status;
  for (int writer = 0; writer < writers; writer++)
    if (wait(&status) < 0 || status != 0) failed = 1;
  printf("%.6f\n", now() - start);
  return failed;
}
