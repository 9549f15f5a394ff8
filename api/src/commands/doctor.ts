import { AuditService } from '../audit/audit.service.js';
import { readConfig } from '../config.js';
import { type HealthCheck, HealthChecks } from '../db/health-checks.js';
import { Queries } from '../db/queries.js';
import type { Command } from './command.js';
import { isBeating } from './heartbeat.js';
import { withProgram } from './program.js';

export const command: Command = {
  summary: 'examines the installation and says what is wrong',
  help: `npm run khou -- doctor [--live | --worker]

Examines the database, the audit chain, jobs, files, seats and certificate numbers. Exit code 0: all is well; 1: something
is not. For health checks of containers: --live only asks a running server on PORT whether it is ready, --worker whether a
worker of this machine was well within the last minute.`,
  async run(args) {
    if (args.includes('--worker')) return (await isBeating()) ? 0 : 1;
    return args.includes('--live') ? live() : examine();
  },
};

async function live(): Promise<number> {
  const { port } = readConfig();
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
    (fault: Error) => fault,
  );
  const ready = answer instanceof Response && answer.ok;
  console.log(
    ready ? 'Ready.' : `Not ready: ${answer instanceof Response ? `status ${answer.status}` : answer.message}`,
  );
  return ready ? 0 : 1;
}

async function examine(): Promise<number> {
  return withProgram(async (program) => {
    const checks = [...ownChecks(program.get(Queries), program.get(AuditService)), ...program.get(HealthChecks).all()];
    let faults = 0;
    for (const check of checks) {
      const sentences = await check.run().catch((fault: Error) => [`could not be examined: ${fault.message}`]);
      faults += sentences.length;
      console.log(`${sentences.length === 0 ? 'ok   ' : 'FAULT'} ${check.name}`);
      for (const sentence of sentences) console.log(`      ${sentence}`);
    }
    console.log(faults === 0 ? `\nAll ${checks.length} checks hold.` : `\n${faults} faults.`);
    return faults === 0 ? 0 : 1;
  });
}

function ownChecks(queries: Queries, audit: AuditService): HealthCheck[] {
  return [
    {
      name: 'The database can be written and compares Lao letters',
      async run() {
        const [row] = await queries.read<{ lao: boolean; readonly: string }>(
          `select show_trgm('ພາສາ') <> '{}' as lao, current_setting('transaction_read_only') as readonly`,
        );
        return [
          ...(row!.lao
            ? []
            : [
                'Lao search is slow and finds less: the database was made with a locale that does not know Lao letters.',
              ]),
          ...(row!.readonly === 'off' ? [] : ['The database is read-only.']),
        ];
      },
    },
    {
      name: 'The audit chain is unbroken',
      async run() {
        const seq = await audit.firstBreak();
        return seq === null
          ? []
          : [`Event ${seq} does not follow from the one before it: a row was changed or removed.`];
      },
    },
    {
      name: 'No job was given up or left behind',
      async run() {
        const rows = await queries.read<{ name: string; state: string; count: number; error: string | null }>(
          `select name, state, count(*)::int as count, max(last_error) as error from jobs
           where state = 'failed' or (state in ('queued', 'running') and run_at < now() - interval '1 hour') group by name, state`,
        );
        return rows.map(
          (row) =>
            `${row.count} × ${row.name} ${row.state === 'failed' ? 'given up' : 'waiting for over an hour'}${row.error ? `: ${row.error}` : ''}`,
        );
      },
    },
  ];
}
