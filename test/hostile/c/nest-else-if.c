// verdict: accepted
#include "answer.h"
int unused(int a) {
  if (a == 0) return 0;
  else
  if (a == 1) return 7;
  else
  if (a == 2) return 14;
  else
  if (a == 3) return 21;
  else
  if (a == 4) return 28;
  else
  if (a == 5) return 35;
  else
  if (a == 6) return 42;
  else
  if (a == 7) return 49;
  else
  if (a == 8) return 56;
  else
  if (a == 9) return 63;
  else
  if (a == 10) return 70;
  else
  if (a == 11) return 77;
  else
  if (a == 12) return 84;
  else
  if (a == 13) return 0;
  else
  if (a == 14) return 7;
  else
  if (a == 15) return 14;
  else
  if (a == 16) return 21;
  else
  if (a == 17) return 28;
  else
  if (a == 18) return 35;
  else
  if (a == 19) return 42;
  else
  if (a == 20) return 49;
  else
  if (a == 21) return 56;
  else
  if (a == 22) return 63;
  else
  if (a == 23) return 70;
  else
  if (a == 24) return 77;
  else
  if (a == 25) return 84;
  else
  if (a == 26) return 0;
  else
  if (a == 27) return 7;
  else
  if (a == 28) return 14;
  else
  if (a == 29) return 21;
  else
  if (a == 30) return 28;
  else
  if (a == 31) return 35;
  else
  if (a == 32) return 42;
  else
  if (a == 33) return 49;
  else
  if (a == 34) return 56;
  else
  if (a == 35) return 63;
  else
  if (a == 36) return 70;
  else
  if (a == 37) return 77;
  else
  if (a == 38) return 84;
  else
  if (a == 39) return 0;
  else
  if (a == 40) return 7;
  else
  if (a == 41) return 14;
  else
  if (a == 42) return 21;
  else
  if (a == 43) return 28;
  else
  if (a == 44) return 35;
  else
  if (a == 45) return 42;
  else
  if (a == 46) return 49;
  else
  if (a == 47) return 56;
  else
  if (a == 48) return 63;
  else
  if (a == 49) return 70;
  else
  if (a == 50) return 77;
  else
  if (a == 51) return 84;
  else
  if (a == 52) return 0;
  else
  if (a == 53) return 7;
  else
  if (a == 54) return 14;
  else
  if (a == 55) return 21;
  else
  if (a == 56) return 28;
  else
  if (a == 57) return 35;
  else
  if (a == 58) return 42;
  else
  if (a == 59) return 49;
  else
  if (a == 60) return 56;
  else
  if (a == 61) return 63;
  else
  if (a == 62) return 70;
  else
  if (a == 63) return 77;
  else
  if (a == 64) return 84;
  else
  if (a == 65) return 0;
  else
  if (a == 66) return 7;
  else
  if (a == 67) return 14;
  else
  if (a == 68) return 21;
  else
  if (a == 69) return 28;
  else
  if (a == 70) return 35;
  else
  if (a == 71) return 42;
  else
  if (a == 72) return 49;
  else
  if (a == 73) return 56;
  else
  if (a == 74) return 63;
  else
  if (a == 75) return 70;
  else
  if (a == 76) return 77;
  else
  if (a == 77) return 84;
  else
  if (a == 78) return 0;
  else
  if (a == 79) return 7;
  else
  if (a == 80) return 14;
  else
  if (a == 81) return 21;
  else
  if (a == 82) return 28;
  else
  if (a == 83) return 35;
  else
  if (a == 84) return 42;
  else
  if (a == 85) return 49;
  else
  if (a == 86) return 56;
  else
  if (a == 87) return 63;
  else
  if (a == 88) return 70;
  else
  if (a == 89) return 77;
  else
  if (a == 90) return 84;
  else
  if (a == 91) return 0;
  else
  if (a == 92) return 7;
  else
  if (a == 93) return 14;
  else
  if (a == 94) return 21;
  else
  if (a == 95) return 28;
  else
  if (a == 96) return 35;
  else
  if (a == 97) return 42;
  else
  if (a == 98) return 49;
  else
  if (a == 99) return 56;
  else
  if (a == 100) return 63;
  else
  if (a == 101) return 70;
  else
  if (a == 102) return 77;
  else
  if (a == 103) return 84;
  else
  if (a == 104) return 0;
  else
  if (a == 105) return 7;
  else
  if (a == 106) return 14;
  else
  if (a == 107) return 21;
  else
  if (a == 108) return 28;
  else
  if (a == 109) return 35;
  else
  if (a == 110) return 42;
  else
  if (a == 111) return 49;
  else
  if (a == 112) return 56;
  else
  if (a == 113) return 63;
  else
  if (a == 114) return 70;
  else
  if (a == 115) return 77;
  else
  if (a == 116) return 84;
  else
  if (a == 117) return 0;
  else
  if (a == 118) return 7;
  else
  if (a == 119) return 14;
  else
  if (a == 120) return 21;
  else
  if (a == 121) return 28;
  else
  if (a == 122) return 35;
  else
  if (a == 123) return 42;
  else
  if (a == 124) return 49;
  else
  if (a == 125) return 56;
  else
  if (a == 126) return 63;
  else
  if (a == 127) return 70;
  else
  if (a == 128) return 77;
  else
  if (a == 129) return 84;
  else
  if (a == 130) return 0;
  else
  if (a == 131) return 7;
  else
  if (a == 132) return 14;
  else
  if (a == 133) return 21;
  else
  if (a == 134) return 28;
  else
  if (a == 135) return 35;
  else
  if (a == 136) return 42;
  else
  if (a == 137) return 49;
  else
  if (a == 138) return 56;
  else
  if (a == 139) return 63;
  else
  if (a == 140) return 70;
  else
  if (a == 141) return 77;
  else
  if (a == 142) return 84;
  else
  if (a == 143) return 0;
  else
  if (a == 144) return 7;
  else
  if (a == 145) return 14;
  else
  if (a == 146) return 21;
  else
  if (a == 147) return 28;
  else
  if (a == 148) return 35;
  else
  if (a == 149) return 42;
  else
  if (a == 150) return 49;
  else
  if (a == 151) return 56;
  else
  if (a == 152) return 63;
  else
  if (a == 153) return 70;
  else
  if (a == 154) return 77;
  else
  if (a == 155) return 84;
  else
  if (a == 156) return 0;
  else
  if (a == 157) return 7;
  else
  if (a == 158) return 14;
  else
  if (a == 159) return 21;
  else
  if (a == 160) return 28;
  else
  if (a == 161) return 35;
  else
  if (a == 162) return 42;
  else
  if (a == 163) return 49;
  else
  if (a == 164) return 56;
  else
  if (a == 165) return 63;
  else
  if (a == 166) return 70;
  else
  if (a == 167) return 77;
  else
  if (a == 168) return 84;
  else
  if (a == 169) return 0;
  else
  if (a == 170) return 7;
  else
  if (a == 171) return 14;
  else
  if (a == 172) return 21;
  else
  if (a == 173) return 28;
  else
  if (a == 174) return 35;
  else
  if (a == 175) return 42;
  else
  if (a == 176) return 49;
  else
  if (a == 177) return 56;
  else
  if (a == 178) return 63;
  else
  if (a == 179) return 70;
  else
  if (a == 180) return 77;
  else
  if (a == 181) return 84;
  else
  if (a == 182) return 0;
  else
  if (a == 183) return 7;
  else
  if (a == 184) return 14;
  else
  if (a == 185) return 21;
  else
  if (a == 186) return 28;
  else
  if (a == 187) return 35;
  else
  if (a == 188) return 42;
  else
  if (a == 189) return 49;
  else
  if (a == 190) return 56;
  else
  if (a == 191) return 63;
  else
  if (a == 192) return 70;
  else
  if (a == 193) return 77;
  else
  if (a == 194) return 84;
  else
  if (a == 195) return 0;
  else
  if (a == 196) return 7;
  else
  if (a == 197) return 14;
  else
  if (a == 198) return 21;
  else
  if (a == 199) return 28;
  else
  if (a == 200) return 35;
  else
  if (a == 201) return 42;
  else
  if (a == 202) return 49;
  else
  if (a == 203) return 56;
  else
  if (a == 204) return 63;
  else
  if (a == 205) return 70;
  else
  if (a == 206) return 77;
  else
  if (a == 207) return 84;
  else
  if (a == 208) return 0;
  else
  if (a == 209) return 7;
  else
  if (a == 210) return 14;
  else
  if (a == 211) return 21;
  else
  if (a == 212) return 28;
  else
  if (a == 213) return 35;
  else
  if (a == 214) return 42;
  else
  if (a == 215) return 49;
  else
  if (a == 216) return 56;
  else
  if (a == 217) return 63;
  else
  if (a == 218) return 70;
  else
  if (a == 219) return 77;
  else
  if (a == 220) return 84;
  else
  if (a == 221) return 0;
  else
  if (a == 222) return 7;
  else
  if (a == 223) return 14;
  else
  if (a == 224) return 21;
  else
  if (a == 225) return 28;
  else
  if (a == 226) return 35;
  else
  if (a == 227) return 42;
  else
  if (a == 228) return 49;
  else
  if (a == 229) return 56;
  else
  if (a == 230) return 63;
  else
  if (a == 231) return 70;
  else
  if (a == 232) return 77;
  else
  if (a == 233) return 84;
  else
  if (a == 234) return 0;
  else
  if (a == 235) return 7;
  else
  if (a == 236) return 14;
  else
  if (a == 237) return 21;
  else
  if (a == 238) return 28;
  else
  if (a == 239) return 35;
  else
  if (a == 240) return 42;
  else
  if (a == 241) return 49;
  else
  if (a == 242) return 56;
  else
  if (a == 243) return 63;
  else
  if (a == 244) return 70;
  else
  if (a == 245) return 77;
  else
  if (a == 246) return 84;
  else
  if (a == 247) return 0;
  else
  if (a == 248) return 7;
  else
  if (a == 249) return 14;
  else
  if (a == 250) return 21;
  else
  if (a == 251) return 28;
  else
  if (a == 252) return 35;
  else
  if (a == 253) return 42;
  else
  if (a == 254) return 49;
  else
  if (a == 255) return 56;
  else
  if (a == 256) return 63;
  else
  if (a == 257) return 70;
  else
  if (a == 258) return 77;
  else
  if (a == 259) return 84;
  else
  if (a == 260) return 0;
  else
  if (a == 261) return 7;
  else
  if (a == 262) return 14;
  else
  if (a == 263) return 21;
  else
  if (a == 264) return 28;
  else
  if (a == 265) return 35;
  else
  if (a == 266) return 42;
  else
  if (a == 267) return 49;
  else
  if (a == 268) return 56;
  else
  if (a == 269) return 63;
  else
  if (a == 270) return 70;
  else
  if (a == 271) return 77;
  else
  if (a == 272) return 84;
  else
  if (a == 273) return 0;
  else
  if (a == 274) return 7;
  else
  if (a == 275) return 14;
  else
  if (a == 276) return 21;
  else
  if (a == 277) return 28;
  else
  if (a == 278) return 35;
  else
  if (a == 279) return 42;
  else
  if (a == 280) return 49;
  else
  if (a == 281) return 56;
  else
  if (a == 282) return 63;
  else
  if (a == 283) return 70;
  else
  if (a == 284) return 77;
  else
  if (a == 285) return 84;
  else
  if (a == 286) return 0;
  else
  if (a == 287) return 7;
  else
  if (a == 288) return 14;
  else
  if (a == 289) return 21;
  else
  if (a == 290) return 28;
  else
  if (a == 291) return 35;
  else
  if (a == 292) return 42;
  else
  if (a == 293) return 49;
  else
  if (a == 294) return 56;
  else
  if (a == 295) return 63;
  else
  if (a == 296) return 70;
  else
  if (a == 297) return 77;
  else
  if (a == 298) return 84;
  else
  if (a == 299) return 0;
  else
  if (a == 300) return 7;
  else
  if (a == 301) return 14;
  else
  if (a == 302) return 21;
  else
  if (a == 303) return 28;
  else
  if (a == 304) return 35;
  else
  if (a == 305) return 42;
  else
  if (a == 306) return 49;
  else
  if (a == 307) return 56;
  else
  if (a == 308) return 63;
  else
  if (a == 309) return 70;
  else
  if (a == 310) return 77;
  else
  if (a == 311) return 84;
  else
  if (a == 312) return 0;
  else
  if (a == 313) return 7;
  else
  if (a == 314) return 14;
  else
  if (a == 315) return 21;
  else
  if (a == 316) return 28;
  else
  if (a == 317) return 35;
  else
  if (a == 318) return 42;
  else
  if (a == 319) return 49;
  else
  if (a == 320) return 56;
  else
  if (a == 321) return 63;
  else
  if (a == 322) return 70;
  else
  if (a == 323) return 77;
  else
  if (a == 324) return 84;
  else
  if (a == 325) return 0;
  else
  if (a == 326) return 7;
  else
  if (a == 327) return 14;
  else
  if (a == 328) return 21;
  else
  if (a == 329) return 28;
  else
  if (a == 330) return 35;
  else
  if (a == 331) return 42;
  else
  if (a == 332) return 49;
  else
  if (a == 333) return 56;
  else
  if (a == 334) return 63;
  else
  if (a == 335) return 70;
  else
  if (a == 336) return 77;
  else
  if (a == 337) return 84;
  else
  if (a == 338) return 0;
  else
  if (a == 339) return 7;
  else
  if (a == 340) return 14;
  else
  if (a == 341) return 21;
  else
  if (a == 342) return 28;
  else
  if (a == 343) return 35;
  else
  if (a == 344) return 42;
  else
  if (a == 345) return 49;
  else
  if (a == 346) return 56;
  else
  if (a == 347) return 63;
  else
  if (a == 348) return 70;
  else
  if (a == 349) return 77;
  else
  if (a == 350) return 84;
  else
  if (a == 351) return 0;
  else
  if (a == 352) return 7;
  else
  if (a == 353) return 14;
  else
  if (a == 354) return 21;
  else
  if (a == 355) return 28;
  else
  if (a == 356) return 35;
  else
  if (a == 357) return 42;
  else
  if (a == 358) return 49;
  else
  if (a == 359) return 56;
  else
  if (a == 360) return 63;
  else
  if (a == 361) return 70;
  else
  if (a == 362) return 77;
  else
  if (a == 363) return 84;
  else
  if (a == 364) return 0;
  else
  if (a == 365) return 7;
  else
  if (a == 366) return 14;
  else
  if (a == 367) return 21;
  else
  if (a == 368) return 28;
  else
  if (a == 369) return 35;
  else
  if (a == 370) return 42;
  else
  if (a == 371) return 49;
  else
  if (a == 372) return 56;
  else
  if (a == 373) return 63;
  else
  if (a == 374) return 70;
  else
  if (a == 375) return 77;
  else
  if (a == 376) return 84;
  else
  if (a == 377) return 0;
  else
  if (a == 378) return 7;
  else
  if (a == 379) return 14;
  else
  if (a == 380) return 21;
  else
  if (a == 381) return 28;
  else
  if (a == 382) return 35;
  else
  if (a == 383) return 42;
  else
  if (a == 384) return 49;
  else
  if (a == 385) return 56;
  else
  if (a == 386) return 63;
  else
  if (a == 387) return 70;
  else
  if (a == 388) return 77;
  else
  if (a == 389) return 84;
  else
  if (a == 390) return 0;
  else
  if (a == 391) return 7;
  else
  if (a == 392) return 14;
  else
  if (a == 393) return 21;
  else
  if (a == 394) return 28;
  else
  if (a == 395) return 35;
  else
  if (a == 396) return 42;
  else
  if (a == 397) return 49;
  else
  if (a == 398) return 56;
  else
  if (a == 399) return 63;
  else
  return 0;
}
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
