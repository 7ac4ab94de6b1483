#include "sensor.h"

/*
 * No section at all. The interrupt alone writes the totals and the newest sample, the main loop alone writes what it has taken.
 * The count of samples changes with every interrupt, so that reading it again tells whether one came in between.
 */
enum { TAKEN_COUNT = WORD_SPARE, TAKEN_SUM, GIVEN };

void sensor_init(void) {
  for (uint32_t word = 0; word < WORDS; word++) shared_store(word, 0);
}

void sensor_interrupt(void) {
  const reading_t *sample = device_sample();
  shared_store(WORD_TIME_LOW, sample->time_low);
  shared_store(WORD_TIME_HIGH, sample->time_high);
  shared_store(WORD_VALUE, (uint32_t)sample->value);
  shared_store(WORD_SUM, shared_load(WORD_SUM) + (uint32_t)sample->value);
  shared_store(WORD_COUNT, shared_load(WORD_COUNT) + 1);
}

uint32_t sensor_take(batch_t *batch) {
  uint32_t count, sum;
  do {
    count = shared_load(WORD_COUNT);
    sum = shared_load(WORD_SUM);
  } while (shared_load(WORD_COUNT) != count);
  batch->count = count - shared_load(TAKEN_COUNT);
  batch->sum = (int32_t)(sum - shared_load(TAKEN_SUM));
  if (batch->count == 0) return 0;
  shared_store(TAKEN_COUNT, count);
  shared_store(TAKEN_SUM, sum);
  uplink_send(batch->count, (uint32_t)batch->sum);
  return batch->count;
}

uint32_t sensor_latest(reading_t *reading) {
  uint32_t number;
  do {
    number = shared_load(WORD_COUNT);
    reading->time_low = shared_load(WORD_TIME_LOW);
    reading->time_high = shared_load(WORD_TIME_HIGH);
    reading->value = (int32_t)shared_load(WORD_VALUE);
  } while (shared_load(WORD_COUNT) != number);
  if (number == shared_load(GIVEN)) return 0;
  shared_store(GIVEN, number);
  uplink_send(reading->time_low, (uint32_t)reading->value);
  return 1;
}
