import { parseArgs } from 'node:util';
import { AccountsService } from '../access/index.js';
import { Queries } from '../db/queries.js';
import { randomCode } from '../kernel/ids.js';
import { PeopleService, splitName } from '../people/index.js';
import { type Command, CommandFault } from './command.js';
import { withProgram } from './program.js';
import { askSecret } from './secret.prompt.js';

const usage = 'npm run khou -- admin create --user-name NAME --name-lo "GIVEN FAMILY" [--name-en "GIVEN FAMILY"]';

export const command: Command = {
  summary: 'creates an administrator',
  help: `${usage}

Puts a person on record and gives them an account with the role of administrator.
The password is typed without being shown, or piped in (echo ... | npm run khou -- admin create ...), or, where
nothing is given, made and printed once. It has 8 to 128 characters and is not among the common ones.

  --user-name  what the person signs in with
  --name-lo    the name in Lao letters; given name first
  --name-en    the name in Latin letters, as in the passport

Exit codes: 0 created; 1 refused, with the reason; 2 the command was not understood.`,
  async run(args) {
    const { userName, nameLo, nameEn } = optionsOf(args);
    const given = await askSecret('Password (leave it empty to have one made): ');
    const secret = given === '' ? madePassword() : given;
    return withProgram(async (program) => {
      const [people, accounts] = [program.get(PeopleService), program.get(AccountsService)];
      await program.get(Queries).transaction(async (tx) => {
        const [personId] = await people.add(tx, [{ values: anUndescribed(nameLo, nameEn), posting: null }]);
        await accounts.invite(tx, [{ personId: personId!, userName, roles: ['administrator'] }], null);
        await accounts.setSecret(tx, personId!, secret);
      });
      console.log(`${nameLo} is an administrator now and signs in as ${userName}.`);
      if (given === '') console.log(`Password, shown only this once: ${secret}`);
      return 0;
    });
  },
};

function optionsOf(args: readonly string[]): { userName: string; nameLo: string; nameEn: string | null } {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'user-name': text, 'name-lo': text, 'name-en': text },
  });
  if (positionals.join(' ') !== 'create') throw new CommandFault(`Say what to do:\n  ${usage}`, 2);
  const [userName, nameLo, nameEn] = [
    values['user-name']?.trim(),
    values['name-lo']?.trim(),
    values['name-en']?.trim(),
  ];
  if (!userName || !nameLo) throw new CommandFault(`--user-name and --name-lo are needed:\n  ${usage}`, 2);
  return { userName, nameLo, nameEn: nameEn || null };
}

/** A person of whom only the names are known. */
function anUndescribed(nameLo: string, nameEn: string | null) {
  const [lao, latin] = [splitName(nameLo), splitName(nameEn ?? '')];
  return {
    givenNameLo: lao.given,
    familyNameLo: lao.family,
    givenNameEn: latin.given || null,
    familyNameEn: latin.family,
    sex: 'not_stated' as const,
    rank: null,
    serviceNumber: null,
    phone: null,
    birthYear: null,
  };
}

/** 80 random bits in groups that can be read out. */
function madePassword(): string {
  return randomCode(80).toLowerCase().match(/.{4}/g)!.join('-');
}
