#ifndef KHUNG_CHILD_PROCESS_H
#define KHUNG_CHILD_PROCESS_H

#include <stddef.h>
#include <sys/types.h>

struct khung_child_limits {
  // Seconds of processor, bytes of memory, bytes of one written file.
  unsigned long seconds, memory, file;
};

// Starts a program with bounds that it cannot lift, in a session of its own, with no network where the system allows
// to take it away, and ending with its parent.
// arguments and environment end with a null pointer. input and output become its standard input and output; what it
// says on standard error is dropped. Returns its number, or -1 with errno.
pid_t khung_child_start(const char *path, char *const arguments[], char *const environment[], int input, int output,
                        const struct khung_child_limits *limits);

// A file without a name, in memory; -1 with errno.
int khung_child_memory(void);

// A pipe that no child gets by accident; -1 with errno.
int khung_child_pipe(int ends[2]);

#endif
