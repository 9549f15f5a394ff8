import { type Command, CommandFault } from './command.js';
import { renderCertificates, renderHelp } from '../certificates/render.command.js';

export const command: Command = {
  summary: 'render: prints certificates to PDF from a file of facts',
  get help() {
    return renderHelp();
  },
  async run([word, ...args]) {
    if (word === 'render') return renderCertificates(args);
    throw new CommandFault(
      word === undefined ? 'Say which: certificates render' : `There is no command "certificates ${word}".`,
      2,
    );
  },
};
