import { Inject, Injectable } from '@nestjs/common';
import { type Candidate, type CandidateWish, candidatesFor } from '#lib/access';
import { AlertsQuery } from '#lib/advice';
import { QueryBus } from '@nestjs/cqrs';
import { Database } from '#lib/platform';
import type { Viewer } from '#lib/projections';
import { type Records, RECORDS, Refusal } from '#lib/recording';

/** To whom alerts can be given. */
@Injectable()
export class Assignees {
  constructor(
    @Inject(RECORDS) private readonly records: Pick<Records, 'log'>,
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  /** @throws UnknownUnit for `unit` */
  find(viewer: Viewer, wish: CandidateWish): Promise<readonly Candidate[]> {
    return this.database.inProgram(viewer.program, (tx) =>
      candidatesFor(tx, this.records.log.seals, viewer, 'decide', wish),
    );
  }

  /**
   * Somebody who may decide about an alert.
   * @throws Refusal `alert-unknown`, `assignee-unfit`
   */
  async of(viewer: Viewer, alert: string, person: string): Promise<Candidate> {
    const { items } = await this.queries.execute(new AlertsQuery(viewer, { id: alert }, 1));
    const unit = items[0]?.unit;
    if (unit === undefined) throw new Refusal('alert-unknown', `There is no alert ${alert}.`);
    const [found] = await this.find(viewer, { unit, id: person });
    if (found) return found;
    const message = `Nobody with the id ${person} may decide about "${unit}". GET /people/names?unit=${unit} lists those who may.`;
    throw new Refusal('assignee-unfit', message, '/person');
  }
}
