#include "ring_buffer.h"
#include <string.h>

/* A plan says where a transfer starts and how it splits at the end of the memory; both directions follow it with memmove. */
typedef struct {
  uint32_t start;  /* slot of the first sample */
  uint32_t first;  /* samples up to the end of the memory */
  uint32_t second; /* samples from slot 0 on */
} plan_t;

static plan_t plan(uint32_t position, uint32_t count) {
  plan_t made;
  made.start = position >= RING_CAPACITY ? position - RING_CAPACITY : position;
  uint32_t until_end = RING_CAPACITY - made.start;
  made.first = count < until_end ? count : until_end;
  made.second = count - made.first;
  return made;
}

static uint32_t after(uint32_t position, uint32_t count) {
  uint32_t next = position + count;
  if (next >= 2u * RING_CAPACITY) next -= 2u * RING_CAPACITY;
  return next;
}

static uint32_t held(uint32_t head, uint32_t tail) {
  if (head < tail) head += 2u * RING_CAPACITY;
  return head - tail;
}

void ring_init(ring_t *ring) {
  ring->tail = 0;
  ring->head = 0;
  ring->lost = 0;
}

uint32_t ring_level(const ring_t *ring) {
  uint32_t tail = ring->tail;
  return held(ring->head, tail);
}

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  uint32_t head = ring->head, lost = ring->lost;
  uint32_t room = RING_CAPACITY - held(head, ring->tail);
  uint32_t stored = count <= room ? count : room;
#if defined(RING_KEEP_WHOLE)
  if (count > room) stored = 0;
#endif
  uint32_t dropped = count - stored;
  if (dropped > 0) ring->lost = lost + dropped >= lost ? lost + dropped : UINT32_MAX;
#if defined(RING_KEEP_LAST)
  block += dropped;
#endif
  plan_t to = plan(head, stored);
  memmove(&ring->samples[to.start], block, to.first * sizeof *block);
  memmove(&ring->samples[0], block + to.first, to.second * sizeof *block);
  RING_BARRIER();
  ring->head = after(head, stored);
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  uint32_t tail = ring->tail, level = held(ring->head, tail);
  if (count > level) count = level;
  plan_t from = plan(tail, count);
  RING_BARRIER();
  memmove(out, &ring->samples[from.start], from.first * sizeof *out);
  memmove(out + from.first, &ring->samples[0], from.second * sizeof *out);
  RING_BARRIER();
  ring->tail = after(tail, count);
  return count;
}

uint32_t ring_trim(ring_t *ring) {
  uint32_t tail = ring->tail, level = held(ring->head, tail);
  if (level <= RING_WATERMARK) return 0;
  uint32_t dropped = level - RING_WATERMARK;
  ring->tail = after(tail, dropped);
  return dropped;
}
