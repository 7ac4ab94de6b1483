// The table of handlers: exactly one a topic, or the process does not start.
import { OutboxHandlers } from './handlers';
import { topic } from './topic';

const one = topic<{ id: string }>('one', 'mail');
const two = topic<{ id: string }>('two', 'upkeep');
const nothing = async () => undefined;

describe('the handlers of a process', () => {
  it('are complete when every topic has one', () => {
    const handlers = new OutboxHandlers().register(one, nothing).register(two, nothing);
    expect(() => handlers.assertComplete([one, two])).not.toThrow();
  });

  it('name every topic that has none', () => {
    const handlers = new OutboxHandlers();
    expect(() => handlers.assertComplete([one, two])).toThrow('These topics have no handler: one, two.');
  });

  it('refuse a second handler for a topic', () => {
    const handlers = new OutboxHandlers().register(one, nothing);
    expect(() => handlers.register(one, nothing)).toThrow('Topic one has two handlers; it may have one.');
  });

  it('refuse a topic that nobody knows', () => {
    expect(() => new OutboxHandlers().for('three')).toThrow('Topic three has no handler in this process.');
  });
});
