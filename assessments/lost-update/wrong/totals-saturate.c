// loses: any-content
// Keeps totals since the cold start and stops them at the largest value, where they should wrap.
#include "sensor.h"

enum { TAKEN_COUNT = WORD_SPARE, TAKEN_SUM };

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
  int64_t sum = (int64_t)(int32_t)shared_load(WORD_SUM) + sample->value;
  if (sum > INT32_MAX) sum = INT32_MAX;
  if (sum < INT32_MIN) sum = INT32_MIN;
  shared_store(WORD_SUM, (uint32_t)sum);
}

uint32_t sensor_take(batch_t *batch) {
  irq_disable();
  uint32_t count = shared_load(WORD_COUNT);
  uint32_t sum = shared_load(WORD_SUM);
  irq_enable();
  batch->count = count - shared_load(TAKEN_COUNT);
  batch->sum = (int32_t)(sum - shared_load(TAKEN_SUM));
  if (batch->count == 0) return 0;
  shared_store(TAKEN_COUNT, count);
  shared_store(TAKEN_SUM, sum);
  uplink_send(batch->count, (uint32_t)batch->sum);
  return batch->count;
}

uint32_t sensor_latest(reading_t *reading) {
  if (!shared_load(WORD_READY)) return 0;
  irq_disable();
  reading->time_low = shared_load(WORD_TIME_LOW);
  reading->time_high = shared_load(WORD_TIME_HIGH);
  reading->value = (int32_t)shared_load(WORD_VALUE);
  shared_store(WORD_READY, 0);
  irq_enable();
  uplink_send(reading->time_low, (uint32_t)reading->value);
  return 1;
}
