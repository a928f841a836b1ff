// The service worker: what was opened once can be opened again without a connection, and whole modules can be kept.
//
// When a site is built, a line is put before this text (by offline.rs beside it):
//   const SITE = { version, pages, files }
// The version is a fingerprint of everything that is published, so that each publication brings a new worker. The pages are
// the entrance and the offline pages, the files those of the application; both are kept from the first visit on.
//
// Three caches hold everything, by its address:
//   pages  each page as it was last seen
//   files  what lies in assets/ and data/: a name carries a fingerprint of what is in it, so a file never changes
//   kept   the pages of the modules that were kept, and for each module its list of what it needs
// A page names its files, and a file can name others, or a folder of them. What no cached page leads to any more is swept away.
"use strict";

const ROOT = new URL(self.registration.scope);
// Other sites can stand on the same host, and share its caches: the names carry the folder.
const CACHES = Object.fromEntries(["pages", "files", "kept"].map((what) => [what, `plenary ${what} ${ROOT.pathname}`]));
// How long the network may take before a page is shown as it was kept, in milliseconds.
const PATIENCE = 3000;
// How many requests run at once while a module is fetched.
const HANDS = 4;
// How many pages are remembered beside those of kept modules.
const MOST_PAGES = 300;
const FILE_NAME = /(?:assets|data)\/[\w./-]+-[0-9a-f]{8}(?:\.\w+)?/g;
const LIST_NAME = /^data\/keep-/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== "GET" || path === null || request.headers.has("range")) return;
  // A question about a page ("?now") is for the network alone.
  if (request.mode !== "navigate" && new URL(request.url).search) return;
  if (isFile(path)) event.respondWith(file(event, path));
  else if (isPage(path)) event.respondWith(page(event, path));
});

// What a page asks for (offline.js beside this file).
const ASKED = { used, keep, drop, state, forget, "take over": () => self.skipWaiting() };

self.addEventListener("message", (event) => {
  const { ask, ...about } = event.data;
  if (Object.hasOwn(ASKED, ask)) event.waitUntil(ASKED[ask](about, event.source));
});

// ---- Answering requests

// A file never changes: the cache first.
async function file(event, path) {
  const known = await look("files", path);
  if (known) return known;
  const response = await fetch(event.request);
  if (isWhole(response)) event.waitUntil(remember("files", path, response.clone()));
  return response;
}

// A page may have been published anew: the network first, the cache where that does not answer in time.
async function page(event, path) {
  const known = await lookForPage(path);
  const answer = fetch(event.request);
  const kept = answer.then((response) => isWhole(response) && remember("pages", path, response.clone()));
  event.waitUntil(kept.catch(() => {}));
  const fresh = await inTime(answer.catch(() => null), known ? PATIENCE : Infinity);
  if (fresh && (fresh.status < 500 || !known)) return fresh;
  return known ?? offlinePage(path);
}

// The page that says that a page was not kept. It is shown at the address that was asked for, so its own addresses, which
// start from where it lies, are led to the root of the site.
async function offlinePage(path) {
  const folder = (page) => page.slice(0, page.lastIndexOf("/") + 1);
  const own = SITE.pages.filter((page) => page.endsWith("offline.html") && path.startsWith(folder(page)));
  const nearest = own.sort((one, other) => other.length - one.length)[0];
  const found = nearest && (await look("pages", nearest));
  if (!found) return Response.error();
  const up = "../".repeat(nearest.split("/").length - 1) || "./";
  const modules = (await lists()).map(({ page, title }) => `<li><a href="${ROOT.pathname}${escaped(page)}">${escaped(title)}</a></li>`);
  let text = (await found.text()).replaceAll(`="${up}`, `="${ROOT.pathname}`);
  if (modules.length) {
    text = text.replace('data-kept="some" hidden', 'data-kept="some"').replace('data-kept="none"', '$& hidden');
    text = text.replace("<ul></ul>", () => `<ul>${modules.join("")}</ul>`);
  }
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// ---- Coming and going of versions

// The new worker waits until nobody uses the old one, or until the learner says "take over".
async function install() {
  await inTurn(async () => {
    const [pages, files] = await Promise.all([open("pages"), open("files")]);
    await Promise.all(SITE.pages.map((path) => take(pages, path, "no-cache")));
    await Promise.all(SITE.files.map((path) => have(files, path)));
  });
  if (self.registration.active) await tell({ told: "new" });
}

// What a page needed that was loaded before there was a worker. Told when the page is ready, so that nothing competes with it;
// then it is also time to tidy up after an older version.
async function used({ addresses }) {
  await inTurn(async () => {
    const [pages, files] = await Promise.all([open("pages"), open("files")]);
    for (const path of addresses.map(pathOf)) {
      if (path === null) continue;
      // From the browser's own cache: exactly what the page was made from, and no second download.
      const took = isFile(path) ? have(files, path) : isPage(path) && take(pages, path, "force-cache");
      await Promise.resolve(took).catch(() => {});
    }
  });
  await tidyUp();
}

// Once a version: fetches the kept modules anew, then sweeps. Where that fails it is tried again with the next page.
async function tidyUp() {
  const last = await look("kept", "version");
  if (last && (await last.text()) === SITE.version) return;
  await inTurn(async () => {
    const [pages, kept] = await Promise.all([open("pages"), open("kept")]);
    for (const { page, address } of await lists()) {
      await store(page, () => {}).catch((fault) => {
        if (fault.status !== 404) throw fault;
        return kept.delete(addressOf(address)); // the site no longer has the module
      });
    }
    const seen = (await pages.keys()).map(({ url }) => pathOf(url)).filter((path) => !SITE.pages.includes(path));
    for (const path of seen.slice(0, Math.max(0, seen.length - MOST_PAGES))) await pages.delete(addressOf(path));
    await sweep();
    await kept.put(addressOf("version"), new Response(SITE.version));
  }).catch(() => {});
}

// Takes away what nothing leads to: pages of modules that are not kept, files that no page names.
async function sweep() {
  const [pages, files, kept] = await Promise.all([open("pages"), open("files"), open("kept")]);
  const keptLists = await lists();
  const needed = new Set(SITE.files);
  const wanted = new Set(["version", ...keptLists.flatMap(({ address, pages }) => [address, ...pages])]);
  for (const { files } of keptLists) files.forEach((path) => needed.add(path));
  for (const { url } of await kept.keys()) if (!wanted.has(pathOf(url))) await kept.delete(url);
  const texts = [];
  for (const cache of [pages, kept]) {
    for (const request of await cache.keys()) texts.push((await cache.match(request))?.text());
  }
  while (texts.length) {
    const text = (await texts.pop()) ?? "";
    for (const [path] of text.matchAll(FILE_NAME)) {
      if (needed.has(path)) continue;
      needed.add(path);
      if (/\.json$|boot-/.test(path)) texts.push((await files.match(addressOf(path)))?.text());
    }
  }
  const isNeeded = (path) => needed.has(path) || needed.has(path.slice(0, path.lastIndexOf("/")));
  for (const { url } of await files.keys()) if (!isNeeded(pathOf(url))) await files.delete(url);
}

// ---- Keeping modules

const underWay = new Set();

async function keep({ page }) {
  if (underWay.has(page)) return;
  const progress = (share) => tell({ told: "keeping", page, share });
  underWay.add(page);
  try {
    await progress(0);
    await inTurn(() => store(page, progress));
    underWay.delete(page);
    await tell({ told: "kept", page });
  } catch (fault) {
    underWay.delete(page);
    // Nothing is half kept.
    await inTurn(sweep).catch(() => {});
    await tell({ told: fault.name === "QuotaExceededError" ? "full" : "failed", page });
  }
}

async function drop({ page }) {
  await inTurn(async () => {
    const kept = await open("kept");
    for (const list of await lists()) if (list.page === page) await kept.delete(addressOf(list.address));
    await sweep();
  });
  await tell({ told: "free", page });
}

// Everything, because the learner deletes her data; after what is under way.
async function forget() {
  await inTurn(() => Promise.all(Object.values(CACHES).map((name) => caches.delete(name))));
}

async function state({ page }, client) {
  const isKept = (await lists()).some((list) => list.page === page);
  client.postMessage(underWay.has(page) ? { told: "keeping", page, share: 0 } : { told: isKept ? "kept" : "free", page });
}

// Fetches a module as it is published now: the files first, then the pages that name them, its list last.
async function store(page, progress) {
  const [files, kept] = await Promise.all([open("files"), open("kept")]);
  const address = (await (await fetched(page, "no-cache")).text()).match(/data-keep="([^"]+)"/)?.[1];
  if (!address) throw new Error(`${page} is no module`);
  const response = await fetched(address, "default");
  const list = await response.clone().json();
  const all = list.files.length + list.pages.length;
  let done = 0;
  const step = () => progress((done += 1) / all);
  const known = new Set([...list.files, address]);
  await each(list.files, async (path) => {
    await have(files, path);
    await step();
  });
  await each(list.pages, async (path) => {
    const response = await fetched(path, "no-cache");
    // The site can have been published anew since the list was read; then the list is not whole.
    const names = (await response.clone().text()).match(FILE_NAME) ?? [];
    if (!names.every((name) => known.has(name) || LIST_NAME.test(name))) throw new Error(`${path} is of another version`);
    await kept.put(addressOf(path), response);
    await step();
  });
  await kept.put(addressOf(address), response);
  for (const older of await lists()) {
    if (older.page === page && older.address !== address) await kept.delete(addressOf(older.address));
  }
}

// The lists of the modules that are kept, each with its own address.
async function lists() {
  const kept = await open("kept");
  const found = (await kept.keys()).map(({ url }) => pathOf(url)).filter((path) => LIST_NAME.test(path));
  return Promise.all(found.map(async (address) => ({ address, ...(await (await kept.match(addressOf(address))).json()) })));
}

// ---- Small helpers

// The path from the root of the site, without query and fragment; null outside of the site.
function pathOf(address) {
  const { origin, pathname } = new URL(address, ROOT);
  if (origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return null;
  return pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

const addressOf = (path) => new URL(path, ROOT).href;
const isFile = (path) => /^(assets|data)\//.test(path);
const isPage = (path) => path === "" || path.endsWith("/") || path.endsWith(".html");
const isWhole = ({ status, redirected, type }) => status === 200 && !redirected && type === "basic";
const open = (what) => caches.open(CACHES[what]);
// One change of the caches at a time, also between an old and a new worker.
const inTurn = (work) => navigator.locks.request(CACHES.kept, work);
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function look(what, path) {
  try {
    return await (await open(what)).match(addressOf(path), { ignoreVary: true });
  } catch {
    return undefined; // a browser that stores nothing
  }
}

// A kept module is whole as it was kept; a page that was seen since may need files that were not.
const lookForPage = async (path) => (await look("kept", path)) ?? look("pages", path);

// Where there is no room the page is shown all the same.
async function remember(what, path, response) {
  try {
    await (await open(what)).put(addressOf(path), response);
  } catch {}
}

async function fetched(path, cache) {
  const response = await fetch(addressOf(path), { cache });
  if (!isWhole(response)) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status });
  return response;
}

const take = async (cache, path, mode) => cache.put(addressOf(path), await fetched(path, mode));

async function have(files, path) {
  if (!(await files.match(addressOf(path), { ignoreVary: true }))) await take(files, path, "force-cache");
}

// Works on several at once; after a fault nothing more is begun, and nothing is still under way when it is told.
async function each(items, work) {
  const waiting = [...items];
  const hand = async () => {
    try {
      while (waiting.length) await work(waiting.shift());
    } catch (fault) {
      waiting.length = 0;
      throw fault;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: HANDS }, hand));
  const failed = ended.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

function inTime(answer, patience) {
  if (patience === Infinity) return answer;
  return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patience, null))]);
}

// Tells every open page of the site.
async function tell(news) {
  const all = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const client of all) if (pathOf(client.url) !== null) client.postMessage(news);
}
