import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults/fault.ts';
import { ingressFaults } from './faults/ingress-faults.ts';
import { draw, type Schedule } from './schedule.ts';

/** A disk of its own for a database: just large enough. */
export type SmallDisk = { readonly folder: string; unmount(): void };

const megabytes = 200;

/** Undefined where disks cannot be mounted: it needs root and CAP_SYS_ADMIN. */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const size = `size=${megabytes}m,mode=711`;
  if (process.getuid?.() !== 0) return undefined;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', disk]).status !== 0) return undefined;
  return { folder: disk, unmount: () => void spawnSync('umount', ['-l', disk]) };
}

/** A round in which the disk fills up under load, and has room again after a while. */
export function drawFullDisk(seed: number, disk: SmallDisk): Schedule {
  const full: Fault = {
    name: 'the disk is full, for a while',
    happen: async (stage) => {
      const filler = join(disk.folder, 'filler');
      fill(filler);
      // What comes now needs room.
      for (const { name, happen } of ingressFaults) if (name.includes('3 MB')) await happen(stage);
      await wait(stage.random.between(2_000, 4_000));
      rmSync(filler);
      const noticed = stage.nodes.filter((node) => /No space left|could not extend/.test(node.output()));
      stage.note(`there is room again; ${noticed.length} nodes had noticed`);
    },
  };
  const drawn = draw(seed);
  return { ...drawn, roles: ['all', 'worker'], faults: [{ atMs: 1_500, fault: full }] };
}

function fill(file: string): void {
  for (let bytes = 16 * 1_024 * 1_024; bytes >= 4_096;)
    try {
      writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // No room for so much: less, then.
      bytes /= 4;
    }
}
