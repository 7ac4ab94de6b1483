// One pass over the complete line: each word is judged where it stands, and the verdict falls at the end, when all words are counted.
#include "command_parser.h"

enum { TOO_LONG = LINE_BYTES + 1 };

static uint32_t is_separator(uint8_t c) { return c == ' ' || c == '\t' || c == '\r'; }

static uint32_t which_command(const uint8_t *word, uint32_t length) {
  for (uint32_t i = 0; i < COMMANDS; i++) {
    const char *name = commands[i].name;
    uint32_t k = 0;
    while (k < length && name[k] != 0 && (uint8_t)name[k] == word[k]) k++;
    if (k == length && name[k] == 0) return i;
  }
  return COMMANDS;
}

static int32_t judge(const uint8_t *word, uint32_t length, range_t range, int32_t *result) {
  uint32_t i = 0, base = 10;
  uint64_t magnitude = 0;
  int is_negative = word[0] == '-';
  if (is_negative) i = 1;
  else if (length > 1 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X')) i = 2, base = 16;
  if (i == length) return EVENT_NUMBER;
  for (; i < length; i++) {
    uint32_t digit = (uint32_t)word[i] - '0';
    if (base == 16 && digit > 9) {
      digit = ((uint32_t)word[i] | 0x20u) - 'a' + 10u;
      if (digit < 10) return EVENT_NUMBER;
    }
    if (digit >= base) return EVENT_NUMBER;
    magnitude = magnitude * base + digit;
    if (magnitude > 0xFFFFFFFFu) magnitude = 0xFFFFFFFFu;
  }
  int64_t value = is_negative ? -(int64_t)magnitude : (int64_t)magnitude;
  if (value < range.min || value > range.max) return EVENT_RANGE;
  *result = (int32_t)value;
  return EVENT_COMMAND;
}

static int32_t run_line(const uint8_t *line, uint32_t length, event_t *event) {
  uint32_t words = 0, which = 0;
  int32_t verdict = EVENT_COMMAND;
  for (uint32_t at = 0; at < length;) {
    if (is_separator(line[at])) {
      at++;
      continue;
    }
    const uint8_t *word = &line[at];
    uint32_t size = 0;
    do size++;
    while (at + size < length && !is_separator(word[size]));
    at += size;
    if (words == 0) {
      which = which_command(word, size);
      if (which == COMMANDS) return EVENT_UNKNOWN;
    } else if (verdict == EVENT_COMMAND && words <= commands[which].arguments) {
      event->argument = words - 1;
      verdict = judge(word, size, commands[which].ranges[words - 1], &event->values[words - 1]);
    }
    words++;
  }
  if (words == 0) return EVENT_NONE;
  event->command = which;
  return words - 1 == commands[which].arguments ? verdict : EVENT_COUNT;
}

void parser_init(parser_t *parser) { parser->length = 0; }

uint32_t parser_feed(parser_t *parser, const uint8_t *bytes, uint32_t count, event_t *event) {
  const uint8_t *at = bytes, *end = bytes + count;
  event->kind = EVENT_NONE;
  while (at != end && event->kind == EVENT_NONE) {
    uint8_t byte = *at++;
    uint32_t length = parser->length;
    if (byte == '\n') {
      event->kind = length == TOO_LONG ? EVENT_TOO_LONG : run_line((const uint8_t *)parser->line, length, event);
      parser->length = 0;
    } else if (length < LINE_BYTES) {
      parser->line[length] = (char)byte;
      parser->length = length + 1;
    } else {
      parser->length = TOO_LONG;
    }
  }
  return (uint32_t)(at - bytes);
}
