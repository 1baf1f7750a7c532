#define _GNU_SOURCE
#include "CChildProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void bound(int resource, unsigned long value) {
  struct rlimit limit = {value, value};
  setrlimit(resource, &limit);
}

// Between fork and exec only calls that are safe in a signal handler: other threads may hold any lock.
pid_t khung_child_start(const char *path, char *const arguments[], char *const environment[], int input, int output,
                        const struct khung_child_limits *limits) {
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return -1;
  pid_t parent = getpid();
  pid_t child = fork();
  if (child != 0) {
    int kept = errno;
    close(null);
    errno = kept;
    return child;
  }
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_CPU, limits->seconds);
  bound(RLIMIT_AS, limits->memory);
  bound(RLIMIT_FSIZE, limits->file);
  // A world without a network; where the system does not allow it the program runs all the same: it is asked for
  // nothing that needs one.
  unshare(CLONE_NEWUSER | CLONE_NEWNET);
  if (dup2(input < 0 ? null : input, 0) < 0 || dup2(output < 0 ? null : output, 1) < 0 || dup2(null, 2) < 0) _exit(127);
  // Nothing that the parent has open is its business.
#ifdef SYS_close_range
  syscall(SYS_close_range, 3u, ~0u, 0u);
#endif
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
  _exit(127);
}

int khung_child_memory(void) { return memfd_create("khung", MFD_CLOEXEC); }

int khung_child_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
