// loses: damaged-slots
// Starts an image that was never tried before a confirmed one of a higher version.
#include "ota.h"

#define STEP(c) (((c) & 1u) ? ((c) >> 1) ^ CRC_POLYNOMIAL : (c) >> 1)
#define NIBBLE(n) STEP(STEP(STEP(STEP(n))))

static const uint32_t nibbles[16] = {
    NIBBLE(0u), NIBBLE(1u), NIBBLE(2u),  NIBBLE(3u),  NIBBLE(4u),  NIBBLE(5u),  NIBBLE(6u),  NIBBLE(7u),
    NIBBLE(8u), NIBBLE(9u), NIBBLE(10u), NIBBLE(11u), NIBBLE(12u), NIBBLE(13u), NIBBLE(14u), NIBBLE(15u)};

uint32_t ota_crc32(const uint8_t *data, uint32_t bytes) {
  uint32_t crc = ~0u;
  while (bytes-- > 0) {
    crc ^= *data++;
    crc = (crc >> 4) ^ nibbles[crc & 15u];
    crc = (crc >> 4) ^ nibbles[crc & 15u];
  }
  return ~crc;
}

static int is_valid(const flash_t *flash, uint32_t slot) {
  uint32_t base = slot * SLOT_BYTES;
  uint32_t length = flash_word(flash, base + AT_LENGTH);
  if (flash_word(flash, base + AT_MAGIC) != OTA_MAGIC || length > SLOT_BYTES - HEADER_BYTES) return 0;
  return ota_crc32(flash->bytes + base + HEADER_BYTES, length) == flash_word(flash, base + AT_CRC);
}

static int may_start(const flash_t *flash, uint32_t slot) {
  uint32_t base = slot * SLOT_BYTES;
  if (!is_valid(flash, slot)) return 0;
  return flash_word(flash, base + AT_CONFIRMED) == 0 || flash_word(flash, base + AT_TRIED) == ~0u;
}

int32_t ota_boot(flash_t *flash) {
  int first = may_start(flash, 0);
  int second = may_start(flash, 1);
  if (!first && !second) return OTA_NO_SLOT;
  uint32_t slot = (uint32_t)second;
  if (first && second) slot = flash_word(flash, SLOT_BYTES + AT_VERSION) > flash_word(flash, AT_VERSION);
  if (first && second && flash_word(flash, (1u - slot) * SLOT_BYTES + AT_CONFIRMED) != 0) slot = 1u - slot;
  uint32_t base = slot * SLOT_BYTES;
  if (flash_word(flash, base + AT_CONFIRMED) != 0) flash_program(flash, base + AT_TRIED, 0);
  return (int32_t)slot;
}

int32_t ota_confirm(flash_t *flash, uint32_t slot) {
  if (!is_valid(flash, slot)) return OTA_NO_SLOT;
  flash_program(flash, slot * SLOT_BYTES + AT_CONFIRMED, 0);
  return OTA_OK;
}

int32_t ota_install(flash_t *flash, uint32_t running, const uint8_t *image, uint32_t bytes, uint32_t version) {
  if (bytes > SLOT_BYTES - HEADER_BYTES) return OTA_TOO_LARGE;
  if (version <= flash_word(flash, running * SLOT_BYTES + AT_VERSION)) return OTA_OLD_VERSION;
  uint32_t base = (1u - running) * SLOT_BYTES;
  for (uint32_t at = 0; at < SLOT_BYTES; at += PAGE_BYTES) flash_erase(flash, base + at);
  for (uint32_t at = 0; at < bytes; at += 4) {
    uint32_t word = ~0u;
    for (uint32_t i = 0; i < 4 && at + i < bytes; i++) word ^= (uint32_t)(uint8_t)~image[at + i] << 8 * i;
    flash_program(flash, base + HEADER_BYTES + at, word);
  }
  uint32_t crc = ota_crc32(image, bytes);
  flash_program(flash, base + AT_VERSION, version);
  flash_program(flash, base + AT_LENGTH, bytes);
  flash_program(flash, base + AT_CRC, crc);
  int taken = flash_word(flash, base + AT_VERSION) == version && flash_word(flash, base + AT_LENGTH) == bytes &&
              flash_word(flash, base + AT_CRC) == crc &&
              ota_crc32(flash->bytes + base + HEADER_BYTES, bytes) == crc;
  if (!taken) return OTA_VERIFY_FAILED;
  flash_program(flash, base + AT_MAGIC, OTA_MAGIC);
  return flash_word(flash, base + AT_MAGIC) == OTA_MAGIC ? OTA_OK : OTA_VERIFY_FAILED;
}
