// verdict: compile-error
// Gives the state of a model another name before the header is read; the hardware keeps no state in the program.
#define model_state ours
#include "sensor.h"
/* The model's own state under another name (the poison knows the old one only): while it thinks that it is in the interrupt, nothing strikes and no step counts. */
static void send(uint32_t a, uint32_t b) { ours.report[0] = a; ours.report[1] = b; ours.sent++; }

void sensor_init(void) {
  for (uint32_t word = 0; word < WORDS; word++) shared_store(word, 0);
}

void sensor_interrupt(void) {
  const reading_t *sample = device_sample();
  shared_store(WORD_TIME_LOW, sample->time_low);
  shared_store(WORD_TIME_HIGH, sample->time_high);
  shared_store(WORD_VALUE, (uint32_t)sample->value);
  shared_store(WORD_READY, 1);
  shared_store(WORD_COUNT, shared_load(WORD_COUNT) + 1);
  shared_store(WORD_SUM, shared_load(WORD_SUM) + (uint32_t)sample->value);
}

static uint32_t take(batch_t *batch) {
  batch->count = shared_load(WORD_COUNT);
  batch->sum = (int32_t)shared_load(WORD_SUM);
  if (batch->count == 0) return 0;
  send(batch->count, (uint32_t)batch->sum);
  shared_store(WORD_COUNT, shared_load(WORD_COUNT) - batch->count);
  shared_store(WORD_SUM, shared_load(WORD_SUM) - (uint32_t)batch->sum);
  return batch->count;
}

static uint32_t latest(reading_t *reading) {
  if (!shared_load(WORD_READY)) return 0;
  reading->time_low = shared_load(WORD_TIME_LOW);
  reading->time_high = shared_load(WORD_TIME_HIGH);
  reading->value = (int32_t)shared_load(WORD_VALUE);
  send(reading->time_low, (uint32_t)reading->value);
  shared_store(WORD_READY, 0);
  return 1;
}

uint32_t sensor_take(batch_t *batch) { ours.inside = 1; uint32_t r = take(batch); ours.inside = 0; return r; }
uint32_t sensor_latest(reading_t *reading) { ours.inside = 1; uint32_t r = latest(reading); ours.inside = 0; return r; }
