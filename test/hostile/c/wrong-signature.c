// verdict: wrong-answer
int answer(void) { return 6; }
