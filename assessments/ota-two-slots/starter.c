#include "ota.h"

uint32_t ota_crc32(const uint8_t *data, uint32_t bytes) {
  (void)data;
  (void)bytes;
  return 0;
}

int32_t ota_boot(flash_t *flash) {
  (void)flash;
  return OTA_NO_SLOT;
}

int32_t ota_confirm(flash_t *flash, uint32_t slot) {
  (void)flash;
  (void)slot;
  return OTA_NO_SLOT;
}

int32_t ota_install(flash_t *flash, uint32_t running, const uint8_t *image, uint32_t bytes, uint32_t version) {
  (void)flash;
  (void)running;
  (void)image;
  (void)bytes;
  (void)version;
  return OTA_VERIFY_FAILED;
}
