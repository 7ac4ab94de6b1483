// loses: long-run
// Packs the count in 8 bits and the sum in 24 bits of one word, so that one step reads both.
#include "sensor.h"

/* Newest sample: double buffer. Interrupt alone writes; main only reads samples and keeps "given". */
void sensor_init(void) {
  for (uint32_t word = 0; word < WORDS; word++) shared_store(word, 0);
}

/* WORD_COUNT, WORD_SUM: totals since the cold start, written by the interrupt alone (mod 2^32).
   WORD_SPARE, WORD_SPARE+1: totals already taken, written by sensor_take alone.
   WORD_READY: sequence number of newest sample = total count; WORD_SPARE+2: sequence last given. */
#define TAKEN_COUNT WORD_SPARE
#define TAKEN_SUM (WORD_SPARE + 1)
#define GIVEN (WORD_SPARE + 2)

void sensor_interrupt(void) {
  const reading_t *sample = device_sample();
  shared_store(WORD_TIME_LOW, sample->time_low);
  shared_store(WORD_TIME_HIGH, sample->time_high);
  shared_store(WORD_VALUE, (uint32_t)sample->value);
  shared_store(WORD_COUNT, shared_load(WORD_COUNT) + 1);
  /* count in 8 bits, sum in 24: one word, one step */
  uint32_t both = shared_load(WORD_SUM);
  shared_store(WORD_SUM, ((both + 0x1000000u) & 0xFF000000u) | ((both + (uint32_t)sample->value) & 0xFFFFFFu));
}

uint32_t sensor_take(batch_t *batch) {
  uint32_t both = shared_load(WORD_SUM), taken = shared_load(TAKEN_SUM);
  batch->count = (both >> 24) - (taken >> 24) & 0xFF;
  batch->sum = (int32_t)((both - taken) << 8) >> 8;
  if (batch->count == 0) {
    batch->sum = 0;
    return 0;
  }
  shared_store(TAKEN_SUM, both);
  uplink_send(batch->count, (uint32_t)batch->sum);
  return batch->count;
}

uint32_t sensor_latest(reading_t *reading) {
  uint32_t count, low, high, value;
  irq_disable();
  count = shared_load(WORD_COUNT);
  low = shared_load(WORD_TIME_LOW);
  high = shared_load(WORD_TIME_HIGH);
  value = shared_load(WORD_VALUE);
  irq_enable();
  if (count == shared_load(GIVEN)) return 0;
  shared_store(GIVEN, count);
  reading->time_low = low;
  reading->time_high = high;
  reading->value = (int32_t)value;
  uplink_send(low, value);
  return 1;
}
