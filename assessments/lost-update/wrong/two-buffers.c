// loses: latest-pairs
// Writes to two buffers in turn and reads the one that is not being written; the second interrupt overwrites it.
#include "sensor.h"

/* The second buffer; the first are WORD_TIME_LOW, WORD_TIME_HIGH, WORD_VALUE. */
enum { SECOND = WORD_SPARE, GIVEN = WORD_SPARE + 3 };

static uint32_t buffer_of(uint32_t number) {
  return number & 1u ? (uint32_t)SECOND : (uint32_t)WORD_TIME_LOW;
}

void sensor_init(void) {
  for (uint32_t word = 0; word < WORDS; word++) shared_store(word, 0);
}

void sensor_interrupt(void) {
  const reading_t *sample = device_sample();
  uint32_t number = shared_load(WORD_READY) + 1;
  uint32_t buffer = buffer_of(number);
  shared_store(buffer, sample->time_low);
  shared_store(buffer + 1, sample->time_high);
  shared_store(buffer + 2, (uint32_t)sample->value);
  shared_store(WORD_READY, number);
  shared_store(WORD_COUNT, shared_load(WORD_COUNT) + 1);
  shared_store(WORD_SUM, shared_load(WORD_SUM) + (uint32_t)sample->value);
}

uint32_t sensor_take(batch_t *batch) {
  irq_disable();
  batch->count = shared_load(WORD_COUNT);
  batch->sum = (int32_t)shared_load(WORD_SUM);
  shared_store(WORD_COUNT, 0);
  shared_store(WORD_SUM, 0);
  irq_enable();
  if (batch->count > 0) uplink_send(batch->count, (uint32_t)batch->sum);
  return batch->count;
}

uint32_t sensor_latest(reading_t *reading) {
  uint32_t number = shared_load(WORD_READY);
  if (number == shared_load(GIVEN)) return 0;
  uint32_t buffer = buffer_of(number);
  reading->time_low = shared_load(buffer);
  reading->time_high = shared_load(buffer + 1);
  reading->value = (int32_t)shared_load(buffer + 2);
  shared_store(GIVEN, number);
  uplink_send(reading->time_low, (uint32_t)reading->value);
  return 1;
}
