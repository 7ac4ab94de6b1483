// The names under which PostgreSQL carries our notifications.

export const outboxChannel = 'bringup_outbox';
export const liveChannel = 'bringup_live';
