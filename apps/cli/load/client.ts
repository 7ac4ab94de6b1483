// HTTP as a candidate's browser speaks it: one kept-alive connection each, an event stream beside it, and patience when the server is away.
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** From sending to the last byte of the answer. */
  readonly milliseconds: number;
}

/** No browser waits longer for an answer. */
const answerMilliseconds = 30_000;

function read(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    message.setEncoding('utf8');
    message.on('data', (chunk: string) => (text += chunk));
    message.once('end', () => resolve(text));
    message.once('error', reject);
  });
}

export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private stream: ClientRequest | undefined;
  private closed = false;
  private onEvent: () => void = () => undefined;
  /** Events heard so far. */
  heard = 0;

  constructor(private readonly url: string) {}

  /** Rejects when no answer came: the server is away or died meanwhile. */
  send(method: string, path: string, body?: unknown): Promise<Reply> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method, headers, agent: this.agent, timeout: answerMilliseconds });
      sent.once('timeout', () => sent.destroy(new Error(`no answer within ${answerMilliseconds / 1000} s`)));
      sent.once('error', reject);
      sent.once('response', (message) => {
        read(message).then((answer) => {
          const milliseconds = performance.now() - started;
          resolve({ status: message.statusCode ?? 0, body: parsed(answer), milliseconds });
        }, reject);
      });
      sent.end(text);
    });
  }

  /** Listens to an event stream until `close`, and again after each loss, as browsers do. */
  listen(path: string): void {
    const again = (): void => {
      if (!this.closed) setTimeout(() => this.listen(path), 1000).unref();
    };
    if (this.closed) return;
    this.stream = request(`${this.url}${path}`, { agent: false, headers: { accept: 'text/event-stream' } });
    this.stream.once('error', again);
    this.stream.once('response', (message) => {
      message.on('data', () => {
        this.heard += 1;
        this.onEvent();
      });
      message.once('error', () => undefined);
      message.once('close', again);
    });
    this.stream.end();
  }

  /** Resolves at the next event, or after a while without one. */
  nextEvent(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.onEvent = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  close(): void {
    this.closed = true;
    this.stream?.destroy();
    this.agent.destroy();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
