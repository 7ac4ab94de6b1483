#include "ota.h"

/* Every word is compared right after it was programmed; the commit is the last word of all. */
static const uint32_t half_byte[16] = {
#define HALVE(c) (((c) & 1u) ? CRC_POLYNOMIAL ^ ((c) >> 1) : ((c) >> 1))
#define OF(n) HALVE(HALVE(HALVE(HALVE(n##u))))
    OF(0), OF(1), OF(2), OF(3), OF(4), OF(5), OF(6), OF(7), OF(8), OF(9), OF(10), OF(11), OF(12), OF(13), OF(14), OF(15)};

uint32_t ota_crc32(const uint8_t *data, uint32_t bytes) {
  uint32_t crc = UINT32_MAX;
  for (uint32_t i = 0; i < bytes; i++) {
    uint32_t low = (crc ^ data[i]) & 15u;
    crc = (crc >> 4) ^ half_byte[low];
    uint32_t high = (crc ^ (data[i] >> 4)) & 15u;
    crc = (crc >> 4) ^ half_byte[high];
  }
  return crc ^ UINT32_MAX;
}

static uint32_t start_of(uint32_t slot) {
  return slot == 0 ? 0 : SLOT_BYTES;
}

static int write_word(flash_t *flash, uint32_t address, uint32_t word) {
  flash_program(flash, address, word);
  return flash_word(flash, address) == word;
}

static int is_valid(const flash_t *flash, uint32_t base) {
  uint32_t length = flash_word(flash, base + AT_LENGTH);
  return flash_word(flash, base + AT_MAGIC) == OTA_MAGIC && length <= SLOT_BYTES - HEADER_BYTES &&
         ota_crc32(&flash->bytes[base + HEADER_BYTES], length) == flash_word(flash, base + AT_CRC);
}

static int is_confirmed(const flash_t *flash, uint32_t base) {
  return flash_word(flash, base + AT_CONFIRMED) == 0;
}

static int can_start(const flash_t *flash, uint32_t base) {
  return (is_confirmed(flash, base) || flash_word(flash, base + AT_TRIED) == UINT32_MAX) && is_valid(flash, base);
}

int32_t ota_boot(flash_t *flash) {
  int can[2] = {can_start(flash, 0), can_start(flash, SLOT_BYTES)};
  if (can[0] && can[1]) can[flash_word(flash, AT_VERSION) > flash_word(flash, SLOT_BYTES + AT_VERSION)] = 0;
  if (!can[0] && !can[1]) return OTA_NO_SLOT;
  uint32_t slot = can[1] ? 1 : 0;
  if (!is_confirmed(flash, start_of(slot))) flash_program(flash, start_of(slot) + AT_TRIED, 0);
  return (int32_t)slot;
}

int32_t ota_confirm(flash_t *flash, uint32_t slot) {
  if (slot > 1 || !is_valid(flash, start_of(slot))) return OTA_NO_SLOT;
  flash_program(flash, start_of(slot) + AT_CONFIRMED, 0);
  return OTA_OK;
}

int32_t ota_install(flash_t *flash, uint32_t running, const uint8_t *image, uint32_t bytes, uint32_t version) {
  if (bytes > SLOT_BYTES - HEADER_BYTES) return OTA_TOO_LARGE;
  if (version <= flash_word(flash, start_of(running) + AT_VERSION)) return OTA_OLD_VERSION;
  uint32_t base = start_of(!running);
  for (uint32_t page = base; page < base + SLOT_BYTES; page += PAGE_BYTES) flash_erase(flash, page);
  int is_taken = 1;
  for (uint32_t at = 0; at < bytes; at += 4) {
    uint32_t word = 0;
    for (uint32_t i = 4; i-- > 0;) word = word << 8 | (at + i < bytes ? image[at + i] : 0xFFu);
    is_taken &= write_word(flash, base + HEADER_BYTES + at, word);
  }
  is_taken &= write_word(flash, base + AT_LENGTH, bytes);
  is_taken &= write_word(flash, base + AT_CRC, ota_crc32(image, bytes));
  is_taken &= write_word(flash, base + AT_VERSION, version);
  if (!is_taken || !write_word(flash, base + AT_MAGIC, OTA_MAGIC)) return OTA_VERIFY_FAILED;
  return OTA_OK;
}
