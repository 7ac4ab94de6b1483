// loses: white-space, names
// Takes vertical tab and form feed for separators, as isspace does; the contract knows space, tab and carriage return alone.
#include "command_parser.h"

void parser_init(parser_t *parser) {
  parser->length = 0;
  parser->flags = 0;
}

static int is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void skip_spaces(const char **at, const char *end) {
  while (*at < end && is_space(**at)) ++*at;
}

static const char *word_end(const char *at, const char *end) {
  while (at < end && !is_space(*at)) at++;
  return at;
}

/* 0: no number; 1: a number in *value, saturated beyond 2^33. */
static int number(const char *at, const char *end, int64_t *value) {
  int negative = 0;
  uint32_t base = 10;
  uint64_t v = 0;
  if (end - at >= 2 && at[0] == '0' && (at[1] == 'x' || at[1] == 'X')) {
    base = 16;
    at += 2;
  } else if (at < end && *at == '-') {
    negative = 1;
    at++;
  }
  if (at == end) return 0;
  for (; at < end; at++) {
    uint32_t c = (uint8_t)*at, digit = c - '0';
    if (digit > 9) {
      if (base == 10) return 0;
      digit = (c | 0x20u) - 'a';
      if (digit > 5) return 0;
      digit += 10;
    }
    v = v * base + digit;
    if (v >> 33) v = (uint64_t)1 << 33;
  }
  *value = negative ? -(int64_t)v : (int64_t)v;
  return 1;
}

static void interpret(const char *at, const char *end, event_t *event) {
  skip_spaces(&at, end);
  if (at == end) return;
  const char *stop = word_end(at, end);
  uint32_t which;
  for (which = 0; which < COMMANDS; which++) {
    const char *name = commands[which].name, *p = at;
    while (p < stop && *name && *name == *p) name++, p++;
    if (p == stop && !*name) break;
  }
  if (which == COMMANDS) {
    event->kind = EVENT_UNKNOWN;
    return;
  }
  const command_t *command = &commands[which];
  event->command = which;
  const char *arguments = stop;
  uint32_t count = 0;
  for (const char *p = stop;;) {
    skip_spaces(&p, end);
    if (p == end) break;
    count++;
    p = word_end(p, end);
  }
  if (count != command->arguments) {
    event->kind = EVENT_COUNT;
    return;
  }
  at = arguments;
  for (uint32_t i = 0; i < count; i++) {
    int64_t value;
    skip_spaces(&at, end);
    stop = word_end(at, end);
    event->argument = i;
    if (!number(at, stop, &value)) {
      event->kind = EVENT_NUMBER;
      return;
    }
    if (value < command->ranges[i].min || value > command->ranges[i].max) {
      event->kind = EVENT_RANGE;
      return;
    }
    event->values[i] = (int32_t)value;
    at = stop;
  }
  event->kind = EVENT_COMMAND;
}

uint32_t parser_feed(parser_t *parser, const uint8_t *bytes, uint32_t count, event_t *event) {
  event->kind = EVENT_NONE;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t c = bytes[i];
    if (c != '\n') {
      if (parser->length < LINE_BYTES) parser->line[parser->length++] = (char)c;
      else parser->flags = 1;
      continue;
    }
    if (parser->flags) event->kind = EVENT_TOO_LONG;
    else interpret(parser->line, parser->line + parser->length, event);
    parser->length = 0;
    parser->flags = 0;
    if (event->kind != EVENT_NONE) return i + 1;
  }
  return count;
}
