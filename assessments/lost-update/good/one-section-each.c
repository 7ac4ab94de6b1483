#include "sensor.h"

/* One short section for each function; everything else happens on copies. */

void sensor_init(void) {
  shared_store(WORD_COUNT, 0);
  shared_store(WORD_SUM, 0);
  shared_store(WORD_READY, 0);
}

void sensor_interrupt(void) {
  const reading_t *now = device_sample();
  uint32_t count = shared_load(WORD_COUNT) + 1;
  uint32_t sum = shared_load(WORD_SUM) + (uint32_t)now->value;
  shared_store(WORD_COUNT, count);
  shared_store(WORD_SUM, sum);
  shared_store(WORD_TIME_HIGH, now->time_high);
  shared_store(WORD_TIME_LOW, now->time_low);
  shared_store(WORD_VALUE, (uint32_t)now->value);
  shared_store(WORD_READY, 1);
}

uint32_t sensor_take(batch_t *batch) {
  uint32_t count, sum;
  irq_disable();
  count = shared_load(WORD_COUNT);
  shared_store(WORD_COUNT, 0);
  sum = shared_load(WORD_SUM);
  shared_store(WORD_SUM, 0);
  irq_enable();
  batch->count = count;
  batch->sum = (int32_t)sum;
  if (count != 0) uplink_send(count, sum);
  return count;
}

uint32_t sensor_latest(reading_t *reading) {
  /* Only the interrupt sets the flag, so a flag that is seen stays set until it is taken here. */
  if (shared_load(WORD_READY) == 0) return 0;
  irq_disable();
  shared_store(WORD_READY, 0);
  uint32_t high = shared_load(WORD_TIME_HIGH);
  uint32_t low = shared_load(WORD_TIME_LOW);
  uint32_t value = shared_load(WORD_VALUE);
  irq_enable();
  *reading = (reading_t){low, high, (int32_t)value};
  uplink_send(low, value);
  return 1;
}
