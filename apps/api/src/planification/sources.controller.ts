import { Controller, Get } from '@nestjs/common';
import { connectorOf, SOURCES, type SourceDescription } from '#sources';
import { ConnectorAccess, type ConnectorState } from '../collectes/connector-access.ts';

/** A source, and what this installation knows of its service: names of variables, never their values. */
export interface SourceView extends SourceDescription {
  /** Null for a source that is read from files only. */
  readonly connecteur: ConnectorState | null;
}

/** The sources a schedule may bring in: a short closed list, always given whole. */
@Controller('sources')
export class SourcesController {
  constructor(private readonly access: ConnectorAccess) {}

  @Get()
  list(): { data: readonly SourceView[]; total: number } {
    const data = SOURCES.map((source) => {
      const connector = connectorOf(source.id);
      return { ...source, connecteur: connector === undefined ? null : this.access.state(connector) };
    });
    return { data, total: data.length };
  }
}
