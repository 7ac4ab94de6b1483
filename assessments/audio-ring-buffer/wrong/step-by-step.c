// loses: budget:instructions
// Right, and copies the two runs sample by sample, which takes a step of a loop for each.
#include "ring_buffer.h"

/* A transfer is a list of at most two runs of slots; the last store of each function is the position. */

static void copy_run(sample_t *restrict to, const sample_t *restrict from, uint32_t count) {
  const sample_t *const end = from + count;
  while (from != end) *to++ = *from++;
}

static uint32_t apart(const ring_t *ring) {
  int32_t difference = (int32_t)ring->head - (int32_t)ring->tail;
  return (uint32_t)(difference < 0 ? difference + 2 * (int32_t)RING_CAPACITY : difference);
}

static uint32_t wrapped(uint32_t position, uint32_t span) {
  return position >= span ? position - span : position;
}

static uint32_t smaller(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

void ring_init(ring_t *ring) {
  ring->head = ring->tail = ring->lost = 0;
}

uint32_t ring_level(const ring_t *ring) {
  return apart(ring);
}

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  uint32_t room = RING_CAPACITY - apart(ring);
  uint32_t stored = smaller(count, room);
#ifdef RING_KEEP_WHOLE
  if (stored != count) stored = 0;
#endif
  uint32_t missing = count - stored;
  if (missing != 0) ring->lost += smaller(missing, ~ring->lost);
#ifdef RING_KEEP_LAST
  block += missing;
#endif
  uint32_t head = ring->head;
  uint32_t first = wrapped(head, RING_CAPACITY);
  uint32_t run = smaller(stored, RING_CAPACITY - first);
  copy_run(&ring->samples[first], block, run);
  copy_run(&ring->samples[0], block + run, stored - run);
  RING_BARRIER();
  ring->head = wrapped(head + stored, 2u * RING_CAPACITY);
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  uint32_t taken = smaller(count, apart(ring));
  uint32_t tail = ring->tail;
  uint32_t first = wrapped(tail, RING_CAPACITY);
  uint32_t run = smaller(taken, RING_CAPACITY - first);
  RING_BARRIER();
  copy_run(out, &ring->samples[first], run);
  copy_run(out + run, &ring->samples[0], taken - run);
  RING_BARRIER();
  ring->tail = wrapped(tail + taken, 2u * RING_CAPACITY);
  return taken;
}

uint32_t ring_trim(ring_t *ring) {
  uint32_t level = apart(ring);
  uint32_t dropped = level > RING_WATERMARK ? level - RING_WATERMARK : 0;
  ring->tail = wrapped(ring->tail + dropped, 2u * RING_CAPACITY);
  return dropped;
}
