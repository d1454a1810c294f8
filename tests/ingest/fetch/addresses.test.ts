/** Which addresses are public, and lists of sources. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isPublic } from '../../../src/ingest/fetch/public-addresses.ts';
import { readSourceList } from '../../../src/ingest/fetch/source-list.ts';
import { throwAwayFolder } from '../../support/service.ts';

test.each<[address: string, isPublic: boolean]>([
  ['8.8.8.8', true],
  ['127.0.0.1', false],
  ['127.255.255.255', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['2a00:1450:4001:82f::200e', true],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::10.0.0.1', false],
  ['64:ff9b::808:808', true],
  ['example.org', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

describe('a list of sources', () => {
  const folder = throwAwayFolder();
  afterAll(() => folder.remove());
  const read = (text: string) => {
    const file = join(folder.path, 'sources.txt');
    writeFileSync(file, text);
    return readSourceList(file);
  };

  test('addresses with options, comments, blank lines, a byte order mark', () => {
    expect(
      read(
        '\uFEFF# feeds\r\nhttps://a.example/rss full every=15 # each quarter\r\n\r\nhttp://b.example/x#part\nhttps://a.example/rss',
      ),
    ).toEqual([
      { url: 'https://a.example/rss', full: false },
      { url: 'http://b.example/x', full: false },
    ]);
    expect(read('https://a.example/rss full every=15')).toEqual([
      { url: 'https://a.example/rss', full: true, everyMinutes: 15 },
    ]);
  });

  test.each([
    ['a.example/rss', /line 1 of .*: "a.example\/rss" is no http/],
    ['\nftp://a.example/', /line 2/],
    ['https://user:secret@a.example/', /has a password in it/],
    ['https://a.example/ fulll', /"fulll" is no option/],
    ['https://a.example/ every=0', /every=0/],
  ])('%j is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).not.toThrow(/secret/);
  });
});
