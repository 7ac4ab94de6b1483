#include "ring_buffer.h"
#include <string.h>

/* A transfer is a loop over runs that end where the memory ends; the position moves once, when all runs are copied. */
enum { END = 2 * RING_CAPACITY };

static uint32_t run_at(uint32_t position, uint32_t left) {
  uint32_t until_end = (position < RING_CAPACITY ? RING_CAPACITY : END) - position;
  return left < until_end ? left : until_end;
}

static uint32_t next(uint32_t position, uint32_t by) {
  uint32_t sum = position + by;
  return sum - (sum < END ? 0u : END);
}

static sample_t *slot(ring_t *ring, uint32_t position) {
  return ring->samples + position - (position < RING_CAPACITY ? 0u : RING_CAPACITY);
}

static void lose(ring_t *ring, uint32_t count) {
  uint32_t lost = ring->lost;
  if (count == 0) return;
  ring->lost = lost + count < lost ? UINT32_MAX : lost + count;
}

void ring_init(ring_t *ring) {
  ring->lost = 0;
  ring->head = 0;
  ring->tail = 0;
}

uint32_t ring_level(const ring_t *ring) {
  uint32_t head = ring->head, tail = ring->tail;
  return head - tail + (head < tail ? END : 0u);
}

uint32_t ring_write(ring_t *ring, const sample_t *block, uint32_t count) {
  uint32_t room = RING_CAPACITY - ring_level(ring), stored = count;
  if (count > room) {
#ifdef RING_KEEP_WHOLE
    stored = 0;
#else
    stored = room;
#endif
#ifdef RING_KEEP_LAST
    block += count - room;
#endif
    lose(ring, count - stored);
  }
  uint32_t position = ring->head;
  for (uint32_t left = stored; left > 0;) {
    uint32_t run = run_at(position, left);
    memcpy(slot(ring, position), block, run * sizeof *block);
    position = next(position, run);
    block += run;
    left -= run;
  }
  RING_BARRIER();
  ring->head = position;
  return stored;
}

uint32_t ring_read(ring_t *ring, sample_t *out, uint32_t count) {
  uint32_t level = ring_level(ring), position = ring->tail;
  uint32_t moved = count < level ? count : level;
  RING_BARRIER();
  for (uint32_t left = moved; left > 0;) {
    uint32_t run = run_at(position, left);
    memcpy(out, slot(ring, position), run * sizeof *out);
    position = next(position, run);
    out += run;
    left -= run;
  }
  RING_BARRIER();
  ring->tail = position;
  return moved;
}

uint32_t ring_trim(ring_t *ring) {
  uint32_t level = ring_level(ring);
  if (level <= RING_WATERMARK) return 0;
  ring->tail = next(ring->tail, level - RING_WATERMARK);
  return level - RING_WATERMARK;
}
