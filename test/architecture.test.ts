import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORE, MAY_IMPORT } from './support/may-import.ts';

interface Import {
  readonly folder: string;
  readonly file: string;
  readonly target: string;
}

function importsOf(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files
    .map((name) => join(folder, name))
    .flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8').matchAll(/\b(?:from|import\()\s*'([^']+)'/g),
        ([, name = '']) => ({
          folder,
          file,
          target: name.startsWith('.') ? relative('.', join(dirname(file), name)) : name,
        }),
      ),
    );
}

function astray({ folder, target }: Import): boolean {
  return [folder, ...(MAY_IMPORT[folder] ?? [])].every((allowed) => !target.startsWith(allowed));
}

const imports = Object.keys(MAY_IMPORT).flatMap(importsOf);

test('every folder of the code is in the list', () => {
  const folders = [
    ...readdirSync('lib', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `lib/${name}/`),
    'functions/',
    'bin/',
  ];
  expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

test('finds the imports to judge', () => expect(imports.length).toBeGreaterThan(150));

test('imports point one way', () => {
  expect(imports.filter(astray).map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

describe('sees what goes astray', () => {
  test.each([
    ['lib/compare/', '@aws-sdk/client-dynamodb'],
    ['lib/text/', 'lib/compare/gate.ts'],
    ['lib/compare/', 'lib/readers/rules/claims.ts'],
    ['lib/compare/', 'node:fs'],
    ['lib/store/', 'lib/view/layout.ts'],
    ['lib/infra/', 'functions/dispatch.ts'],
    ['functions/', 'aws-cdk-lib'],
  ])('%s imports %s', (folder, target) => {
    expect(astray({ folder, file: `${folder}bad.ts`, target })).toBe(true);
  });
});

test('what folds and words reads no language of news', () => {
  const readers = [
    'lib/readers/',
    'lib/compare/value/',
    'lib/compare/proof/',
    'lib/text/dates.ts',
    'chrono-node',
  ];
  const strays = imports.filter(
    ({ file, target }) =>
      /^lib\/(?:compare\/fold\/|compare\/standing|view\/(?!explanation))/.test(file) &&
      readers.some((reader) => target.startsWith(reader)),
  );
  expect(strays.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('the core reads no clock', () => {
  const files = [...CORE, 'lib/readers/', 'lib/monitor/'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  expect(
    files.filter((file) => /new Date\(\)|Date\.now\(|Math\.random\(/.test(readFileSync(file, 'utf8'))),
  ).toEqual([]);
});
