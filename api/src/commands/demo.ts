import { loadDemo, signInTable } from '../demo/load.js';
import { migrate } from '../db/database.js';
import { type Command, CommandFault } from './command.js';
import { prepare } from './prepare.js';
import { withDatabase } from './program.js';

export const command: Command = {
  summary: 'loads the demonstration programme into an empty database',
  help: `npm run khou -- demo

Replays a training programme through the same services as real data: a donor, a project, the training of trainers that
graduated 22 Master Trainers, the foundation course for 20 officers with its attendance, answers and certificates, three
announced rollouts, and a class that runs today. Every person is fictional and marked so. Only an empty database takes it.
Prints who may sign in; the list stays in demo-sign-in.json in the data directory.`,
  async run() {
    const note = (line: string) => console.log(line);
    return withDatabase(async (url, config) => {
      await migrate(url);
      const signIns = await loadDemo(url, config, (program) => prepare(program, note), note);
      if (signIns === null)
        throw new CommandFault(
          'The database is not empty: the demonstration never mixes with other records. Use a new KHOU_DATA_DIR or database.',
        );
      console.log(`\nSign in at ${config.publicUrl} after npm start:\n${signInTable(signIns)}`);
      return 0;
    });
  },
};
