// What Clang prints, as the editor needs it.
import { compilerMessages, placelessErrors } from './compiler-messages';

const output = `/task/ring_buffer.c:12:18: error: use of undeclared identifier 'capcity'; did you mean 'capacity'?
   12 |   if (rb->head - capcity > 3) return 0;
      |                  ^~~~~~~
      |                  capacity
/task/ring_buffer.h:8:12: note: 'capacity' declared here
ring_buffer.c:20: warning: unused variable 'n' [-Wunused-variable]
ring_buffer.c:1:10: fatal error: 'stdio.h' file not found
2 errors and 1 warning generated.
`;

describe('compilerMessages', () => {
  it('finds each diagnostic with its place, without the quoted source', () => {
    expect(compilerMessages(output)).toEqual([
      {
        file: 'ring_buffer.c',
        line: 12,
        column: 18,
        severity: 'error',
        text: "use of undeclared identifier 'capcity'; did you mean 'capacity'?",
      },
      { file: 'ring_buffer.h', line: 8, column: 12, severity: 'note', text: "'capacity' declared here" },
      {
        file: 'ring_buffer.c',
        line: 20,
        column: 1,
        severity: 'warning',
        text: "unused variable 'n' [-Wunused-variable]",
      },
      { file: 'ring_buffer.c', line: 1, column: 10, severity: 'error', text: "'stdio.h' file not found" },
    ]);
  });

  it('takes nothing from quoted source that looks like a diagnostic, nor from an empty output', () => {
    expect(compilerMessages('   12 | "x.c:1:1: error: no"\n')).toEqual([]);
    expect(compilerMessages('')).toEqual([]);
  });

  it('reads output with carriage returns', () => {
    expect(compilerMessages('a.c:3:4: error: expected expression\r\n')[0]?.text).toBe('expected expression');
  });
});

describe('placelessErrors', () => {
  it('finds what the linker says', () => {
    expect(placelessErrors('wasm-ld: error: undefined symbol: ring_read\n' + output)).toEqual([
      'undefined symbol: ring_read',
    ]);
  });
});
