// loses: take-everywhere
// Adds up in the result of the caller, as if it were the same one in each call.
#include "sensor.h"

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

uint32_t sensor_take(batch_t *batch) {
  irq_disable();
  batch->count = shared_load(WORD_COUNT);
  batch->sum += (int32_t)shared_load(WORD_SUM);
  shared_store(WORD_COUNT, 0);
  shared_store(WORD_SUM, 0);
  irq_enable();
  if (batch->count == 0) return 0;
  if (batch->count > 0) uplink_send(batch->count, (uint32_t)batch->sum);
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
