// loses: budget:instructions
// Right, and tests for the end of the ring after every sample.
#include "ring_buffer.h"

/* One loop for each direction that steps the slot with the samples; the position is published once, at the end. */

static uint32_t level_of(uint32_t head, uint32_t tail) {
  return head >= tail ? head - tail : 2u * RING_CAPACITY - tail + head;
}

static uint32_t moved_by(uint32_t position, uint32_t count) {
  uint32_t left = 2u * RING_CAPACITY - position;
  return count < left ? position + count : count - left;
}

void ring_init(ring_t *ring) {
  ring->lost = 0;
  ring->tail = 0;
  ring->head = 0;
}

uint32_t ring_level(const ring_t *ring) {
  uint32_t tail = ring->tail;
  return level_of(ring->head, tail);
}

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  const uint32_t head = ring->head;
  const uint32_t room = RING_CAPACITY - level_of(head, ring->tail);
  uint32_t stored = count;
  if (stored > room) {
#ifdef RING_KEEP_WHOLE
    stored = 0;
#else
    stored = room;
#endif
    uint32_t missing = count - stored, lost = ring->lost;
    ring->lost = lost > UINT32_MAX - missing ? UINT32_MAX : lost + missing;
#ifdef RING_KEEP_LAST
    block += missing;
#endif
  }
  sample_t *to = ring->samples + head % RING_CAPACITY;
  sample_t *end = ring->samples + RING_CAPACITY;
  for (uint32_t left = stored; left != 0; left--) {
    *to++ = *block++;
    if (to == end) to = ring->samples;
  }
  RING_BARRIER();
  ring->head = moved_by(head, stored);
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  const uint32_t tail = ring->tail;
  const uint32_t level = level_of(ring->head, tail);
  const uint32_t taken = count < level ? count : level;
  RING_BARRIER();
  const sample_t *from = ring->samples + tail % RING_CAPACITY;
  const sample_t *end = ring->samples + RING_CAPACITY;
  for (uint32_t left = taken; left != 0; left--) {
    *out++ = *from++;
    if (from == end) from = ring->samples;
  }
  RING_BARRIER();
  ring->tail = moved_by(tail, taken);
  return taken;
}

uint32_t ring_trim(ring_t *ring) {
  const uint32_t tail = ring->tail;
  const uint32_t level = level_of(ring->head, tail);
  if (level <= RING_WATERMARK) return 0;
  ring->tail = moved_by(tail, level - RING_WATERMARK);
  return level - RING_WATERMARK;
}
