#include "ota.h"

/* Header words by number, so that writing, reading back and the order of the commit are one loop. */
enum { MAGIC, VERSION, LENGTH, CRC, TRIED, CONFIRMED };

static const uint32_t table[] = {
#define B(c) ((c) >> 1 ^ ((c) & 1 ? CRC_POLYNOMIAL : 0u))
#define T(i) B(B(B(B(i##u))))
    T(0), T(1), T(2), T(3), T(4), T(5), T(6), T(7), T(8), T(9), T(10), T(11), T(12), T(13), T(14), T(15),
};

uint32_t ota_crc32(const uint8_t *data, uint32_t bytes) {
  uint32_t crc = ~0u;
  for (; bytes != 0; bytes--) {
    crc ^= *data++;
    crc = table[crc % 16] ^ crc / 16;
    crc = table[crc % 16] ^ crc / 16;
  }
  return ~crc;
}

static uint32_t field(const flash_t *flash, uint32_t slot, uint32_t number) {
  return flash_word(flash, slot * SLOT_BYTES + 4 * number);
}

static void set_field(flash_t *flash, uint32_t slot, uint32_t number, uint32_t value) {
  flash_program(flash, slot * SLOT_BYTES + 4 * number, value);
}

static const uint8_t *image_of(const flash_t *flash, uint32_t slot) {
  return flash->bytes + slot * SLOT_BYTES + HEADER_BYTES;
}

static int is_whole(const flash_t *flash, uint32_t slot) {
  uint32_t length = field(flash, slot, LENGTH);
  return length <= SLOT_BYTES - HEADER_BYTES && ota_crc32(image_of(flash, slot), length) == field(flash, slot, CRC);
}

static int is_valid(const flash_t *flash, uint32_t slot) {
  return slot < 2 && field(flash, slot, MAGIC) == OTA_MAGIC && is_whole(flash, slot);
}

static int may_start(const flash_t *flash, uint32_t slot) {
  if (field(flash, slot, CONFIRMED) != 0 && field(flash, slot, TRIED) != ~0u) return 0;
  return is_valid(flash, slot);
}

int32_t ota_boot(flash_t *flash) {
  uint32_t first = field(flash, 1, VERSION) > field(flash, 0, VERSION);
  for (uint32_t i = 0; i < 2; i++) {
    uint32_t slot = first ^ i;
    if (!may_start(flash, slot)) continue;
    if (field(flash, slot, CONFIRMED) != 0) set_field(flash, slot, TRIED, 0);
    return (int32_t)slot;
  }
  return OTA_NO_SLOT;
}

int32_t ota_confirm(flash_t *flash, uint32_t slot) {
  if (!is_valid(flash, slot)) return OTA_NO_SLOT;
  set_field(flash, slot, CONFIRMED, 0);
  return OTA_OK;
}

int32_t ota_install(flash_t *flash, uint32_t running, const uint8_t *image, uint32_t bytes, uint32_t version) {
  if (bytes > SLOT_BYTES - HEADER_BYTES) return OTA_TOO_LARGE;
  if (version <= field(flash, running, VERSION)) return OTA_OLD_VERSION;
  uint32_t slot = running == 0;
  uint32_t base = slot * SLOT_BYTES;
  for (uint32_t at = 0; at < SLOT_BYTES; at += PAGE_BYTES) flash_erase(flash, base + at);
  for (uint32_t at = 0; at < bytes; at += 4) {
    uint32_t rest = bytes - at, word = ~0u;
    for (uint32_t i = rest < 4 ? rest : 4; i-- > 0;) word = word << 8 | image[at + i];
    flash_program(flash, base + HEADER_BYTES + at, word);
  }
  const uint32_t fields[] = {OTA_MAGIC, version, bytes, ota_crc32(image, bytes)};
  for (uint32_t number = 4; number-- > 0;) {
    if (number == MAGIC && !is_whole(flash, slot)) return OTA_VERIFY_FAILED;
    set_field(flash, slot, number, fields[number]);
    if (field(flash, slot, number) != fields[number]) return OTA_VERIFY_FAILED;
  }
  return OTA_OK;
}
