// The functions of the harness's heap that are called from outside the program.

/** Start (with the arena's size), peak (bytes of the arena ever handed out) and wanted (bytes that a failed request would have needed). */
export const heapExports = ['__bringup_heap_start', '__bringup_heap_peak', '__bringup_heap_wanted'] as const;
