// No text of a verdict can steer a terminal or turn the direction of writing around.
import { plainText } from './plain-text';

it.each([
  ['plain\ntext', 'plain\ntext'],
  ['tab\tand é “ü”', 'tab and é “ü”'],
  ['\u001b[31mred', '\\x1b[31mred'],
  ['\u001b]0;title\u0007', '\\x1b]0;title\\x07'],
  ['\u009b2J\u007f\r', '\\x9b2J\\x7f\\x0d'],
  ['a\u202eb\u2066c\ufeff', 'a\\u202eb\\u2066c\\ufeff'],
  ['half \ud800 of a pair, whole 😀', 'half \ufffd of a pair, whole 😀'],
])('%j', (text, shown) => expect(plainText(text)).toBe(shown));
