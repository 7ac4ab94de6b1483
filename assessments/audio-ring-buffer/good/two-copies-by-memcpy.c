#include "ring_buffer.h"
#include <string.h>

/* Positions in two spans of the capacity; every transfer is at most two calls of memcpy. */
#define SPAN (2u * RING_CAPACITY)

static uint32_t slot(uint32_t position) {
  return position < RING_CAPACITY ? position : position - RING_CAPACITY;
}

static uint32_t forward(uint32_t position, uint32_t by) {
  position += by;
  return position < SPAN ? position : position - SPAN;
}

static uint32_t distance(uint32_t head, uint32_t tail) {
  return head < tail ? head + SPAN - tail : head - tail;
}

void ring_init(ring_t *ring) {
  memset(ring, 0, sizeof *ring);
}

uint32_t ring_level(const ring_t *ring) {
  return distance(ring->head, ring->tail);
}

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  uint32_t head = ring->head;
  uint32_t room = RING_CAPACITY - distance(head, ring->tail);
  uint32_t stored = count;
  if (count > room) {
#if defined(RING_KEEP_WHOLE)
    stored = 0;
#else
    stored = room;
#endif
#if defined(RING_KEEP_LAST)
    block += count - room;
#endif
    uint32_t lost = ring->lost + (count - stored);
    ring->lost = lost < count - stored ? UINT32_MAX : lost;
  }
  uint32_t from = slot(head);
  uint32_t part = RING_CAPACITY - from;
  if (part > stored) part = stored;
  memcpy(ring->samples + from, block, part * sizeof(sample_t));
  memcpy(ring->samples, block + part, (stored - part) * sizeof(sample_t));
  RING_BARRIER();
  ring->head = forward(head, stored);
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  uint32_t tail = ring->tail;
  uint32_t level = distance(ring->head, tail);
  if (count > level) count = level;
  RING_BARRIER();
  uint32_t from = slot(tail);
  uint32_t part = RING_CAPACITY - from;
  if (part > count) part = count;
  memcpy(out, ring->samples + from, part * sizeof(sample_t));
  memcpy(out + part, ring->samples, (count - part) * sizeof(sample_t));
  RING_BARRIER();
  ring->tail = forward(tail, count);
  return count;
}

uint32_t ring_trim(ring_t *ring) {
  uint32_t tail = ring->tail;
  uint32_t level = distance(ring->head, tail);
  uint32_t dropped = level > RING_WATERMARK ? level - RING_WATERMARK : 0;
  if (dropped != 0) ring->tail = forward(tail, dropped);
  return dropped;
}
