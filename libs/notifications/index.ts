// The only door of the notifications library; the worker alone imports it.
export { createMailTransport, type MailTransport } from './mail-transport';
export { registerMailHandlers } from './register-mail-handlers';
export type { MailTools } from './send-mail';
export { loadTemplates, type MailTemplates } from './templates';
