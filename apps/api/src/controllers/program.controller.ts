import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '#lib/access';
import {
  ChangeProgram as ChangeProgramBody,
  CreateProgram,
  NewProgram,
  ProgramView,
} from '#lib/contracts';
import type { EventData, ProgramId } from '#lib/domain';
import { type By, ChangeProgram, Present, Recorder } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { Noted } from '../http/noted.js';
import { ProgramOf, Requested } from '../http/parameters.js';

/** The program that a key belongs to, and new ones. */
@ApiTags('Program and keys')
@Controller('api/v1')
export class ProgramController {
  constructor(
    private readonly commands: CommandBus,
    private readonly present: Present,
    private readonly recorder: Recorder,
    private readonly access: Access,
  ) {}

  @Get('program')
  @Operation({
    summary: 'The program of the key: its name, and what its units follow by default',
    answers: { 200: ProgramView },
  })
  one(@ProgramOf() program: ProgramId) {
    return this.present.look(program, [], async (known) => {
      const view = await known.catalogue();
      return { id: program, ...view.program };
    });
  }

  @Put('program')
  @Noted('program.changed', () => ({}))
  @Operation({
    summary: 'Changes the program’s name, default models and headline model',
    answers: { 200: ProgramView },
    refuses: [409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.program,
  })
  async change(
    @Body({ schema: ChangeProgramBody }) body: z.output<typeof ChangeProgramBody>,
    @Requested() by: By,
  ) {
    const wish = checked<EventData['program.changed']>(body);
    return { id: by.program, ...(await this.commands.execute(new ChangeProgram(by, wish))) };
  }

  @Post('programs')
  @Noted('program.made', ({ answer }) => ({ program: String(answer.program) }))
  @Operation({
    summary: 'Makes a new tenant and its first administrator key, shown this once',
    description: 'For keys of the server’s administrator.',
    answers: { 201: NewProgram },
    refuses: [403, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newProgram,
  })
  async create(
    @Body({ schema: CreateProgram }) { id, name }: z.output<typeof CreateProgram>,
    @Requested() by: By,
  ) {
    const program = id as ProgramId;
    return this.recorder.once(by, async () => {
      const made = await this.access.createProgram(program, name);
      return { program, key: made.key };
    });
  }
}
