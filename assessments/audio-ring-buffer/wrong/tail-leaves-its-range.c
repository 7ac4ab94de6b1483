// loses: struck-anywhere
// Moves tail first and brings it back into its range afterwards; an interrupt between the two stores sees a position that is none.
#include "ring_buffer.h"
#include <string.h>

#define WRAP (2u * RING_CAPACITY)

static uint32_t slot_of(uint32_t position) { return position >= RING_CAPACITY ? position - RING_CAPACITY : position; }

static uint32_t forward(uint32_t position, uint32_t by) {
  position += by;
  return position >= WRAP ? position - WRAP : position;
}

static uint32_t distance(uint32_t head, uint32_t tail) { return head >= tail ? head - tail : head + WRAP - tail; }

void ring_init(ring_t *ring) {
  ring->head = 0;
  ring->tail = 0;
  ring->lost = 0;
}

uint32_t ring_level(const ring_t *ring) { return distance(ring->head, ring->tail); }

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  uint32_t head = ring->head;
  uint32_t room = RING_CAPACITY - distance(head, ring->tail);
  uint32_t stored = count;
  if (count > room) {
#if defined(RING_KEEP_WHOLE)
    stored = 0;
#elif defined(RING_KEEP_LAST)
    stored = room;
    block += count - room;
#else
    stored = room;
#endif
    uint32_t lost = ring->lost, more = count - stored;
    ring->lost = more > UINT32_MAX - lost ? UINT32_MAX : lost + more;
  }
  if (stored == 0) return 0;
  uint32_t slot = slot_of(head);
  uint32_t part = RING_CAPACITY - slot;
  if (part > stored) part = stored;
  memcpy(ring->samples + slot, block, part * sizeof(sample_t));
  if (stored > part) memcpy(ring->samples, block + part, (stored - part) * sizeof(sample_t));
  RING_BARRIER();
  ring->head = forward(head, stored);
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  uint32_t tail = ring->tail;
  uint32_t level = distance(ring->head, tail);
  if (count > level) count = level;
  if (count == 0) return 0;
  RING_BARRIER();
  uint32_t slot = slot_of(tail);
  uint32_t part = RING_CAPACITY - slot;
  if (part > count) part = count;
  memcpy(out, ring->samples + slot, part * sizeof(sample_t));
  if (count > part) memcpy(out + part, ring->samples, (count - part) * sizeof(sample_t));
  RING_BARRIER();
  ring->tail = tail + count;
  if (ring->tail >= WRAP) ring->tail = ring->tail - WRAP;
  return count;
}

uint32_t ring_trim(ring_t *ring) {
  uint32_t tail = ring->tail;
  uint32_t level = distance(ring->head, tail);
  if (level <= RING_WATERMARK) return 0;
  uint32_t drop = level - RING_WATERMARK;
  ring->tail = forward(tail, drop);
  return drop;
}
