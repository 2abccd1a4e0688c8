import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are looked up by who are provisioned from elsewhere. */
export class UserNames0014 implements MigrationInterface {
  readonly name = 'UserNames1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- the subject of the name they are provisioned under, which does not tell it; null once erased
ALTER TABLE person ADD COLUMN user_name_subject uuid;
UPDATE person SET user_name_subject = mail_subject;
CREATE UNIQUE INDEX person_user_name ON person (program_id, user_name_subject);
-- like the user name, external_id holds a subject: some directories put a name there
CREATE INDEX person_external ON person (program_id, external_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
