import { type Command, CommandFault } from './command.js';

export const command: Command = {
  summary: 'creates an administrator',
  help: '',
  async run() {
    throw new CommandFault('not yet');
  },
};
