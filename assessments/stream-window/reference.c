#include "stream_window.h"

#define OPEN_FRAMES ((FRONT_FRAME + FRONT_HOP - 1) / FRONT_HOP)

/* A frame in flight. Its filter has seen all its samples, so no sample is kept. */
typedef struct {
  int32_t at; /* the frame's next sample; below 0: how many samples until it begins */
  int32_t s1; /* the filter's last output */
  int32_t s2; /* the one before */
} frame_t;

static const uint16_t quarter[] = FRONT_QUARTER;
static frame_t frames[OPEN_FRAMES];
static uint32_t is_running;

void front_reset(void) {
  is_running = 0;
}

static void begin(void) {
  for (uint32_t i = 0; i < OPEN_FRAMES; i++) frames[i] = (frame_t){-(int32_t)(i * FRONT_HOP), 0, 0};
  is_running = 1;
}

uint32_t front_window(uint32_t n) {
  if (n > FRONT_PERIOD / 2) n = FRONT_PERIOD - n;
  return n > FRONT_PERIOD / 4 ? (uint32_t)FRONT_SUM - quarter[FRONT_PERIOD / 2 - n] : quarter[n];
}

static int32_t turned(int32_t s) {
  return (int32_t)(((int64_t)FRONT_COEFFICIENT * s + (1 << 13)) >> 14);
}

static void feed(frame_t *frame, const int16_t *samples, int32_t count) {
  int32_t at = frame->at;
  int32_t s1 = frame->s1;
  int32_t s2 = frame->s2;
  frame->at = at + count;
  for (; at < 0 && count > 0; at++, samples++) count--;
  for (; count > 0; count--) {
    int32_t windowed = (*samples++ * (int32_t)front_window((uint32_t)at++) + (1 << 14)) >> 15;
    int32_t s = windowed + turned(s1) - s2;
    s2 = s1;
    s1 = s;
  }
  frame->s1 = s1;
  frame->s2 = s2;
}

static uint32_t energy(const frame_t *frame) {
  int64_t s1 = frame->s1;
  int64_t s2 = frame->s2;
  int64_t sum = (s1 * s1 + s2 * s2 - turned(frame->s1) * s2) >> FRONT_SHIFT;
  return sum > UINT32_MAX ? UINT32_MAX : (uint32_t)sum;
}

uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t stored = 0;
  if (!is_running) begin();
  while (count > 0) {
    /* As far as the next end of a frame, so that energies come out in order. */
    uint32_t step = count;
    for (uint32_t i = 0; i < OPEN_FRAMES; i++) {
      uint32_t left = (uint32_t)(FRONT_FRAME - frames[i].at);
      if (left < step) step = left;
    }
    for (uint32_t i = 0; i < OPEN_FRAMES; i++) {
      feed(&frames[i], samples, (int32_t)step);
      if (frames[i].at < FRONT_FRAME) continue;
      energies[stored++] = energy(&frames[i]);
      frames[i] = (frame_t){FRONT_FRAME - OPEN_FRAMES * FRONT_HOP, 0, 0};
    }
    samples += step;
    count -= step;
  }
  return stored;
}
