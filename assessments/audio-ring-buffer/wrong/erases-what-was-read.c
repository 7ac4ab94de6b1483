// loses: struck-anywhere
// Erases the slots that it has read, when they belong to the producer again.
#include "ring_buffer.h"
#include <string.h>

#define SPAN (2u * RING_CAPACITY)

static uint32_t level_between(uint32_t head, uint32_t tail) {
  return head >= tail ? head - tail : head + SPAN - tail;
}

static uint32_t advanced(uint32_t position, uint32_t by) {
  uint32_t next = position + by;
  return next >= SPAN ? next - SPAN : next;
}

static uint32_t slot_of(uint32_t position) {
  return position >= RING_CAPACITY ? position - RING_CAPACITY : position;
}

void ring_init(ring_t *ring) {
  ring->head = 0;
  ring->tail = 0;
  ring->lost = 0;
}

uint32_t ring_level(const ring_t *ring) {
  return level_between(ring->head, ring->tail);
}

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  uint32_t head = ring->head;
  uint32_t room = RING_CAPACITY - level_between(head, ring->tail);
  uint32_t stored = count < room ? count : room;
#if defined(RING_KEEP_WHOLE)
  if (stored < count) stored = 0;
#elif defined(RING_KEEP_LAST)
  block += count - stored;
#endif
  if (stored < count) {
    uint32_t lost = ring->lost;
    uint32_t more = count - stored;
    ring->lost = more > UINT32_MAX - lost ? UINT32_MAX : lost + more;
  }
  uint32_t slot = slot_of(head);
  uint32_t first = stored < RING_CAPACITY - slot ? stored : RING_CAPACITY - slot;
  memcpy(ring->samples + slot, block, first * sizeof(sample_t));
  memcpy(ring->samples, block + first, (stored - first) * sizeof(sample_t));
  RING_BARRIER();
  ring->head = advanced(head, stored);
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  uint32_t tail = ring->tail;
  uint32_t level = level_between(ring->head, tail);
  uint32_t moved = count < level ? count : level;
  uint32_t slot = slot_of(tail);
  uint32_t first = moved < RING_CAPACITY - slot ? moved : RING_CAPACITY - slot;
  RING_BARRIER();
  memcpy(out, ring->samples + slot, first * sizeof(sample_t));
  memcpy(out + first, ring->samples, (moved - first) * sizeof(sample_t));
  RING_BARRIER();
  ring->tail = advanced(tail, moved);
  memset(ring->samples + slot, 0, first * sizeof(sample_t));
  memset(ring->samples, 0, (moved - first) * sizeof(sample_t));
  return moved;
}

uint32_t ring_trim(ring_t *ring) {
  uint32_t tail = ring->tail;
  uint32_t level = level_between(ring->head, tail);
  if (level <= RING_WATERMARK) return 0;
  ring->tail = advanced(tail, level - RING_WATERMARK);
  return level - RING_WATERMARK;
}
