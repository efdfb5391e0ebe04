import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { CodeCertification } from '#matching';
import { ReadCpfUseCase, type CpfView } from './read-cpf.use-case.ts';

const codeSchema = z.string().regex(/^(CFD|SISE):[0-9A-Z]+$/);

@Controller('certifications/:code/cpf')
export class CpfController {
  constructor(private readonly cpf: ReadCpfUseCase) {}

  @Get()
  get(@Param('code', { schema: codeSchema }) code: z.infer<typeof codeSchema>): Promise<CpfView> {
    return this.cpf.execute(code as CodeCertification);
  }
}
