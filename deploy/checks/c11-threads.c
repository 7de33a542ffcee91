// Debian's librdkafka makes its threads with C11's functions, which ThreadSanitizer does not know: to it their threads and locks
// do not exist. Preloaded, this makes them with the POSIX functions that it watches.
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <threads.h>

_Static_assert(sizeof(thrd_t) == sizeof(pthread_t), "a thread is a thread");
_Static_assert(sizeof(mtx_t) >= sizeof(pthread_mutex_t), "a lock fits");
_Static_assert(sizeof(cnd_t) >= sizeof(pthread_cond_t), "a condition fits");

static int answer(int error) {
  switch (error) {
    case 0: return thrd_success;
    case ETIMEDOUT: return thrd_timedout;
    case EBUSY: return thrd_busy;
    case ENOMEM: return thrd_nomem;
    default: return thrd_error;
  }
}

struct beginning {
  thrd_start_t function;
  void *argument;
};

static void *begin(void *memory) {
  struct beginning own = *(struct beginning *)memory;
  free(memory);
  return (void *)(intptr_t)own.function(own.argument);
}

int thrd_create(thrd_t *thread, thrd_start_t function, void *argument) {
  struct beginning *own = malloc(sizeof *own);
  if (own == NULL) return thrd_nomem;
  *own = (struct beginning){function, argument};
  int error = pthread_create((pthread_t *)thread, NULL, begin, own);
  if (error != 0) free(own);
  return answer(error);
}

int thrd_join(thrd_t thread, int *result) {
  void *value = NULL;
  int error = pthread_join((pthread_t)thread, &value);
  if (result != NULL) *result = (int)(intptr_t)value;
  return answer(error);
}

int thrd_detach(thrd_t thread) { return answer(pthread_detach((pthread_t)thread)); }

_Noreturn void thrd_exit(int result) { pthread_exit((void *)(intptr_t)result); }

int mtx_init(mtx_t *lock, int type) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  if (type & mtx_recursive) pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  int error = pthread_mutex_init((pthread_mutex_t *)lock, &attributes);
  pthread_mutexattr_destroy(&attributes);
  return answer(error);
}

void mtx_destroy(mtx_t *lock) { pthread_mutex_destroy((pthread_mutex_t *)lock); }
int mtx_lock(mtx_t *lock) { return answer(pthread_mutex_lock((pthread_mutex_t *)lock)); }
int mtx_trylock(mtx_t *lock) { return answer(pthread_mutex_trylock((pthread_mutex_t *)lock)); }
int mtx_unlock(mtx_t *lock) { return answer(pthread_mutex_unlock((pthread_mutex_t *)lock)); }

int mtx_timedlock(mtx_t *lock, const struct timespec *end) {
  return answer(pthread_mutex_timedlock((pthread_mutex_t *)lock, end));
}

int cnd_init(cnd_t *condition) {
  return answer(pthread_cond_init((pthread_cond_t *)condition, NULL));
}

void cnd_destroy(cnd_t *condition) { pthread_cond_destroy((pthread_cond_t *)condition); }
int cnd_signal(cnd_t *condition) { return answer(pthread_cond_signal((pthread_cond_t *)condition)); }

int cnd_broadcast(cnd_t *condition) {
  return answer(pthread_cond_broadcast((pthread_cond_t *)condition));
}

int cnd_wait(cnd_t *condition, mtx_t *lock) {
  return answer(pthread_cond_wait((pthread_cond_t *)condition, (pthread_mutex_t *)lock));
}

int cnd_timedwait(cnd_t *condition, mtx_t *lock, const struct timespec *end) {
  return answer(
      pthread_cond_timedwait((pthread_cond_t *)condition, (pthread_mutex_t *)lock, end));
}
