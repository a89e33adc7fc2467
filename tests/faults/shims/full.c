/* Preloaded under the program: a disk that fills up. FAULTS_ROOM names a file; while it is there, its number of bytes
 * is the room that is left, and a write that would make a file of FAULTS_FOLDER longer than the room allows is cut
 * short, then refused with ENOSPC. What lies on the disk already may be overwritten, as on a real one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static char folder[4096];
static const char *room_file;
static long long used;

__attribute__((constructor)) static void begin(void) {
    const char *asked = getenv("FAULTS_FOLDER");
    room_file = getenv("FAULTS_ROOM");
    if (!asked || !realpath(asked, folder)) room_file = 0;
}

static int ours(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = room_file ? readlink(link, path, sizeof path - 1) : -1;
    if (n <= 0) return 0;
    path[n] = 0;
    return !strncmp(path, folder, strlen(folder));
}

/* How many of n bytes at this place go onto the disk. */
static size_t fits(int fd, size_t n, long long at) {
    struct stat now;
    FILE *said = fopen(room_file, "r");
    if (!said) { used = 0; return n; }
    long long room = 0;
    if (fscanf(said, "%lld", &room) != 1) room = 0;
    fclose(said);
    if (fstat(fd, &now)) return n;
    long long more = at + (long long)n - now.st_size;
    if (more <= 0) return n;
    if (used + more <= room) { used += more; return n; }
    long long part = (long long)n - more + (room - used);
    used = room;
    return part > 0 ? (size_t)part : 0;
}

ssize_t write(int fd, const void *bytes, size_t n) {
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = dlsym(RTLD_NEXT, "write");
    if (!n || !ours(fd)) return next(fd, bytes, n);
    pthread_mutex_lock(&one_at_a_time);
    size_t part = fits(fd, n, lseek(fd, 0, SEEK_CUR));
    ssize_t done = part ? next(fd, bytes, part) : -1;
    if (!part) errno = ENOSPC;
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) {
    static ssize_t (*next)(int, const void *, size_t, off64_t);
    if (!next) next = dlsym(RTLD_NEXT, "pwrite64");
    if (!n || !ours(fd)) return next(fd, bytes, n, at);
    pthread_mutex_lock(&one_at_a_time);
    size_t part = fits(fd, n, at);
    ssize_t done = part ? next(fd, bytes, part, at) : -1;
    if (!part) errno = ENOSPC;
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { return pwrite64(fd, bytes, n, at); }
