// Words are spans of the line: taken off its front one by one, the name first.
#include "command_parser.h"

typedef struct {
  const char *at;
  const char *end;
} span_t;

static int is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/* Takes the next word off the front of `rest`; an empty span when there is none. */
static span_t take_word(span_t *rest) {
  while (rest->at < rest->end && is_blank(*rest->at)) rest->at++;
  span_t word = {rest->at, rest->at};
  while (word.end < rest->end && !is_blank(*word.end)) word.end++;
  rest->at = word.end;
  return word;
}

static int equals(span_t word, const char *name) {
  while (word.at < word.end && *name && *word.at == *name) word.at++, name++;
  return word.at == word.end && *name == 0;
}

static int32_t digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

/* 0 when the word is no number. Stops growing above 2^33, which is out of every range. */
static int to_number(span_t word, int64_t *value) {
  int32_t base = 10;
  int64_t sign = 1, sum = 0;
  if (*word.at == '-') sign = -1, word.at++;
  else if (word.end - word.at >= 2 && word.at[0] == '0' && (word.at[1] == 'x' || word.at[1] == 'X')) base = 16, word.at += 2;
  if (word.at == word.end) return 0;
  do {
    int32_t d = digit(*word.at++);
    if (d >= base) return 0;
    if (sum < (int64_t)1 << 33) sum = sum * base + d;
  } while (word.at < word.end);
  *value = sign * sum;
  return 1;
}

static int32_t interpret(span_t rest, event_t *event) {
  span_t word = take_word(&rest);
  if (word.at == word.end) return EVENT_NONE;
  const command_t *command = commands;
  while (!equals(word, command->name))
    if (++command == commands + COMMANDS) return EVENT_UNKNOWN;
  event->command = (uint32_t)(command - commands);
  span_t ahead = rest;
  uint32_t count = 0;
  for (word = take_word(&ahead); word.at < word.end; word = take_word(&ahead)) count++;
  if (count != command->arguments) return EVENT_COUNT;
  for (uint32_t i = 0; i < count; i++) {
    int64_t value;
    event->argument = i;
    if (!to_number(take_word(&rest), &value)) return EVENT_NUMBER;
    if (value < command->ranges[i].min || value > command->ranges[i].max) return EVENT_RANGE;
    event->values[i] = (int32_t)value;
  }
  return EVENT_COMMAND;
}

void parser_init(parser_t *parser) {
  parser->length = 0;
  parser->flags = 0;
}

uint32_t parser_feed(parser_t *parser, const uint8_t *bytes, uint32_t count, event_t *event) {
  event->kind = EVENT_NONE;
  for (uint32_t taken = 0; taken < count;) {
    uint8_t byte = bytes[taken++];
    if (byte != '\n') {
      if (parser->length == LINE_BYTES) parser->flags = 1;
      else parser->line[parser->length++] = (char)byte;
      continue;
    }
    span_t line = {parser->line, parser->line + parser->length};
    event->kind = parser->flags ? EVENT_TOO_LONG : interpret(line, event);
    parser_init(parser);
    if (event->kind != EVENT_NONE) return taken;
  }
  return count;
}
