// loses: latest-is-whole
// The interrupt notes where the registers are, and the main loop reads them when it gets there.
#include "sensor.h"

void sensor_init(void) {
  for (uint32_t word = 0; word < WORDS; word++) shared_store(word, 0);
}

void sensor_interrupt(void) {
  const reading_t *sample = device_sample();
  shared_store(WORD_READY, (uint32_t)(uintptr_t)sample);
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
  irq_disable();
  const reading_t *sample = (const reading_t *)(uintptr_t)shared_load(WORD_READY);
  shared_store(WORD_READY, 0);
  irq_enable();
  if (!sample) return 0;
  *reading = *sample;
  uplink_send(reading->time_low, (uint32_t)reading->value);
  return 1;
}
