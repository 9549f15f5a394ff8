import { migrate, migrateDown } from '../db/database.js';
import type { Command } from './command.js';
import { withDatabase } from './program.js';

export const command: Command = {
  summary: 'brings the database to the newest state',
  help: `npm run khou -- migrate [--down]

Runs the migrations that the database has not seen. --down takes the last one back.
Uses DATABASE_URL, or the embedded database in KHOU_DATA_DIR.`,
  async run(args) {
    return withDatabase(async (url) => {
      if (args.includes('--down')) {
        const undone = await migrateDown(url);
        console.log(undone === null ? 'There is no migration to take back.' : `Taken back: ${undone}`);
        return 0;
      }
      const ran = await migrate(url);
      console.log(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}`);
      return 0;
    });
  },
};
