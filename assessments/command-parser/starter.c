#include "command_parser.h"

void parser_init(parser_t *parser) {
  parser->length = 0;
}

uint32_t parser_feed(parser_t *parser, const uint8_t *bytes, uint32_t count, event_t *event) {
  (void)parser;
  (void)bytes;
  event->kind = EVENT_NONE;
  return count;
}
