// Cuts the line into words in place: separators become a byte that no word holds any more, the newline.
#include "command_parser.h"

static const uint8_t END = '\n';

static uint8_t *cut(uint8_t *line, uint8_t *end, uint32_t *words) {
  uint8_t *to = line, before = END;
  *words = 0;
  for (uint8_t *from = line; from < end; from++) {
    uint8_t c = *from;
    if (c == ' ' || c == '\t' || c == '\r') c = END;
    if (c == END && before == END) continue;
    if (before == END) ++*words;
    *to++ = before = c;
  }
  if (before != END && to < end) *to++ = END;
  return to;
}

/* The value of the digits up to the end of the word, at most 2^32; -1 when there is something else. */
static int64_t digits(const uint8_t *at, const uint8_t *end, uint32_t base) {
  uint64_t sum = 0;
  if (at == end || *at == END) return -1;
  for (; at < end && *at != END; at++) {
    uint32_t d = *at - (uint32_t)'0';
    if (d >= 10) {
      d = (*at & ~0x20u) - 'A';
      d = d < 6 ? d + 10 : 99;
    }
    if (d >= base) return -1;
    sum = sum * base + d;
    if (sum >> 32) sum = 1ull << 32;
  }
  return (int64_t)sum;
}

static int32_t arguments(const uint8_t *at, const uint8_t *end, const command_t *command, event_t *event) {
  for (uint32_t i = 0; i < command->arguments; i++) {
    int is_negative = *at == '-';
    int is_hex = !is_negative && end - at > 1 && *at == '0' && (at[1] | 0x20) == 'x';
    int64_t value = digits(at + (is_negative ? 1 : is_hex ? 2 : 0), end, is_hex ? 16 : 10);
    event->argument = i;
    if (value < 0) return EVENT_NUMBER;
    if (is_negative) value = -value;
    if (value < command->ranges[i].min || value > command->ranges[i].max) return EVENT_RANGE;
    event->values[i] = (int32_t)value;
    while (at < end && *at++ != END) {}
  }
  return EVENT_COMMAND;
}

static int32_t meaning(uint8_t *line, uint32_t length, event_t *event) {
  uint32_t words;
  const uint8_t *end = cut(line, line + length, &words);
  if (words == 0) return EVENT_NONE;
  for (event->command = 0; event->command < COMMANDS; event->command++) {
    const command_t *command = &commands[event->command];
    const uint8_t *at = line;
    const char *name = command->name;
    while (at < end && *name && *at == (uint8_t)*name) at++, name++;
    if (*name || (at < end && *at != END)) continue;
    if (words - 1 != command->arguments) return EVENT_COUNT;
    return arguments(at + 1, end, command, event);
  }
  return EVENT_UNKNOWN;
}

void parser_init(parser_t *parser) {
  parser->length = 0;
  parser->flags = 0;
}

uint32_t parser_feed(parser_t *parser, const uint8_t *bytes, uint32_t count, event_t *event) {
  for (uint32_t i = 0; i < count; i++) {
    if (bytes[i] == '\n') {
      event->kind = parser->flags ? EVENT_TOO_LONG : meaning((uint8_t *)parser->line, parser->length, event);
      parser_init(parser);
      if (event->kind) return i + 1;
    } else if (parser->length < LINE_BYTES) {
      parser->line[parser->length++] = (char)bytes[i];
    } else {
      parser->flags = 1;
    }
  }
  event->kind = EVENT_NONE;
  return count;
}
