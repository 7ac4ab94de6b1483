// After the database tests: the throw-away PostgreSQL and its folder go.
import { rmSync } from 'node:fs';

interface TestServer {
  stop(): Promise<void>;
  folder: string;
}

export default async function stopServer(): Promise<void> {
  const { bringupTestServer: server } = globalThis as unknown as { bringupTestServer: TestServer };
  await server.stop();
  rmSync(server.folder, { recursive: true, force: true });
}
