// loses: worn-flash
// Reads back the image, its length and checksum but not the version, so a worn version word is not noticed.
#include "ota.h"

static const uint32_t nibbles[16] = {
#define S(c) (((c) >> 1) ^ (CRC_POLYNOMIAL & (0u - ((c)&1u))))
#define N(i) S(S(S(S((uint32_t)(i)))))
  N(0), N(1), N(2), N(3), N(4), N(5), N(6), N(7), N(8), N(9), N(10), N(11), N(12), N(13), N(14), N(15)};

uint32_t ota_crc32(const uint8_t *data, uint32_t bytes) {
  uint32_t crc = 0xFFFFFFFFu;
  for (const uint8_t *end = data + bytes; data != end; data++) {
    crc ^= *data;
    crc = crc >> 4 ^ nibbles[crc & 15];
    crc = crc >> 4 ^ nibbles[crc & 15];
  }
  return ~crc;
}

static uint32_t word_of(const flash_t *flash, uint32_t slot, uint32_t at) { return flash_word(flash, slot * SLOT_BYTES + at); }

static __attribute__((noinline)) int valid(const flash_t *flash, uint32_t slot) {
  if (slot > 1 || word_of(flash, slot, AT_MAGIC) != OTA_MAGIC) return 0;
  uint32_t length = word_of(flash, slot, AT_LENGTH);
  if (length > SLOT_BYTES - HEADER_BYTES) return 0;
  return ota_crc32(flash->bytes + slot * SLOT_BYTES + HEADER_BYTES, length) == word_of(flash, slot, AT_CRC);
}

static __attribute__((noinline)) void program(flash_t *flash, uint32_t address, uint32_t word) { flash_program(flash, address, word); }

int32_t ota_boot(flash_t *flash) {
  int32_t best = OTA_NO_SLOT;
  for (uint32_t slot = 0; slot < 2; slot++) {
    if (!valid(flash, slot)) continue;
    if (word_of(flash, slot, AT_CONFIRMED) != 0 && word_of(flash, slot, AT_TRIED) != 0xFFFFFFFFu) continue;
    if (best >= 0 && word_of(flash, slot, AT_VERSION) <= word_of(flash, (uint32_t)best, AT_VERSION)) continue;
    best = (int32_t)slot;
  }
  if (best >= 0 && word_of(flash, (uint32_t)best, AT_CONFIRMED) != 0) program(flash, (uint32_t)best * SLOT_BYTES + AT_TRIED, 0);
  return best;
}

int32_t ota_confirm(flash_t *flash, uint32_t slot) {
  if (!valid(flash, slot)) return OTA_NO_SLOT;
  if (word_of(flash, slot, AT_CONFIRMED) != 0) program(flash, slot * SLOT_BYTES + AT_CONFIRMED, 0);
  return OTA_OK;
}

int32_t ota_install(flash_t *flash, uint32_t running, const uint8_t *image, uint32_t bytes, uint32_t version) {
  if (bytes > SLOT_BYTES - HEADER_BYTES) return OTA_TOO_LARGE;
  if (version <= word_of(flash, running, AT_VERSION)) return OTA_OLD_VERSION;
  const uint32_t slot = running ^ 1u, base = slot * SLOT_BYTES;
  /* The magic word goes first: nothing half erased or half written is ever valid. */
  program(flash, base + AT_MAGIC, 0);
  for (uint32_t page = SLOT_BYTES; page > 0;) flash_erase(flash, base + (page -= PAGE_BYTES));
  for (uint32_t at = 0; at < bytes; at += 4) {
    uint32_t word = 0xFFFFFFFFu;
    for (uint32_t i = 0; i < 4 && at + i < bytes; i++) word ^= (uint32_t)(uint8_t)~image[at + i] << 8 * i;
    program(flash, base + HEADER_BYTES + at, word);
  }
  program(flash, base + AT_VERSION, version);
  program(flash, base + AT_LENGTH, bytes);
  const uint32_t crc = ota_crc32(image, bytes);
  program(flash, base + AT_CRC, crc);
  if (word_of(flash, slot, AT_LENGTH) != bytes || word_of(flash, slot, AT_CRC) != crc ||
      ota_crc32(flash->bytes + base + HEADER_BYTES, bytes) != crc || word_of(flash, slot, AT_TRIED) != 0xFFFFFFFFu ||
      word_of(flash, slot, AT_CONFIRMED) != 0xFFFFFFFFu)
    return OTA_VERIFY_FAILED;
  program(flash, base + AT_MAGIC, OTA_MAGIC);
  return word_of(flash, slot, AT_MAGIC) == OTA_MAGIC ? OTA_OK : OTA_VERIFY_FAILED;
}
