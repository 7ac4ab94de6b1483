// verdict: compile-error
