// Finds out early whether the port can be used, before anything is started.
import { createServer } from 'node:net';
import { DomainError } from '@bringup/platform';

/** @throws DomainError `port-taken`, `port-forbidden`, `port-invalid` with what to do */
export async function assertPortFree(port: number, host: string): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new DomainError('port-invalid', 'PORT is wrong: it must be a number between 0 and 65535.');
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new DomainError(
            'port-taken',
            `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 100} npm start`,
          ),
        );
      else if (error.code === 'EACCES')
        reject(
          new DomainError(
            'port-forbidden',
            `Port ${port} may not be used by you. Choose one above 1024: PORT=3100 npm start`,
          ),
        );
      else
        reject(
          new DomainError('port-invalid', `${host}:${port} cannot be used: ${error.message}. Check HOST and PORT.`),
        );
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
