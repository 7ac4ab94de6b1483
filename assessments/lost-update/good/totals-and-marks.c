#include "sensor.h"

/* Totals since the cold start, and marks of what was taken from them; a section holds no more than the reading of what belongs together. */
#define MARK_COUNT WORD_SPARE
#define MARK_SUM (WORD_SPARE + 1u)
#define MARK_GIVEN (WORD_SPARE + 2u)

static void add(uint32_t word, uint32_t amount) {
  shared_store(word, shared_load(word) + amount);
}

void sensor_init(void) {
  uint32_t word = WORDS;
  while (word-- > 0) shared_store(word, 0);
}

void sensor_interrupt(void) {
  const reading_t *sample = device_sample();
  uint32_t value = (uint32_t)sample->value;
  add(WORD_COUNT, 1);
  add(WORD_SUM, value);
  shared_store(WORD_VALUE, value);
  shared_store(WORD_TIME_LOW, sample->time_low);
  shared_store(WORD_TIME_HIGH, sample->time_high);
}

uint32_t sensor_take(batch_t *batch) {
  irq_disable();
  uint32_t count = shared_load(WORD_COUNT);
  uint32_t sum = shared_load(WORD_SUM);
  irq_enable();
  uint32_t fresh = count - shared_load(MARK_COUNT);
  uint32_t fresh_sum = sum - shared_load(MARK_SUM);
  batch->count = fresh;
  batch->sum = (int32_t)fresh_sum;
  if (fresh == 0) return 0;
  shared_store(MARK_COUNT, count);
  shared_store(MARK_SUM, sum);
  uplink_send(fresh, fresh_sum);
  return fresh;
}

uint32_t sensor_latest(reading_t *reading) {
  irq_disable();
  uint32_t count = shared_load(WORD_COUNT);
  reading->time_low = shared_load(WORD_TIME_LOW);
  reading->time_high = shared_load(WORD_TIME_HIGH);
  reading->value = (int32_t)shared_load(WORD_VALUE);
  irq_enable();
  if (count == shared_load(MARK_GIVEN)) return 0;
  shared_store(MARK_GIVEN, count);
  uplink_send(reading->time_low, (uint32_t)reading->value);
  return 1;
}
