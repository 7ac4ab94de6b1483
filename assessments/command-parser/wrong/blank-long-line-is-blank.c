// loses: long-lines
// Forgets a line that is too long when nothing but white space stands in it.
#include "command_parser.h"

static int is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

static const char *after_spaces(const char *at, const char *end) {
  while (at < end && is_space(*at)) at++;
  return at;
}

static const char *after_word(const char *at, const char *end) {
  while (at < end && !is_space(*at)) at++;
  return at;
}

static int is_named(const char *name, const char *word, const char *end) {
  while (word < end && *name && *name == *word) name++, word++;
  return word == end && !*name;
}

static uint32_t digit_of(char c) {
  if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
  c |= 32;
  return c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10u : 99u;
}

static int32_t read_number(const char *at, const char *end, const range_t *range, int32_t *value) {
  const int64_t beyond = (int64_t)1 << 32;
  int64_t sum = 0;
  uint32_t base = 10;
  int negative = *at == '-';
  if (negative) at++;
  else if (end - at > 2 && at[0] == '0' && (at[1] | 32) == 'x') base = 16, at += 2;
  if (at == end) return EVENT_NUMBER;
  for (; at < end; at++) {
    uint32_t digit = digit_of(*at);
    if (digit >= base) return EVENT_NUMBER;
    sum = sum * base + digit;
    if (sum > beyond) sum = beyond;
  }
  if (negative) sum = -sum;
  if (sum < range->min || sum > range->max) return EVENT_RANGE;
  *value = (int32_t)sum;
  return EVENT_COMMAND;
}

static int32_t read_line(const char *at, const char *end, event_t *event) {
  const char *word = after_spaces(at, end);
  if (word == end) return EVENT_NONE;
  const char *rest = after_word(word, end);
  uint32_t which = 0;
  while (which < COMMANDS && !is_named(commands[which].name, word, rest)) which++;
  if (which == COMMANDS) return EVENT_UNKNOWN;
  event->command = which;
  uint32_t count = 0;
  for (at = after_spaces(rest, end); at < end; at = after_spaces(after_word(at, end), end)) count++;
  if (count != commands[which].arguments) return EVENT_COUNT;
  for (uint32_t i = 0; i < count; i++) {
    word = after_spaces(rest, end);
    rest = after_word(word, end);
    event->argument = i;
    int32_t kind = read_number(word, rest, &commands[which].ranges[i], &event->values[i]);
    if (kind != EVENT_COMMAND) return kind;
  }
  return EVENT_COMMAND;
}

void parser_init(parser_t *parser) {
  parser->length = 0;
}

uint32_t parser_feed(parser_t *parser, const uint8_t *bytes, uint32_t count, event_t *event) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t length = parser->length;
    if (bytes[i] != '\n') {
      if (length < LINE_BYTES) parser->line[length] = (char)bytes[i];
      if (length <= LINE_BYTES) parser->length = length + 1;
      continue;
    }
    parser->length = 0;
    int is_blank = after_spaces(parser->line, parser->line + LINE_BYTES) == parser->line + LINE_BYTES;
    event->kind = length > LINE_BYTES ? (is_blank ? EVENT_NONE : EVENT_TOO_LONG) : read_line(parser->line, parser->line + length, event);
    if (event->kind != EVENT_NONE) return i + 1;
  }
  event->kind = EVENT_NONE;
  return count;
}
