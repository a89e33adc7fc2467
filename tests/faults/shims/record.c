/* Preloaded under the program: writes everything that it does to the files of FAULTS_FOLDER into FAULTS_LOG, in the
 * order in which it happened, and lets it happen. FAULTS_SWALLOW names the end of file names (-wal, say) whose flushes
 * are said to be done and are not: with it the test tries whether it would notice. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define NEXT(kind, name, ...) static kind (*next)(__VA_ARGS__); if (!next) next = dlsym(RTLD_NEXT, name)

struct head { char op; char name[31]; long long offset; long long length; };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static char folder[4096];
static const char *swallow;
static int log_file = -1;

static ssize_t really_write(int fd, const void *bytes, size_t n) {
    NEXT(ssize_t, "write", int, const void *, size_t);
    return next(fd, bytes, n);
}

__attribute__((constructor)) static void begin(void) {
    const char *asked = getenv("FAULTS_FOLDER"), *log = getenv("FAULTS_LOG");
    swallow = getenv("FAULTS_SWALLOW");
    if (asked && log && realpath(asked, folder)) log_file = open(log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
}

/* The name in the folder; "." for the folder itself; 0 for what does not concern us. */
static int named(const char *path, char *name) {
    size_t n = strlen(folder);
    if (log_file < 0 || strncmp(path, folder, n)) return 0;
    if (!path[n]) { strcpy(name, "."); return 1; }
    const char *rest = path + n + 1;
    if (path[n] != '/' || strchr(rest, '/') || strlen(rest) > 30 || strstr(rest, "-shm")) return 0;
    strcpy(name, rest);
    return 1;
}

static int ours(int fd, char *name) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = log_file < 0 || fd == log_file ? -1 : readlink(link, path, sizeof path - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    return named(path, name);
}

static void note(char op, const char *name, long long offset, size_t n, const void *bytes) {
    struct head head;
    memset(&head, 0, sizeof head);
    head.op = op; strcpy(head.name, name); head.offset = offset; head.length = n;
    char *whole = malloc(sizeof head + n);
    memcpy(whole, &head, sizeof head);
    if (n) memcpy(whole + sizeof head, bytes, n);
    really_write(log_file, whole, sizeof head + n);
    free(whole);
}

ssize_t write(int fd, const void *bytes, size_t n) {
    char name[32];
    if (!ours(fd, name)) return really_write(fd, bytes, n);
    pthread_mutex_lock(&one_at_a_time);
    long long at = lseek(fd, 0, SEEK_CUR);
    ssize_t done = really_write(fd, bytes, n);
    if (done > 0) note('W', name, at, done, bytes);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) {
    NEXT(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    char name[32];
    if (!ours(fd, name)) return next(fd, bytes, n, at);
    pthread_mutex_lock(&one_at_a_time);
    ssize_t done = next(fd, bytes, n, at);
    if (done > 0) note('W', name, at, done, bytes);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { return pwrite64(fd, bytes, n, at); }

static int flush(int fd, int (*next)(int)) {
    char name[32];
    if (!ours(fd, name)) return next(fd);
    size_t n = strlen(name), end = swallow ? strlen(swallow) : 0;
    if (end && n >= end && !strcmp(name + n - end, swallow)) return 0;
    pthread_mutex_lock(&one_at_a_time);
    int done = next(fd);
    if (!done) note('S', name, 0, 0, 0);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}
int fsync(int fd) { NEXT(int, "fsync", int); return flush(fd, next); }
int fdatasync(int fd) { NEXT(int, "fdatasync", int); return flush(fd, next); }

int ftruncate64(int fd, off64_t n) {
    NEXT(int, "ftruncate64", int, off64_t);
    char name[32];
    if (!ours(fd, name)) return next(fd, n);
    pthread_mutex_lock(&one_at_a_time);
    int done = next(fd, n);
    if (!done) note('T', name, n, 0, 0);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}
int ftruncate(int fd, off_t n) { return ftruncate64(fd, n); }

int rename(const char *from, const char *to) {
    NEXT(int, "rename", const char *, const char *);
    char old[32], new[32];
    if (!named(from, old) || !named(to, new)) return next(from, to);
    pthread_mutex_lock(&one_at_a_time);
    int done = next(from, to);
    if (!done) note('R', old, 0, strlen(new), new);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

int unlink(const char *path) {
    NEXT(int, "unlink", const char *);
    char name[32];
    if (!named(path, name)) return next(path);
    pthread_mutex_lock(&one_at_a_time);
    int done = next(path);
    if (!done) note('U', name, 0, 0, 0);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}
