#ifndef RAWI_ALLOCATIONS_H
#define RAWI_ALLOCATIONS_H

/// How often the calling thread has asked for memory since the program began.
unsigned long rawi_allocations(void);

#endif
