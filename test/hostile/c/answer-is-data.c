// verdict: compile-error
int answer = 6;
