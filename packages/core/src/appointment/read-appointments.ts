import { z } from 'zod';
import { suggestion } from '../business/did-you-mean.ts';
import type { FileProblem } from '../business/file-problem.ts';
import type { TableFiles } from '../business/table-files.ts';
import { optionalValue, requiredText, type RowReader } from '../business/read-columns.ts';
import { noteRepeat, optionalPhone, readRows, wholeNumber } from '../business/read-rows.ts';
import type { AppointmentRecord } from './appointment.ts';
import { readLocalStart } from './local-start.ts';
import { fitsBeside, occupancyOf, type Occupancy } from './occupancy.ts';
import { appointmentsFile } from './read-resources.ts';
import { findService, type Resource, type Service } from './resource.ts';

const columns = {
  required: ['resource', 'service', 'starts_at'],
  optional: ['reference', 'people', 'name', 'phone', 'email'],
};

/** Reads `data/appointments.csv`: what is booked already. Opening hours do not bind what people agreed on. */
export function readAppointments(
  files: TableFiles,
  resources: readonly Resource[],
  defaultCountry: string | undefined,
  problems: FileProblem[],
): readonly AppointmentRecord[] {
  const references = new Map<string, number>();
  const taken = new Map<string, Occupancy[]>();
  return readRows(files, appointmentsFile, columns, problems, (reader) => {
    const reference = reader.row.values.get('reference');
    if (reference !== undefined) {
      noteRepeat(reader, 'reference', reference.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase(), references);
    }
    const resource = readResource(reader, resources);
    const service = readService(reader, resource);
    const startsAt = readStart(reader, resource);
    const people = wholeNumber(reader, 'people', 1) ?? 1;
    const record = {
      line: reader.row.line,
      reference,
      name: reader.row.values.get('name'),
      contactPhone: optionalPhone(reader, defaultCountry),
      email: optionalValue(reader, 'email', z.email(), 'write an e-mail address such as ana@example.com'),
      people,
    };
    if (resource === undefined || service === undefined || startsAt === undefined) return undefined;
    if (people > resource.capacity) {
      const fix = `write at most ${resource.capacity}`;
      reader.note('people', `${resource.name} takes ${resource.capacity} people at most`, fix);
    }
    const there = taken.get(resource.resourceId) ?? [];
    const occupancy = occupancyOf(resource, service, startsAt, people);
    if (!fitsBeside(occupancy, there, resource.capacity)) {
      const fix = 'choose another time; the time kept free after an appointment counts too';
      reader.note('starts_at', `${resource.name} is already taken then by a line above`, fix);
    }
    taken.set(resource.resourceId, [...there, occupancy]);
    const { resourceId } = resource;
    return { ...record, resourceId, service: service.name, startsAt, minutes: service.minutes };
  }).filter((record) => record !== undefined);
}

function readResource(reader: RowReader, resources: readonly Resource[]): Resource | undefined {
  const written = requiredText(reader, 'resource');
  const found = resources.find(({ resourceId }) => resourceId === written);
  if (found === undefined && written !== '') {
    const ids = resources.map(({ resourceId }) => resourceId);
    reader.note('resource', `there is no resource "${written}"`, suggestion(written, ids));
  }
  return found;
}

function readService(reader: RowReader, resource: Resource | undefined): Service | undefined {
  const written = requiredText(reader, 'service');
  if (resource === undefined || written === '') return undefined;
  const found = findService(resource, written);
  if (found === undefined) {
    const names = resource.services.map(({ name }) => name);
    reader.note('service', `${resource.name} offers no "${written}"`, suggestion(written, names));
  }
  return found;
}

function readStart(reader: RowReader, resource: Resource | undefined): number | undefined {
  const written = requiredText(reader, 'starts_at');
  if (resource === undefined || written === '') return undefined;
  const start = readLocalStart(written, resource.hours.timeZone);
  switch (start.kind) {
    case 'once':
      return start.at;
    case 'twice': {
      const fix = 'add the offset, such as 2026-10-25T02:30+01:00';
      reader.note('starts_at', `clocks show "${written}" twice`, fix);
      return undefined;
    }
    case 'skipped': {
      const fix = 'write a time that clocks show that day';
      reader.note('starts_at', `clocks go forward over "${written}"`, fix);
      return undefined;
    }
    case 'unreadable': {
      const fix = 'write day and time such as 2026-11-25T09:30';
      reader.note('starts_at', `"${written}" is not a day and a time`, fix);
      return undefined;
    }
  }
}
